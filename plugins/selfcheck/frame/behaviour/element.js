// The custom element, and the one global.

class Block extends HTMLElement {
  /** @type {Question | undefined} */
  question;

  connectedCallback() {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.connectedCallback(), { once: true });
      return;
    }
    if (this.question || !this.isConnected) return;
    const { type = "" } = this.dataset;
    if (!types[type]) return void loadType(type);
    this.question = new Question(this, types[type]);
    tally();
  }

  disconnectedCallback() {
    this.question?.stop();
    this.question = undefined;
    tally();
  }
}

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
window.SelfCheck = { types, define, frame: { progress, recall, keep, refused, site, fill } };
customElements.define("self-check", Block);
waiting?.forEach(define);
