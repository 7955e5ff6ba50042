// The element of the mask metrics explorer: its controls, and what they change.

/** @param {Event} event */
const isOnDrawing = ({ target }) => target instanceof Element && target.matches(".mask-metrics__drawn");

class MaskMetricsExplorer extends Explorer {
  /** The arithmetic alone, for tests. */
  static outcome = maskOutcome;
  static maskOfRuns = maskOfRuns;

  /** Where the pointer took hold of the drawing, and how far that was moved then.
   * @type {{x: number, y: number, across: number, down: number} | undefined} */
  hold;

  /** @override @param {AbortSignal} signal */
  listen(signal) {
    super.listen(signal);
    this.picture.addEventListener("pointerdown", this, { signal });
    this.picture.addEventListener("pointermove", this, { signal });
    this.picture.addEventListener("touchstart", this, { passive: false, signal });
  }

  /** @override @param {Event} event */
  handleEvent(event) {
    if (event.type === "input") this.compute();
    else if (event.type === "touchstart") this.keep(/** @type {TouchEvent} */ (event));
    else if (event.type === "pointerdown") this.take(/** @type {PointerEvent} */ (event));
    else this.drag(/** @type {PointerEvent} */ (event));
  }

  /** One finger on the drawing moves it, and not the page. Chromium takes no `touch-action` from a part of a picture.
   * @param {TouchEvent} event */
  keep(event) {
    if (event.touches.length === 1 && isOnDrawing(event)) event.preventDefault();
  }

  /** @param {PointerEvent} event */
  take(event) {
    const { clientX: x, clientY: y, isPrimary, button, pointerId } = event;
    const { across, down } = this.settings;
    const isTaken = isPrimary && !button && isOnDrawing(event);
    this.hold = isTaken ? { x, y, across, down } : undefined;
    if (isTaken) this.picture.setPointerCapture(pointerId);
  }

  /** @param {PointerEvent} event */
  drag({ pointerId, clientX, clientY }) {
    if (!this.hold || !this.picture.hasPointerCapture(pointerId)) return;
    const { x, y, across, down } = this.hold;
    const pixel = this.picture.getBoundingClientRect().width / this.picture.viewBox.baseVal.width;
    const before = this.settings;
    this.move("across", across + Math.round((clientX - x) / pixel));
    this.move("down", down + Math.round((clientY - y) / pixel));
    const { across: right, down: below } = this.settings;
    if (right !== before.across || below !== before.down) this.compute();
  }

  /** As far as the slider goes. @param {string} name @param {number} pixels */
  move(name, pixels) {
    const slider = /** @type {HTMLInputElement} */ (this.inner(`input[name=${name}]`));
    slider.value = `${pixels}`;
  }

  /** A setting has changed. */
  compute() {
    this.writeValues();
    const outcome = maskOutcome(this.truth, this.settings);
    this.inner("output").textContent = maskResult(outcome);
    this.inner("figcaption span").textContent = maskCaption(outcome);
    this.draw(outcome);
    const { right, missed, invented, neither } = outcome.counts;
    const cells = this.querySelectorAll("td b");
    [right, missed, invented, neither].forEach((count, at) => {
      cells[at].textContent = grouped(count);
    });
    maskScoreLines(outcome).forEach((line, at) => {
      this.score(line, at);
    });
  }

  /** @param {MaskOutcome} outcome */
  draw(outcome) {
    const name = /** @type {string} */ (this.picture.dataset.name);
    this.picture.setAttribute("aria-label", maskPicture(outcome, name));
    const paths = this.picture.querySelectorAll(":scope > path");
    maskAreas(outcome).forEach((area, at) => {
      paths[at + 1].setAttribute("d", area);
    });
  }

  /** @param {MaskScore} line @param {number} at */
  score({ name, value, words, numbers }, at) {
    const block = this.querySelectorAll(".mask-metrics__score")[at];
    block.querySelectorAll("rect")[1].setAttribute("width", `${fraction(100 * value)}%`);
    const texts = block.querySelectorAll("p > *");
    [name, fraction(value), words, numbers].forEach((text, part) => {
      texts[part].textContent = text;
    });
  }

  /** @returns {MaskGrid} */
  get truth() {
    const { viewBox, dataset } = this.picture;
    return maskOfRuns(viewBox.baseVal.width, /** @type {string} */ (dataset.runs));
  }

  /** @returns {MaskSettings} */
  get settings() {
    const [thin, erode, dilate, across, down, tolerance] = this.sliders.map(({ value }) => +value);
    return { thin, erode, dilate, across, down, tolerance };
  }

  get picture() {
    return /** @type {SVGSVGElement} */ (this.inner(".mask-metrics__picture"));
  }
}

customElements.define("mask-metrics-explorer", MaskMetricsExplorer);
