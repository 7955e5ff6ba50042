// Numeric: a number to work out. What is nearest to a known mistake is told so.
{
  // part: fill
  // part: numbers
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  /** @typedef {{answer: number, within: number, mistakes: number[], unit: string}} Key */
  window.SelfCheck.define({
    type: "numeric",
    empty: words.empty,
    isEmpty: ({ value }) => !String(value ?? "").trim(),
    refuse({ value }, /** @type {Key} */ { answer, within, mistakes, unit }) {
      const number = numberIn(value, unit, words.decimal, (other) =>
        [answer, ...mistakes].some((each) => Math.abs(other - each) <= within),
      );
      if (number === undefined) return { message: fill(words.two_ways, { example: `12${words.decimal}5` }) };
      return Number.isNaN(number) ? { message: words.no_number } : undefined;
    },
    grade({ value }, /** @type {Key} */ { answer, within, mistakes, unit }) {
      const number = numberIn(value, unit, words.decimal) ?? Number.NaN;
      /** @param {number} other */
      const away = (other) => Math.abs(number - other);
      const correct = away(answer) <= within;
      const nearest = mistakes.reduce((best, each, at) => (away(each) < away(mistakes[best]) ? at : best), 0);
      const isKnown = mistakes[0] !== undefined && away(mistakes[nearest]) <= within;
      const feedback = correct ? "right" : isKnown ? `mistake-${nearest + 1}` : "wrong";
      const mark = correct ? "right" : "wrong";
      return { correct, score: Number(correct), feedback: [feedback], marks: { value: mark } };
    },
  });
}
