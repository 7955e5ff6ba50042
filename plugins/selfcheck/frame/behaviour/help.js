// What a block offers beside its button: the next hint, the answer, and once that is known, what else there is to say.

class Help {
  /** @param {Question} question */
  constructor(question) {
    const { view, signal } = question;
    const { answer, hints } = view;
    this.question = question;
    this.hint = this.button("hint", () => this.openHint());
    this.more = this.button("answer", () => {
      if (!question.isOver) return question.showAnswer();
      this.unfold(!answer.open);
      noteChange(this.more);
    });
    this.box = hints[0]?.parentElement;
    this.folded = false;
    // What is opened stands above the verdict.
    if (this.box) view.status.before(this.box);
    for (const paper of ["beforeprint", "afterprint"])
      addEventListener(paper, () => this.unfoldForPaper(paper === "beforeprint"), { signal });
    answer.addEventListener("toggle", () => this.onToggle(), { signal });
  }

  /** @param {string} name @param {() => void} pressed */
  button(name, pressed) {
    const { signal, view } = this.question;
    const button = /** @type {HTMLButtonElement} */ (view.make("button", "offer"));
    button.type = "button";
    view.name(button, name);
    button.addEventListener("click", pressed, { signal });
    view.part("actions").append(button);
    return button;
  }

  /** Offers the next hint or, where there is none to open, the answer; after a wrong attempt both. */
  paint() {
    const { question, hint, more } = this;
    const { isOver, record, view } = question;
    const { attempts, hints, state } = record;
    view.hints.forEach((each, index) => {
      each.hidden = index >= hints;
    });
    const next = view.hints[hints];
    const mayOpen = !isOver && !!next && (!!attempts || !next.hasAttribute("data-after-attempt"));
    label(hint, hints ? words.another_hint : words.hint, !mayOpen);
    if (isOver) label(more, view.hasOptions ? words.why_not : words.more, !view.hasMore);
    else label(more, words.show_answer, !!view.steps[1] || (state === "open" && mayOpen));
    this.say();
  }

  /** Says whether what the second button unfolds is open. */
  say() {
    const { isOver, view } = this.question;
    set(this.more, "aria-expanded", isOver && String(view.answer.open));
  }

  onToggle() {
    const { isOver, view } = this.question;
    if (isOver && view.answer.open) view.nameReasons();
    this.say();
  }

  openHint() {
    const { record, view } = this.question;
    const next = /** @type {HTMLDetailsElement | undefined} */ (view.hints[record.hints]);
    if (!next) return;
    next.hidden = false;
    next.open = true; // and is counted as opened when it says so
    /** @type {HTMLElement} */ (next.firstElementChild).focus({ preventScroll: true });
    bringNear(next, view.button);
  }

  /** @param {boolean} isOpen */
  unfold(isOpen) {
    this.question.view.answer.open = isOpen;
  }

  /** On paper everything can be read. @param {boolean} isPaper */
  unfoldForPaper(isPaper) {
    const { isOver, view } = this.question;
    if (!isOver) return;
    if (isPaper) this.folded = !view.answer.open;
    if (this.folded) this.unfold(isPaper);
  }

  leave() {
    const { view } = this.question;
    this.hint.remove();
    this.more.remove();
    if (this.box) view.part("actions").append(this.box);
  }
}
