// The custom element, and the one global.

class Block extends HTMLElement {
  /** @type {Question | undefined} */
  question;

  connectedCallback() {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.connectedCallback(), { once: true });
      return;
    }
    const type = types[this.dataset.type ?? ""];
    if (this.question || !type || !this.isConnected) return;
    this.question = new Question(this, type);
    tally();
    if (location.hash === `#${this.id}`) leadTo(location.hash);
  }

  disconnectedCallback() {
    this.question?.stop();
    this.question = undefined;
    tally();
  }
}

takeOver();
const progress = new Progress();
const tally = () => progress.tally();

/** @param {SelfCheckType} type */
const define = (type) => {
  types[type.type] ??= type;
  for (const block of document.querySelectorAll("self-check")) {
    /** @type {Block} */ (block).connectedCallback();
  }
};
const { waiting } = window.SelfCheck ?? {};
window.SelfCheck = {
  types,
  define,
  frame: { progress, recall, keep, refused, site, path, fill, label, joined },
};
customElements.define("self-check", Block);
waiting?.forEach(define);
