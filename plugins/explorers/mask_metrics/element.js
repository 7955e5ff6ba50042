// The element of the mask metrics explorer: its controls, and what they change.

class MaskMetricsExplorer extends HTMLElement {
  /** For whoever wants the arithmetic alone. */
  static outcome = maskOutcome;
  static maskOfRuns = maskOfRuns;

  /** @type {Prediction | undefined} */
  prediction;

  connectedCallback() {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.connectedCallback(), { once: true });
      return;
    }
    if (this.prediction || !this.isConnected) return;
    this.addEventListener("input", this);
    this.prediction = new Prediction(this, () => {
      /** @type {HTMLFieldSetElement} */ (this.inner("fieldset")).disabled = false;
    });
    this.prediction.start();
  }

  disconnectedCallback() {
    this.prediction?.stop();
    this.prediction = undefined;
    this.removeEventListener("input", this);
  }

  handleEvent() {
    for (const slider of this.sliders) {
      /** @type {Element} */ (slider.previousElementSibling).textContent = slider.value;
    }
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

  get sliders() {
    return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll(".explorer__settings input")]);
  }

  get picture() {
    return /** @type {SVGSVGElement} */ (this.inner(".mask-metrics__picture"));
  }

  /** @param {string} selector */
  inner(selector) {
    return /** @type {Element} */ (this.querySelector(selector));
  }
}

customElements.define("mask-metrics-explorer", MaskMetricsExplorer);
