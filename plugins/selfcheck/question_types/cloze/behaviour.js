// Cloze: gaps in a text, each a text or a number to type, or a word to choose.
{
  // part: fill
  // part: typed
  // part: numbers
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  /** @typedef {Omit<Entry, "mistakes"> & {gap: string, option?: string, number?: number, within: number, mistakes: any[]}} Gap */

  /** @param {unknown} text */
  const numberOf = (text) => numberIn(text, "", words.decimal);

  /** Whether a number is the answer of a gap, or a mistake that its author knows. @param {Gap} gap */
  const isKnownIn =
    ({ number = Number.NaN, within, mistakes }) =>
    (/** @type {number} */ given) =>
      [number, ...mistakes].some((each) => Math.abs(given - each) <= within);

  /** The name of the feedback to what stands in a gap, and whether it is right. @param {unknown} response
   * @param {Gap} gap @returns {[string, boolean]} */
  const judge = (response, { option, number, within, mistakes, ...entry }) => {
    if (option) return [`option-${response}`, response === option];
    if (number === undefined) {
      const name = recognize(response, { ...entry, mistakes }, words.decimal);
      return [name || "wrong", /^(answer|pattern)/.test(name)];
    }
    const given = numberOf(response) ?? Number.NaN;
    const away = mistakes.map((value) => Math.abs(given - value));
    const nearest = Math.min(...away);
    if (Math.abs(given - number) <= within) return ["right", true];
    return [nearest <= within ? `mistake-${away.indexOf(nearest) + 1}` : "wrong", false];
  };

  /** Why the content of a gap cannot be graded, or "". @param {unknown} text @param {Gap} gap */
  const reasonToRefuse = (text, gap) => {
    if (gap.option || !normalize(text)) return "";
    if (gap.number === undefined)
      return !recognize(text, gap, words.decimal) && isClose(text, gap) ? words.close : "";
    const given = numberIn(text, "", words.decimal, isKnownIn(gap));
    if (given === undefined) return fill(words.two_ways, { example: `12${words.decimal}5` });
    return Number.isNaN(given) ? words.no_number : "";
  };

  /** The response that was refused as close, by the key of its question; pressing again grades it. @type {WeakMap<Gap[], string>} */
  const lookedOver = new WeakMap();
  window.SelfCheck.define({
    type: "cloze",
    empty: words.empty,
    isEmpty: (response) => Object.values(response).every((text) => !normalize(text)),
    refuse(response, /** @type {Gap[]} */ key) {
      const isMeant = lookedOver.get(key) === JSON.stringify(response);
      const found = key.map((gap, index) => ({
        name: gap.gap,
        index,
        said: reasonToRefuse(response[gap.gap], gap),
      }));
      const faults = found.filter(({ said }) => said && !(isMeant && said === words.close));
      if (!faults[0]) return undefined;
      lookedOver.set(key, JSON.stringify(response));
      const told = faults.map(({ index, said }) =>
        key[1] ? fill(words.in_gap, { number: index + 1, said }) : said,
      );
      const press = faults.some(({ said }) => said === words.close) ? [words.press_again] : [];
      return { message: [...told, ...press].join(" "), fields: faults.map(({ name }) => name) };
    },
    /** A gap that is empty is no mistake. What is right needs feedback only once all is. */
    grade(response, /** @type {Gap[]} */ key) {
      const filled = key.filter(({ gap }) => normalize(response[gap]));
      const judged = filled.map((gap) => {
        const [name, isRight] = judge(response[gap.gap], gap);
        return { gap: gap.gap, name: `${gap.gap}-${name}`, isRight };
      });
      const count = judged.filter(({ isRight }) => isRight).length;
      const total = key.length;
      const correct = count === total;
      /** @type {Record<string, SelfCheckMark>} */
      const marks = {};
      for (const { gap } of key) marks[gap] = "empty";
      for (const { gap, isRight } of judged) marks[gap] = isRight ? "right" : "wrong";
      const feedback = judged.filter(({ isRight }) => correct || !isRight).map(({ name }) => name);
      return { correct, score: count / total, feedback, marks, count, total, empty: total - filled.length };
    },
    verdict({ correct, count, empty, total }, fill) {
      if (correct || !(count || empty)) return "";
      const lacks = empty ? ` ${fill(words.still_empty, { count: empty })}` : "";
      return fill(words.verdict_partial, { count, total }) + lacks;
    },
  });
}
