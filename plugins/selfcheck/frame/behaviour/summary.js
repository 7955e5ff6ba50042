// The end of a page that asks something: what stands after its last question.

/** `<self-check-summary>`: the menu of the answers and, where there are two questions or more, a card above it, whose
 * script is loaded then. */
class Summary {
  constructor() {
    this.line = document.createElement("self-check-summary");
    this.line.className = "self-check-summary";
    this.line.tabIndex = -1;
    this.menu = this.line.appendChild(document.createElement("details"));
    this.menu.append(document.createElement("summary"));
    this.missing = this.menu.appendChild(document.createElement("p"));
    this.missing.hidden = true;
    this.menu.addEventListener("toggle", () => this.menu.open && this.fetch("menu"));
    guard(this.line);
    /** What runs after every change, by script; it hears whether the line has moved, as to another page.
     * @type {Record<string, (hasMoved: boolean) => void>} */
    this.changed = {};
    /** The scripts that have been fetched. @type {Set<string>} */
    this.fetched = new Set();
    this.language = "";
    /** The frame in which all is counted again. */
    this.coming = 0;
  }

  /** The blocks of the page, but for those of a review. */
  get elements() {
    return /** @type {Block[]} */ ([...document.querySelectorAll("self-check:not([data-review])")]);
  }

  get questions() {
    return this.elements.flatMap((element) => element.question ?? []);
  }

  /** Counts again in the next frame, however many questions ask for it. */
  tally() {
    this.coming ||= requestAnimationFrame(() => {
      this.coming = 0;
      this.count();
    });
  }

  /** Moves the element after the last block, outside its containers, and calls what depends on the counts. */
  count() {
    const { elements, line, menu, questions } = this;
    const last = questions[questions.length - 1];
    if (!last) return line.remove();
    // After the last one of all, also while its script is still on its way: a move costs the style of the whole page.
    const end = elements[elements.length - 1];
    const spot = end.closest("article > *, main > *, [role=main] > *") ?? end;
    const hasMoved = spot.nextElementSibling !== line;
    const lang = last.view.lang || last.element.lang || document.documentElement.lang;
    const dir = last.view.dir || last.element.dir;
    // To write them costs the style of the whole card, also where they are the same.
    if (line.lang !== lang) line.lang = lang;
    if (line.dir !== dir) line.dir = dir;
    if (hasMoved) {
      /** @type {HTMLElement} */ (menu.firstElementChild).textContent = words.menu;
      menu.open = false;
      menu.hidden = true;
      spot.after(line);
    }
    // A lone question has a menu once there is something to keep; then it stays, also after clearing.
    menu.hidden &&= !questions[1] && !last.record.at;
    if (questions[1]) this.fetch("card");
    for (const changed of Object.values(this.changed)) changed(hasMoved);
  }

  /** Forgets the scripts, which are others in another language. @param {string} language */
  restart(language) {
    this.language = language;
    this.fetched.clear();
    this.changed = {};
    this.menu.replaceChildren(document.createElement("summary"), this.missing);
    this.line.replaceChildren(this.menu);
    this.line.remove();
  }

  /** Loads a script once: the card's with the second question, the menu's when it is first opened.
   * @param {"card" | "menu"} name */
  fetch(name) {
    if (this.fetched.has(name)) return;
    this.fetched.add(name);
    load(name === "card" ? words.card_script : words.menu_script, () => {
      this.fetched.delete(name);
      if (name === "card") return;
      this.missing.textContent = words.menu_missing;
      this.missing.hidden = false;
    });
  }
}
