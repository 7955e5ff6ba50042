// The view of a question: the elements of its block, how they show a record, and where a verdict is announced. It
// stores nothing.

/** @param {Element} node @param {string} name @param {string | false} value */
const set = (node, name, value) =>
  value === false ? node.removeAttribute(name) : node.setAttribute(name, value);

/** Takes from a block what it says of its record. @param {HTMLElement} element */
const forgetState = ({ dataset }) => {
  delete dataset.state;
  delete dataset.edited;
  delete dataset.step;
};

class View {
  /** @param {HTMLElement} element @param {SelfCheckType} type */
  constructor(element, type) {
    this.element = element;
    this.type = type;
    this.steps = type.steps ?? [{ press: words.check }];
    // What a script adds has an id with a second hyphen behind it, which no id of a question has.
    this.prefix = `${element.id}-`;
    this.lang = this.part("label").lang;
    this.dir = this.part("label").dir;
    this.form = /** @type {HTMLFormElement} */ (this.part("form"));
    this.answer = /** @type {HTMLDetailsElement} */ (this.part("answer"));
    this.status = this.part("status");
    this.status.id = `${this.prefix}-status`;
    this.status.ariaAtomic = "false"; // of what is added, no more than that is read aloud
    this.hints = this.all(".self-check__hint");
    this.button = /** @type {HTMLButtonElement} */ (this.make("button", "button", this.steps[0].press));
    this.part("actions").prepend(this.button);
    this.report = /** @type {HTMLAnchorElement | null} */ (this.part("report"));
    this.reportHref = this.report?.href;
    this.section = this.part("section");
    this.standing = this.make("span", "standing");
    this.standing.ariaHidden = "true";
    this.part("label").prepend(this.standing);
    this.part("label").id = `${this.prefix}-label`;
    this.name(this.button, "check");
    this.correct = this.part("correct");
    this.explanation = this.part("explanation");
    /** The frame in which the verdict is brought into view. */
    this.coming = 0;
    // Those that are hidden count too.
    this.all("ol.self-check__reasons > li").forEach((reason, index) => {
      /** @type {HTMLLIElement} */ (reason).value = index + 1;
    });
  }

  /** @param {string} name @returns {HTMLElement} */
  part(name) {
    return /** @type {HTMLElement} */ (this.element.querySelector(`.self-check__${name}`));
  }

  /** @param {string} selector @returns {HTMLElement[]} */
  all(selector) {
    return [...this.element.querySelectorAll(/** @type {any} */ (selector))];
  }

  /** @param {string} tag @param {string} name */
  make(tag, name, text = "") {
    const node = document.createElement(tag);
    node.className = `self-check__${name}`;
    node.textContent = text;
    if (this.lang) node.lang = this.lang;
    // What holds more than words keeps the direction of the page.
    if (this.dir && (text || /^(p|label|button)$/.test(tag))) node.dir = this.dir;
    return node;
  }

  /** Lets the name of a button say which question it is about, where there are several.
   * @param {HTMLElement} button @param {string} name */
  name(button, name) {
    if (!document.getElementsByTagName("self-check")[1]) return;
    button.id = `${this.prefix}-${name}`;
    button.setAttribute("aria-labelledby", `${button.id} ${this.prefix}-label`);
  }

  /** @param {string} kind @param {string | undefined} name */
  named(kind, name) {
    return this.all(`[data-${kind}]`).find((node) => node.dataset[kind] === name);
  }

  /** The controls that make the response; content may bring others, as tabs do. @returns {any[]} */
  get controls() {
    return [...this.form.elements].filter((/** @type {any} */ one) => one.name?.startsWith(this.prefix));
  }

  /** The control of a row; its content may bring others, as a task list does. @param {Element | null} row */
  control(row) {
    return /** @type {HTMLElement | null} */ (row?.querySelector(`[name^="${this.prefix}"]`) ?? null);
  }

  /** The response in the form. @returns {SelfCheckResponse} */
  read() {
    const { form, prefix, type } = this;
    if (type.read) return type.read(form, prefix);
    // The data of a form would have the page laid out first, for the lines of a textarea.
    const given = this.controls.filter((control) => control.checked || !/radio|checkbox/.test(control.type));
    return Object.fromEntries(given.map(({ name, value }) => [name.slice(prefix.length), value]));
  }

  /** @param {SelfCheckResponse} response */
  write(response) {
    const { form, prefix, type } = this;
    if (type.write) return type.write(form, prefix, response);
    for (const control of this.controls) {
      const value = response[control.name.slice(prefix.length)];
      if (/radio|checkbox/.test(control.type)) control.checked = control.value === value;
      else control.value = value ?? "";
    }
  }

