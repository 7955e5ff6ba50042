// The pixels as a grid of cells for keyboard, pointer and screen reader, over a picture of the mask. Only the row
// with the cursor has cells, since thousands of them would be slow.

/** @type {Record<string, [number, number]>} */
const STEPS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  PageUp: [0, -8],
  PageDown: [0, 8],
  Home: [-64, 0],
  End: [64, 0],
};

class Canvas {
  /** @param {Easel} easel */
  constructor(easel) {
    const { block, key } = easel;
    this.easel = easel;
    this.size = key.size;
    this.surface = /** @type {HTMLElement} */ (block.element.querySelector(".self-check__surface"));
    this.sheet = /** @type {HTMLElement} */ (this.surface.parentElement);
    this.raster = /** @type {SVGElement} */ (this.surface.querySelector(".self-check__raster"));
    this.painted = svg(this.raster, "g");
    this.cursor = 0;
    /** The pixel under the pointer while it paints. @type {number | undefined} */
    this.pointer = undefined;
    this.grid = this.make();
    this.row = this.makeRow();
    this.listen(block.signal);
  }

  make() {
    const { block, words } = this.easel;
    const grid = this.surface.appendChild(block.make("div", "cells"));
    grid.role = "grid";
    grid.ariaLabel = words.pixels;
    grid.ariaColCount = String(this.size[0]);
    grid.ariaRowCount = String(this.size[1]);
    grid.setAttribute("aria-describedby", `${block.prefix}-keys ${block.prefix}-status`);
    return grid;
  }

  makeRow() {
    const { block } = this.easel;
    const [width, height] = this.size;
    const y = Math.floor(this.cursor / width);
    const row = this.grid.appendChild(block.make("div", "line"));
    row.role = "row";
    row.ariaRowIndex = String(y + 1);
    row.style.top = `${(100 * y) / height}%`;
    row.style.height = `${100 / height}%`;
    for (let x = 1; x <= width; x++) {
      const cell = row.appendChild(block.make("span", "cell"));
      cell.role = "gridcell";
      cell.ariaColIndex = String(x);
      cell.tabIndex = -1;
    }
    return row;
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const { grid } = this;
    grid.addEventListener("keydown", (event) => this.onKeyDown(event), { signal });
    grid.addEventListener("pointerdown", (event) => this.onPointerDown(event), { signal });
    grid.addEventListener("pointermove", (event) => this.onPointerMove(event), { signal });
    grid.addEventListener("pointerup", () => this.endStroke(true), { signal });
    grid.addEventListener("pointercancel", () => this.endStroke(false), { signal });
    // A click without a pointer, as assistive technology sends it.
    grid.addEventListener("click", (event) => event.detail || this.onClick(event), { signal });
  }

  get cells() {
    return /** @type {HTMLElement[]} */ ([...this.row.children]);
  }

  get cell() {
    return this.cells[this.cursor % this.size[0]];
  }

  /** @param {number} at @param {boolean} [isInSight] */
  goTo(at, isInSight) {
    const before = this.row;
    this.cell.tabIndex = -1;
    this.cursor = at;
    if (before.ariaRowIndex !== String(Math.floor(at / this.size[0]) + 1)) this.row = this.makeRow();
    this.name();
    this.cell.focus({ preventScroll: isInSight });
    // Removed last, so that the focus stays in the grid.
    if (before !== this.row) before.remove();
  }

  /** Names each cell by its label and the brightness of its pixel. */
  name() {
    const first = this.cursor - (this.cursor % this.size[0]);
    this.cell.tabIndex = 0;
    this.cells.forEach((cell, x) => {
      cell.ariaLabel = this.nameOf(first + x);
    });
  }

  /** @param {number} at */
  nameOf(at) {
    const { names, painting, words } = this.easel;
    const [width] = this.size;
    const grey = this.raster.dataset.pixels?.[at];
    const [row, column] = [Math.floor(at / width) + 1, (at % width) + 1];
    const place = fill(words.cell, { label: names[painting.labels[at]], row, column });
    return grey ? `${place}, ${fill(words.brightness, { value: Number.parseInt(grey, 16) })}` : place;
  }

