// A question on the page: turns the reader's actions into changes of its record, and has that stored and shown.

class Question {
  /** @param {HTMLElement} element @param {SelfCheckType} type */
  constructor(element, type) {
    this.element = element;
    this.type = type;
    this.view = new View(element, type);
    this.key = JSON.parse(element.dataset.key ?? "null");
    this.record = newRecord();
    /** The variant at which she has been asked back. @type {number | undefined | null} */
    this.doubted = null;
    this.id = element.id.replace("check-", "");
    this.running = /** @type {Block} */ (element).running = new AbortController();
    this.signal = this.running.signal;
    this.unshuffle = shuffle(element, this.signal);
    this.block = this.makeBlock();
    this.undo = type.connect?.(this.block);
    this.confidence = element.hasAttribute("data-confidence") ? new Confidence(this) : undefined;
    this.help = new Help(this);
    this.more = new More(this);
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

  /** Whether there is nothing more to check: settled, or each idea of a short answer has been counted. */
  get isOver() {
    return this.isSettled || (this.record.state === "wrong" && !!this.view.steps[1]);
  }

  /** Whether grading finds the response right, as it may where another page has found it wrong. */
  get isRightByNow() {
    return this.type.grade(this.record.response, this.key).correct;
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
    return {
      fingerprint: this.fingerprint,
      type: this.type.type,
      stem: lineOf(this.view.part("stem")).replace(/(.{119}).{2,}/, "$1…"),
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
    // Before anything changes: it asks what can be seen.
    const wayOn = this.isOver ? wayOnFrom(this).text : "";
    view.reset(record);
    this.variants?.paint();
    view.show(record, wayOn, message);
    this.confidence?.paint();
    this.more.paint();
    const result = record.state === "open" ? null : this.result();
    // What is lacking is told in place of the verdict.
    const isTold = result && !(message && record.state === "wrong");
    if (isTold) view.tell(record, result);
    if (result) view.mark(record, result);
    this.help.paint();
    type.paint?.(block, isTold ? result : null);
  }

  /** What grading says of the response that was checked last, with marks on the parts that have not been changed
   * since. Where the record says otherwise, as for a word that was typed on a page in another language, its verdict
   * stands, in the frame's words, without marks and feedback. An empty response gets no mark of a mistake.
   * @returns {SelfCheckJudgement} */
  result() {
    const { key, record, type, view } = this;
    const response = checkedIn(record);
    const graded = type.grade(response, key);
    const isGiven = !this.isEmpty(response);
    const marks = Object.entries(graded.marks ?? {}).filter(
      ([option, mark]) => view.isUnchanged(option, record) && (isGiven || /key|empty/.test(mark)),
    );
    const isPartial = graded.score > 0 || Object.values(graded.marks ?? {}).includes("right");
    const result = {
      ...graded,
      isPartial,
      marks: Object.fromEntries(marks),
      ...(!isGiven && { feedback: [] }),
    };
    const isOther = record.state === (result.correct ? "wrong" : "right");
    const correct = !result.correct;
    return isOther
      ? { ...result, correct, score: Number(correct), isPartial: false, isOther, feedback: [], marks: {} }
      : result;
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
    noteChange(this.view.button); // whatever it says now
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
    const response = this.kept(record.response);
    Object.assign(record, { state: "open", step: 0, response, checked: undefined });
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
    this.view.button.focus({ preventScroll: true });
  }

  /** Leads to what comes after the question. */
  goOn() {
    const { target } = wayOnFrom(this);
    if (!target) this.again();
    else if (target instanceof Block && target.question) target.question.view.focus();
    else leadInto(target);
  }

  /** @param {Event} event */
  onSubmit(event) {
    event.preventDefault();
    const { record, view } = this;
    if (this.isOver) return;
    record.response = view.read();
    if (record.checked && !isEdited(record) && !this.isRightByNow) return this.sayTheSame();
    if (view.steps[record.step + 1]) {
      const doubt = this.type.doubt?.(record.response);
      if (doubt && this.doubted !== record.variant) return this.doubtOnce(doubt);
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

  /** Asks back, once; pressing again is meant. @param {string} doubt */
  doubtOnce(doubt) {
    const { record, view } = this;
    this.doubted = record.variant;
    this.update(doubt);
    view.complain({ message: doubt }); // until she writes
    noteChange(view.button);
  }

  /** Tells the reader who checks what she has just checked. */
  sayTheSame() {
    this.view.announce(true);
    this.view.say(words.same);
    this.view.bringStatus();
  }

  /** @param {any} event */
  onClick(event) {
    if (event.target.closest("button") === this.view.button && this.isOver) {
      event.preventDefault();
      this.goOn();
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
    if (this.isSettled) return this.putBack();
    // A record of an earlier version does not say what was checked.
    const checked = record.state === "wrong" ? checkedIn(record) : undefined;
    Object.assign(record, { checked, response: view.read() });
    if (this.isOver) {
      Object.assign(record, { state: "open", checked: undefined });
      this.update();
    }
    view.complain();
    if (checked) this.paintEdit();
    // Her hand was elsewhere: whatever she presses next is meant.
    changes.delete(view.button);
    this.keeping.saveSoon();
  }

  /** Gives the controls the response again, and leaves what is told of it alone. */
  putBack() {
    const { block, record, type, view } = this;
    view.write(record.response);
    type.paint?.(block, this.result());
  }

  /** Shows what still holds of the last verdict, which is not said again. */
  paintEdit() {
    this.view.announce(false);
    this.paint();
  }

  /** @param {any} event */
  onToggle({ target }) {
    const { record, view } = this;
    const { answer, hints, steps } = view;
    if (!target.open || matchMedia("print").matches) return;
    if (hints.includes(target)) {
      record.hints = Math.max(record.hints, hints.indexOf(target) + 1);
      this.help.paint();
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
    Object.assign(record, {
      state: "open",
      checked: undefined,
      step: 0,
      attempts: 1,
      hints: view.hints.length,
    });
    if (this.variants) record.variant = 1;
    this.paint();
    view.complain();
    this.undo?.();
    this.unshuffle();
    this.confidence?.box.remove();
    this.help.leave();
    this.more.leave();
    this.variants?.button.remove();
    view.leave();
  }
}