  /** Shows everything but a verdict. @param {SelfCheckRecord} record @param {string} wayOn what the button says once
   * there is nothing more to check @param {string | false} [message] */
  show(record, wayOn, message) {
    const { element, answer, button, status, steps } = this;
    const isClosed = record.state !== "open";
    const isOver = isSettled(record) || (isClosed && !!steps[1]);
    element.dataset.state = record.state;
    this.standing.dataset.standing = standingOf(record);
    set(element, "data-edited", isEdited(record) && "");
    if (steps[1]) element.dataset.step = String(record.step);
    answer.open = false;
    answer.hidden = !isOver || !!steps[1];
    /** @type {HTMLElement} */ (answer.firstElementChild).hidden = true;
    this.correct.hidden = isOver && this.hasOptions && !steps[1];
    if (this.section) this.section.hidden = !/wrong|shown/.test(record.state);
    if (this.report && record.variant)
      this.report.href = this.reportHref + encodeURIComponent(`\nvariant: ${record.variant}`);
    const press = isClosed ? words.check_again : steps[record.step].press;
    label(button, isOver ? wayOn : press);
    // Enter in a field checks; it does not throw a verdict away.
    button.type = isOver ? "button" : "submit";
    this.lock(isSettled(record));
    status.replaceChildren(...(message ? [this.make("p", "notice", message)] : []));
  }

  /** Undoes `tell` and `mark`, and moves each part with `data-step` to its place. @param {SelfCheckRecord} record */
  reset(record) {
    const { answer, status } = this;
    for (const feedback of this.all("[data-feedback]")) {
      if (answer.contains(feedback)) continue;
      feedback.removeAttribute("id");
      this.named("reason", feedback.dataset.feedback)?.append(feedback);
    }
    if (status.contains(this.correct)) answer.firstElementChild?.after(this.correct);
    if (status.contains(this.explanation)) this.correct.after(this.explanation);
    delete status.dataset.verdict;
    for (const control of this.controls)
      for (const name of ["aria-invalid", "aria-describedby"]) control.removeAttribute(name);
    for (const sign of this.all(".self-check__sign")) {
      delete sign.parentElement?.dataset.mark;
      sign.remove();
    }
    for (const part of this.all("[data-step]")) {
      const isDue = record.step >= Number(part.dataset.step);
      if (isDue === answer.contains(part)) {
        if (isDue) this.part("question").append(part);
        else this.correct.append(part);
      }
    }
  }

  /** @param {boolean} isLocked */
  lock(isLocked) {
    for (const control of this.controls) {
      if (/^text/.test(control.type)) control.readOnly = isLocked;
      else set(control, "aria-disabled", isLocked && "true");
    }
  }

  /** Whether the response is a choice among options, so that the key is seen among them. */
  get hasOptions() {
    return this.controls.some(({ type }) => /radio|checkbox/.test(type));
  }

  /** Puts before each reason what its option says, which has no letter on a screen. */
  nameReasons() {
    for (const reason of this.all("ol.self-check__reasons > [data-reason]")) {
      const text = this.named("option", reason.dataset.reason)?.querySelector(".self-check__letter ~ *");
      if (!text || reason.querySelector(".self-check__called")) continue;
      const called = this.make("div", "called");
      const copy = /** @type {HTMLElement} */ (text.cloneNode(true));
      for (const node of [copy, ...copy.querySelectorAll("[id]")]) node.removeAttribute("id");
      // Of controls that content brings, as tabs do, there must be no second ones.
      if (copy.querySelector("input, button, select")) copy.textContent = lineOf(text);
      called.append(...copy.childNodes);
      reason.prepend(called);
    }
  }

  /** Whether there is more to say of a settled question than stands in the status region. */
  get hasMore() {
    const { answer, correct, steps } = this;
    if (steps[1]) return false;
    return !!answer.querySelector("[data-feedback]") || (answer.contains(correct) && !correct.hidden);
  }

  /** Shows the verdict, the feedback, and once settled the explanation, with the key where no option has its sign.
   * @param {SelfCheckRecord} record @param {SelfCheckJudgement} result */
  tell(record, result) {
    const { status, type } = this;
    const { state } = record;
    const tries = triesOf(record);
    status.dataset.verdict = state === "wrong" && result.isPartial ? "partial" : state;
    const name = state === "right" && tries > 1 ? "right_later" : state;
    const own = state !== "shown" && !result.isOther && type.verdict?.(result, fill);
    status.append(this.make("p", "verdict", own || fill(words[`verdict_${name}`], { attempt: tries })));
    for (const feedback of result.feedback ?? []) {
      const node = this.named("feedback", feedback);
      if (node) status.append(node);
    }
    // The model answer of a type with steps stands in the question by now.
    if (state === "shown" && !this.correct.hidden && !this.steps[1]) status.append(this.correct);
    if (this.explanation && (isSettled(record) || this.steps[1])) status.append(this.explanation);
    if (record.back) status.append(this.make("p", "notice", words.come_back));
  }

