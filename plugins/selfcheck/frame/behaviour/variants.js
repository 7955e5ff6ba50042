// The variants of a question: other values in the same text, and the way to the next of them.

class Variants {
  /** @param {Question} question */
  constructor(question) {
    this.question = question;
    /** A key and its values each. @type {[unknown, string[]][]} */
    this.all = JSON.parse(question.element.dataset.variants ?? "");
    this.button = /** @type {HTMLButtonElement} */ (question.make("button", "another", words.another));
    this.button.type = "button";
    this.button.addEventListener("click", () => this.next());
    question.button.after(this.button);
    this.seen = 1;
  }

  /** Shows the variant that the record names. */
  paint() {
    const { all, question, seen } = this;
    const { record } = question;
    if (!all[(record.variant ?? 0) - 1]) record.variant = 1;
    this.button.hidden = record.state === "open";
    if (record.variant === seen) return;
    this.seen = record.variant ?? 1;
    const [key, values] = all[this.seen - 1];
    question.key = key;
    for (const node of question.all("[data-value]")) {
      const value = values[Number(node.dataset.value)];
      node.textContent = node.closest("code") ? value.replace(/−/g, "-") : value;
    }
    question.part("variant").textContent = fill(words.variant, { number: this.seen });
  }

  /** A fresh question: what was answered before counts for the one before. */
  next() {
    const { all, question, seen } = this;
    const { record } = question;
    const variant = (seen % all.length) + 1;
    Object.assign(record, { state: "open", step: 0, response: {}, variant, before: record.attempts });
    question.write({});
    question.update(fill(words.other_numbers, { number: variant, total: all.length }));
    question.meet();
  }
}