  /** @param {string[]} colours */
  draw(colours) {
    this.painted.replaceChildren();
    colours.forEach((colour, index) => {
      const { area, outline, marks } = paths(this.easel.painting.labels, this.size, index + 1);
      path(this.painted, "area", area, { fill: colour });
      path(this.painted, "marks", marks);
      path(this.painted, "outline", outline, { stroke: colour });
    });
    this.name();
  }

  /** @param {KeyboardEvent} event */
  onKeyDown(event) {
    const { key, shiftKey, altKey } = event;
    const { easel } = this;
    const isCommand = event.ctrlKey || event.metaKey;
    if (altKey) return;
    if (isCommand && /^[yz]$/i.test(key)) easel.travel(/z/i.test(key) && !shiftKey);
    else if (STEPS[key]) this.step(STEPS[key], isCommand, shiftKey);
    else if (/^( |Enter)$/.test(key)) easel.act(this.cursor, this.cursor);
    else if (/^(Delete|Backspace)$/.test(key)) easel.erase(this.cursor);
    else return;
    event.preventDefault();
  }

  /** @param {[number, number]} step @param {boolean} isFar whether Home and End lead to the corners
   * @param {boolean} isStroke */
  step([right, down], isFar, isStroke) {
    const [width, height] = this.size;
    const from = this.cursor;
    const x = Math.min(width - 1, Math.max(0, (from % width) + right));
    const along = isFar && Math.abs(right) > 1 ? right : down;
    const y = Math.min(height - 1, Math.max(0, Math.floor(from / width) + along));
    this.goTo(y * width + x);
    if (isStroke) this.easel.act(from, this.cursor);
  }

  /** @param {MouseEvent} event */
  onClick({ target }) {
    const x = this.cells.indexOf(/** @type {HTMLElement} */ (target));
    if (x < 0) return;
    this.goTo(this.cursor - (this.cursor % this.size[0]) + x);
    this.easel.act(this.cursor, this.cursor);
  }

  /** The pixel under a pointer, or the nearest one. @param {PointerEvent} event */
  under({ clientX, clientY }) {
    const [width, height] = this.size;
    const box = this.grid.getBoundingClientRect();
    const x = Math.floor(((clientX - box.left) / box.width) * width);
    const y = Math.floor(((clientY - box.top) / box.height) * height);
    return Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x));
  }

  /** @param {PointerEvent} event */
  onPointerDown(event) {
    if (this.easel.isLocked || event.button) return;
    // A second finger zooms: the stroke of the first is dropped.
    if (!event.isPrimary) return this.endStroke(false);
    event.preventDefault();
    this.grid.setPointerCapture(event.pointerId);
    this.pointer = this.under(event);
    this.goTo(this.pointer, true);
    this.easel.try(this.pointer, this.pointer);
  }

  /** @param {PointerEvent} event */
  onPointerMove(event) {
    const at = this.under(event);
    if (this.pointer === undefined || !event.isPrimary || at === this.pointer) return;
    const from = this.pointer;
    this.pointer = at;
    this.goTo(at, true);
    this.easel.try(from, at);
  }

  /** @param {boolean} isDone */
  endStroke(isDone) {
    if (this.pointer === undefined) return;
    this.pointer = undefined;
    if (isDone) this.easel.commit();
    else this.easel.drop();
  }

  /** Toggles pixels that are large enough for a finger; the sheet scrolls then. */
  enlarge() {
    this.sheet.style.setProperty("--columns", String(this.size[0]));
    const isLarge = this.sheet.toggleAttribute("data-large");
    this.cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    return isLarge;
  }

  leave() {
    this.painted.remove();
    this.grid.remove();
    this.sheet.removeAttribute("data-large");
    this.sheet.style.removeProperty("--columns");
  }
}
