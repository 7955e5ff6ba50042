// A question on the page: turns the reader's actions into changes of its record, and has that stored and shown.

class Question {
  /** @param {HTMLElement} element @param {SelfCheckType} type */
  constructor(element, type) {
    this.element = element;
    this.type = type;
    this.view = new View(element, type);
    this.key = JSON.parse(element.dataset.key ?? "null");
    this.record = newRecord();
    this.id = element.id.replace("check-", "");
    this.running = new AbortController();
    this.signal = this.running.signal;
    this.unshuffle = shuffle(element, this.signal);
    this.block = this.makeBlock();
    this.undo = type.connect?.(this.block);
    this.confidence = element.hasAttribute("data-confidence") ? new Confidence(this) : undefined;
    this.variants = element.dataset.variants ? new Variants(this) : undefined;
    // A review keeps what is done in it elsewhere.
    const { Keeping: Kept = Keeping } = /** @type {Block} */ (element);
    this.keeping = new Kept(this);
    const early = this.view.read();
    this.keeping.restore();
    this.listen();
    this.takeUp(early);
  }

  /** Keeps what she has chosen or written before the script came. @param {SelfCheckResponse} early */
  takeUp(early) {
    if (this.record.at || Object.values(early).every((value) => value === "")) return;
    this.record.response = early;
    this.view.write(early);
    this.paint();
    this.keeping.saveSoon();
  }

  /** What the script of a type may use. @returns {SelfCheckBlock} */
  makeBlock() {
    const { element, signal, view } = this;
    const question = this;
    return {
      element,
      form: view.form,
      prefix: view.prefix,
      signal,
      get key() {
        return question.key;
      },
      get isSettled() {
        return question.isSettled;
      },
      noteChange,
      make: (tag, name, text) => view.make(tag, name, text),
      say: (text) => view.say(text),
    };
  }

  listen() {
    const { signal, view } = this;
    const { form } = view;
    guard(form, signal);
    form.addEventListener("submit", (event) => this.onSubmit(event), { signal });
    form.addEventListener("click", choosePictured, { signal, capture: true });
    form.addEventListener("click", (event) => this.onClick(event), { signal });
    form.addEventListener("input", (event) => this.onInput(event), { signal });
    form.addEventListener("toggle", (event) => this.onToggle(event), { signal, capture: true });
    this.keeping.listen();
  }

  get isSettled() {
    return isSettled(this.record);
  }

  get isMissed() {
    return isMissed(this.record);
  }

  /** The fingerprint of the question as it stands on the page. */
  get fingerprint() {
    return this.element.dataset.fingerprint ?? "";
  }

  /** What an answer tells of its question, so that it can be read when the question is gone. */
  get description() {
    const stem = this.view.part("stem").textContent ?? "";
    return {
      fingerprint: this.fingerprint,
      type: this.type.type,
      stem: stem.replace(/\s+/g, " ").trim().slice(0, 120),
    };
  }

  /** @param {SelfCheckResponse} response */
  isEmpty(response) {
    return this.type.isEmpty?.(response) ?? Object.values(response).every((value) => value === "");
  }

  /** What a new attempt keeps of a response. @param {SelfCheckResponse} response */
  kept(response, isChanged = false) {
    return this.type.again?.(response, isChanged) ?? {};
  }

  /** Makes the block show the record. May run at any time. @param {string | false} [message] */
  paint(message) {
    const { block, record, type, view } = this;
    view.reset(record);
    this.variants?.paint();
    view.show(record, message);
    this.confidence?.paint();
    const result = record.state === "open" ? null : this.result();
    if (result) view.judge(record, result);
    type.paint?.(block, result);
  }

  /** What grading says of the response. A word that was typed on a page in another language is not among the
   * answers of this one: what its own page said of it stays, without more. @returns {SelfCheckResult} */
  result() {
    const { key, record, type } = this;
    const result = type.grade(record.response, key);
    const isOther = record.state === (result.correct ? "wrong" : "right");
    const correct = !result.correct;
    // What a type adds to its result stays, since its verdict may tell of it.
    return isOther ? { ...result, correct, score: Number(correct), feedback: [], marks: {} } : result;
  }

  /** Shows and stores what the reader's action has led to. @param {string | false} [message] */
  update(message) {
    this.view.announce(true);
    this.paint(message);
    this.keeping.save();
    this.view.bringStatus();
  }

