// Matching: every prompt gets its target by a menu; a pointer may also tap a target, or drag it onto a row.
{
  // part: fill
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  // part: drag
  // part: dragging
  // part: bank

  /** @type {WeakMap<HTMLElement, Bank>} */
  const banks = new WeakMap();

  window.SelfCheck.define({
    type: "matching",
    /** Rows that are still empty are no mistakes. @param {SelfCheckResponse} response
     * @param {string[]} key for each pair, its target */
    grade(response, key) {
      const total = key.length;
      /** @type {Record<string, SelfCheckMark>} */
      const marks = {};
      key.forEach((target, index) => {
        const given = response[`pair-${index + 1}`];
        marks[index + 1] = !given ? "empty" : given === target ? "right" : "wrong";
      });
      const rows = Object.keys(marks);
      const wrong = rows.filter((row) => marks[row] === "wrong");
      const empty = rows.filter((row) => marks[row] === "empty").length;
      const right = total - empty - wrong.length;
      const feedbackTo = Object.fromEntries(wrong.map((row) => [row, [row]]));
      return { correct: right === total, score: right / total, feedbackTo, marks, right, total, empty };
    },
    verdict({ correct, empty, right, total }, fill) {
      if (correct) return "";
      const lacks = empty ? ` ${fill(words.still_empty, { count: empty })}` : "";
      return fill(words.some_right, { right, total }) + lacks;
    },
    connect(block) {
      const bank = new Bank(block, words);
      banks.set(block.element, bank);
      block.form.addEventListener("input", () => bank.show(), { signal: block.signal });
      return () => {
        banks.delete(block.element);
        bank.leave();
      };
    },
    paint: ({ element }) => banks.get(element)?.show(),
  });
}
