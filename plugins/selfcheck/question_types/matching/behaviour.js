// Matching: every prompt gets its target by a menu; a pointer may also tap a target, or drag it onto a row.
{
  // part: fill
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  // part: dragging
  // part: bank

  /** @type {WeakMap<HTMLElement, Bank>} */
  const banks = new WeakMap();

  /** Puts the feedback to each wrong row below it, and any other back. @param {SelfCheckBlock} block */
  const explain = ({ element, prefix }) => {
    /** @param {string} kind @param {string} name */
    const named = (kind, name) => element.querySelector(`[data-${kind}="${name}"]`);
    /** @type {NodeListOf<HTMLElement>} */
    const all = element.querySelectorAll(":is(td, .self-check__status) > [data-feedback]");
    for (const feedback of all) {
      const name = feedback.dataset.feedback ?? "";
      const sign = named("option", name)?.querySelector('[data-mark="wrong"] > .self-check__sign');
      const select = named("option", name)?.querySelector("select");
      feedback.id = sign ? `${prefix}why-${name}` : "";
      if (sign) select?.setAttribute("aria-describedby", `${sign.id} ${feedback.id}`);
      (sign ? select?.parentElement : named("reason", name))?.append(feedback);
    }
  };

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
      const feedback = rows.filter((row) => marks[row] === "wrong");
      const empty = rows.filter((row) => marks[row] === "empty").length;
      const right = total - empty - feedback.length;
      return { correct: right === total, score: right / total, feedback, marks, right, total, empty };
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
      return () => bank.leave();
    },
    paint(block) {
      explain(block);
      banks.get(block.element)?.show();
    },
  });
}
