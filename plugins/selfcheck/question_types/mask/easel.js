// The editor of a mask: tools and canvas. The mask itself is stored in a form field.

class Easel {
  /** @param {SelfCheckBlock} block @param {Record<string, string>} words */
  constructor(block, words) {
    const { element, form, prefix } = block;
    this.block = block;
    this.words = words;
    /** @type {Key} */
    this.key = block.key;
    this.field = /** @type {HTMLInputElement} */ (form.elements.namedItem(`${prefix}mask`));
    this.legend = /** @type {HTMLElement} */ (element.querySelector(".self-check__labels"));
    this.swatches = [...this.legend.querySelectorAll("svg")];
    this.colours = this.swatches.map(({ dataset }) => dataset.colour ?? "");
    this.signs = [".", ...this.swatches.map(({ dataset }) => dataset.symbol ?? "")];
    this.names = [words.background, ...this.key.names];
    this.painting = new Painting(this.key);
    /** The label to paint with. */
    this.label = 1;
    /** The side of the brush in pixels; 0 fills. */
    this.side = 1;
    this.isLocked = false;
    this.canvas = new Canvas(this);
    this.tools = new Tools(this);
    this.legend.hidden = true;
  }

  /** Draws one segment of a stroke without ending it. @param {number} from @param {number} to */
  try(from, to) {
    if (this.side) this.painting.stroke(from, to, this.label, this.side);
    else this.painting.fill(to, this.label);
    this.draw();
  }

  drop() {
    this.painting.drop();
    this.draw();
  }

  commit() {
    if (this.painting.commit()) this.tell();
  }

  /** @param {number} from @param {number} to */
  act(from, to) {
    if (this.isLocked) return;
    this.try(from, to);
    this.commit();
  }

  /** @param {number} at */
  erase(at) {
    if (this.isLocked) return;
    this.painting.stroke(at, at, 0, this.side || 1);
    this.commit();
  }

  clear() {
    if (this.isLocked) return;
    this.painting.labels.fill(0);
    this.commit();
  }

  /** @param {string} rows */
  write(rows) {
    if (this.isLocked) return;
    this.painting.draw(rows, this.signs);
    this.commit();
  }

  /** @param {boolean} isBack */
  travel(isBack) {
    if (!this.isLocked && this.painting.travel(isBack)) this.tell();
  }

  /** Writes the mask into the form field, and tells the frame of the change. */
  tell() {
    this.draw();
    this.field.value = this.painting.text;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  draw() {
    this.canvas.draw(this.colours);
    this.tools.show();
  }

  /** Shows the mask in the form field. */
  show() {
    const { block, field, painting, canvas } = this;
    this.isLocked = block.isSettled;
    canvas.grid.ariaReadOnly = String(this.isLocked);
    if (field.value !== painting.text) painting.load(field.value);
    this.draw();
    this.comparison?.remove();
    if (block.isSettled) this.comparison = compare(this);
  }

  /** Leaves the block as the build made it. */
  leave() {
    this.comparison?.remove();
    this.canvas.leave();
    this.tools.box.remove();
    this.legend.hidden = false;
  }
}
