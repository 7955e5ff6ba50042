// What an explorer says in words and numbers, as `wording.py` has it.

/** @typedef {{name: string, value: number, words: string, numbers: string}} MaskScore */

/** @param {number} value */
const fraction = (value) => value.toFixed(3);

/** @param {MaskOutcome} outcome */
const maskResult = ({ settings, counts: { right, missed, invented }, scores }) =>
  `${grouped(right)} ${right === 1 ? "pixel is" : "pixels are"} right, ${grouped(missed)} missed, ` +
  `${grouped(invented)} invented. IoU ${fraction(scores.iou)}, Dice ${fraction(scores.dice)}, ` +
  `pixel accuracy ${fraction(scores.pixelAccuracy)}, ` +
  `boundary F1 ${fraction(scores.boundaryF1)} within ${counted(settings.tolerance, "pixel")}.`;

/** How the drawing comes from the true mask; the first number has its unit. @param {MaskSettings} settings */
const maskMade = ({ thin, erode, dilate, across, down }) => {
  const changes = /** @type {[string, number, string][]} */ ([
    ["thin parts cut by ", thin, ""],
    ["eroded by ", erode, ""],
    ["dilated by ", dilate, ""],
    ["moved ", Math.abs(across), across > 0 ? " right" : " left"],
    [across ? "" : "moved ", Math.abs(down), down > 0 ? " down" : " up"],
  ]).filter(([, pixels]) => pixels);
  const words = changes.map(
    ([verb, pixels, direction], at) => `${verb}${at ? pixels : counted(pixels, "pixel")}${direction}`,
  );
  return words.length ? listed(words) : "unchanged";
};

/** What the picture shows. @param {MaskOutcome} outcome @param {string} name */
const maskPicture = (outcome, name) => {
  const { settings, truth, counts } = outcome;
  const { right, missed, invented } = counts;
  return (
    `A label map of ${truth.width} by ${truth.height} pixels. ` +
    `True mask of the class ${name}: ${counted(right + missed, "pixel")}. ` +
    `Drawing: the true mask, ${maskMade(settings)}; ${counted(right + invented, "pixel")}. ` +
    maskResult(outcome)
  );
};

/** What is filled in the picture. @param {MaskOutcome} outcome */
const maskCaption = ({ settings }) => `Filled: the drawing, which is the true mask, ${maskMade(settings)}.`;

/** @param {MaskOutlines} outlines */
const maskF1Numbers = (outlines) => {
  if (!outlines.drawn) return "the drawing has no outline";
  if (!outlines.drawnNear && !outlines.trueNear) return "neither outline is near the other";
  const precision = fraction(outlines.drawnNear / outlines.drawn);
  const recall = fraction(outlines.trueNear / outlines.true);
  return `2 · ${precision} · ${recall} / (${precision} + ${recall})`;
};

/** All scores, each with the counts that it is made of. @param {MaskOutcome} outcome @returns {MaskScore[]} */
const maskScoreLines = ({ settings, counts, outlines, scores }) => {
  const [right, missed, invented, neither] = [
    counts.right,
    counts.missed,
    counts.invented,
    counts.neither,
  ].map(grouped);
  const all = grouped(counts.right + counts.missed + counts.invented + counts.neither);
  const wrong = `${missed} + ${invented}`;
  const [drawn, drawnNear] = [outlines.drawn, outlines.drawnNear].map(grouped);
  const [true_, trueNear] = [outlines.true, outlines.trueNear].map(grouped);
  return [
    {
      name: "Pixel accuracy",
      value: scores.pixelAccuracy,
      words: "(right + neither) / all",
      numbers: `(${right} + ${neither}) / ${all}`,
    },
    {
      name: "IoU",
      value: scores.iou,
      words: "right / (right + missed + invented)",
      numbers: `${right} / (${right} + ${wrong})`,
    },
    {
      name: "Dice",
      value: scores.dice,
      words: "2 · right / (2 · right + missed + invented)",
      numbers: `2 · ${right} / (2 · ${right} + ${wrong})`,
    },
    {
      name: `Boundary F1 within ${counted(settings.tolerance, "pixel")}`,
      value: scores.boundaryF1,
      words: `precision ${drawnNear} / ${drawn}, recall ${trueNear} / ${true_}`,
      numbers: maskF1Numbers(outlines),
    },
  ];
};
