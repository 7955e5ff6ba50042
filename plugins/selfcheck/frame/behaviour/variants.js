// The variants of a question: their values in its text, and the button that leads to the next one.

class Variants {
  /** @param {Question} question */
  constructor(question) {
    this.question = question;
    /** For each variant its key and its values, some with another form for code. @type {[unknown, (string | string[])[]][]} */
    this.all = JSON.parse(question.element.dataset.variants ?? "");
    this.button = /** @type {HTMLButtonElement} */ (question.view.make("button", "another", words.another));
    this.button.type = "button";
    question.view.name(this.button, "another");
    this.button.addEventListener("click", () => this.next());
    question.view.button.after(this.button);
    this.seen = 1;
  }

  /** Shows the variant that the record names. */
  paint() {
    const { all, question, seen } = this;
    const { record } = question;
    if (!all[(record.variant ?? 0) - 1]) record.variant = 1;
    label(this.button, words.another, record.state === "open");
    if (record.variant === seen) return;
    this.seen = record.variant ?? 1;
    const [key, values] = all[this.seen - 1];
    question.key = key;
    for (const node of question.view.all("[data-value]")) {
      const [text, inCode = text] = [values[Number(node.dataset.value)]].flat();
      node.textContent = node.closest("code") ? inCode.replace(/−/g, "-") : text;
    }
    question.view.part("variant").textContent = fill(words.variant, { number: this.seen });
  }

  /** Goes to the next variant; previous attempts count for the previous one. */
  next() {
    const { all, question, seen } = this;
    const { record } = question;
    const variant = (seen % all.length) + 1;
    Object.assign(record, { state: "open", checked: undefined, step: 0, response: {} });
    Object.assign(record, { variant, before: record.attempts });
    question.view.write({});
    question.update(fill(words.other_numbers, { number: variant, total: all.length }));
    question.view.focus();
  }
}
