// What an explorer says in words and numbers, as `wording.py` has it.

/** @typedef {{side: "input" | "output", at: number}} LayerLook */

/** With more positions in a row, there is no room for numbers in its cells. */
const LAYER_NUMBERED_UP_TO = 30;
const LAYER_SPAN = "<var>k<sub>d</sub></var>";

/** @param {string} noun @param {number[]} numbers */
const namedPositions = (noun, numbers) =>
  numbers.length ? `${noun}${numbers.length === 1 ? "" : "s"} ${listed(numbers)}` : `no ${noun}`;

/** @param {number[]} turns */
const overlapSentence = (turns) =>
  Math.min(...turns) === Math.max(...turns)
    ? `In the middle of a long row every output is reached by ${counted(turns[0], "pixel")}: an even overlap.`
    : `In the middle of a long row outputs are reached by ${listed(turns)} pixels in turn: an uneven overlap.`;

/** How many outputs there are, and what that leaves out. @param {LayerOutcome} outcome */
const resultSentence = ({ settings: { size, transposed }, outputs, refusal, counts, turns }) => {
  if (refusal) return `No output: ${refusal}.`;
  const sentence = `${counted(size, "pixel")} give${size === 1 ? "s" : ""} ${counted(outputs, "output")}.`;
  const missed = [...counts.keys()].filter((at) => !counts[at]);
  if (transposed) {
    const unreached = missed.length ? ` Reached by no pixel: ${namedPositions("output", missed)}.` : "";
    return `${sentence} ${overlapSentence(turns)}${unreached}`;
  }
  const unread = missed.length ? `Never read: ${namedPositions("pixel", missed)}.` : "Every pixel is read.";
  return `${sentence} ${unread}`;
};

/** The inputs that an output reads, and how many positions of the padding.
 * @param {LayerOutcome} outcome @param {number} output @returns {[number[], number]} */
const readsOf = ({ links, settings: { size } }, output) => {
  const all = links.filter((link) => link[1] === output).map((link) => link[0]);
  const pixels = all.filter((at) => at >= 0 && at < size);
  return [pixels, all.length - pixels.length];
};

/** What is read by what is looked at, or what reads it. @param {LayerOutcome} outcome @param {LayerLook} look */
const seenSentence = (outcome, { side, at }) => {
  const { settings, outputs, links, refusal } = outcome;
  if (refusal) return "There is nothing to look at.";
  if (side === "output") {
    const [pixels, padding] = readsOf(outcome, at);
    const more = padding ? `, and ${counted(padding, "position")} of the padding` : "";
    return `Output ${at} ${settings.transposed ? "is reached by" : "reads"} ${namedPositions("pixel", pixels)}${more}.`;
  }
  const reached = links.filter((link) => link[0] === at).map((link) => link[1]);
  const kept = reached.filter((output) => output >= 0 && output < outputs);
  if (!settings.transposed) return `Pixel ${at} is read by ${namedPositions("output", kept)}.`;
  const cut = settings.kernel - kept.length;
  const lost = cut ? `, and over ${counted(cut, "position")} cut away` : "";
  return `Pixel ${at} is spread over ${namedPositions("output", kept)}${lost}.`;
};

/** What the picture shows. @param {LayerOutcome} outcome @param {LayerLook} look */
const pictureText = (outcome, look) => {
  const { size, kernel, stride, padding, dilation, outputPadding, transposed } = outcome.settings;
  const layer = transposed ? "Transposed convolution" : "Convolution";
  const more = transposed ? `, output padding ${outputPadding}` : "";
  const settings = `kernel ${kernel}, stride ${stride}, padding ${padding}, dilation ${dilation}${more}`;
  return `${layer} of ${counted(size, "pixel")}: ${settings}. ${resultSentence(outcome)} ${seenSentence(outcome, look)}`;
};

/** How the picture is to be read. @param {LayerOutcome} outcome */
const captionSentence = ({ fine, settings: { transposed } }) => {
  const shown = fine <= LAYER_NUMBERED_UP_TO ? "Number and shade" : "Shade";
  return transposed
    ? `${shown}: how many pixels reach an output; crossed: none does. Dashed: cut away by the padding.`
    : `${shown}: how many outputs read a pixel; crossed: none does. Dashed: padding.`;
};

/** The size of the output and the span of the kernel, as HTML that is broken before signs of equality alone.
 * @param {LayerOutcome} outcome */
const formulaLines = ({ settings, span, outputs, refusal }) => {
  const { size, kernel, stride, padding, dilation, outputPadding, transposed } = settings;
  const steps = transposed
    ? [
        `<var>s</var> (<var>n</var> − 1) − 2<var>p</var> + ${LAYER_SPAN} + <var>q</var>`,
        `${stride} · (${size} − 1) − 2 · ${padding} + ${span} + ${outputPadding}`,
      ]
    : [
        `⌊(<var>n</var> + 2<var>p</var> − ${LAYER_SPAN}) / <var>s</var>⌋ + 1`,
        `⌊(${size} + 2 · ${padding} − ${span}) / ${stride}⌋ + 1`,
      ];
  if (refusal) steps[1] += ": no output";
  else steps.push(...(transposed ? [] : [`${outputs - 1} + 1`]), `<b>${outputs}</b>`);
  const letters = "<var>d</var> (<var>k</var> − 1) + 1";
  const lines = [
    ["size", ...steps],
    [LAYER_SPAN, letters, `${dilation} · (${kernel} − 1) + 1`, `<b>${span}</b>`],
  ];
  return lines.map((line) => line.map((step, at) => `<span>${at ? "= " : ""}${step}</span>`).join(" "));
};

/** All outputs with what each reads, as HTML. @param {LayerOutcome} outcome */
const tableRows = (outcome) => {
  const { transposed } = outcome.settings;
  const heads = transposed
    ? ["Output", "Reached by pixels", "How many"]
    : ["Output", "Reads pixels", "Positions of the padding"];
  const rows = Array.from({ length: outcome.outputs }, (_, output) => {
    const [pixels, padding] = readsOf(outcome, output);
    const count = transposed ? pixels.length : padding;
    return `<tr><th scope="row">${output}</th><td>${pixels.join(", ") || "none"}</td><td>${count}</td></tr>`;
  }).join("");
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join("");
  const none = '<tr><td colspan="3">no output</td></tr>';
  return `<thead><tr>${head}</tr></thead><tbody>${rows || none}</tbody>`;
};
