// The card at the end of a page with two questions or more: how each of them stands, and what comes next.
{
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  const STATES = ["first", "later", "shown", "tried", "open"];
  const DAY = 86_400_000;
  /** Links of themes to the next page, where the site is no course; those in the content first, since they change with it. */
  const NEXT = [".md-footer__link--next", "a[rel=next]", "link[rel=next]"];

  /** What names days, by language. The first one of a page takes some 20 ms to make, on a slow phone 80: the frame that
   * shows a verdict does not wait for it. @type {Map<string, Intl.RelativeTimeFormat>} */
  const formats = new Map();
  /** Safari knows no idle time. @type {(callback: () => void) => void} */
  const whenIdle = window.requestIdleCallback ?? ((callback) => setTimeout(callback, 200));

  /** @param {string} name @param {string} [text] @param {string} [part] of the class @returns {any} */
  const make = (name, text = "", part = "") => {
    const made = document.createElement(name);
    made.textContent = text;
    if (part) made.className = `self-check-summary__${part}`;
    return made;
  };

  /** A list with one entry for each item. @template T @param {T[]} items @param {string} part
   * @param {(item: T, index: number) => Node[]} contentOf */
  const list = (items, part, contentOf) => {
    const made = make("ul", "", part);
    for (const [index, item] of items.entries())
      made.appendChild(make("li")).append(...contentOf(item, index));
    return made;
  };

  /** @param {string} state */
  const mark = (state) => {
    const made = make("span");
    made.className = "self-check__standing";
    made.dataset.standing = state;
    made.ariaHidden = "true";
    return made;
  };

  /** @param {string} text @param {string} href */
  const link = (text, href, part = "") => Object.assign(make("a", text, part), { href });

  class Card {
    /** @param {SelfCheckFrame} frame */
    constructor({ calibration, fill, label, standingOf, summary }) {
      this.calibration = calibration;
      this.standingOf = standingOf;
      this.fill = fill;
      this.label = label;
      this.summary = summary;
      this.title = make("p", "", "title");
      this.count = make("p");
      this.count.setAttribute("role", "status");
      this.body = make("div");
      this.actions = make("div", "", "actions");
      this.again = this.actions.appendChild(make("button", "", "button"));
      this.again.type = "button";
      this.again.addEventListener("click", () => this.retry());
      this.card = make("div", "", "card");
      this.card.append(this.title, this.count, this.body, this.actions);
      this.begun = this.total = this.turn = 0;
      summary.line.prepend(this.card);
      summary.changed.card = (hasMoved) => {
        // On another page nothing has been answered just now.
        if (hasMoved) this.begun = Number.POSITIVE_INFINITY;
        this.paint();
      };
      this.paint();
    }

    paint() {
      const { questions } = this.summary;
      this.card.hidden = !questions[1];
      if (!questions[1]) return;
      const asked = questions.map((question) => ({ question, state: this.standingOf(question.record) }));
      const left = asked.filter(({ state }) => state === "open" || state === "tried");
      this.title.textContent = left[0] ? this.fill(words.left, { count: left.length }) : words.done;
      this.tell(questions.map(({ record }) => record));
      const held = document.activeElement?.getAttribute("href");
      const isHeld = this.body.contains(document.activeElement);
      this.body.replaceChildren(...this.marks(asked), ...this.objectives(asked), ...this.times(questions));
      if (isHeld) this.body.querySelector(`a[href="${held}"]`)?.focus({ preventScroll: true });
      const missed = questions.filter((question) => question.isMissed).length;
      this.label(this.again, this.fill(words.retry, { count: missed }), !missed);
      this.lead(questions.indexOf(left[0]?.question), left[0]?.question);
    }

    /** Says the counts, aloud once the last question of the page is answered or shown.
     * @param {SelfCheckRecord[]} records */
    tell(records) {
      const total = records.length;
      const answered = records.filter(({ attempts }) => attempts).length;
      const begun = records.filter((record) => this.standingOf(record) !== "open").length;
      const isLast = begun === total && total === this.total && begun > this.begun;
      if (isLast) this.count.removeAttribute("aria-live");
      else this.count.setAttribute("aria-live", "off");
      Object.assign(this, { begun, total });
      const first = records.filter((record) => record.first === "right").length;
      const end = records.filter((record) => /first|later/.test(this.standingOf(record))).length;
      const hints = records.reduce((sum, record) => sum + record.hints, 0);
      const parts = [
        this.fill(words.progress, { answered, total }),
        first && this.fill(words.progress_first, { count: first }),
        end > first && this.fill(words.progress_end, { count: end }),
        hints && this.fill(words.progress_hints, { count: hints }),
      ];
      this.count.textContent = parts.filter(Boolean).join(" \u00b7 ");
    }

    /** One mark a question, which leads to it, and what the marks mean. @param {Asked[]} asked */
    marks(asked) {
      const marks = list(asked, "marks", ({ question, state }, index) => {
        const leading = link("", `#${question.element.id}`);
        leading.append(mark(state), String(index + 1));
        leading.ariaLabel = `${index + 1}: ${words[`state_${state}`]}`;
        return [leading];
      });
      const found = STATES.filter((state) => asked.some((each) => each.state === state));
      const legend = list(found, "legend", (state) => [mark(state), make("span", words[`state_${state}`])]);
      legend.ariaHidden = "true";
      return [marks, legend];
    }

    /** What the page has taught, and what is worth another look. @param {Asked[]} asked */
    objectives(asked) {
      /** @type {Map<string, Asked[]>} */
      const byObjective = new Map();
      for (const each of asked) {
        const objective = each.question.element.dataset.objective;
        if (objective) byObjective.set(objective, [...(byObjective.get(objective) ?? []), each]);
      }
      const all = [...byObjective];
      const met = all.filter(([, its]) => its.every(({ state }) => /first|later/.test(state)));
      const weak = all.flatMap(([text, its]) => {
        const one = its.find(({ state }) => /shown|tried/.test(state));
        return one ? [{ text, href: `#${one.question.element.id}` }] : [];
      });
      const columns = make("div", "", "objectives");
      /** @param {string} heading @param {HTMLElement} entries */
      const add = (heading, entries) => {
        if (entries.firstChild)
          columns.appendChild(make("div")).append(make("p", heading, "heading"), entries);
      };
      add(
        words.can_now,
        list(met, "met", ([text]) => [make("span", text)]),
      );
      add(
        words.another_look,
        list(weak, "weak", ({ text, href }) => [link(text, href)]),
      );
      return columns.firstChild ? [columns] : [];
    }

    /** How sure she was, and when questions come back. @param {Question[]} questions */
    times(questions) {
      const levels = this.calibration(questions.map(({ record }) => record));
      /** @type {Map<number, number>} */
      const days = new Map();
      const today = Math.floor(Date.now() / DAY - new Date().getTimezoneOffset() / 1440);
      for (const { record } of questions) {
        if (!Number.isInteger(record.due)) continue;
        const day = Math.max(0, Number(record.due) - today);
        days.set(day, (days.get(day) ?? 0) + 1);
      }
      const sorted = [...days].sort(([one], [other]) => one - other);
      return [
        ...(levels[0] ? [make("p", `${words.calibration} ${levels.join(" \u00b7 ")}`)] : []),
        ...(sorted[0] ? [this.nameDays(make("p", words.comes_back, "back"), sorted)] : []),
      ];
    }

    /** Says on which days how many questions come back, once there is what names days in the language.
     * @param {HTMLElement} line @param {[day: number, count: number][]} days */
    nameDays(line, days) {
      const { lang } = this.summary.line;
      const format = formats.get(lang);
      if (format) {
        const named = days.map(([day, count]) => `${format.format(day, "day")}: ${count}`);
        line.textContent = `${words.comes_back} ${named.join(" \u00b7 ")}`;
        return line;
      }
      whenIdle(() => {
        formats.set(lang, new Intl.RelativeTimeFormat(lang || undefined, { numeric: "auto" }));
        if (line.isConnected) this.nameDays(line, days);
      });
      return line;
    }

    /** The address of the next page: of a course, that which asks something. */
    async nextPage() {
      const theme = NEXT.map((each) => document.querySelector(each)).find(Boolean);
      const course = window.SelfCheckCourse;
      const address = course?.addressOf?.(location.href) ?? "";
      // A new reader fetches nothing.
      const pages = course?.hasRecords?.() ? await course.whenKnown([address]).catch(() => []) : [];
      const here = pages.findIndex((page) => page.key === address);
      const next = here < 0 ? undefined : pages[here + 1];
      if (next) return course?.root + next.address;
      // Of a large course, what stands in other folders is not known here.
      const isLast = here >= 0 && !course?.data.has("parts");
      return isLast ? "" : /** @type {HTMLAnchorElement | null | undefined} */ (theme)?.href;
    }

    /** The ways on: to the first question that is left, else to the next page. @param {number} index
     * @param {Question} [question] */
    async lead(index, question) {
      const turn = ++this.turn;
      const href = await this.nextPage();
      if (turn !== this.turn) return;
      const ways = [
        ...(question ? [[this.fill(words.go_to, { number: index + 1 }), `#${question.element.id}`]] : []),
        ...(href ? [[words.next_page, href]] : []),
      ];
      const links = [...this.actions.querySelectorAll("a")];
      for (const old of links.slice(ways.length)) old.remove();
      for (const [place, [text, to]] of ways.entries()) {
        const way = links[place] ?? link("", to, "button");
        Object.assign(way, { textContent: text, href: to });
        way.toggleAttribute("data-primary", !place);
        if (!links[place]) this.again.before(way);
      }
    }

    retry() {
      const missed = this.summary.questions.filter((question) => question.isMissed);
      for (const question of missed) question.retry();
      missed[0]?.view.focus();
    }
  }

  /** @typedef {{question: Question, state: string}} Asked */

  const { frame } = window.SelfCheck;
  if (frame) new Card(frame);
}
