// The picture of the explorer as SVG, as `drawing.py` draws it.

const FIELD_SIDE_PX = 272;
const FIELD_COLUMNS_Y = 280;
const FIELD_COLUMNS_PX = 64;
const FIELD_NUMBERED_UP_TO = 9;

/** One path a shade: the pixels that have it, neighbours of a row in one stroke; holes are dots.
 * @param {number[][]} rows */
const fieldCells = (rows) => {
  const strokes = Array(9).fill("");
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; ) {
      const shade = row[x];
      let end = x + 1;
      while (row[end] === shade) end++;
      if (shade) strokes[shade] += `M${x} ${y}.5h${end - x}`;
      else for (let at = x; at < end; at++) strokes[0] += `M${at}.4 ${y}.5h.2`;
      x = end;
    }
  });
  return strokes
    .map((d, shade) =>
      shade
        ? `<path class="explorer__shade" stroke-opacity="0.${12 + 6 * shade}" d="${d}"/>`
        : `<path class="explorer__hole" d="${d}"/>`,
    )
    .filter((_, shade) => strokes[shade])
    .join("");
};

/** A place in the field, given by twice its distance from the first pixel's rim, in pixels of the page.
 * @param {number} twice @param {number} field */
const fieldPlace = (twice, field) => Math.floor((FIELD_SIDE_PX * twice) / (2 * field) + 0.5);

/** How many paths each pixel has. @param {number[]} paths */
const fieldNumbers = (paths) =>
  paths.flatMap((row, y) =>
    paths.map((column, x) => {
      const [left, top] = [x, y].map((at) => fieldPlace(2 * at + 1, paths.length));
      const at = `x="${left}" y="${top}" text-anchor="middle" dominant-baseline="central"`;
      return row * column ? `<text class="explorer__count" ${at}>${row * column}</text>` : "";
    }),
  );

/** @param {string} name @param {number} middle @param {number} field */
const fieldFrame = (name, middle, field) => {
  const [start, side] = [fieldPlace(field - middle, field), fieldPlace(2 * middle, field)];
  return `<rect class="explorer__frame${name}" x="${start}" y="${start}" width="${side}" height="${side}"/>`;
};

/** A bar a column, as high as its share of the highest; one outline round all of them. @param {number[]} paths */
const fieldColumns = (paths) => {
  const most = Math.max(...paths);
  return `M0 100${paths.map((count) => `V${100 - Math.ceil(100 * (count / most))}h1`).join("")}V100z`;
};

/** The inside of the picture. @param {FieldOutcome} outcome */
const fieldParts = ({ field, half, most, pixelsDrawn, paths }) => {
  const side = shortNumber(field / pixelsDrawn);
  return [
    `<svg aria-hidden="true" width="${FIELD_SIDE_PX}" height="${FIELD_SIDE_PX}" viewBox="0 0 ${side} ${side}">`,
    `${fieldCells(fieldShades(paths, pixelsDrawn))}</svg>`,
    ...(field > FIELD_NUMBERED_UP_TO ? [] : fieldNumbers(paths)),
    fieldFrame("", field, field),
    fieldFrame(" explorer__frame--most", most, field),
    fieldFrame(" explorer__frame--half", half, field),
    `<svg aria-hidden="true" y="${FIELD_COLUMNS_Y}" width="${FIELD_SIDE_PX}" height="${FIELD_COLUMNS_PX}" `,
    `viewBox="0 0 ${field} 100" preserveAspectRatio="none">`,
    `<path class="explorer__columns" d="${fieldColumns(paths)}"/></svg>`,
  ].join("");
};
