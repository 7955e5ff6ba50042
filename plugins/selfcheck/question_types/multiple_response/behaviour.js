// Multiple response: every option that applies, and no other; partial credit.
{
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};

  /** Each option by its name: what was done with it. @param {SelfCheckResponse} response @param {boolean[]} key */
  const judge = (response, key) =>
    key.map((applies, index) => {
      const name = String(index + 1);
      const isChosen = response[`option-${name}`] === "on";
      return { name, applies, isChosen };
    });

  window.SelfCheck.define({
    type: "multiple-response",
    /** @param {SelfCheckResponse} response @param {boolean[]} key for each option, whether it applies */
    grade(response, key) {
      const options = judge(response, key);
      const total = options.filter(({ applies }) => applies).length;
      const found = options.filter(({ applies, isChosen }) => applies && isChosen).length;
      const wrong = options.filter(({ applies, isChosen }) => isChosen && !applies);
      const score = Math.max(0, found - wrong.length) / total;
      const correct = score === 1;
      /** @type {Record<string, SelfCheckMark>} */
      const marks = {};
      for (const { name, applies, isChosen } of options)
        if (applies || isChosen) marks[name] = isChosen ? (applies ? "right" : "wrong") : "key";
      const feedbackTo = Object.fromEntries(wrong.map(({ name }) => [name, [name, `${name}-if-chosen`]]));
      return { correct, score, marks, feedbackTo, total, found, extra: wrong.length };
    },
    verdict({ correct, ...counts }, fill) {
      return correct ? "" : fill(counts.extra ? words.found_and_wrong : words.found, counts);
    },
  });
}
