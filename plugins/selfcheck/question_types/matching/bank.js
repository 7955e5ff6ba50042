// The rows and the targets to choose from. Short targets are chips: one that is tapped goes to the row that is lit,
// and a row that is tapped gives its chip back. All they do is done to the menus, which hold the response.

class Bank {
  /** @param {SelfCheckBlock} block @param {Record<string, string>} words */
  constructor(block, words) {
    const { element, signal } = block;
    this.block = block;
    this.words = words;
    this.list = /** @type {HTMLElement} */ (element.querySelector(".self-check__targets"));
    this.targets = /** @type {HTMLElement[]} */ ([...this.list.children]);
    this.rows = /** @type {HTMLElement[]} */ ([
      ...element.querySelectorAll(".self-check__pairs > tbody > [data-option]"),
    ]);
    this.hasChips = this.list.matches(".self-check__bank");
    /** Whether several rows share a target, so that no chip leaves. */
    this.isShared = new Set(block.key).size < block.key.length;
    /** The row to which the next chip goes. @type {HTMLElement | undefined} */
    this.lit = undefined;
    /** Whether a press that is ending was a drag. */
    this.hasDragged = false;
    this.caption = block.make("p", "caption");
    this.caption.setAttribute("aria-hidden", "true");
    for (const target of this.targets) {
      const grip = block.make("span", "grip");
      grip.setAttribute("aria-hidden", "true");
      target.prepend(grip);
    }
    this.list.addEventListener("pointerdown", (down) => this.lift(down), { signal });
    if (this.hasChips) this.enliven();
  }

  /** Gives each row a slot, which lies over its menu. */
  enliven() {
    const { caption, list, rows } = this;
    const { signal } = this.block;
    list.before(caption);
    list.addEventListener("click", (event) => this.onChip(event), { signal });
    for (const row of rows) {
      const slot = document.createElement("span");
      slot.className = "self-check__slot";
      slot.setAttribute("aria-hidden", "true");
      slot.addEventListener("click", () => this.onSlot(row), { signal });
      this.field(row).after(slot);
      this.field(row).addEventListener("focus", () => this.light(row), { signal });
    }
  }

  /** @param {HTMLElement} row */
  field(row) {
    return /** @type {HTMLSelectElement} */ (row.querySelector("td > select"));
  }

  /** The row at a place of the page, if it may be filled: what is right stays. @param {Element | null} place */
  rowAt(place) {
    return this.rows.find((row) => row.contains(place) && row.dataset.mark !== "right");
  }

  /** @param {HTMLElement} row */
  light(row) {
    this.lit = row;
    this.show();
  }

  /** Puts a target into a row, or nothing, as if she had chosen it there.
   * @param {HTMLElement} row @param {HTMLElement} [target] */
  fill(row, target) {
    const field = this.field(row);
    field.value = target?.dataset.target ?? "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {MouseEvent} event */
  onChip(event) {
    const { block, hasDragged, isShared, lit } = this;
    const target = this.targetOf(event);
    this.hasDragged = false;
    if (!lit || !target || hasDragged || block.isSettled) return;
    // Of a double tap on a chip that stays, the second is not meant for the next row.
    if (isShared ? event.detail > 1 : "used" in target.dataset) return;
    this.fill(lit, target);
  }

  /** @param {HTMLElement} row */
  onSlot(row) {
    if (this.block.isSettled || !this.rowAt(row)) return;
    this.lit = row;
    if (this.field(row).value) this.fill(row);
    else this.show();
  }

  /** @param {Event} event */
  targetOf({ target }) {
    return this.targets.find((one) => one.contains(/** @type {Node} */ (target)));
  }

  /** @param {PointerEvent} down */
  lift(down) {
    const { block, hasChips, isShared } = this;
    const target = this.targetOf(down);
    this.hasDragged = false;
    if (!target || !down.isPrimary || down.button || block.isSettled) return;
    if (hasChips && !isShared && "used" in target.dataset) return;
    // Where there is no grip, a finger scrolls the page, and a mouse follows links and selects code.
    const leaves = down.pointerType === "touch" ? "*" : "a, pre, summary, .self-check__wide";
    const pressed = /** @type {Element} */ (down.target);
    if (pressed.closest(leaves) && !pressed.matches(".self-check__grip")) return;
    new TargetDrag(this, target, down);
  }

  /** Makes targets and slots say what the menus say. */
  show() {
    const { block, caption, hasChips, isShared, lit, rows, targets, words } = this;
    const used = rows.map((row) => this.field(row).value);
    for (const target of targets)
      target.toggleAttribute(
        "data-used",
        !(hasChips && isShared) && used.includes(target.dataset.target ?? ""),
      );
    if (!hasChips) return;
    const open = block.isSettled ? [] : rows.filter((row) => !this.field(row).value);
    const from = lit ? rows.indexOf(lit) : -1;
    this.lit = open.find((row) => rows.indexOf(row) >= from) ?? open[0];
    for (const row of rows) this.showSlot(row);
    const name = this.lit?.querySelector("th > label")?.textContent?.trim();
    caption.textContent = this.lit ? fill(words.for_row, { row: name || rows.indexOf(this.lit) + 1 }) : "";
  }

  /** @param {HTMLElement} row */
  showSlot(row) {
    const { lit, words } = this;
    const field = this.field(row);
    const slot = /** @type {HTMLElement} */ (field.nextElementSibling);
    slot.textContent = row === lit ? words.choose_below : field.selectedOptions[0].text;
    slot.toggleAttribute("data-filled", !!field.value);
    row.toggleAttribute("data-lit", row === lit);
  }

  leave() {
    const { caption, rows, targets } = this;
    caption.remove();
    for (const target of targets) {
      target.querySelector(".self-check__grip")?.remove();
      target.removeAttribute("data-used");
    }
    for (const row of rows) {
      row.querySelector(".self-check__slot")?.remove();
      row.removeAttribute("data-lit");
    }
  }
}
