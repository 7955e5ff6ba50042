// Ordering: rows to move, with partial credit. The form field of each row contains its place in the list, from 1,
// or "out"; the list on the page follows the fields.
{
  // part: fill
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  // part: orders
  // part: drag
  // part: dragging
  // part: tools
  // part: rows

  /** The rows of each block. @type {WeakMap<HTMLElement, Rows>} */
  const rowsOf = new WeakMap();

  window.SelfCheck.define({
    type: "ordering",
    empty: words.untouched,

    /** @param {OrderKey} key */
    grade(response, key) {
      const list = rowsIn(response);
      const { follows, total } = credit(list, key);
      const correct = follows === total;
      const held = correct ? list.length : heldBy(list, key);
      const misfit = misfitIn(list, key, held);
      const missing = key.filter((_, index) => !list.includes(index + 1)).length;
      /** @type {Record<string, SelfCheckMark>} */
      const marks = Object.fromEntries(list.slice(0, held).map((row) => [`row-${row}`, "right"]));
      // A row that waits for what was left out is no mistake itself.
      if (misfit && misfit.is !== "waiting") marks[`row-${misfit.row}`] = "wrong";
      return { correct, score: follows / total, held, missing, misfit, marks, feedback: feedbackTo(misfit) };
    },

    /** What holds from the top, and the first thing that is in its way. */
    verdict: ({ correct, held, missing, misfit }, fill) => {
      if (correct) return "";
      const holds = held ? fill(words.held, { count: held }) : words.none_held;
      const lacks = fill(words.missing, { count: missing });
      return `${holds} ${misfit ? fill(words.misfit, { place: misfit.place, what: words[`is_${misfit.is}`] }) : lacks}`;
    },

    connect(block) {
      const rows = new Rows(block, words);
      rowsOf.set(block.element, rows);
      return () => {
        rowsOf.delete(block.element);
        rows.leave();
      };
    },

    /** At first the first row is in hand, so that nobody has to find out. */
    paint({ element }, result) {
      const rows = rowsOf.get(element);
      if (!rows) return;
      rows.arrange();
      if (!result && !rows.held) rows.take(rows.all.find((row) => rows.placeOf(row) === 1));
    },
  });
}
