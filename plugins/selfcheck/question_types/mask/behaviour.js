// Mask: label the pixels of a small picture. Graded by IoU and boundary F1, with findings in words.
{
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  // part: fill
  // part: measures
  // part: diagnosis
  // part: raster
  // part: painting
  // part: canvas
  // part: tools
  // part: comparison
  // part: easel

  /** @param {Shift} shift */
  const where = ({ right, down }) => {
    const across = right > 0 ? words.where_right : words.where_left;
    const along = down > 0 ? words.where_down : words.where_up;
    const parts = [
      right && fill(across, { count: Math.abs(right) }),
      down && fill(along, { count: Math.abs(down) }),
    ];
    return parts.filter(Boolean).join(", ");
  };

  /** @param {Finding} finding */
  const describe = ({ name, count, isSmall, other, shift }) => {
    const text = isSmall ? words.found_small_missing : words[`found_${name}`];
    return fill(text, { count, other, where: shift && where(shift) });
  };

  /** @param {number} share */
  const inLanguage = (share) => cut(share).replace(".", words.decimal);

  /** Adds the measures and the findings of each class below the verdict.
   * @param {SelfCheckBlock} block @param {Measured[]} measured */
  const tell = (block, measured) => {
    const list = block.make("ul", "measures");
    for (const { name, iou, f1, findings } of measured) {
      const numbers = fill(words.measured, { name, iou: inLanguage(iou), f1: inLanguage(f1) });
      list.append(block.make("li", "measure", [numbers, ...findings.map(describe)].join(" ")));
    }
    block.element.querySelector(".self-check__verdict")?.after(list);
  };

  /** @type {WeakMap<Element, Easel>} */
  const easels = new WeakMap();

  window.SelfCheck.define({
    type: "mask",
    empty: words.empty,
    isEmpty: ({ mask }) => !/^\d+x\d+:.*[a-d]/.test(String(mask)),
    connect(block) {
      const easel = new Easel(block, words);
      easels.set(block.element, easel);
      return () => {
        easels.delete(block.element);
        easel.leave();
      };
    },
    /** Right if every class reaches the thresholds; else the mean IoU of the classes is what counts.
     * @param {SelfCheckResponse} response @param {Key} key */
    grade({ mask }, key) {
      const truth = decode(key.mask, key);
      const guess = decode(mask, key);
      const measured = key.names.map((_, index) => measure(truth, guess, index + 1, key));
      const correct = measured.every(({ isEnough }) => isEnough);
      const mean = measured.reduce((sum, { iou }) => sum + iou, 0) / measured.length;
      const names = measured.flatMap(({ findings }) => findings.map(({ name }) => name));
      return {
        correct,
        score: correct ? 1 : mean,
        feedback: correct ? ["right"] : [...new Set(names)],
        marks: { mask: correct ? "right" : mean > 0 ? "partial" : "wrong" },
        measured,
      };
    },
    // The mask stays, since painting it again would teach nothing.
    again: ({ mask }, isChanged) => (isChanged ? {} : { mask }),
    verdict: ({ correct }) => (correct ? "" : words.verdict),
    paint(block, result) {
      easels.get(block.element)?.show();
      if (result?.feedback?.[0]) tell(block, /** @type {any} */ (result).measured);
    },
  });
}
