// What comes of settings, as `settings.py` and `arithmetic.py` have it from maskmetrics.

/**
 * @typedef {{width: number, height: number, pixels: Uint8Array}} MaskGrid row by row, 1 inside the mask
 * @typedef {{thin: number, erode: number, dilate: number, across: number, down: number,
 *   tolerance: number}} MaskSettings
 * @typedef {{right: number, missed: number, invented: number, neither: number}} MaskCounts
 * @typedef {{true: number, trueNear: number, drawn: number, drawnNear: number}} MaskOutlines
 * @typedef {{pixelAccuracy: number, iou: number, dice: number, boundaryF1: number}} MaskScores
 * @typedef {{settings: MaskSettings, truth: MaskGrid, drawn: MaskGrid, counts: MaskCounts,
 *   outlines: MaskOutlines, scores: MaskScores}} MaskOutcome
 */

/** Lengths of runs in turn outside and inside the mask, in base 36. @param {number} width @param {string} runs
 * @returns {MaskGrid} */
const maskOfRuns = (width, runs) => {
  const lengths = runs.split(" ").map((length) => Number.parseInt(length, 36));
  const pixels = new Uint8Array(lengths.reduce((sum, length) => sum + length));
  let at = 0;
  lengths.forEach((length, turn) => {
    pixels.fill(turn % 2, at, at + length);
    at += length;
  });
  return { width, height: pixels.length / width, pixels };
};

/** Each pixel that touches, by a side, one of this value takes the value: 0 erodes, 1 dilates.
 * @param {MaskGrid} grid @param {number} value @param {number} times @returns {MaskGrid} */
const maskSpread = (grid, value, times) => {
  const { width, height, pixels } = grid;
  if (!times) return grid;
  const spread = pixels.slice();
  pixels.forEach((each, at) => {
    if (each !== value) return;
    if (at % width) spread[at - 1] = value;
    if ((at + 1) % width) spread[at + 1] = value;
    if (at >= width) spread[at - width] = value;
    if (at < width * (height - 1)) spread[at + width] = value;
  });
  return maskSpread({ width, height, pixels: spread }, value, times - 1);
};

/** @param {MaskGrid} grid @param {number} across @param {number} down @returns {MaskGrid} */
const maskMoved = ({ width, height, pixels }, across, down) => ({
  width,
  height,
  pixels: pixels.map((_, at) => {
    const column = (at % width) - across;
    const row = Math.floor(at / width) - down;
    return column >= 0 && column < width && row >= 0 && row < height ? pixels[row * width + column] : 0;
  }),
});

/** @param {MaskGrid} truth @param {MaskSettings} settings */
const maskDrawn = (truth, { thin, erode, dilate, across, down }) => {
  const opened = maskSpread(maskSpread(truth, 0, thin), 1, thin);
  return maskMoved(maskSpread(maskSpread(opened, 0, erode), 1, dilate), across, down);
};

/** The places of the pixels of a mask that touch, by a side, a pixel outside it. @param {MaskGrid} grid */
const maskBoundary = (grid) => {
  const inner = maskSpread(grid, 0, 1).pixels;
  return [...inner.keys()].filter((at) => grid.pixels[at] && !inner[at]);
};

/** How many of these places lie at most so far from one of the others, from middle to middle.
 * @param {number[]} places @param {number[]} others @param {MaskGrid} grid @param {number} tolerance */
const maskNear = (places, others, { width, height, pixels }, tolerance) => {
  const near = new Uint8Array(pixels.length);
  for (const at of others)
    for (let down = -tolerance; down <= tolerance; down++)
      for (let across = -tolerance; across <= tolerance; across++) {
        const column = (at % width) + across;
        const row = Math.floor(at / width) + down;
        if (column < 0 || column >= width || row < 0 || row >= height) continue;
        if (across ** 2 + down ** 2 <= tolerance ** 2) near[row * width + column] = 1;
      }
  return places.filter((at) => near[at]).length;
};

/** 1 if neither mask has an outline, 0 if only one has. @param {MaskOutlines} outlines */
const maskBoundaryF1 = (outlines) => {
  if (!outlines.true || !outlines.drawn) return +(outlines.true === outlines.drawn);
  const precision = outlines.drawnNear / outlines.drawn;
  const recall = outlines.trueNear / outlines.true;
  return precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
};

/** @param {MaskCounts} counts @param {MaskOutlines} outlines @returns {MaskScores} */
const maskScores = ({ right, missed, invented, neither }, outlines) => {
  const either = right + missed + invented;
  return {
    pixelAccuracy: (right + neither) / (either + neither),
    iou: either ? right / either : 1,
    dice: either ? (2 * right) / (right + either) : 1,
    boundaryF1: maskBoundaryF1(outlines),
  };
};

/** @param {MaskGrid} truth @param {MaskSettings} settings @returns {MaskOutcome} */
const maskOutcome = (truth, settings) => {
  const drawn = maskDrawn(truth, settings);
  const counts = { right: 0, missed: 0, invented: 0, neither: 0 };
  truth.pixels.forEach((isTrue, at) => {
    const isDrawn = drawn.pixels[at];
    counts[isTrue ? (isDrawn ? "right" : "missed") : isDrawn ? "invented" : "neither"]++;
  });
  const [first, second] = [truth, drawn].map(maskBoundary);
  const outlines = {
    true: first.length,
    trueNear: maskNear(first, second, truth, settings.tolerance),
    drawn: second.length,
    drawnNear: maskNear(second, first, truth, settings.tolerance),
  };
  return { settings, truth, drawn, counts, outlines, scores: maskScores(counts, outlines) };
};
