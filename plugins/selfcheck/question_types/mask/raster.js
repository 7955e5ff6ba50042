// A label map as SVG paths, one unit a pixel, as in raster.py.

const STROKES = [".25 .75l.5-.5", ".25 .5h.5", ".25 .25l.5.5", ".5 .25v.5"];

/** @param {Labels} labels @param {Size} size @param {number} label */
const paths = (labels, [width, height], label) => {
  let area = "";
  let outline = "";
  let marks = "";
  /** @param {number} x @param {number} y */
  const has = (x, y) => x >= 0 && x < width && y >= 0 && y < height && labels[y * width + x] === label;
  const [right, down] = STROKES[label - 1].split(" ");
  for (let y = 0; y <= height; y++) {
    for (let x = 0; x <= width; x++) {
      if (has(x, y) !== has(x, y - 1)) outline += `M${x} ${y}h1`;
      if (has(x, y) !== has(x - 1, y)) outline += `M${x} ${y}v1`;
      if (!has(x, y)) continue;
      area += `M${x} ${y}h1v1h-1z`;
      marks += `M${x}${right} ${y}${down}`;
    }
  }
  return { area, outline, marks };
};

/** @param {Element} parent @param {string} tag @param {Record<string, unknown>} [attributes] */
const svg = (parent, tag, attributes = {}) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return parent.appendChild(node);
};

/** @param {Element} parent @param {string} name @param {string} d @param {Record<string, unknown>} [ink] */
const path = (parent, name, d, ink) => d && svg(parent, "path", { class: `self-check__${name}`, d, ...ink });

/** Never rounded up: what falls short of a threshold must not look as if it reached it. @param {number} share */
const cut = (share) => (Math.floor(share * 100 + 1e-9) / 100).toFixed(2);
