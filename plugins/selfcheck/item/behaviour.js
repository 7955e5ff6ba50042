// The frame of every question: events, states, storage, status and focus. A type adds how to grade.
// A host may run this script again, and in any order with the scripts of the types.
if (!window.SelfCheck?.types) {
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  // Two sites on one host must not mix: a site is the folder that holds its assets.
  const site = new URL(script.src).pathname.replace(/assets\/selfcheck\/[^/]*$/, "");
  /** @type {Record<string, SelfCheckType>} */
  const types = Object.create(null);
  /** Records that storage refused. @type {Map<string, SelfCheckRecord>} */
  const refused = new Map();
  let toldOn = "";

  /** @param {string} place @returns {any} */
  const recall = (place) => {
    try {
      return refused.get(place) ?? JSON.parse(localStorage.getItem(place) ?? "null");
    } catch {
      return null;
    }
  };

  /** @param {string} place @param {SelfCheckRecord} record */
  const keep = (place, record) => {
    refused.delete(place);
    try {
      // The record of a newer version stands until there is an answer to put in its place.
      if (!record.attempts && recall(place)?.v > 1) throw null;
      localStorage.setItem(place, JSON.stringify(record));
    } catch {
      refused.set(place, record);
    }
  };

  /** @param {string} place */
  const forget = (place) => {
    refused.delete(place);
    try {
      localStorage.removeItem(place);
    } catch {}
  };

  /** @param {string} text @param {Record<string, unknown>} values */
  const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => String(values[name]));

  /** @param {Element} node @param {string} name @param {string | false} value */
  const set = (node, name, value) =>
    value === false ? node.removeAttribute(name) : node.setAttribute(name, value);

  class Question {
    /** @param {HTMLElement} element @param {SelfCheckType} type */
    constructor(element, type) {
      this.element = element;
      this.type = type;
      this.steps = type.steps ?? [{ press: words.check }];
      this.prefix = `${element.id}-`;
      this.place = `self-check:${site}:${element.id.replace("check-", "")}`;
      this.key = JSON.parse(element.dataset.key ?? "null");
      this.lang = this.part("label").lang;
      this.form = /** @type {HTMLFormElement} */ (this.part("form"));
      this.answer = /** @type {HTMLDetailsElement} */ (this.part("answer"));
      this.status = this.part("status");
      this.status.id = `${this.prefix}status`;
      this.hints = this.all(".self-check__hint");
      this.button = /** @type {HTMLButtonElement} */ (this.make("button", "button"));
      this.part("actions").prepend(this.button);
      this.timer = 0;
      this.running = new AbortController();
      this.record = this.restore();
      this.listen();
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
      return node;
    }

    listen() {
      const { form } = this;
      const { signal } = this.running;
      form.addEventListener("submit", (event) => this.submitted(event), { signal });
      form.addEventListener("click", (event) => this.clicked(event), { signal });
      form.addEventListener("input", (event) => this.changed(event), { signal });
      form.addEventListener("toggle", (event) => this.toggled(event), { signal, capture: true });
      addEventListener("pagehide", () => this.flush(), { signal });
      addEventListener("pageshow", (event) => event.persisted && this.reload(), { signal });
      addEventListener("storage", (event) => this.changedElsewhere(event), { signal });
    }

    /** The controls that make the response; content may bring others, as tabs do. @returns {any[]} */
    get controls() {
      return [...this.form.elements].filter((/** @type {any} */ one) => one.name?.startsWith(this.prefix));
    }

    get isSettled() {
      return this.record.state === "right" || this.record.state === "shown";
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
      const blank = { state: "open", step: 0, attempts: 0, first: "", hints: 0 };
      const record = { v: 1, fingerprint, response: {}, at: 0, ...blank, ...(isOurs && saved) };
      if (isChanged) Object.assign(record, blank, { response: this.kept(saved.response) });
      if (!this.steps[record.step]) record.step = 0;
      if (!/^(right|wrong|shown)$/.test(record.state) || this.isEmpty(record.response)) record.state = "open";
      record.attempts = Number(record.attempts) || 0;
      record.hints = Number(record.hints) || 0;
      this.record = record;
      this.write(record.response);
      set(this.status, "aria-live", "off"); // nothing new to announce
      this.paint(isChanged && words.changed);
      return record;
    }

    /** @param {SelfCheckResponse} response */
    kept(response) {
      return this.type.again?.(response) ?? {};
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

    /** Shows what the reader's deed has led to. @param {string | false} [message] */
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
      } else if (this.isEmpty(record.response)) {
        this.update(words.empty);
        this.complain(true);
      } else {
        this.grade();
      }
    }

    grade() {
      const { element, record, type } = this;
      const { correct, score } = type.grade(record.response, this.key);
      record.attempts++;
      record.state = correct ? "right" : "wrong";
      if (correct) record.first ||= record.attempts > 1 ? "later" : "right";
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
        attempt: record.attempts,
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

    /** @param {any} event */
    clicked(event) {
      if (event.target.closest("button") === this.button && this.record.state !== "open") {
        event.preventDefault();
        this.again();
      }
      // Rows that hold blocks cannot be labels; all the same a row is one target.
      const row = event.target.closest("[data-option]");
      if (
        !row ||
        event.target.closest("a, button, input, label, summary, textarea") ||
        String(getSelection())
      )
        return;
      row.querySelector("input")?.focus();
      row.querySelector("input")?.click();
    }

    /** @param {any} event */
    changed(event) {
      const { record } = this;
      if (!event.target.name?.startsWith(this.prefix)) return;
      if (this.isSettled) return this.write(record.response);
      record.response = this.read();
      if (record.state === "wrong") {
        record.state = "open";
        this.update();
      }
      this.complain(false);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), 300);
    }

    /** @param {boolean} isMissing */
    complain(isMissing) {
      if (!isMissing && this.controls[0]?.hasAttribute("aria-invalid")) this.status.replaceChildren();
      for (const control of this.controls) {
        set(control, "aria-invalid", isMissing && "true");
        set(control, "aria-describedby", isMissing && this.status.id);
      }
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

    offerHints() {
      this.hints.forEach((hint, index) => {
        hint.hidden = index > this.record.hints;
      });
    }

    /** Makes the block show its record. May run at any time. @param {string | false} [message] */
    paint(message) {
      const { element, answer, button, record, steps, status } = this;
      const isClosed = record.state !== "open";
      this.putBack();
      element.dataset.state = record.state;
      if (steps[1]) element.dataset.step = String(record.step);
      answer.hidden = !isClosed;
      answer.open = this.isSettled || (isClosed && !!steps[1]);
      /** @type {HTMLElement} */ (answer.firstElementChild).hidden = record.state === "right" || !!steps[1];
      for (const section of this.all(".self-check__section")) section.hidden = !isClosed;
      button.textContent = isClosed ? words.try_again : steps[record.step].press;
      // Enter in a field checks; it does not throw a verdict away.
      button.type = isClosed ? "button" : "submit";
      this.offerHints();
      this.lock();
      status.replaceChildren(...(message ? [this.make("p", "notice", message)] : []));
      if (isClosed) this.judge();
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
        sign.parentElement?.querySelector("input")?.removeAttribute("aria-describedby");
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

    /** Verdict, feedback to the response, and signs; the key's own only once it is no secret. */
    judge() {
      const { record, status, type } = this;
      const { state, attempts } = record;
      const result = type.grade(record.response, this.key);
      status.dataset.verdict = state === "wrong" && result.score > 0 ? "partial" : state;
      const name = state === "right" && attempts > 1 ? "right_later" : state;
      const own = state !== "shown" && type.verdict?.(result, fill);
      status.append(this.make("p", "verdict", own || fill(words[`verdict_${name}`], { attempt: attempts })));
      for (const feedback of result.feedback ?? []) {
        const node = this.named("feedback", feedback);
        if (node) status.append(node);
      }
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
      row.querySelector("input")?.setAttribute("aria-describedby", sign.id);
    }

    /** @param {string} kind @param {string | undefined} name */
    named(kind, name) {
      return this.all(`[data-${kind}]`).find((node) => node.dataset[kind] === name);
    }

    /** Leaves the block as the build made it. */
    stop() {
      this.flush();
      this.running.abort();
      Object.assign(this.record, { state: "open", step: 0, hints: this.hints.length });
      this.paint();
      this.complain(false);
      this.button.remove();
      this.answer.hidden = false;
      /** @type {HTMLElement} */ (this.answer.firstElementChild).hidden = false;
      for (const section of this.all(".self-check__section")) section.hidden = false;
      this.status.removeAttribute("id");
      set(this.status, "aria-live", false);
      delete this.element.dataset.state;
      delete this.element.dataset.step;
    }
  }

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

  class Block extends HTMLElement {
    /** @type {Question | undefined} */
    question;

    connectedCallback() {
      if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", () => this.connectedCallback(), { once: true });
        return;
      }
      const type = types[this.dataset.type ?? ""];
      if (this.question || !type || !this.isConnected) return;
      this.question = new Question(this, type);
      tally();
    }

    disconnectedCallback() {
      this.question?.stop();
      this.question = undefined;
      tally();
    }
  }

  const progress = new Progress();
  const tally = () => progress.tally();
  const waiting = window.SelfCheck?.waiting ?? [];

  /** @param {SelfCheckType} type */
  const define = (type) => {
    types[type.type] ??= type;
    for (const block of document.querySelectorAll("self-check")) {
      /** @type {Block} */ (block).connectedCallback();
    }
  };
  window.SelfCheck = { types, define };
  customElements.define("self-check", Block);
  waiting.forEach(define);
}
