// The element of the layer arithmetic explorer: its controls, and what they change.

class LayerArithmeticExplorer extends Explorer {
  /** The arithmetic alone, for tests. */
  static outcome = layerOutcome;

  /** @type {LayerOutcome | undefined} */
  outcome;

  /** @override @param {AbortSignal} signal */
  listen(signal) {
    super.listen(signal);
    this.outcome = layerOutcome(this.settings);
    this.picture.addEventListener("pointermove", this, { signal });
    this.picture.addEventListener("pointerdown", this, { signal });
  }

  /** @override @param {Event} event */
  handleEvent(event) {
    if (event instanceof PointerEvent) this.point(event);
    else if (/** @type {Element} */ (event.target).closest(".explorer__look")) this.lookAgain();
    else this.compute();
  }

  /** @param {PointerEvent} event */
  point({ clientX, clientY }) {
    const box = this.picture.getBoundingClientRect();
    const look = this.outcome && lookUnder(this.outcome, (clientX - box.left) / box.width, clientY - box.top);
    if (!look || (look.side === this.look.side && look.at === this.look.at)) return;
    for (const radio of this.sides) radio.checked = radio.value === look.side;
    this.bound();
    this.at.value = `${look.at}`;
    this.show();
  }

  /** The reader has turned to the other row, or moved along this one; the number stays as far as the row reaches. */
  lookAgain() {
    this.bound();
    this.show();
  }

  /** The settings have changed. */
  compute() {
    const settings = this.settings;
    this.writeValues();
    /** @type {HTMLInputElement} */ (this.inner("[name=output-padding]")).disabled = !settings.transposed;
    this.outcome = layerOutcome(settings);
    this.bound();
    const lines = this.querySelectorAll(".explorer__formula");
    formulaLines(this.outcome).forEach((line, at) => {
      lines[at].innerHTML = line;
    });
    this.inner("output").textContent = resultSentence(this.outcome);
    this.inner("figcaption").textContent = captionSentence(this.outcome);
    this.inner("table").innerHTML = tableRows(this.outcome);
    this.show();
  }

  /** Keep the slider of what is looked at within its row. */
  bound() {
    const { side } = this.look;
    const { settings, outputs, refusal } = /** @type {LayerOutcome} */ (this.outcome);
    const most = (side === "output" ? outputs : settings.size) - 1;
    this.at.disabled = Boolean(refusal);
    this.at.max = `${Math.max(0, most)}`;
    this.at.setAttribute("aria-label", side === "output" ? "Which output" : "Which pixel");
  }

  /** Draw what is looked at. */
  show() {
    const outcome = /** @type {LayerOutcome} */ (this.outcome);
    const look = this.look;
    this.picture.setAttribute("width", `${LAYER_CELL_PX * outcome.fine}`);
    this.picture.setAttribute("aria-label", pictureText(outcome, look));
    this.picture.innerHTML = drawingParts(outcome, look);
    const seen = seenSentence(outcome, look);
    this.inner(".explorer__seen").textContent = seen;
    this.at.setAttribute("aria-valuetext", seen);
  }

  /** @returns {LayerSettings} */
  get settings() {
    const [size, kernel, stride, padding, dilation, outputPadding] = this.sliders.map(({ value }) => +value);
    const { checked: transposed } = /** @type {HTMLInputElement} */ (this.inner("[name=transposed]"));
    return { size, kernel, stride, padding, dilation, outputPadding, transposed };
  }

  /** @returns {LayerLook} */
  get look() {
    const isOutput = this.sides.some(({ value, checked }) => checked && value === "output");
    return { side: isOutput ? "output" : "input", at: +this.at.value };
  }

  get sides() {
    return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll(".explorer__look [type=radio]")]);
  }

  get at() {
    return /** @type {HTMLInputElement} */ (this.inner("[name=at]"));
  }

  get picture() {
    return this.inner("svg");
  }
}

customElements.define("layer-arithmetic-explorer", LayerArithmeticExplorer);
