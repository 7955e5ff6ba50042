// What the explorer says in words and numbers, as `wording.py` has it.

/** The sign, parted from its number by a space that does not break. */
const FIELD_PER_CENT = "\u00a0%";

/** @param {number} side */
const fieldSquare = (side) => `${side}×${side}`;

/** A share in per cent, to a tenth. @param {number} part @param {number} whole */
const fieldShare = (part, whole) => {
  const tenths = Math.floor(1000 * (part / whole) + 0.5);
  return `${Math.floor(tenths / 10)}.${tenths % 10}${FIELD_PER_CENT}`;
};

/** A layer with all of its settings. @param {number} number @param {FieldWindow} window */
const fieldLayer = (number, window) =>
  `Layer ${number}: ${fieldSquare(window.kernel)}, ${fieldSettings(window)}`;

/** What a layer's button is called: the text on it, and all settings. @param {number} number @param {FieldWindow} window */
const fieldButton = (number, window) => `Layer ${number}: ${fieldShort(window)}, ${fieldSettings(window)}`;

/** @param {FieldWindow} window */
const fieldSettings = ({ stride, padding, dilation }) =>
  `stride ${stride}, padding ${padding}, dilation ${dilation}`;

/** A layer in a few signs. @param {FieldWindow} window */
const fieldShort = (window) => `${fieldSquare(window.kernel)} ${fieldBrief(window)}`.trimEnd();

/** Stride and dilation of a layer, where they are not 1. @param {FieldWindow} window */
const fieldBrief = ({ stride, dilation }) =>
  [stride > 1 ? `s ${stride}` : "", dilation > 1 ? `d ${dilation}` : ""].filter(Boolean).join(" ");

/** What an output reads, and what stands in the way. @param {FieldOutcome} outcome */
const fieldSentence = ({ stack, steps, refused, refusal, field, reads, half, most }) => {
  const [read, all] = [reads ** 2, field ** 2];
  const holes = `${grouped(read)} of these ${grouped(all)} (${fieldShare(read, all)}): the others are holes`;
  const [sees, takes] = refused ? ["would see", "read"] : ["sees", "reads"];
  const { size, windows } = stack;
  const sentences = [
    `An output of layer ${steps.length} ${sees} ${fieldSquare(field)} pixels and ${takes} ${read === all ? "all of them" : holes}.`,
  ];
  // A field is not cut at the border: where layers give outputs, what goes beyond the image is padding.
  if (!refused && field > size)
    sentences.push(`The image has only ${fieldSquare(size)}: the rest of the field is padding.`);
  sentences.push(
    `With equal weights, half of its paths begin in the middle ${fieldSquare(half)}, 95${FIELD_PER_CENT} in the middle ${fieldSquare(most)}.`,
  );
  if (refused) sentences.push(`Layer ${refused} gives no output: ${refusal}.`);
  if (steps.length < windows.length)
    sentences.push(
      `From layer ${steps.length + 1} on fields are wider than the ${FIELD_WIDEST} pixels that are shown.`,
    );
  return sentences.join(" ");
};

/** What the picture shows. @param {FieldOutcome} outcome */
const fieldPicture = (outcome) => {
  const { size, windows } = outcome.stack;
  const layers = windows.map((window, at) => fieldLayer(at + 1, window)).join("; ");
  return `The field of one output. Image of ${size} pixels a side. ${layers}. ${fieldSentence(outcome)}`;
};

/** How the picture is to be read. @param {FieldOutcome} outcome */
const fieldCaption = ({ pixelsDrawn: side }) => {
  const each = side === 1 ? "a pixel" : `a square of ${fieldSquare(side)} pixels`;
  return (
    `Shade: how many paths lead from ${each} to the output; a dot: none. ` +
    `Dotted: half of the paths; dashed: 95${FIELD_PER_CENT}. Below: the paths of each column of pixels.`
  );
};

/** @param {string[]} heads @param {(string | number)[][]} rows */
const fieldTable = (heads, rows) => {
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join("");
  const body = rows.map(
    ([first, ...cells]) =>
      `<tr><th scope="row">${first}</th>${cells.map((each) => `<td>${each}</td>`).join("")}</tr>`,
  );
  return `<thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody>`;
};

/** All layers with size, field, step and start. @param {FieldOutcome} outcome */
const fieldSteps = ({ stack, steps }) =>
  fieldTable(
    ["Layer", "Output", "Field", "Step", "Start"],
    [
      ["image", stack.size, 1, 1, 0],
      ...steps.map(({ window, size, field, step, start }, at) => [
        `${at + 1}: ${fieldShort(window)}`,
        size || "none",
        field,
        step,
        `${start}`.replace("-", "−"),
      ]),
    ],
  );

/** The pixels of a row of the field with their paths. @param {FieldOutcome} outcome */
const fieldValues = ({ paths }) => {
  const total = fieldSum(paths);
  return fieldTable(
    ["Pixel of a row", "Paths", "Share"],
    paths.map((count, at) => [at, count ? grouped(count) : "never read", fieldShare(count, total)]),
  );
};