  /** @param {SelfCheckResponse} response @returns {SelfCheckRefusal | undefined} */
  refusal(response) {
    const { type } = this;
    return this.isEmpty(response)
      ? { message: type.empty ?? words.empty }
      : type.refuse?.(response, this.key);
  }

  grade() {
    const { element, id, record, type } = this;
    const { correct, score } = type.grade(record.response, this.key);
    addDeed(record, correct ? "right" : "wrong", this.description);
    this.update();
    this.keeping.tellIfRefused();
    this.view.bringStatus(); // again, with what has been added
    const detail = {
      id,
      type: type.type,
      response: record.response,
      correct,
      score,
      attempt: triesOf(record),
      ...(this.variants && { variant: record.variant }),
      ...(record.confidence && { confidence: record.confidence }),
      ...(element.hasAttribute("data-review") && { review: true }),
    };
    element.dispatchEvent(new CustomEvent("self-check-graded", { bubbles: true, detail }));
  }

  again() {
    const { record } = this;
    Object.assign(record, { state: "open", step: 0, response: this.kept(record.response) });
    this.view.write(record.response);
    this.update();
  }

  /** Begins a new attempt at a missed question. */
  retry() {
    delete this.record.back;
    this.again();
  }

  /** Shows the answer together with those of all other questions, without announcing it. */
  reveal() {
    const { record, view } = this;
    if (this.isSettled) return;
    if (!record.attempts) delete record.confidence;
    record.step = view.steps.length - 1;
    addDeed(record, "shown", this.description);
    view.announce(false);
    this.paint();
    this.keeping.save();
  }

  /** Shows the answer to the reader who asks for it. */
  showAnswer() {
    const { record } = this;
    if (!record.attempts) delete record.confidence;
    addDeed(record, "shown", this.description);
    this.update();
  }

  /** @param {Event} event */
  onSubmit(event) {
    event.preventDefault();
    const { record, view } = this;
    if (record.state !== "open") return;
    record.response = view.read();
    if (view.steps[record.step + 1]) {
      record.step++;
      this.update(view.steps[record.step].say);
      return;
    }
    const refusal = this.refusal(record.response);
    if (!refusal) return this.grade();
    this.update(refusal.message);
    if (this.isSettled) return; // in another tab
    view.complain(refusal);
    // A second press may mean more, as that a spelling is meant.
    noteChange(view.button);
  }

  /** @param {any} event */
  onClick(event) {
    if (event.target.closest("button") === this.view.button && this.record.state !== "open") {
      event.preventDefault();
      this.again();
    }
    if (event.target.closest("summary") === this.view.answer.firstElementChild && !this.isSettled) {
      event.preventDefault();
      this.showAnswer();
    }
    // Rows that contain blocks cannot be labels; all the same a row is one target.
    const row = event.target.closest("[data-option]");
    if (!row || event.target.closest("a, button, input, label, summary, textarea") || String(getSelection()))
      return;
    const control = this.view.control(row);
    if (!(control instanceof HTMLInputElement)) return;
    control.focus();
    control.click();
  }

  /** @param {any} event */
  onInput(event) {
    const { record, view } = this;
    if (!event.target.name?.startsWith(view.prefix)) return;
    if (this.isSettled) {
      view.write(record.response);
      return this.paint();
    }
    record.response = view.read();
    if (record.state === "wrong") {
      record.state = "open";
      this.update();
    }
    view.complain();
    // Her hand was elsewhere: whatever she presses next is meant.
    changes.delete(view.button);
    this.keeping.saveSoon();
  }

  /** @param {any} event */
  onToggle({ target }) {
    const { record, view } = this;
    const { answer, hints, steps } = view;
    if (!target.open || matchMedia("print").matches) return;
    if (hints.includes(target)) {
      record.hints = Math.max(record.hints, hints.indexOf(target) + 1);
      view.offerHelp(record);
      this.keeping.save();
    }
    // An address that leads into it opens it too, which is not to count as asked for.
    if (target === answer && !this.isSettled && !steps[1]) answer.open = false;
  }

  /** Leaves the block as the build made it. */
  stop() {
    this.keeping.flush();
    this.running.abort();
    const { record, view } = this;
    Object.assign(record, { state: "open", step: 0, attempts: 1, hints: view.hints.length });
    if (this.variants) record.variant = 1;
    this.paint();
    view.complain();
    this.undo?.();
    this.unshuffle();
    this.confidence?.box.remove();
    this.variants?.button.remove();
    view.leave();
  }
}
