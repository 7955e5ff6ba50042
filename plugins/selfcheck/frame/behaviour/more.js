// The menu of a block: what is seldom wanted, out of the way.

class More {
  /** @param {Question} question */
  constructor(question) {
    const { view } = question;
    this.question = question;
    this.menu = /** @type {HTMLDetailsElement} */ (view.make("details", "more"));
    this.opener = view.make("summary", "opener");
    this.opener.ariaLabel = this.opener.title = words.more_about;
    view.name(this.opener, "more");
    this.list = view.make("div", "choices");
    this.again = this.offer(words.answer_again, () => this.answerAgain());
    this.offer(words.copy_link, () => this.copyLink());
    /** The links to report and to edit, which stand below the block without a script. */
    this.links = view.part("links");
    if (this.links) this.list.append(this.links);
    this.menu.append(this.opener, this.list);
    view.part("label").after(this.menu);
    this.listen();
  }

  /** @param {string} text @param {() => void} pressed */
  offer(text, pressed) {
    const { signal, view } = this.question;
    const button = /** @type {HTMLButtonElement} */ (view.make("button", "choice", text));
    button.type = "button";
    button.addEventListener("click", pressed, { signal });
    this.list.append(button);
    return button;
  }

  listen() {
    const { menu, opener } = this;
    const { signal } = this.question;
    const closeFor = (/** @type {any} */ node) =>
      node instanceof Node && !menu.contains(node) && this.close();
    const onKeyDown = ({ key = "" }) => {
      if (key !== "Escape" || !menu.open) return;
      this.close();
      opener.focus();
    };
    menu.addEventListener("keydown", onKeyDown, { signal });
    menu.addEventListener("focusout", ({ relatedTarget }) => closeFor(relatedTarget), { signal });
    addEventListener("pointerdown", ({ target }) => closeFor(target), { signal });
  }

  /** Offers to answer again where there is an answer. */
  paint() {
    this.again.hidden = this.question.record.state === "open";
  }

  close() {
    this.menu.open = false;
  }

  answerAgain() {
    const { question } = this;
    this.close();
    question.again();
    question.view.focus();
  }

  async copyLink() {
    const { element, view } = this.question;
    const address = new URL(`#${element.id}`, element.dataset.review ?? location.href).href;
    this.close();
    this.opener.focus();
    try {
      await navigator.clipboard.writeText(address);
      view.say(words.link_copied);
    } catch {
      // Not where it is not safe, and not where the reader forbids it: she can copy it herself.
      view.say(address);
    }
    view.bringStatus();
  }

  leave() {
    if (this.links) this.question.view.form.append(this.links);
    this.menu.remove();
  }
}
