// What an output of a stack reads, as `arithmetic.py` has it from convarith.

/**
 * @typedef {{kernel: number, stride: number, padding: number, dilation: number}} FieldWindow
 * @typedef {{window: FieldWindow, size: number, field: number, step: number, start: number}} FieldStep
 * @typedef {{size: number, windows: FieldWindow[]}} FieldStack
 * @typedef {{stack: FieldStack, steps: FieldStep[], refused: number, refusal: string, field: number,
 *   paths: number[], reads: number, half: number, most: number,
 *   pixelsDrawn: number}} FieldOutcome
 */

const FIELD_WIDEST = 512;
const FIELD_MOST_DRAWN = 48;

/** @param {number[]} numbers */
const fieldSum = (numbers) => numbers.reduce((sum, each) => sum + each, 0);

/** From each pixel of a row of the field, in order. @param {FieldStep[]} steps */
const fieldPaths = (steps) => {
  let counts = [1];
  for (const { window } of [...steps].reverse()) {
    const { kernel, stride, dilation } = window;
    const before = Array(stride * (counts.length - 1) + dilation * (kernel - 1) + 1).fill(0);
    counts.forEach((count, at) => {
      for (let tap = 0; tap < kernel; tap++) before[stride * at + dilation * tap] += count;
    });
    counts = before;
  }
  return counts;
};

/** Side of the smallest square round the middle that holds a share of the paths.
 * @param {number[]} paths @param {number} least */
const fieldMiddle = (paths, least) => {
  const side = paths.length;
  const total = fieldSum(paths);
  for (let cut = (side - 1) >> 1; cut > 0; cut--) {
    const share = fieldSum(paths.slice(cut, side - cut)) / total;
    if (share * share >= least) return side - 2 * cut;
  }
  return side;
};

/** @param {FieldStack} stack @returns {FieldOutcome} */
const fieldOutcome = (stack) => {
  /** @type {FieldStep[]} */
  const steps = [];
  let { size } = stack;
  let [refused, refusal] = [0, ""];
  let [field, step, start] = [1, 1, 0];
  for (const window of stack.windows) {
    const span = window.dilation * (window.kernel - 1) + 1;
    const padded = size + 2 * window.padding;
    field += (span - 1) * step;
    if (field > FIELD_WIDEST) break;
    start += ((span - 1 - 2 * window.padding) * step) / 2;
    step *= window.stride;
    if (!refused && span > padded) {
      refused = steps.length + 1;
      refusal = `the kernel reaches over ${span} positions but the padded input has ${padded}`;
    }
    size = refused ? 0 : Math.floor((padded - span) / window.stride) + 1;
    steps.push({ window, size, field, step, start });
  }
  const paths = fieldPaths(steps);
  const reads = paths.filter(Boolean).length;
  const [half, most] = [fieldMiddle(paths, 0.5), fieldMiddle(paths, 0.95)];
  field = paths.length;
  const pixelsDrawn = Math.ceil(field / FIELD_MOST_DRAWN);
  return { stack, steps, refused, refusal, field, paths, reads, half, most, pixelsDrawn };
};

/** How strongly each square of so many pixels a side is shaded, from 0 to 8.
 * @param {number[]} paths @param {number} pixels */
const fieldShades = (paths, pixels) => {
  const means = [];
  for (let at = 0; at < paths.length; at += pixels) {
    const part = paths.slice(at, at + pixels);
    means.push(fieldSum(part) / part.length);
  }
  const most = Math.max(...means);
  const along = means.map((mean) => mean / most);
  return along.map((row) => along.map((column) => Math.ceil(8 * Math.sqrt(Math.sqrt(row * column)))));
};
