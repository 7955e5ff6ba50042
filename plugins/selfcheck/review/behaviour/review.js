// The review: asks what is due, from the whole site, one question at a time, and says when the next one is.

(() => {
  // part: fill
  const start = () => {
    const course = /** @type {SelfCheckCourseShared} */ (window.SelfCheckCourse);
    // A page in another language brings its own words.
    // biome-ignore format: the build fills in the words here
    course.data.set("review {language}", {/* words */});
    if (customElements.get("self-check-review")) return;
    /** @type {SelfCheckCourseSchedule["planOf"]} */
    let planOf;
    /** @type {SelfCheckCourseSchedule["dayOf"]} */
    let dayOf;
    // part: arrival
    // part: deeds

    /** When a question comes back. A day in the future is taken from the record, which is quicker than computing it; a
     * record that is older than deeds counts as one deed. @param {any} record */
    const planOfRecord = ({ at, deeds, due, first }) =>
      due > dayOf(Date.now())
        ? { due, isMissed: false }
        : planOf(Array.isArray(deeds) ? deeds : [[at, first, 0]]);

    /** What has been answered, each question once and on the first page that asks it, by urgency; and which pages ask
     * something that has changed since. */
    const survey = async () => {
      const [pages] = await Promise.all([course.whenKnown(), course.load("../{schedule}")]);
      ({ planOf, dayOf } = course.data.get("schedule")[0]);
      /** @type {Map<string, SelfCheckReviewItem>} */
      const items = new Map();
      /** @type {Map<string, SelfCheckCoursePage>} */
      const changed = new Map();
      for (const page of pages)
        for (const question of page.questions) {
          const { id } = question;
          const record = course.recordOf(question);
          const plan = record && planOfRecord(record);
          if (plan && !items.has(id)) items.set(id, { id, page, record, ...plan });
          const old = !record && course.recordOf({ id, fingerprint: "" });
          if (old && !changed.has(id) && planOfRecord(old)) changed.set(id, page);
        }
      const sorted = [...items.values()].sort(
        (one, other) => Number(other.isMissed) - Number(one.isMissed) || one.due - other.due,
      );
      return { items: sorted, changed };
    };

    class Review extends HTMLElement {
      connectedCallback() {
        this.words = course.data.get(`review ${this.dataset.words}`);
        this.written = [...this.children];
        this.status = this.make("p", "status");
        this.status.setAttribute("role", "status");
        this.status.tabIndex = -1;
        this.spot = this.make("div", "question");
        this.button = this.make("button", "button", this.words.review_again);
        this.button.type = "button";
        this.button.hidden = true; // until there is something to ask again
        this.button.onclick = () => this.askAgain();
        this.left = this.make("div", "changed");
        /** What she has put off. @type {Set<string>} */
        this.later = new Set();
        this.isIdle = false;
        this.turn = 0;
        /** The height of the sentence that stands there without a script: what takes its place moves nothing. */
        this.room =
          /** @type {HTMLElement} */ (this.written.find((node) => node.matches("p")))?.offsetHeight ?? 0;
        for (const node of this.written) node.hidden = course.hasRecords();
        this.prepend(this.status);
        this.append(this.spot, this.button, this.left);
        this.next();
        this.end = course.onChange(() => this.isIdle && this.next());
      }

      disconnectedCallback() {
        this.end?.();
        this.turn++;
        this.replaceChildren(...(this.written ?? []));
        for (const node of this.written ?? []) node.hidden = false;
      }

      /** @param {string} tag @param {string} part @param {string} [text] @returns {any} */
      make(tag, part, text = "") {
        return Object.assign(document.createElement(tag), {
          className: `self-check-review__${part}`,
          textContent: text,
        });
      }

      /** "tomorrow", "in 3 days". @param {number} due */
      when(due) {
        const days = due - dayOf(Date.now());
        return new Intl.RelativeTimeFormat(this.dataset.words, { numeric: "auto" }).format(days, "day");
      }

      /** Asks the most urgent question, or says that there is none. @param {boolean} [isCalled] whether she has asked for
       * it, and the focus is to follow */
      async next(isCalled) {
        const { later, spot, words } = this;
        const turn = ++this.turn;
        this.isIdle = false;
        const found = course.hasRecords()
          ? await survey().catch(() => null)
          : { items: [], changed: new Map() };
        if (turn !== this.turn) return;
        if (!found) {
          this.button.hidden = false;
          return this.say(words.review_missing, isCalled);
        }
        this.tellChanged(found.changed);
        const today = found.items[0] && dayOf(Date.now());
        const due = found.items.filter((item) => item.due <= today);
        const asked = due.filter(({ id }) => !later.has(id));
        const isNew = !found.items[0];
        this.toggleAttribute("data-new", isNew);
        this.status.style.minBlockSize = isNew ? `${this.room}px` : "";
        for (const node of this.written) node.hidden = !isNew || node.matches("p");
        this.button.hidden = !!asked[0] || !due[0];
        if (asked[0]) return this.ask(asked[0], asked.length, isCalled);
        spot.replaceChildren();
        this.isIdle = true;
        const soonest = Math.min(...found.items.map(({ due }) => due));
        const text = isNew ? words.review_empty : fill(words.review_none, { when: this.when(soonest) });
        this.say(due[0] ? fill(words.review_put_off, { count: due.length }) : text, isCalled);
      }

      /** @param {string} text @param {boolean} [isCalled] */
      say(text, isCalled) {
        this.status.textContent = text;
        if (isCalled) this.status.focus();
      }

      /** @param {SelfCheckReviewItem} item @param {number} count @param {boolean} [isCalled] */
      async ask(item, count, isCalled) {
        const { spot, turn, words } = this;
        this.say(fill(words.review_due, { count }));
        const block = await arrival(item, spot).catch(() => null);
        if (turn !== this.turn) return;
        const later = this.make("button", "later", words.review_later);
        later.type = "button";
        later.onclick = () => {
          this.later.add(item.id);
          this.next(true);
        };
        const { frame } = window.SelfCheck ?? {};
        const miss = () => {
          const isHeld = isCalled || spot.contains(document.activeElement);
          spot.replaceChildren(this.make("p", "missing", words.review_missing), later);
          if (isHeld) later.focus();
        };
        if (block && frame) {
          block.fail = miss;
          block.Keeping = keepingOf(frame, item.record, planOf, (question, due) => {
            if (!question.isOver) return;
            later.remove();
            const { button, status } = question.view;
            const back = this.make("span", "back", fill(words.review_back, { when: this.when(due) }));
            status.querySelector(".self-check__verdict")?.append(" ", back);
            frame.label(button, count > 1 ? words.review_next : words.review_end);
            this.say(fill(words.review_due, { count: count - 1 }));
          });
        }
        spot.replaceChildren(...(block ? [block] : []));
        /** @type {Question | undefined} */
        const question = block?.question;
        // Without its script it could not be answered.
        if (!question) return miss();
        const { button, form } = question.view;
        button.after(later);
        question.block.noteChange(later); // a second press is meant for the question before
        // After the frame's own listeners, which pass over presses that are not meant.
        form.addEventListener("click", (event) => this.onPress(event, question), { capture: true });
        block.dispatchEvent(new CustomEvent("self-check-shown", { bubbles: true, detail: { id: item.id } }));
        if (isCalled) question.view.focus();
      }

      /** The button of a block that is done leads on. @param {any} event @param {Question} question */
      onPress(event, question) {
        if (event.target.closest("button") !== question.view.button || !question.isOver) return;
        event.preventDefault();
        event.stopPropagation();
        this.next(true);
      }

      /** Says which pages ask something that has changed since it was answered. @param {Map<string, SelfCheckCoursePage>} changed */
      async tellChanged(changed) {
        const { left, turn, words } = this;
        const pages = [...new Set(changed.values())];
        const links = await Promise.all(pages.map(linkTo));
        if (turn !== this.turn) return;
        const told = this.make("p", "changed", fill(words.review_changed, { count: changed.size }));
        const list = this.make("ul", "pages");
        for (const link of links) list.appendChild(document.createElement("li")).append(link);
        left.replaceChildren(...(links[0] ? [told, list] : []));
      }

      askAgain() {
        this.later.clear();
        this.next(true);
      }
    }
    customElements.define("self-check-review", Review);
  };

  if (window.SelfCheckCourse?.onChange) start();
  else addEventListener("load", start);
})();
