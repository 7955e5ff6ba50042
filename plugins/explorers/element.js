// What the elements of all explorers have in common.

class Explorer extends HTMLElement {
  /** @type {Prediction | undefined} */
  prediction;
  listening = new AbortController();

  connectedCallback() {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.connectedCallback(), { once: true });
      return;
    }
    if (this.prediction || !this.isConnected) return;
    this.listening = new AbortController();
    this.listen(this.listening.signal);
    this.prediction = new Prediction(this, () => {
      for (const part of this.querySelectorAll("fieldset")) part.disabled = false;
    });
    this.prediction.start();
  }

  disconnectedCallback() {
    this.prediction?.stop();
    this.prediction = undefined;
    this.listening.abort();
  }

  /** Hear of what the reader does, until `signal` ends it. @param {AbortSignal} signal */
  listen(signal) {
    this.addEventListener("input", this, { signal });
  }

  /** @param {Event} _event */
  handleEvent(_event) {}

  /** Write the value of each slider beside its label. */
  writeValues() {
    for (const slider of this.sliders) {
      /** @type {Element} */ (slider.previousElementSibling).textContent = slider.value;
    }
  }

  get sliders() {
    return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll(".explorer__settings [type=range]")]);
  }

  /** @param {string} selector */
  inner(selector) {
    return /** @type {Element} */ (this.querySelector(selector));
  }
}
