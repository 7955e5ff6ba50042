// What is done in a review goes into the record of its question, and leaves state and response of the page alone.

/** @param {string} place @returns {any} */
const draftAt = (place) => {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "null");
  } catch {
    return null;
  }
};

/** Where a browser keeps nothing, a draft lasts as long as the page. @param {string} place @param {any} draft */
const keepDraft = (place, draft) => {
  try {
    if (draft) sessionStorage.setItem(place, JSON.stringify(draft));
    else sessionStorage.removeItem(place);
  } catch {}
};

/** @param {SelfCheckFrame} frame @param {any} before its record when it came @param {SelfCheckCourseSchedule["planOf"]} planOf
 * @param {(question: Question, due: number) => void} told called after each deed, with the day that follows from it */
const keepingOf = ({ Keeping, joined, keep, recall }, before, planOf, told) =>
  class extends Keeping {
    /** How many deeds are in the stored record already. */
    count = 0;

    listen() {}

    /** Begins afresh, with her draft if there is one; a question with variants takes a different one. */
    restore() {
      const { question } = this;
      const { record, variants, view } = question;
      const { deeds, variant } = joined(before, before); // sound, however it was stored
      const last = deeds.pop()?.[2] ?? variant;
      record.fingerprint = question.fingerprint;
      if (variants) record.variant = ((last || 1) % variants.all.length) + 1;
      const draft = draftAt(this.place);
      const isMeant = draft?.fingerprint === record.fingerprint && draft.variant === record.variant;
      if (isMeant) record.response = draft.response;
      view.announce(false);
      view.write(record.response);
      question.paint();
    }

    save() {
      const { question } = this;
      const { deeds } = question.record;
      const fresh = deeds.slice(this.count).map(([at, rating, ...more]) => {
        const name = `review-${rating === "later" ? "right" : rating}`;
        return /** @type {SelfCheckDeed} */ ([at, name, ...more]);
      });
      this.count = deeds.length;
      if (!fresh[0]) return;
      keepDraft(this.place, null);
      const { fingerprint } = question;
      const stored = recall(this.place) ?? { v: 1, fingerprint, response: {} };
      const kept = joined(stored, stored);
      const both = joined(kept, { ...kept, deeds: [...kept.deeds, ...fresh] });
      const due = planOf(both.deeds)?.due ?? 0;
      keep(this.place, { ...both, due });
      told(question, due);
    }

    /** What has not been checked yet lasts as long as the tab. */
    saveSoon() {
      const { fingerprint, response, variant } = this.question.record;
      if (!this.count) keepDraft(this.place, { fingerprint, variant, response });
    }

    flush() {}

    reload() {}
  };
