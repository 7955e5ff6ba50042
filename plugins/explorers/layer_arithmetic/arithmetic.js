// What a layer does with a row of pixels, as `arithmetic.py` has it from convarith.

/**
 * @typedef {{size: number, kernel: number, stride: number, padding: number, dilation: number,
 *   outputPadding: number, transposed: boolean}} LayerSettings
 * @typedef {[number, number]} LayerLink an input and an output that reads it
 * @typedef {{settings: LayerSettings, span: number, outputs: number, refusal: string, first: number,
 *   fine: number, links: LayerLink[], counts: number[], turns: number[]}} LayerOutcome
 */

/** Why there is no output, in words, or "". @param {LayerSettings} settings @param {number} span */
const layerRefusal = ({ size, stride, padding, dilation, outputPadding, transposed }, span) => {
  const padded = size + 2 * padding;
  if (!transposed)
    return span > padded
      ? `the kernel reaches over ${span} positions but the padded input has ${padded}`
      : "";
  if (outputPadding >= Math.max(stride, dilation))
    return (
      `output padding must be smaller than the stride or the dilation, got ${outputPadding} ` +
      `with stride ${stride} and dilation ${dilation}`
    );
  const spread = stride * (size - 1) + span + outputPadding;
  return spread - 2 * padding < 1
    ? `the padding cuts ${2 * padding} positions from an output of ${spread}`
    : "";
};

/** @param {LayerSettings} settings @returns {LayerOutcome} */
const layerOutcome = (settings) => {
  const { size, kernel, stride, padding, dilation, outputPadding, transposed } = settings;
  const span = dilation * (kernel - 1) + 1;
  const refusal = layerRefusal(settings, span);
  const spread = stride * (size - 1) + span;
  let outputs = 0;
  if (!refusal)
    outputs = transposed
      ? spread + outputPadding - 2 * padding
      : Math.floor((size + 2 * padding - span) / stride) + 1;
  let fine = size + 2 * padding;
  if (transposed) fine = refusal ? size : Math.max(spread, padding + outputs);
  /** @type {LayerLink[]} */
  const links = [];
  for (let at = 0; !refusal && at < (transposed ? size : outputs); at++)
    for (let tap = 0; tap < kernel; tap++) {
      const covered = stride * at - padding + dilation * tap;
      links.push(transposed ? [at, covered] : [covered, at]);
    }
  links.sort((one, other) => one[1] - other[1] || one[0] - other[0]);
  const counts = Array(transposed ? outputs : size).fill(0);
  for (const link of links) {
    const covered = link[transposed ? 1 : 0];
    if (covered in counts) counts[covered]++;
  }
  const turns = Array(transposed ? stride : 0).fill(0);
  for (let tap = 0; tap < kernel && transposed; tap++) {
    const phase = (dilation * tap - padding) % stride;
    turns[(phase + stride) % stride]++;
  }
  const first = refusal && transposed ? 0 : 0 - padding;
  return { settings, span, outputs, refusal, first, fine, links, counts, turns };
};
