// Label maps of a mask question: read, written, and measured by IoU and boundary F1.

/** @typedef {[number, number]} Size  width and height in pixels */
/** @typedef {Uint8Array} Labels  a label a pixel in reading order; 0 is background, 1 the first class */
/** @typedef {Uint8Array} Mask  1 where a class is, else 0 */
/** @typedef {{size: Size, mask: string, names: string[], iou: number, f1: number, tolerance: number}} Key */

const LETTERS = ".abcd";

/** What a response holds, as `16x16:34.3a`; where it is broken or of another size, nothing but background.
 * @param {unknown} text @param {Key} key @returns {Labels} */
const decode = (text, { size: [width, height], names }) => {
  const labels = new Uint8Array(width * height);
  const [, size, runs = ""] = /^(\d+x\d+):((?:\d*[.a-d])*)$/.exec(String(text).slice(0, 9999)) ?? [];
  if (size !== `${width}x${height}`) return labels;
  let at = 0;
  for (const [, length, letter] of runs.matchAll(/(\d*)(.)/g)) {
    const end = at + Number(length || 1);
    const label = LETTERS.indexOf(letter);
    labels.fill(label > names.length ? 0 : label, at, end);
    at = end;
  }
  return labels;
};

/** @param {Labels} labels @param {Size} size */
const encode = (labels, [width, height]) => {
  const letters = Array.from(labels, (label) => LETTERS[label])
    .join("")
    .replace(/\.+$/, "");
  const runs = letters.replace(/(.)\1+/g, (run, letter) => run.length + letter);
  return runs && `${width}x${height}:${runs}`;
};

/** @param {Mask} mask */
const count = (mask) => mask.reduce((sum, on) => sum + on, 0);

/** The pixels beside `at`, or round it with corners. @param {number} at @param {Size} size */
const beside = (at, [width, height], corners = false) => {
  const x = at % width;
  const found = [];
  for (let down = -1; down < 2; down++) {
    for (let right = -1; right < 2; right++) {
      const y = (at - x) / width + down;
      const isInside = x + right >= 0 && x + right < width && y >= 0 && y < height;
      if (isInside && (corners ? right || down : !right !== !down)) found.push(y * width + x + right);
    }
  }
  return found;
};

/** The connected pixels of `at`. @param {number} at @param {Size} size
 * @param {(at: number) => unknown} isSame */
const reach = (at, size, isSame, corners = false) => {
  const found = new Set([at]);
  // A set also visits what is added on the way.
  for (const one of found) {
    for (const next of beside(one, size, corners)) if (isSame(next)) found.add(next);
  }
  return [...found];
};

/** The pieces of the pixels for which `isIn` holds. @param {Size} size @param {(at: number) => unknown} isIn */
const pieces = (size, isIn, corners = false) => {
  const met = new Set();
  /** @type {number[][]} */
  const found = [];
  for (let at = 0; at < size[0] * size[1]; at++) {
    if (met.has(at) || !isIn(at)) continue;
    const piece = reach(at, size, isIn, corners);
    for (const one of piece) met.add(one);
    found.push(piece);
  }
  return found;
};

/** What a mask encloses: pieces of its outside that do not reach the border. @param {Mask} mask @param {Size} size */
const enclosed = (mask, size) =>
  pieces(size, (at) => !mask[at])
    .filter((piece) => piece.every((at) => beside(at, size).length === 4))
    .flat();

/** The pixels that touch a mask from outside, by a side or a corner. @param {Mask} mask @param {Size} size */
const outside = (mask, size) =>
  [...mask.keys()].filter((at) => !mask[at] && beside(at, size, true).some((next) => mask[next]));

/** The pixels of a mask that touch one outside it by a side; the picture's border is no boundary.
 * @param {Mask} mask @param {Size} size */
const boundary = (mask, size) =>
  [...mask.keys()].filter((at) => mask[at] && beside(at, size).some((next) => !mask[next]));

/** @param {Mask} mask @param {number} right @param {number} down @param {Size} size */
const moved = (mask, right, down, [width, height]) =>
  mask.map((_, at) => {
    const x = (at % width) - right;
    const y = Math.floor(at / width) - down;
    return x >= 0 && x < width && y >= 0 && y < height ? mask[y * width + x] : 0;
  });

/** Intersection over union; two empty masks are equal: 1. @param {Mask} truth @param {Mask} guess */
const iou = (truth, guess) => {
  let both = 0;
  let either = 0;
  truth.forEach((on, at) => {
    both += on & guess[at];
    either += on | guess[at];
  });
  return either ? both / either : 1;
};

/** F1 of two boundaries within a tolerance (Csurka, Larlus and Perronnin, BMVC 2013, section 3): 1 if there is
 * none, 0 if only one mask has one. @param {Mask} truth @param {Mask} guess @param {Key} key */
const boundaryF1 = (truth, guess, { size, tolerance }) => {
  const edges = [boundary(truth, size), boundary(guess, size)];
  if (!edges[0].length || !edges[1].length) return Number(edges[0].length === edges[1].length);
  const [recall, precision] = edges.map((edge, index) => {
    const other = new Set(edges[1 - index]);
    return edge.filter((at) => isNear(at, other, size, tolerance)).length / edge.length;
  });
  return precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
};

/** @param {number} at @param {Set<number>} pixels @param {Size} size @param {number} tolerance */
const isNear = (at, pixels, [width], tolerance) => {
  const far = Math.floor(tolerance);
  const x = at % width;
  for (let down = -far; down <= far; down++) {
    for (let right = -far; right <= far; right++) {
      const isWithin = right * right + down * down <= tolerance * tolerance;
      const isBeside = x + right >= 0 && x + right < width;
      if (isWithin && isBeside && pixels.has(at + down * width + right)) return true;
    }
  }
  return false;
};
