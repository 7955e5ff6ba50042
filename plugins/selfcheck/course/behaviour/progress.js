// The progress of a course: how far the reader has come with its pages, and the way on.

(() => {
  // part: sign

  const start = () => {
    const course = /** @type {SelfCheckCourseShared} */ (window.SelfCheckCourse);
    const fill = /** @type {NonNullable<typeof course.fill>} */ (course.fill);
    // A page in another language brings its own words.
    // biome-ignore format: the build fills in the words here
    course.data.set("{language}", {/* words */});

    /** A page in the list. @param {HTMLElement} line */
    const rowOf = (line) => {
      const { href, textContent: title } = /** @type {HTMLAnchorElement} */ (line.querySelector("a"));
      const fact = /** @type {Element} */ (line.querySelector("span > :last-child"));
      const signs = line.appendChild(make("span", "states"));
      return { line, href, title, fact, signs, asked: fact.textContent, address: course.addressOf(href) };
    };

    /** How far the reader has come with each page, and which is next: from the page of the last deed on, and round.
     * @param {ReturnType<typeof rowOf>[]} rows @param {SelfCheckCoursePage[]} pages */
    const surveyOf = (rows, pages) => {
      const last = { at: 0, place: 0 };
      /** The questions that come back by today. */
      const due = new Set();
      const today = Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / 86_400_000);
      /** Each question once. @type {SelfCheckCourseStates} */
      const states = new Map();
      const known = new Map(pages.map(({ key, questions }) => [key, questions]));
      const lines = rows.map((row, place) => {
        const questions = known.get(row.address) ?? [];
        const standing = course.standing({ questions });
        for (const [n, question] of questions.entries()) {
          states.set(question.id, standing.states[n]);
          const { at, due: day } = course.recordOf(question) ?? {};
          if (day <= today) due.add(question.id);
          if (at > last.at) Object.assign(last, { at, place });
        }
        return { ...row, ...standing, questions };
      });
      const next = [...lines.slice(last.place), ...lines].find(({ isDone }) => !isDone);
      return { lines, states, due, next, isAnswered: last.at > 0 };
    };

    /** @typedef {ReturnType<typeof surveyOf>["lines"]} Lines */

    /** @param {Record<string, string>} words @param {Lines} lines @param {Lines[number]} [next] which is pointed out */
    const paintRows = (words, lines, next) => {
      for (const { line, fact, signs, asked, states, done, total, isDone, isBegun } of lines) {
        const said = isDone ? words.page_done : fill(words.page_part, { done, total });
        fact.textContent = isBegun ? said : asked;
        signs.replaceChildren(...(isBegun ? states.map(sign) : []));
        line.dataset.mark = !isBegun ? "open" : isDone ? "done" : "part";
        line.style.setProperty("--part", `${(done / total) * 100}%`);
        line.toggleAttribute("data-next", line === next?.line);
      }
    };

    /** How many questions and pages are done. @param {Record<string, string>} words @param {Lines} lines
     * @param {SelfCheckCourseStates} states */
    const sumOf = (words, lines, states) => {
      const all = [...states.values()].join();
      const count = (/** @type {RegExp} */ found) => all.match(found)?.length ?? 0;
      const first = count(/first/g);
      const done = lines.filter(({ isDone }) => isDone).length;
      return [
        fill(words.page_part, { done: count(/first|later|shown/g), total: states.size }),
        first && fill(words.progress_first, { count: first }),
        lines[1] && fill(words.course_pages, { done, total: lines.length }),
      ]
        .filter(Boolean)
        .join(" \u00b7 ");
    };

    class Progress extends HTMLElement {
      constructor() {
        super();
        /** @type {ReturnType<typeof rowOf>[]} */
        this.rows = [];
        this.isPainted = false;
        this.end = () => {};
      }

      connectedCallback() {
        if (!this.rows[0]) this.rows = [...this.querySelectorAll("li")].map(rowOf);
        this.end = course.onChange(() => this.paint());
      }

      disconnectedCallback() {
        this.end();
      }

      async paint() {
        const { rows } = this;
        const words = course.data.get(String(this.dataset.words));
        // A new reader fetches nothing.
        if (!words || !(this.isPainted || course.hasRecords())) return;
        const pages = await course.whenKnown(rows.map(({ address }) => address)).catch(() => []);
        if (!pages[0]) return;
        this.isPainted = true;
        const { lines, states, due, next, isAnswered } = surveyOf(rows, pages);
        paintRows(words, lines, isAnswered ? next : undefined);
        const sum = this.querySelector(".self-check-progress__sum");
        if (sum) sum.textContent = sumOf(words, lines, states);
        /** @type {HTMLAnchorElement | null} */
        const way = this.querySelector(".self-check-progress__button");
        if (way) {
          const open = next?.questions[next.states.findIndex((state) => /open|tried/.test(state))];
          way.hidden = !next;
          way.href = `${next?.href}${next?.isBegun ? `#check-${open?.id}` : ""}`;
          way.textContent = isAnswered
            ? fill(words.course_continue, { title: next?.title })
            : words.course_start;
        }
        const review = this.querySelector(".self-check-progress__review");
        review?.toggleAttribute("data-due", due.size > 0);
        if (review && due.size) review.textContent = fill(words.review_due, { count: due.size });
        if (this.dataset.as !== "overview") return;
        await course.load(words.look_script).catch(() => {});
        course.data.get(`look-${this.dataset.words}`)?.(this, lines, states);
      }
    }
    // Elements in another language may have been waiting for their words.
    if (customElements.get("self-check-progress")) course.changed();
    else customElements.define("self-check-progress", Progress);
  };

  if (window.SelfCheckCourse?.onChange) start();
  else addEventListener("load", start);
})();
