// The summary below the questions of a page.

/** A line after the last block: the count of answers, a button for missed questions, and a menu. */
class Progress {
  constructor() {
    this.line = document.createElement("div");
    this.line.className = "self-check-progress";
    this.line.tabIndex = -1;
    this.count = this.line.appendChild(document.createElement("span"));
    this.count.setAttribute("role", "status");
    this.again = this.line.appendChild(document.createElement("button"));
    this.again.type = "button";
    this.again.addEventListener("click", () => this.retry());
    this.sure = this.line.appendChild(document.createElement("p"));
    this.menu = this.line.appendChild(document.createElement("details"));
    this.menu.append(document.createElement("summary"));
    this.missing = this.menu.appendChild(document.createElement("p"));
    this.missing.hidden = true;
    this.menu.addEventListener("toggle", () => this.menu.open && this.fetchMenu());
    guard(this.line);
    /** Called after every change; the script of the menu replaces it. */
    this.changed = () => {};
    this.answered = this.total = 0;
    this.isFetched = false;
    this.language = "";
  }

  get questions() {
    const elements = [...document.querySelectorAll("self-check")];
    return elements.flatMap((element) => /** @type {Block} */ (element).question ?? []);
  }

  /** Counts again, and moves the line after the last block, outside its containers. */
  tally() {
    const { line, menu, questions } = this;
    const last = questions[questions.length - 1];
    if (!last) return line.remove();
    const spot = last.element.closest("article > *, main > *, [role=main] > *") ?? last.element;
    if (spot.nextElementSibling !== line) {
      line.lang = last.view.lang || last.element.lang || document.documentElement.lang;
      line.dir = last.view.dir || last.element.dir;
      /** @type {HTMLElement} */ (menu.firstElementChild).textContent = words.menu;
      menu.open = false;
      spot.after(line);
    }
    this.paint(questions.map(({ record }) => record));
    const missed = questions.filter((question) => question.isMissed).length;
    label(this.again, fill(words.retry, { count: missed }), !missed);
    this.changed();
  }

  /** Announces the counts once the last question of a page is answered. @param {SelfCheckRecord[]} records */
  paint(records) {
    const { count, sure } = this;
    const total = records.length;
    const answered = records.filter(({ attempts }) => attempts).length;
    const isLast = answered === total && total === this.total && answered > this.answered;
    set(count, "aria-live", !isLast && "off");
    Object.assign(this, { answered, total });
    count.textContent = [fill(words.progress, { answered, total }), ...this.parts(records)].join(" \u00b7 ");
    const levels = calibration(records);
    sure.hidden = !levels[0];
    sure.textContent = levels[0] ? `${words.calibration} ${levels.join(" \u00b7 ")}` : "";
  }

  /** @param {SelfCheckRecord[]} records */
  parts(records) {
    const first = records.filter((record) => record.first === "right").length;
    const end = records.filter(({ first, state }) => state === "right" || /right|later/.test(first)).length;
    const hints = records.reduce((sum, record) => sum + record.hints, 0);
    const parts = [
      first && fill(words.progress_first, { count: first }),
      end > first && fill(words.progress_end, { count: end }),
      hints && fill(words.progress_hints, { count: hints }),
    ];
    return parts.filter(Boolean);
  }

  retry() {
    const missed = this.questions.filter((question) => question.isMissed);
    for (const question of missed) question.retry();
    missed[0]?.view.focus();
  }

  /** Forgets the menu, whose script is another one in another language. @param {string} language */
  restart(language) {
    this.language = language;
    this.isFetched = false;
    this.changed = () => {};
    this.menu.replaceChildren(document.createElement("summary"), this.missing);
    this.line.remove();
  }

  /** Loads the script of the menu when it is first opened. */
  fetchMenu() {
    if (this.isFetched) return;
    this.isFetched = true;
    load(words.menu_script, () => {
      this.isFetched = false;
      this.missing.textContent = words.menu_missing;
      this.missing.hidden = false;
    });
  }
}
