// The labels of a mask while it is painted, with undo and redo.

class Painting {
  /** @param {Key} key */
  constructor(key) {
    this.key = key;
    /** The mask as a response holds it, without the stroke that is being drawn. */
    this.text = "";
    this.labels = decode("", key);
    /** @type {string[]} */
    this.past = [];
    /** @type {string[]} */
    this.future = [];
  }

  /** Takes another mask, and clears the history. @param {string} text */
  load(text) {
    this.text = text;
    this.past = [];
    this.future = [];
    this.drop();
  }

  /** Drops the stroke that is being drawn. */
  drop() {
    this.labels = decode(this.text, this.key);
  }

  /** Ends a stroke, which can then be undone. Returns whether it has changed anything. */
  commit() {
    const text = encode(this.labels, this.key.size);
    if (text === this.text) return false;
    this.past.push(this.text);
    this.future = [];
    this.text = text;
    return true;
  }

  /** Undoes or redoes a stroke. Returns whether there was one. @param {boolean} isBack */
  travel(isBack) {
    const [from, to] = isBack ? [this.past, this.future] : [this.future, this.past];
    const text = from.pop();
    if (text === undefined) return false;
    to.push(this.text);
    this.text = text;
    this.drop();
    return true;
  }

  /** Draws along a straight line. @param {number} from @param {number} to @param {number} label @param {number} side */
  stroke(from, to, label, side) {
    const [width] = this.key.size;
    const [x, y] = [from % width, Math.floor(from / width)];
    const [right, down] = [(to % width) - x, Math.floor(to / width) - y];
    const steps = Math.max(Math.abs(right), Math.abs(down));
    for (let step = 0; step <= steps; step++) {
      const share = steps && step / steps;
      this.dab(x + Math.round(right * share), y + Math.round(down * share), label, side);
    }
  }

  /** Draws a square; of an even one, x and y are left and above of the middle.
   * @param {number} x @param {number} y @param {number} label @param {number} side */
  dab(x, y, label, side) {
    const [width, height] = this.key.size;
    const reach = (side - 1) >> 1;
    for (let pixel = 0; pixel < side * side; pixel++) {
      const left = x + (pixel % side) - reach;
      const top = y + Math.floor(pixel / side) - reach;
      if (left >= 0 && left < width && top >= 0 && top < height) this.labels[top * width + left] = label;
    }
  }

  /** Relabels the connected area of a pixel. @param {number} at @param {number} label */
  fill(at, label) {
    const replaced = this.labels[at];
    for (const one of reach(at, this.key.size, (next) => this.labels[next] === replaced))
      this.labels[one] = label;
  }

  /** How many pixels have a label. @param {number} label */
  count(label) {
    return this.labels.filter((each) => each === label).length;
  }

  /** The rows as text. @param {string[]} signs those of the labels */
  rows(signs) {
    const [width] = this.key.size;
    const text = Array.from(this.labels, (label, at) => signs[label] + ((at + 1) % width ? "" : "\n"));
    return text.join("").trimEnd();
  }

  /** Draws rows of signs; missing signs are background. @param {string} text @param {string[]} signs */
  draw(text, signs) {
    const [width, height] = this.key.size;
    const rows = text.split("\n", height).map((row) => [...row.slice(0, 2 * width)]);
    this.labels = this.labels.map((_, at) =>
      Math.max(0, signs.indexOf(rows[Math.floor(at / width)]?.[at % width] ?? "")),
    );
  }
}
