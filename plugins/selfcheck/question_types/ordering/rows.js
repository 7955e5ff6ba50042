// The rows on the page: they follow the fields, which hold the places, and one of them is in hand.

class Rows {
  /** @param {SelfCheckBlock} block @param {Record<string, string>} words */
  constructor(block, words) {
    this.block = block;
    this.words = words;
    this.box = /** @type {HTMLElement} */ (block.element.querySelector(".self-check__ordering"));
    this.list = /** @type {HTMLElement} */ (this.box.querySelector(".self-check__order"));
    /** As the build has ordered them. */
    this.all = /** @type {HTMLElement[]} */ ([...this.list.children]);
    /** The list of the rows that are left out, where some may be. @type {Element | undefined} */
    this.rest = this.field(this.all[0]).querySelector("[value=out]") ? this.makeRest() : undefined;
    this.tools = new RowTools(this);
    /** The row in hand. @type {HTMLElement | undefined} */
    this.held = undefined;
    for (const row of this.all) {
      this.field(row).options[0].hidden = true;
      row.prepend(makeGrip(this, row));
    }
    this.listen();
  }

  listen() {
    const { block, box } = this;
    const { element, form, signal } = block;
    /** @param {EventTarget | null} target @returns {HTMLElement | undefined} */
    const rowOf = (target) =>
      block.isSettled ? undefined : this.all.find((row) => row.contains(/** @type {Node} */ (target)));
    /** @param {EventTarget} node @param {(row: HTMLElement) => void} react */
    const onInput = (node, react) => {
      const onInputOf = (/** @type {Event} */ { target }) => {
        const row = rowOf(target);
        if (row && this.field(row) === target) react(row);
      };
      node.addEventListener("input", onInputOf, { signal });
    };
    // Before the form reads the fields, and after it has shown what came of it.
    onInput(box, (row) => this.move(row));
    onInput(element, (row) => this.tell(row));
    box.addEventListener("focusin", ({ target }) => this.take(rowOf(target) ?? this.held), { signal });
    box.addEventListener("click", (event) => this.onPress(event, rowOf(event.target)), { signal });
    // What the verdict says of rows is seen on them, until she takes one again.
    form.addEventListener("submit", () => this.take(undefined), { signal });
  }

  makeRest() {
    const { block, list, words } = this;
    const rest = block.make("ul", "rows self-check__order");
    const caption = block.make("p", "caption", words.left_out);
    caption.id = `${block.prefix}-rest`;
    rest.setAttribute("aria-labelledby", caption.id);
    rest.dataset.empty = words.rest_empty;
    list.after(caption, rest);
    return rest;
  }

  /** @param {Element} row */
  field(row) {
    return /** @type {HTMLSelectElement} */ (row.querySelector("select"));
  }

  /** A row's place in the list, from 1; 0 where it is left out. @param {Element} row */
  placeOf(row) {
    return [...this.list.children].indexOf(row) + 1;
  }

  /** Makes the lists, the numbers and the tools say what the fields say. */
  arrange() {
    const { all, block, list, rest } = this;
    const isUntouched = all.every((row) => !this.field(row).value);
    const place = (/** @type {Element} */ row) => Number(this.field(row).value) || Infinity;
    const kept = all.filter((row) => this.field(row).value !== "out");
    const left = all.filter((row) => !kept.includes(row));
    if (!isUntouched) kept.sort((one, other) => place(one) - place(other) || 0);
    this.put(list, kept);
    if (rest) this.put(rest, left);
    kept.forEach((row, index) => {
      const field = this.field(row);
      // Untouched, the numbers are shown and yet no answer.
      field.options[0].textContent = String(index + 1);
      field.value = isUntouched ? "" : String(index + 1);
    });
    this.take(block.isSettled ? undefined : this.held);
  }

  /** Moves rows into a list unless they stand there in order; keeps the focus. @param {Element} list @param {Element[]} rows */
  put(list, rows) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    if (rows.some((row, index) => row !== list.children[index])) list.append(...rows);
    if (focused !== document.activeElement) focused?.focus();
  }

  /** Takes a row into the reader's hand, or none. @param {HTMLElement | undefined} row */
  take(row) {
    if (row !== this.held) this.held?.removeAttribute("data-held");
    this.held = row;
    row?.setAttribute("data-held", "");
    this.tools.serve(row);
  }

  /** Takes the row that she has tapped. The second press of two is not meant for what has come under the pointer.
   * @param {MouseEvent} event @param {HTMLElement | undefined} row */
  onPress({ clientX, clientY, detail, target }, row) {
    const { block, held, tools } = this;
    if (!row || row === held || detail > 1 || String(getSelection())) return;
    const other = "a, button, input, label, select, summary, textarea";
    if (/** @type {Element} */ (target).closest(other)) return;
    this.take(row);
    if (!tools.box.contains(document.elementFromPoint(clientX, clientY))) return;
    for (const button of tools.buttons) block.noteChange(button);
  }

  /** Gives a row the place that its field asks for; the others close up. @param {HTMLElement} row */
  move(row) {
    const { block, list } = this;
    const before = this.placeOf(row);
    const others = [...list.children].filter((other) => other !== row);
    const { value } = this.field(row);
    if (value !== "out") others.splice((Number(value) || before || Infinity) - 1, 0, row);
    others.forEach((other, place) => {
      this.field(other).value = String(place + 1);
    });
    this.take(row);
    this.arrange();
    const { out } = this.tools;
    if (out && !before !== !this.placeOf(row)) block.noteChange(out);
  }

  /** Puts a place into a row's field, as if she had chosen it there. @param {HTMLElement} row @param {string} place */
  choose(row, place) {
    const field = this.field(row);
    field.value = place;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {HTMLElement} row */
  tell(row) {
    const { block, list, words } = this;
    const place = this.placeOf(row);
    const text = /** @type {Element} */ (row.querySelector(".self-check__text"));
    const name = text.textContent?.trim() || text.querySelector("img")?.alt || "";
    const values = { row: name.replace(/\s+/g, " ").slice(0, 80), place, total: list.children.length };
    block.say(fill(place ? words.moved : words.moved_out, values));
    // Who sees the rows has seen it.
    block.element.querySelector(".self-check__status > :last-child")?.classList.add("self-check__moved");
  }

  /** Leaves the rows as the build made them. */
  leave() {
    const { all, box, list } = this;
    this.take(undefined);
    list.append(...all);
    for (const made of box.querySelectorAll(
      ".self-check__caption, .self-check__handle, ul.self-check__order",
    ))
      made.remove();
    for (const row of all) {
      const [first] = this.field(row).options;
      first.hidden = false;
      first.textContent = "\u2013";
    }
  }
}
