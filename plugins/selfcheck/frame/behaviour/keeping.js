// Keeps the record of a question on the page: takes it from storage, stores it, and follows other tabs.

/** The page on which the reader has been told that nothing is stored. */
let toldOn = "";

class Keeping {
  /** @param {Question} question */
  constructor(question) {
    this.question = question;
    this.place = `self-check:${site}:${question.id}`;
    this.timer = 0;
  }

  listen() {
    const { signal } = this.question;
    addEventListener("pagehide", () => this.flush(), { signal });
    addEventListener("pageshow", (event) => event.persisted && this.reload(), { signal });
    addEventListener("storage", (event) => this.onStorage(event), { signal });
  }

  /** The record in storage, as the question can show it. */
  stored() {
    const { question } = this;
    const { record, isChanged } = recordFrom(recall(this.place), question.fingerprint);
    if (isChanged) record.response = question.kept(record.response, true);
    if (!question.view.steps[record.step]) record.step = 0;
    // All answers may be shown to a reader who has given none.
    if (record.state !== "shown" && question.isEmpty(checkedIn(record)))
      Object.assign(record, { state: "open", checked: undefined });
    return { record, isChanged };
  }

  /** Takes the record from storage. */
  restore(isAnnounced = false) {
    const { question } = this;
    const { record, isChanged } = this.stored();
    question.record = record;
    question.view.announce(isAnnounced);
    question.view.write(record.response);
    question.paint(isChanged && words.changed);
  }

  reload() {
    this.stopWaiting();
    this.restore();
    tally();
  }

  /** Stores the record, joined with what other tabs have stored meanwhile. */
  save() {
    const { question } = this;
    const { record } = question;
    this.stopWaiting();
    record.at = timeOfChange(record);
    question.record = joined(recall(this.place), record);
    keep(this.place, question.record);
    // Another tab has settled the question, and this one did not know.
    if (question.record.at !== record.at) this.restore(true);
    // What comes of a press is seen first.
    requestAnimationFrame(() => setTimeout(tally));
  }

  saveSoon() {
    this.stopWaiting();
    this.timer = setTimeout(() => this.save(), 300);
  }

  stopWaiting() {
    clearTimeout(this.timer);
    this.timer = 0;
  }

  flush() {
    if (this.timer) this.save();
  }

  forget() {
    forget(this.place);
    this.reload();
  }

  /** Another tab has answered, or cleared. What is being edited here stays, unless the question is settled there.
   * @param {StorageEvent} event */
  onStorage({ key }) {
    const { question } = this;
    if (key !== this.place && key !== null) return;
    const isEditing = this.timer || question.view.controls.includes(document.activeElement);
    const { record } = this.stored();
    if (!isEditing || question.isSettled || isSettled(record)) return this.reload();
    const { response, step, variant } = question.record;
    const edited = record.at ? answerOf(question.record) : { response, step, variant };
    question.record = { ...record, ...edited };
    question.paint();
    tally();
  }

  tellIfRefused() {
    if (!refused.has(this.place) || toldOn === location.pathname) return;
    toldOn = location.pathname;
    this.question.view.note(words.not_kept);
  }
}
