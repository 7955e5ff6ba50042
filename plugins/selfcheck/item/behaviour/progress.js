// The line below the questions of a page.

/** The line after the last block: how many are answered, and the way to clear them in two presses. */
class Progress {
  constructor() {
    this.line = document.createElement("div");
    this.line.className = "self-check-progress";
    this.line.tabIndex = -1;
    this.count = this.add("span");
    this.clear = this.add("button", () => this.ask(!this.isAsking));
    this.said = this.add("span");
    this.yes = this.add("button", (event) => event.detail < 2 && this.forgetAll());
    this.said.setAttribute("role", "status");
    this.yes.textContent = words.clear_yes;
    this.isAsking = false;
  }

  /** @param {string} tag @param {(event: MouseEvent) => void} [pressed] */
  add(tag, pressed) {
    const node = /** @type {HTMLButtonElement} */ (document.createElement(tag));
    if (pressed) node.type = "button";
    if (pressed) node.addEventListener("click", pressed);
    this.line.append(node);
    return node;
  }

  get questions() {
    const elements = [...document.querySelectorAll("self-check")];
    return elements.flatMap((element) => /** @type {Block} */ (element).question ?? []);
  }

  /** Counts anew and stands after the last block, outside whatever box holds it. */
  tally() {
    const { questions, line } = this;
    const last = questions[questions.length - 1];
    if (!last) return line.remove();
    const spot = last.element.closest("article > *, main > *, [role=main] > *") ?? last.element;
    if (spot.nextElementSibling !== line) {
      line.lang = last.lang || document.documentElement.lang;
      spot.after(line);
      this.ask(false);
    }
    const answered = questions.filter(({ record }) => record.attempts).length;
    this.count.textContent = fill(words.progress, { answered, total: questions.length });
    this.clear.hidden = !questions.some(({ record }) => record.at);
  }

  /** The same button offers and takes back, so that focus and a second click meet no harm. @param {boolean} isAsking */
  ask(isAsking) {
    this.isAsking = isAsking;
    this.clear.textContent = isAsking ? words.clear_no : words.clear;
    this.said.textContent = isAsking ? words.clear_confirm : "";
    this.yes.hidden = !isAsking;
  }

  forgetAll() {
    for (const question of this.questions) question.forget();
    this.ask(false);
    this.said.textContent = words.cleared;
    this.line.focus();
  }
}
