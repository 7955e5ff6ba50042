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
      const isRight = applies === isChosen;
      return { name, applies, isChosen, isRight, said: [name, `${name}-if-${isChosen ? "" : "not-"}chosen`] };
    });

  /** @param {SelfCheckBlock} block @param {HTMLElement} row @param {Element | null} feedback */
  const say = (block, row, feedback) => {
    const called = row.querySelector("b");
    if (!feedback || !called) return;
    const letter = block.make("b", "letter", called.textContent ?? "");
    if (called.dataset.letter) letter.dataset.letter = called.dataset.letter;
    feedback.prepend(letter);
    block.element.querySelector(".self-check__status")?.append(feedback);
  };

  /** Shuffled, the letters of the answer come out of the alphabet's order. @param {Element[]} letters */
  const putInOrder = (letters) => {
    const sorted = letters.map((letter) => /** @type {Element} */ (letter.cloneNode(true)));
    sorted.sort((one, other) => (String(one.textContent) < String(other.textContent) ? -1 : 1));
    sorted.forEach((letter, index) => {
      letters[index].replaceWith(letter);
    });
  };

  window.SelfCheck.define({
    type: "multiple-response",
    // Ticks stay for the next attempt. In a question that has changed they might stand at other options.
    again: (response, isChanged) => (isChanged ? {} : response),
    /** @param {SelfCheckResponse} response @param {boolean[]} key for each option, whether it applies */
    grade(response, key) {
      const options = judge(response, key);
      const total = options.filter(({ applies }) => applies).length;
      const found = options.filter(({ applies, isChosen }) => applies && isChosen).length;
      const extra = options.filter(({ applies, isChosen }) => isChosen && !applies).length;
      const score = Math.max(0, found - extra) / total;
      const correct = score === 1;
      /** @type {Record<string, SelfCheckMark>} */
      const marks = {};
      for (const { name, applies, isChosen } of options)
        if (applies || isChosen) marks[name] = isChosen ? (applies ? "right" : "wrong") : "key";
      return {
        correct,
        score,
        marks,
        feedback: options.flatMap((one) => (one.isChosen && one.isRight === correct ? one.said : [])),
        // Would give the key away before the question is settled.
        missed: options.flatMap((one) => (one.isChosen || one.isRight ? [] : one.said)),
        total,
        found,
        extra,
      };
    },
    verdict({ correct, ...counts }, fill) {
      return correct ? "" : fill(counts.extra ? words.found_and_wrong : words.found, counts);
    },
    /** Each feedback bears the letter of its row, and they stand in the order of the rows.
     * @param {SelfCheckBlock} block @param {any} result */
    paint(block, result) {
      const { element, isSettled } = block;
      for (const letter of element.querySelectorAll(".self-check__letter")) letter.remove();
      putInOrder([...element.querySelectorAll(".self-check__key [data-letter]")]);
      if (!result) return;
      const said = [...result.feedback, ...(isSettled ? result.missed : [])];
      for (const row of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-option]")))
        for (const name of said.filter((name) => parseInt(name, 10) === Number(row.dataset.option)))
          say(block, row, element.querySelector(`[data-feedback="${name}"]`));
    },
  });
}
