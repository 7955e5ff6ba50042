// Predict first: an explorer that waits until a question of the page has been answered, or until the reader asks.

/** What has been revealed since this document was loaded, by page and element. @type {Set<string>} */
const revealedExplorers = new Set();

class Prediction {
  /** @param {HTMLElement} element @param {() => void} reveal is called once, as soon as the result may be seen */
  constructor(element, reveal) {
    this.element = element;
    this.reveal = reveal;
    this.awaited = element.dataset.revealAfter;
    this.place = `${location.pathname}#${element.id}`;
    this.observer = new MutationObserver(() => this.look());
  }

  /** Nothing is read but what blocks publish: the event of a verdict, and the state that stands on the element. */
  start() {
    if (!this.awaited || revealedExplorers.has(this.place)) return this.end();
    document.addEventListener("self-check-graded", this);
    this.button?.addEventListener("click", this);
    const block = this.block;
    if (block) this.observer.observe(block, { attributeFilter: ["data-state"] });
    this.look();
  }

  stop() {
    document.removeEventListener("self-check-graded", this);
    this.button?.removeEventListener("click", this);
    this.observer.disconnect();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") {
      this.end();
      const first = this.element.querySelector("fieldset :is(input, button):enabled");
      if (first instanceof HTMLElement) first.focus();
      this.tell();
    } else if (/** @type {CustomEvent} */ (event).detail.id === this.awaited) this.end();
  }

  /** A question that was answered before, or whose answer was shown, says so by its state. */
  look() {
    if (!["open", undefined].includes(this.block?.dataset.state)) this.end();
  }

  /** Announce the result that was asked for: what only becomes visible is no change of its text. */
  tell() {
    const output = this.element.querySelector("output");
    const said = output?.textContent;
    if (!output || !said) return;
    output.textContent = "";
    setTimeout(() => {
      output.textContent ||= said; // unless a control has been moved since
    }, 100);
  }

  end() {
    this.stop();
    revealedExplorers.add(this.place);
    this.element.setAttribute("data-revealed", "");
    this.reveal();
  }

  get block() {
    return document.getElementById(`check-${this.awaited}`);
  }

  get button() {
    return this.element.querySelector(".explorer__prediction button");
  }
}
