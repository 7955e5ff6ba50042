// What a reader does with a question, and what becomes of it: attempts, states, records.

/** The page on which the reader has been told that nothing is kept. */
let toldOn = "";

class Question extends Face {
  /** @param {HTMLElement} element @param {SelfCheckType} type */
  constructor(element, type) {
    super(element, type);
    this.place = `self-check:${site}:${element.id.replace("check-", "")}`;
    this.timer = 0;
    this.running = new AbortController();
    this.signal = this.running.signal;
    this.unshuffle = shuffle(element, this.signal);
    this.undo = type.connect?.(this.block);
    if (element.hasAttribute("data-confidence")) this.confidence = new Confidence(this);
    if (element.dataset.variants) this.variants = new Variants(this);
    this.record = this.restore();
    this.listen();
  }

  listen() {
    const { form, signal } = this;
    form.addEventListener("submit", (event) => this.submitted(event), { signal });
    form.addEventListener("click", (event) => this.clicked(event), { signal });
    form.addEventListener("input", (event) => this.changed(event), { signal });
    form.addEventListener("toggle", (event) => this.toggled(event), { signal, capture: true });
    addEventListener("pagehide", () => this.flush(), { signal });
    addEventListener("pageshow", (event) => event.persisted && this.reload(), { signal });
    addEventListener("storage", (event) => this.changedElsewhere(event), { signal });
  }

  /** @returns {SelfCheckResponse} */
  read() {
    const { form, prefix, type } = this;
    if (type.read) return type.read(form, prefix);
    const fields = [...new FormData(form)].filter(([name]) => name.startsWith(prefix));
    return Object.fromEntries(fields.map(([name, value]) => [name.slice(prefix.length), value]));
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

  /** @param {SelfCheckResponse} response */
  isEmpty(response) {
    return this.type.isEmpty?.(response) ?? Object.values(response).every((value) => value === "");
  }

  /** Takes what storage holds, as far as it is sound and belongs to this wording of the question. */
  restore() {
    const saved = recall(this.place);
    const fingerprint = this.element.dataset.fingerprint ?? "";
    const isOurs = saved?.v === 1 && saved.response instanceof Object;
    const isChanged = isOurs && saved.fingerprint !== fingerprint;
    const blank = { state: "open", step: 0, attempts: 0, first: "", hints: 0, confidence: undefined };
    const record = { v: 1, fingerprint, response: {}, at: 0, ...blank, ...(isOurs && saved) };
    if (isChanged) Object.assign(record, blank, { response: this.kept(saved.response, true) });
    record.step = Number(record.step) || 0;
    if (!this.steps[record.step]) record.step = 0;
    if (!/^(right|wrong|shown)$/.test(record.state)) record.state = "open";
    // All answers may be shown to her who has given none.
    if (record.state !== "shown" && this.isEmpty(record.response)) record.state = "open";
    record.attempts = Number(record.attempts) || 0;
    record.hints = Number(record.hints) || 0;
    record.before = Math.min(Number(record.before) || 0, record.attempts) || undefined;
    this.record = record;
    this.write(record.response);
    set(this.status, "aria-live", "off"); // nothing new to announce
    this.paint(isChanged && words.changed);
    return record;
  }

  /** @param {SelfCheckResponse} response */
  kept(response, isChanged = false) {
    return this.type.again?.(response, isChanged) ?? {};
  }

  save() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.record.at = Date.now();
    keep(this.place, this.record);
    tally();
  }

  forget() {
    clearTimeout(this.timer);
    this.timer = 0;
    forget(this.place);
    this.reload();
  }

  flush() {
    if (this.timer) this.save();
  }

  /** Shows what the reader's action has led to. @param {string | false} [message] */
  update(message) {
    set(this.status, "aria-live", false);
    this.paint(message);
    this.save();
  }

  /** @param {Event} event */
  submitted(event) {
    event.preventDefault();
    const { record, steps } = this;
    if (record.state !== "open") return;
    record.response = this.read();
    if (steps[record.step + 1]) {
      record.step++;
      this.update(steps[record.step].say);
      return;
    }
    const refusal = this.refusal(record.response);
    if (!refusal) return this.grade();
    this.update(refusal.message);
    this.complain(refusal);
  }

  /** @param {SelfCheckResponse} response @returns {SelfCheckRefusal | undefined} */
  refusal(response) {
    const { type } = this;
    return this.isEmpty(response)
      ? { message: type.empty ?? words.empty }
      : type.refuse?.(response, this.key);
  }

  /** @param {string} text */
  say(text) {
    set(this.status, "aria-live", false);
    this.status.replaceChildren(this.make("p", "notice", text));
  }