  /** Shows signs; that of the key only once it is no secret.
   * @param {SelfCheckRecord} record @param {SelfCheckResult} result */
  mark(record, result) {
    for (const [option, mark] of Object.entries(result.marks ?? {})) {
      if (!isSettled(record) && mark === "key") continue;
      this.sign(option, mark);
      this.explain(option, result.feedbackTo?.[option] ?? []);
    }
  }

  /** Puts feedback into the row of an option, or into the cell of its control, and has it read with that.
   * @param {string} option @param {string[]} names */
  explain(option, names) {
    const row = this.named("option", option);
    const control = this.control(row ?? null);
    for (const name of names) {
      const feedback = this.named("feedback", name);
      if (!row || !feedback) continue;
      (control?.closest("td") ?? row).append(feedback);
      feedback.id = `${this.prefix}-why-${name}`;
      control?.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby")} ${feedback.id}`);
    }
  }

  /** Whether what the reader has done with an option is what was checked. A choice is one part with all its options.
   * @param {string} option @param {SelfCheckRecord} record */
  isUnchanged(option, record) {
    const { checked, response } = record;
    if (!checked) return true;
    const control = /** @type {any} */ (this.control(this.named("option", option) ?? null));
    if (!control || control.type === "radio") return isSame(checked, response);
    return isSameIn(checked, response, control.name.slice(this.prefix.length));
  }

  /** @param {string} option @param {SelfCheckMark} mark */
  sign(option, mark) {
    const row = this.named("option", option);
    if (!row) return;
    const sign = this.make("span", "sign", words[`mark_${mark}`]);
    sign.id = `${this.prefix}-sign-${option}`;
    row.dataset.mark = mark;
    row.append(sign);
    this.control(row)?.setAttribute("aria-describedby", sign.id);
  }

  /** Marks the fields that cannot be graded as they are, or none. @param {SelfCheckRefusal} [refusal] */
  complain(refusal) {
    const { controls, prefix, status } = this;
    if (!refusal && controls.some((control) => control.hasAttribute("aria-invalid")))
      status.replaceChildren();
    for (const control of controls) {
      const isMeant = refusal && refusal.fields?.includes(control.name.slice(prefix.length)) !== false;
      set(control, "aria-invalid", !!isMeant && "true");
      if (isMeant) control.setAttribute("aria-describedby", status.id);
      else if (control.getAttribute("aria-describedby") === status.id)
        control.removeAttribute("aria-describedby");
    }
  }

  /** Whether screen readers announce the status region. @param {boolean} isAnnounced */
  announce(isAnnounced) {
    set(this.status, "aria-live", !isAnnounced && "off");
  }

  /** Says something below a verdict, or in place of what was said. @param {string} text */
  say(text) {
    const { status } = this;
    this.announce(true);
    const said = this.make("p", "notice", text);
    said.dataset.said = "";
    if (!status.dataset.verdict) return status.replaceChildren(said);
    status.querySelector("[data-said]")?.remove();
    status.append(said);
  }

  /** Adds to the content of the status region. @param {string} text */
  note(text) {
    this.status.append(this.make("p", "notice", text));
  }

  /** Scrolls until what the status region says is in view, and the button below it: once, in the next frame, since
   * measuring any earlier would force one more layout. */
  bringStatus() {
    cancelAnimationFrame(this.coming);
    this.coming = requestAnimationFrame(() => this.status.firstChild && bringNear(this.status, this.button));
  }

  /** Opens what hides the question, scrolls to it and moves the focus there. */
  focus() {
    const { element } = this;
    const question = this.part("question");
    const take = () => question.focus({ preventScroll: true });
    uncover(element);
    // A browser gives the focus to what the address names, or to nothing if that cannot have it.
    element.tabIndex = question.tabIndex = -1;
    element.onfocus = take;
    question.onblur = ({ relatedTarget }) => {
      if (relatedTarget === element) return;
      for (const one of [element, question]) one.removeAttribute("tabindex");
    };
    take();
    bring(element);
    // Tabs that are linked put the page back to where it was, a moment later.
    setTimeout(() => bring(element), 50);
  }

  /** Leaves the block as the build made it, once it shows an open question. */
  leave() {
    if (this.report) this.report.href = this.reportHref ?? "";
    this.button.remove();
    this.standing.remove();
    this.part("label").removeAttribute("id");
    this.answer.hidden = false;
    /** @type {HTMLElement} */ (this.answer.firstElementChild).hidden = false;
    if (this.section) this.section.hidden = false;
    this.correct.hidden = false;
    for (const called of this.all(".self-check__called")) called.remove();
    this.status.removeAttribute("id");
    this.status.ariaAtomic = null;
    this.announce(true);
    forgetState(this.element);
  }
}
