// When a question comes back: a grade for each time that it was answered, and the day that follows from all grades.

(() => {
  // part: fsrs
  const DAY = 86_400_000;
  const [AGAIN, HARD, GOOD, EASY] = [1, 2, 3, 4];
  // How sure a reader has said she is, in percent.
  const [UNSURE, SURE] = [50, 95];
  const formulas = new fsrs.FSRSAlgorithm({ enable_fuzz: false, relearning_steps: [] });

  /** The number of a day in the calendar of the reader, counted from 1970. @param {number} at */
  const dayOf = (at) => Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / DAY);

  /** The grade of a right answer. @param {SelfCheckFacts[]} tries what was noted at each wrong one before it
   * @param {SelfCheckFacts} facts @param {boolean} isHelped whether a hint has been opened for it */
  const gradeOf = (tries, { sure }, isHelped) => {
    if (tries.some((each) => each.sure === SURE)) return AGAIN;
    if (tries[0] || isHelped || sure === UNSURE) return HARD;
    return sure === SURE ? EASY : GOOD;
  };

  /** When the question was answered, and how well. Wrong answers count with the right one that follows them within a
   * day, and for themselves if none does. @param {SelfCheckDeed[]} deeds by time @returns {[number, number][]} */
  const gradesOf = (deeds) => {
    /** @type {[number, number][]} */
    const grades = [];
    /** @type {SelfCheckFacts[]} */
    let tries = [];
    let last = 0;
    let opened = 0;
    const giveUp = () => {
      if (tries[0]) grades.push([last, AGAIN]);
      tries = [];
    };
    for (const [at, rating, , given] of deeds.filter(Array.isArray)) {
      const [, review, verdict] = /^(review-)?(right|later|wrong|shown)$/.exec(rating) ?? [];
      if (!verdict) continue;
      /** @type {SelfCheckFacts} */
      const facts = Object(given);
      const { hints = 0 } = facts;
      // On its page the hints that were opened earlier are counted too.
      const isHelped = hints > (review ? 0 : opened);
      if (!review) opened = Math.max(opened, hints);
      if (at - last >= DAY) giveUp();
      if (verdict === "wrong") tries.push(facts);
      else {
        grades.push([at, verdict === "shown" ? AGAIN : gradeOf(tries, facts, isHelped)]);
        tries = [];
      }
      last = at;
    }
    giveUp();
    return grades;
  };

  /** The day on which a question comes back, and whether its last grade was AGAIN; null if it has not been answered.
   * @param {SelfCheckDeed[]} deeds by time */
  const planOf = (deeds) => {
    let [memory, last, grade] = /** @type {[any, number, number]} */ ([null, 0, 0]);
    for (const [at, given] of gradesOf(deeds)) {
      memory = formulas.next_state(memory, Math.max(0, Math.floor((at - last) / DAY)), given);
      [last, grade] = [at, given];
    }
    return (
      memory && { due: dayOf(last) + formulas.next_interval(memory.stability, 0), isMissed: grade === AGAIN }
    );
  };

  /** Puts the day into the record of a question that has been settled, if it has none, and shows it.
   * @param {string} place */
  const keepDay = (place) => {
    const { frame } = window.SelfCheck ?? {};
    const record = frame?.recall(place);
    const isLacking = record?.v === 1 && record.settled && !record.due;
    const due = isLacking && Array.isArray(record.deeds) && planOf(record.deeds)?.due;
    if (!frame || !due) return;
    const shown = frame.summary.questions.find(({ keeping }) => keeping.place === place);
    if (shown) shown.record.due = due;
    frame.keep(place, { ...record, due });
    frame.summary.tally();
  };

  const { frame } = window.SelfCheck ?? {};
  const prefix = window.SelfCheckCourse?.prefix ?? "?";
  let places = [...(frame?.refused.keys() ?? [])];
  try {
    places = places.concat(Object.keys(localStorage));
  } catch {}
  for (const place of places) if (place.startsWith(prefix)) keepDay(place);
  document.addEventListener("self-check-changed", (event) =>
    keepDay(prefix + /** @type {CustomEvent} */ (event).detail.id),
  );
  window.SelfCheckCourse?.("schedule", [{ planOf, dayOf }]);
})();
