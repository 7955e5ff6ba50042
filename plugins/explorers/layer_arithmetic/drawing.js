// The picture of an explorer as SVG, as `drawing.py` draws it.

const LAYER_CELL_PX = 36;
const LAYER_INPUT_Y = 38;
const LAYER_OUTPUT_Y = 118;
const LAYER_CELL_HEIGHT = 32;
const LAYER_MOST_SHADE = 0.6;

/** @param {LayerLook} look */
const sideOf = (look) => (look.side === "input" ? 0 : 1);

/** Twice the middle of an input (side 0) or an output (side 1), in positions of the fine row.
 * @param {LayerOutcome} outcome @param {number} side @param {number} at */
const twicePlace = ({ settings: { stride, padding, transposed }, span }, side, at) =>
  (side === 1) === transposed ? 2 * at + 1 : 2 * (at * stride - padding) + span;

/** The inside of the picture. @param {LayerOutcome} outcome @param {LayerLook} look */
const drawingParts = (outcome, look) => {
  const { settings, outputs, refusal, first, fine, links, counts } = outcome;
  const { size, transposed } = settings;
  /** @param {number} twice */
  const share = (twice) => `${shortNumber((50 * (twice - 2 * first)) / fine)}%`;
  const width = share(2 * first + 2);
  /** @param {string} name @param {number} twice @param {number} y */
  const rect = (name, twice, y, more = "") =>
    `<rect class="${name}" x="${share(twice)}" y="${y}" width="${width}" height="${LAYER_CELL_HEIGHT}"${more}/>`;
  /** @param {string} name @param {number} twice @param {number} y @param {number} text */
  const text = (name, twice, y, text) =>
    `<text class="${name}" x="${share(twice)}" y="${y}" text-anchor="middle">${text}</text>`;
  /** @param {number} y @param {string} text */
  const title = (y, text) => `<text class="explorer__title" x="0" y="${y}">${text}</text>`;
  /** @param {number} top @param {[number, number][]} places @param {number} length */
  const indices = (top, places, length) => {
    const step = length <= 20 ? 1 : length <= 60 ? 5 : 10;
    const y = top === LAYER_INPUT_Y ? top - 6 : top + LAYER_CELL_HEIGHT + 15;
    return places
      .filter(([at]) => at % step === 0)
      .map(([at, twice]) => text("explorer__index", twice, y, at));
  };
  /** @param {LayerLink} link */
  const isChosen = (link) => link[sideOf(look)] === look.at;

  const lines = () => {
    const chosen = links.filter(isChosen);
    return [...links.filter((link) => !isChosen(link)), ...chosen].map((link) => {
      const name = `explorer__link${isChosen(link) ? " explorer__link--chosen" : ""}`;
      const [x1, x2] = [0, 1].map((side) => share(twicePlace(outcome, side, link[side])));
      const y1 = LAYER_INPUT_Y + LAYER_CELL_HEIGHT;
      return `<line class="${name}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${LAYER_OUTPUT_Y}"/>`;
    });
  };

  const fineRow = () => {
    const top = transposed && !refusal ? LAYER_OUTPUT_Y : LAYER_INPUT_Y;
    const own = top === LAYER_INPUT_Y ? size : outputs;
    const most = Math.max(...counts) || 1;
    const parts = [];
    for (let at = first; at < first + fine; at++) {
      if (at < 0 || at >= own) {
        parts.push(rect("explorer__cell explorer__cell--padding", 2 * at, top));
        continue;
      }
      const shade = refusal ? "0" : shortNumber((LAYER_MOST_SHADE * counts[at]) / most);
      parts.push(rect("explorer__cell", 2 * at, top, ` fill-opacity="${shade}"`));
      if (refusal) continue;
      const [left, right, bottom] = [share(2 * at), share(2 * at + 2), top + LAYER_CELL_HEIGHT];
      if (!counts[at])
        for (const [x1, x2] of [
          [left, right],
          [right, left],
        ])
          parts.push(`<line class="explorer__cross" x1="${x1}" y1="${top}" x2="${x2}" y2="${bottom}"/>`);
      else if (fine <= LAYER_NUMBERED_UP_TO)
        parts.push(text("explorer__count", 2 * at + 1, top + 21, counts[at]));
    }
    const places = Array.from({ length: own }, (_, at) => /** @type {[number, number]} */ ([at, 2 * at + 1]));
    return [...parts, ...indices(top, places, fine)];
  };

  const coarseRow = () => {
    const top = transposed ? LAYER_INPUT_Y : LAYER_OUTPUT_Y;
    const places = Array.from(
      { length: transposed ? size : outputs },
      (_, at) => /** @type {[number, number]} */ ([at, twicePlace(outcome, transposed ? 0 : 1, at)]),
    );
    const cells = places.map(([, twice]) => rect("explorer__cell", twice - 1, top, ' fill-opacity="0"'));
    return [...cells, ...indices(top, places, fine / settings.stride)];
  };

  const frames = () => {
    const cells = new Set([`${sideOf(look)} ${look.at}`]);
    for (const link of links.filter(isChosen)) cells.add(`0 ${link[0]}`).add(`1 ${link[1]}`);
    return [...cells]
      .map((cell) => cell.split(" ").map(Number))
      .sort((one, other) => one[0] - other[0] || one[1] - other[1])
      .map(([side, at]) => {
        const isItself = side === sideOf(look) && at === look.at;
        const name = `explorer__frame${isItself ? " explorer__frame--itself" : ""}`;
        return rect(name, twicePlace(outcome, side, at) - 1, side ? LAYER_OUTPUT_Y : LAYER_INPUT_Y);
      });
  };

  return [
    title(13, `Input: ${counted(size, "pixel")}`),
    title(186, refusal ? "No output" : `Output: ${counted(outputs, "position")}`),
    ...lines(),
    ...fineRow(),
    ...(refusal ? [] : [...coarseRow(), ...frames()]),
  ].join("");
};

/** The position under a pointer, or undefined. @param {LayerOutcome} outcome
 * @param {number} share across, from 0 to 1 @param {number} y in pixels @returns {LayerLook | undefined} */
const lookUnder = (outcome, share, y) => {
  const { settings, outputs, first, fine } = outcome;
  const side = y < (LAYER_INPUT_Y + LAYER_CELL_HEIGHT + LAYER_OUTPUT_Y) / 2 ? 0 : 1;
  const length = side ? outputs : settings.size;
  const reach = Math.max(1, settings.stride) / 2;
  let nearest = -1;
  let least = reach;
  for (let at = 0; at < length; at++) {
    const away = Math.abs(twicePlace(outcome, side, at) / 2 - first - share * fine);
    if (away <= least) [nearest, least] = [at, away];
  }
  return nearest < 0 ? undefined : { side: side ? "output" : "input", at: nearest };
};