  grade() {
    const { element, record, type } = this;
    const { correct, score } = type.grade(record.response, this.key);
    record.attempts++;
    record.state = correct ? "right" : "wrong";
    if (correct) record.first ||= record.attempts > 1 ? "later" : "right";
    if (!correct && record.attempts === 1 && record.confidence === 95) record.back = true;
    record.fingerprint = element.dataset.fingerprint ?? "";
    this.update();
    this.tellIfRefused();
    const id = element.id.replace("check-", "");
    const detail = {
      id,
      type: type.type,
      response: record.response,
      correct,
      score,
      attempt: this.tries,
      ...(this.variants && { variant: record.variant }),
      ...(record.confidence && { confidence: record.confidence }),
    };
    element.dispatchEvent(new CustomEvent("self-check-graded", { bubbles: true, detail }));
  }

  tellIfRefused() {
    if (!refused.has(this.place) || toldOn === location.pathname) return;
    toldOn = location.pathname;
    this.status.append(this.make("p", "notice", words.not_kept));
  }

  again() {
    const { record } = this;
    Object.assign(record, { state: "open", step: 0, response: this.kept(record.response) });
    this.write(record.response);
    this.update();
  }

  get isMissed() {
    const { state, back } = this.record;
    return state !== "open" && (state !== "right" || !!back);
  }

  /** She comes back to it. */
  retry() {
    delete this.record.back;
    this.again();
  }

  /** Shown together with all others, not asked for here: nothing is announced. */
  reveal() {
    const { element, record, steps } = this;
    if (this.isSettled) return;
    if (!record.attempts) delete record.confidence;
    const fingerprint = element.dataset.fingerprint ?? "";
    Object.assign(record, { state: "shown", step: steps.length - 1, fingerprint });
    record.first ||= "shown";
    set(this.status, "aria-live", "off");
    this.paint();
    this.save();
  }

  /** Brings her here from elsewhere on the page. */
  meet() {
    const question = this.part("question");
    question.tabIndex = -1;
    question.addEventListener("blur", () => question.removeAttribute("tabindex"), { once: true });
    question.focus({ preventScroll: true });
    this.element.scrollIntoView();
  }

  /** @param {any} event */
  clicked(event) {
    if (event.target.closest("button") === this.button && this.record.state !== "open") {
      event.preventDefault();
      this.again();
    }
    // Rows that hold blocks cannot be labels; all the same a row is one target.
    const row = event.target.closest("[data-option]");
    if (!row || event.target.closest("a, button, input, label, summary, textarea") || String(getSelection()))
      return;
    row.querySelector("input")?.focus();
    row.querySelector("input")?.click();
  }

  /** @param {any} event */
  changed(event) {
    const { record } = this;
    if (!event.target.name?.startsWith(this.prefix)) return;
    if (this.isSettled) {
      this.write(record.response);
      return this.paint();
    }
    record.response = this.read();
    if (record.state === "wrong") {
      record.state = "open";
      this.update();
    }
    this.complain();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), 300);
  }

  /** @param {any} event */
  toggled({ target }) {
    const { record, hints, answer } = this;
    if (!target.open || matchMedia("print").matches) return;
    if (hints.includes(target)) {
      record.hints = Math.max(record.hints, hints.indexOf(target) + 1);
      this.offerHints();
      this.save();
    }
    if (target === answer && record.state === "wrong" && !this.steps[1]) {
      record.state = "shown";
      record.first ||= "shown";
      this.update();
    }
  }

  /** Another tab has answered; what is being edited here stays. @param {StorageEvent} event */
  changedElsewhere({ key }) {
    const isMine = key === this.place || key === null;
    if (isMine && !this.controls.includes(document.activeElement)) this.reload();
  }

  reload() {
    this.restore();
    tally();
  }

  /** Leaves the block as the build made it. */
  stop() {
    this.flush();
    this.running.abort();
    Object.assign(this.record, { state: "open", step: 0, attempts: 1, hints: this.hints.length });
    if (this.variants) this.record.variant = 1;
    this.paint();
    this.complain();
    this.undo?.();
    this.unshuffle();
    this.confidence?.box.remove();
    this.variants?.button.remove();
    if (this.report) this.report.href = this.reportHref ?? "";
    this.button.remove();
    this.answer.hidden = false;
    /** @type {HTMLElement} */ (this.answer.firstElementChild).hidden = false;
    for (const part of this.ways) part.hidden = false;
    this.status.removeAttribute("id");
    set(this.status, "aria-live", false);
    delete this.element.dataset.state;
    delete this.element.dataset.step;
  }
}
