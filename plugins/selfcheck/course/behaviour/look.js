// What the overview of a course has below its pages, once something is answered: what the signs mean, and the objectives that
// are worth another look.

(() => {
  // part: sign
  const course = /** @type {SelfCheckCourseShared} */ (window.SelfCheckCourse);
  const STATES = ["first", "later", "shown", "tried", "open"];
  /** What is said, in the language of the site. @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};

  /** @param {SelfCheckCourseStates} states */
  const legend = (states) => {
    const met = new Set(states.values());
    const found = STATES.filter((state) => met.has(/** @type {SelfCheckStanding} */ (state)));
    return make(
      "p",
      "legend",
      ...found.map((state) => make("span", "", sign(state), words[`state_${state}`])),
    );
  };

  /** An objective, and below it the passage that teaches it. @param {string[]} taught */
  const weak = ([objective, passage, title]) => {
    const line = make("li", "", objective);
    if (passage) {
      line.append(make("br", ""), make("a", "", title));
      line.lastChild.href = course.root + passage;
    }
    return line;
  };

  /** @param {HTMLElement} element @param {SelfCheckCourseLine[]} lines @param {SelfCheckCourseStates} states */
  const paint = async (element, lines, states) => {
    const addresses = lines.map(({ address }) => address);
    const outline = await course.whenKnown(addresses, "outline").catch(() => []);
    const known = new Map(outline.map((page) => [course.addressOf(course.root + page[0]), page[4]]));
    const found = new Map();
    for (const { address, states } of lines) {
      const taught = known.get(address) ?? [];
      for (const [n, each] of taught.entries())
        if (each[0] && /shown|tried/.test(states[n]) && !found.has(each[0])) found.set(each[0], weak(each));
    }
    const look = [make("p", "heading", words.another_look), make("ul", "weak", ...found.values())];
    const more = make("div", "more", legend(states), ...(found.size ? look : []));
    element.querySelector(".self-check-progress__more")?.remove();
    if ([...states.values()].some((state) => state !== "open")) element.append(more);
  };

  course.data.set(`look-${"{language}"}`, paint);
})();
