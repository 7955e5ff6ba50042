// The element of the receptive field explorer: its controls, and what they change.

class ReceptiveFieldExplorer extends Explorer {
  /** The arithmetic alone, for tests. */
  static outcome = fieldOutcome;

  /** @override @param {AbortSignal} signal */
  listen(signal) {
    super.listen(signal);
    this.addEventListener("click", this, { signal });
    // Firefox restores which buttons were disabled when the page was left.
    this.choose(this.chosen);
  }

  /** @override @param {Event} event */
  handleEvent({ type, target }) {
    if (type === "click") {
      const button = /** @type {Element} */ (target).closest("button");
      if (button?.name) this.press(button);
    } else if (/** @type {HTMLInputElement} */ (target).type === "radio") this.choose(this.chosen);
    else this.change();
  }

  /** @param {HTMLButtonElement} button */
  press(button) {
    const { windows } = this.stack;
    const at = this.chosen;
    if (button.name === "load") return this.load(button.value);
    const [window] = windows.splice(at, 1);
    if (button.name === "add") windows.splice(at, 0, window, { ...window });
    if (button.name === "earlier") windows.splice(at - 1, 0, window);
    if (button.name === "later") windows.splice(at + 1, 0, window);
    const moved = { add: 1, later: 1, earlier: -1, remove: 0 }[button.name] || 0;
    this.list(windows, Math.min(at + moved, windows.length - 1));
    if (button.disabled) this.radios[this.chosen].focus();
    return undefined;
  }

  /** @param {string} text size and layers, as buttons have them */
  load(text) {
    const [size, layers] = text.split(";");
    const slider = this.slider("size");
    slider.dataset.reach ||= slider.max;
    slider.max = `${Math.max(+slider.dataset.reach, +size)}`;
    slider.value = size;
    const windows = layers.split(",").map(fieldWindow);
    this.list(windows, windows.length - 1);
  }

  /** A slider was moved. */
  change() {
    const { windows } = this.stack;
    const at = this.chosen;
    const [kernel, stride, padding, dilation] = FIELD_SETTINGS.map((name) => +this.slider(name).value);
    windows[at] = { kernel, stride, padding, dilation };
    this.list(windows, at);
  }

  /** Write the layers, one of them chosen, and what comes of them. @param {FieldWindow[]} windows @param {number} at */
  list(windows, at) {
    const had = this.layers.contains(document.activeElement);
    this.layers.innerHTML = windows
      .map((window, place) => fieldLabel(this.id, place + 1, window, place === at))
      .join("");
    if (had) this.radios[at].focus();
    this.choose(at);
    this.compute();
  }

  /** Let the sliders say what the chosen layer has. @param {number} at */
  choose(at) {
    const { windows } = this.stack;
    for (const name of FIELD_SETTINGS) this.slider(name).value = `${windows[at][name]}`;
    this.writeValues();
    this.button("add").disabled = windows.length >= FIELD_MOST_LAYERS;
    this.button("earlier").disabled = at === 0;
    this.button("later").disabled = at === windows.length - 1;
    this.button("remove").disabled = windows.length === 1;
  }

  compute() {
    const outcome = fieldOutcome(this.stack);
    const picture = this.inner("svg");
    picture.setAttribute("aria-label", fieldPicture(outcome));
    picture.innerHTML = fieldParts(outcome);
    this.inner("output").textContent = fieldSentence(outcome);
    this.inner("figcaption").textContent = fieldCaption(outcome);
    this.inner(".explorer__steps table").innerHTML = fieldSteps(outcome);
    this.inner(".explorer__values table").innerHTML = fieldValues(outcome);
  }

  /** @returns {FieldStack} */
  get stack() {
    return { size: +this.slider("size").value, windows: this.radios.map(({ value }) => fieldWindow(value)) };
  }

  /** Which layer is chosen, counted from 0. */
  get chosen() {
    return this.radios.findIndex(({ checked }) => checked);
  }

  get layers() {
    return this.inner(".explorer__layers");
  }

  get radios() {
    return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("[type=radio]")]);
  }

  /** @param {string} name */
  slider(name) {
    return /** @type {HTMLInputElement} */ (this.inner(`input[name=${name}]`));
  }

  /** @param {string} name */
  button(name) {
    return /** @type {HTMLButtonElement} */ (this.inner(`button[name=${name}]`));
  }
}

customElements.define("receptive-field-explorer", ReceptiveFieldExplorer);
