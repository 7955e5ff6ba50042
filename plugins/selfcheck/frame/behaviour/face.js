// How a block shows its record: the verdict, announced by its status region, feedback, signs, and which parts stand
// where.

/** @param {Element} node @param {string} name @param {string | false} value */
const set = (node, name, value) =>
  value === false ? node.removeAttribute(name) : node.setAttribute(name, value);

class Face {
  /** @param {HTMLElement} element @param {SelfCheckType} type */
  constructor(element, type) {
    this.element = element;
    this.type = type;
    this.steps = type.steps ?? [{ press: words.check }];
    this.prefix = `${element.id}-`;
    this.key = JSON.parse(element.dataset.key ?? "null");
    this.lang = this.part("label").lang;
    this.dir = this.part("label").dir;
    this.form = /** @type {HTMLFormElement} */ (this.part("form"));
    this.answer = /** @type {HTMLDetailsElement} */ (this.part("answer"));
    this.status = this.part("status");
    this.status.id = `${this.prefix}status`;
    this.hints = this.all(".self-check__hint");
    this.button = /** @type {HTMLButtonElement} */ (this.make("button", "button", this.steps[0].press));
    this.part("actions").prepend(this.button);
    this.report = /** @type {HTMLAnchorElement | null} */ (this.part("report"));
    this.reportHref = this.report?.href;
    this.ways = this.all(".self-check__section, .self-check__links");
    /** @type {Confidence | undefined} */
    this.confidence = undefined;
    /** @type {Variants | undefined} */
    this.variants = undefined;
    /** @type {SelfCheckRecord} */
    this.record = {
      v: 1,
      fingerprint: "",
      response: {},
      state: "open",
      step: 0,
      attempts: 0,
      first: "",
      hints: 0,
      at: 0,
    };
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
    if (this.dir && (text || /^(p|label)$/.test(tag))) node.dir = this.dir;
    return node;
  }

  /** @param {string} kind @param {string | undefined} name */
  named(kind, name) {
    return this.all(`[data-${kind}]`).find((node) => node.dataset[kind] === name);
  }

  /** The controls that make the response; content may bring others, as tabs do. @returns {any[]} */
  get controls() {
    return [...this.form.elements].filter((/** @type {any} */ one) => one.name?.startsWith(this.prefix));
  }

  get isSettled() {
    return this.record.state === "right" || this.record.state === "shown";
  }

  /** Verdicts on what is asked now, in this variant. */
  get tries() {
    return this.record.attempts - (this.record.before ?? 0);
  }

  /** Makes the block show its record. May run at any time. @param {string | false} [message] */
  paint(message) {
    const { element, answer, button, record, steps, status, type } = this;
    const isClosed = record.state !== "open";
    this.putBack();
    this.variants?.paint();
    element.dataset.state = record.state;
    if (steps[1]) element.dataset.step = String(record.step);
    answer.hidden = !isClosed;
    answer.open = this.isSettled || (isClosed && !!steps[1]);
    /** @type {HTMLElement} */ (answer.firstElementChild).hidden = record.state === "right" || !!steps[1];
    for (const part of this.ways) part.hidden = !isClosed;
    if (this.report && record.variant)
      this.report.href = this.reportHref + encodeURIComponent(`\nvariant: ${record.variant}`);
    button.textContent = isClosed ? words.try_again : steps[record.step].press;
    // Enter in a field checks; it does not throw a verdict away.
    button.type = isClosed ? "button" : "submit";
    this.offerHints();
    this.lock();
    this.confidence?.paint();
    status.replaceChildren(...(message ? [this.make("p", "notice", message)] : []));
    const result = isClosed ? type.grade(record.response, this.key) : null;
    if (result) this.judge(result);
    type.paint?.(this.block, result);
  }

  /** What a type may touch of this block. @returns {any} */
  get block() {
    return this;
  }

  /** Feedback returns to its list, signs go, the parts of each step take their places. */
  putBack() {
    const { answer, record, status } = this;
    for (const feedback of this.all(".self-check__status [data-feedback]")) {
      this.named("reason", feedback.dataset.feedback)?.append(feedback);
    }
    delete status.dataset.verdict;
    for (const sign of this.all(".self-check__sign")) {
      delete sign.parentElement?.dataset.mark;
      sign.parentElement?.querySelector("input, select")?.removeAttribute("aria-describedby");
      sign.remove();
    }
    for (const part of this.all("[data-step]")) {
      const isDue = record.step >= Number(part.dataset.step);
      if (isDue === answer.contains(part)) {
        if (isDue) this.part("question").append(part);
        else answer.firstElementChild?.after(part);
      }
    }
  }

  lock() {
    for (const control of this.controls) {
      if (/^text/.test(control.type)) control.readOnly = this.isSettled;
      else set(control, "aria-disabled", this.isSettled && "true");
    }
  }

  offerHints() {
    this.hints.forEach((hint, index) => {
      const { hints, attempts } = this.record;
      hint.hidden = index > hints || (hint.hasAttribute("data-after-attempt") && !attempts);
    });
  }

  /** Verdict, feedback to the response, and signs; the key's own only once it is no secret. @param {SelfCheckResult} result */
  judge(result) {
    const { record, status, tries, type } = this;
    const { state } = record;
    status.dataset.verdict = state === "wrong" && result.score > 0 ? "partial" : state;
    const name = state === "right" && tries > 1 ? "right_later" : state;
    const own = state !== "shown" && type.verdict?.(result, fill);
    status.append(this.make("p", "verdict", own || fill(words[`verdict_${name}`], { attempt: tries })));
    for (const feedback of result.feedback ?? []) {
      const node = this.named("feedback", feedback);
      if (node) status.append(node);
    }
    if (record.back) status.append(this.make("p", "notice", words.come_back));
    for (const [option, mark] of Object.entries(result.marks ?? {})) {
      if (this.isSettled || mark !== "key") this.sign(option, mark);
    }
  }

  /** @param {string} option @param {SelfCheckMark} mark */
  sign(option, mark) {
    const row = this.named("option", option);
    if (!row) return;
    const sign = this.make("span", "sign", words[`mark_${mark}`]);
    sign.id = `${this.prefix}sign-${option}`;
    row.dataset.mark = mark;
    row.append(sign);
    row.querySelector("input, select")?.setAttribute("aria-describedby", sign.id);
  }

  /** Marks the fields that cannot be graded as they are, or none. @param {SelfCheckRefusal} [refusal] */
  complain(refusal) {
    const { controls, prefix, status } = this;
    if (!refusal && controls.some((control) => control.hasAttribute("aria-invalid")))
      status.replaceChildren();
    for (const control of controls) {
      const isMeant = refusal && refusal.fields?.includes(control.name.slice(prefix.length)) !== false;
      set(control, "aria-invalid", !!isMeant && "true");
      set(control, "aria-describedby", !!isMeant && status.id);
    }
  }
}
