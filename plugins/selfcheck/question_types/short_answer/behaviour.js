// Short answer: write, compare with the model answer, tick the ideas that the own text contains.
{
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  window.SelfCheck.define({
    type: "short-answer",
    steps: [{ press: words.compare }, { press: words.count_ideas, say: words.tick }],
    // To have only thought of an answer, and to find none of the ideas in it, are answers too.
    isEmpty: () => false,
    doubt: ({ text }) => (String(text ?? "").trim() ? "" : words.write_first),
    again: ({ text }) => ({ text }),
    /** @param {SelfCheckResponse} response @param {boolean[]} key for each idea, whether it is required */
    grade(response, key) {
      const isTicked = key.map((_, index) => response[`idea-${index + 1}`] === "on");
      /** @param {boolean} kind */
      const tally = (kind) => ({
        count: key.filter((required, index) => required === kind && isTicked[index]).length,
        total: key.filter((required) => required === kind).length,
      });
      const required = tally(true);
      const score = required.count / required.total;
      return { correct: score === 1, score, required, bonus: tally(false) };
    },
    verdict({ correct, required, bonus }, fill) {
      const verdict = fill(correct ? words.verdict_complete : words.verdict_partial, required);
      return bonus.total ? `${verdict} ${fill(words.bonus_count, bonus)}` : verdict;
    },
  });
}
