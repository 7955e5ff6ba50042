// The menu below the questions: show all, clear, save to a file, load from one.
{
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  const FORMAT = "self-check answers";
  const MOST_BYTES = 20_000_000; // several times what a browser keeps of a site

  class Menu {
    /** @param {SelfCheckFrame} frame */
    constructor(frame) {
      this.frame = frame;
      this.summary = frame.summary;
      this.summary.missing.hidden = true;
      /** What asks or stops asking whether an action is meant. @type {((isAsking: boolean) => void)[]} */
      this.asking = [];
      this.list = this.summary.menu.appendChild(document.createElement("ol"));
      this.list.className = "self-check-summary__answers";
      this.elsewhere = this.summary.menu.appendChild(document.createElement("p"));
      this.reveal = this.offer([words.reveal, words.reveal_confirm, words.reveal_yes, words.reveal_no], () =>
        this.revealAll(),
      );
      this.saving = this.button(this.row(), words.save, () => this.save());
      this.loading();
      this.clear = this.offer([words.clear, words.clear_confirm, words.clear_yes, words.clear_no], () =>
        this.forgetAll(),
      );
      this.status = this.summary.menu.appendChild(document.createElement("p"));
      this.status.setAttribute("role", "status");
      this.summary.changed.menu = (hasMoved) => {
        // On another page nothing is asked, and nothing has been done.
        if (hasMoved) this.rest();
        this.paint();
      };
      this.paint();
    }

    row() {
      return this.summary.menu.appendChild(document.createElement("div"));
    }

    /** @param {HTMLElement} row @param {string} text @param {() => void} pressed */
    button(row, text, pressed) {
      const button = row.appendChild(document.createElement("button"));
      button.type = "button";
      button.textContent = text;
      button.addEventListener("click", pressed);
      return button;
    }

    /** An action in two presses. The first button also cancels, so that the focus does no harm. @param {string[]} texts @param {() => void} action */
    offer([text, question, yes, no], action) {
      const { label } = this.frame;
      const row = this.row();
      const ask = (/** @type {boolean} */ isAsking) => {
        label(offer, isAsking ? no : text);
        prompt.textContent = isAsking ? question : "";
        label(sure, yes, !isAsking);
      };
      const offer = this.button(row, text, () => ask(!!sure.hidden));
      const prompt = row.appendChild(document.createElement("span"));
      prompt.setAttribute("role", "status");
      const sure = this.button(row, yes, () => {
        ask(false);
        action();
        this.summary.line.focus();
      });
      ask(false);
      this.asking.push(ask);
      return row;
    }

    /** Asks nothing and says nothing. */
    rest() {
      for (const ask of this.asking) ask(false);
      this.status.textContent = "";
    }

    paint() {
      const { questions } = this.summary;
      this.reveal.hidden = questions.every((question) => question.isSettled);
      this.clear.hidden = !questions.some(({ record }) => record.at);
      const ids = this.ids();
      this.saving.hidden = !ids[0];
      const entries = questions.flatMap((each, index) =>
        each.record.at ? [this.entry(each, index + 1)] : [],
      );
      const links = this.list.getElementsByTagName("a");
      const held = [...links].find((link) => link === document.activeElement)?.hash;
      this.list.replaceChildren(...entries);
      if (held) [...links].find(({ hash }) => hash === held)?.focus({ preventScroll: true });
      this.list.hidden = !entries[0];
      const here = new Set(questions.map(({ id }) => id));
      const count = ids.filter((id) => !here.has(id)).length;
      this.elsewhere.textContent = count ? this.frame.fill(words.answers_elsewhere, { count }) : "";
    }

    /** A question that she has begun: its number on the page, how it stands, and what she has answered.
     * @param {Question} question @param {number} number */
    entry(question, number) {
      const { description, element, record, view } = question;
      const state = this.frame.standingOf(record);
      const entry = document.createElement("li");
      entry.value = number;
      const link = entry.appendChild(document.createElement("a"));
      link.href = `#${element.id}`;
      link.textContent = description.stem;
      const parts = [words[`state_${state}`], this.answerIn(view)].filter(Boolean);
      entry.append(document.createElement("br"), parts.join(" \u00b7 "));
      return entry;
    }

    /** What she has answered, where that is some options or one text. @param {View} view */
    answerIn({ controls }) {
      const chosen = controls.filter(({ type }) => /radio|checkbox/.test(type));
      const written = controls.filter((control) => !chosen.includes(control));
      if (written[0]) return !written[1] && /^text/.test(written[0].type) ? written[0].value.trim() : "";
      const texts = chosen.flatMap((control) => (control.checked && textOf(control)) || []);
      return texts.map(this.frame.lineOf).join(", ");
    }

    revealAll() {
      for (const question of this.summary.questions) question.reveal();
      this.status.textContent = words.revealed;
    }

    forgetAll() {
      for (const question of this.summary.questions) question.keeping.forget();
      this.status.textContent = words.cleared;
    }

    get prefix() {
      return `self-check:${this.frame.site}:`;
    }

    /** The questions of the whole site that have a record. */
    ids() {
      const places = [...this.frame.refused.keys()];
      try {
        places.push(...Object.keys(localStorage));
      } catch {}
      const ids = places.filter((place) => place.startsWith(this.prefix)).map((place) => this.idIn(place));
      return [...new Set(ids)].filter(isId);
    }

    /** @param {string} place */
    idIn(place) {
      return place.slice(this.prefix.length);
    }

    save() {
      const { recall, site } = this.frame;
      for (const question of this.summary.questions) question.keeping.flush();
      const ids = this.ids();
      const records = Object.fromEntries(ids.map((id) => [id, recall(this.prefix + id)]));
      const text = JSON.stringify({ format: FORMAT, v: 1, site, at: Date.now(), records }, null, 1);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      link.download = `answers-${new Date().toISOString().slice(0, 10)}.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      this.status.textContent = this.frame.fill(words.saved, { count: ids.length, file: link.download });
    }

    loading() {
      const row = this.row();
      const input = row.appendChild(document.createElement("input"));
      input.type = "file";
      input.accept = "application/json,.json";
      input.hidden = true;
      input.addEventListener("change", async () => {
        const [file] = input.files ?? [];
        this.status.textContent = ""; // so that the same words are said again
        if (file) this.status.textContent = await this.load(file);
        input.value = ""; // the same file may be chosen again
      });
      this.button(row, words.load, () => input.click());
    }

    /** @param {File} file @returns {Promise<string>} what came of it, in words */
    async load(file) {
      const saved = file.size < MOST_BYTES ? parsed(await file.text().catch(() => "")) : null;
      if (saved?.format !== FORMAT || !(saved.records instanceof Object)) return words.load_foreign;
      if (saved.v !== 1) return words.load_newer;
      const { fill, refused, site, sitePath } = this.frame;
      if (saved.site !== site && saved.site !== sitePath)
        return fill(words.load_elsewhere, { site: saved.site });
      for (const question of this.summary.questions) question.keeping.flush();
      const sound = Object.entries(saved.records).filter(([id, record]) => isId(id) && isRecord(record));
      const loaded = sound.filter(([id, record]) => this.take(this.prefix + id, record));
      for (const question of this.summary.questions) question.keeping.reload();
      const newer = Object.values(saved.records).filter((record) => record?.v > 1).length;
      const counts = { loaded: loaded.length, left: sound.length + newer - loaded.length };
      const isKept = !loaded.some(([id]) => refused.has(this.prefix + id));
      return [fill(words.loaded, counts), isKept ? "" : words.not_kept].join(" ").trim();
    }

    /** Joins a record with the one that is stored; returns whether that has changed it. @param {string} place
     * @param {SelfCheckRecord} record */
    take(place, record) {
      const { joined, keep, recall } = this.frame;
      const mine = recall(place);
      const both = mine ? joined(mine, record) : record;
      if (mine?.v > 1 || (mine && JSON.stringify(both) === JSON.stringify(joined(mine, mine)))) return false;
      keep(place, both);
      return true;
    }
  }

  /** @param {string} text @returns {any} */
  const parsed = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };

  /** The text in the row of a control. @param {Element} control */
  const textOf = (control) =>
    control.closest("[data-option]")?.querySelector("label > span:last-child, .self-check__block");

  /** @param {string} id */
  const isId = (id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);

  /** @param {any} record */
  const isRecord = (record) =>
    record?.v === 1 && record.response instanceof Object && Number.isFinite(record.at);

  const { frame } = window.SelfCheck;
  if (frame) new Menu(frame);
}
