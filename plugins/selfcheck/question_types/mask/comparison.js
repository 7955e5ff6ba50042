// A picture of the differences between the reader's mask and the key.

/** Where in a pixel its sign begins, and the sign, for each kind of pixel; the letter stands for it in text. */
const KINDS = {
  same: { letter: "=", sign: "" },
  missed: { letter: "−", sign: ".25 .5h.5" },
  invented: { letter: "+", sign: ".25 .5h.5m-.25-.25v.5" },
  other: { letter: "×", sign: ".25 .25l.5.5m0-.5l-.5.5" },
};

/** The kind of each pixel; "" where both masks have background. @param {Labels} truth @param {Labels} guess
 * @returns {("" | keyof typeof KINDS)[]} */
const kindsOf = (truth, guess) =>
  Array.from(truth, (label, at) => {
    if (label === guess[at]) return label ? "same" : "";
    return label ? (guess[at] ? "other" : "missed") : "invented";
  });

/** A picture of the difference beside the answer, its legend in words, and the same as text. @param {Easel} easel */
const compare = ({ block, key, painting, canvas, words }) => {
  const [width] = key.size;
  const kinds = kindsOf(decode(key.mask, key), painting.labels);
  const figure = block.make("div", "mask");
  const reference = block.element.querySelector(".self-check__mask .self-check__raster");
  const raster = svg(figure, "svg", { class: "self-check__raster", role: "img" });
  const list = block.make("ul", "heaps");
  for (const [kind, { letter, sign }] of Object.entries(KINDS)) {
    const pixels = [...kinds.keys()].filter((at) => kinds[at] === kind);
    if (kind === "other" && !pixels.length) continue;
    const corners = pixels.map((at) => [at % width, Math.floor(at / width)]);
    path(raster, kind, corners.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join(""));
    const [right, down] = sign.split(" ");
    if (sign) path(raster, "marks", corners.map(([x, y]) => `M${x}${right} ${y}${down}`).join(""));
    list.append(
      block.make("li", "heap", `${letter} ${fill(words[`kind_${kind}`], { count: pixels.length })}`),
    );
  }
  path(raster, "mesh", canvas.raster.querySelector(".self-check__mesh")?.getAttribute("d") ?? "");
  const legend = [...list.children].map((entry) => entry.textContent).join(", ");
  for (const name of ["viewBox", "width", "height"]) {
    raster.setAttribute(name, reference?.getAttribute(name) ?? "");
  }
  raster.setAttribute("aria-label", `${words.difference}: ${legend}`);
  const rows = kinds.map((kind, at) => (kind ? KINDS[kind].letter : ".") + ((at + 1) % width ? "" : "\n"));
  figure.append(block.make("p", "caption", words.difference), list, asText(block, words, rows.join("")));
  block.element.querySelector(".self-check__masks")?.append(figure);
  return figure;
};

/** @param {SelfCheckBlock} block @param {Record<string, string>} words @param {string} rows */
const asText = (block, words, rows) => {
  const details = block.make("details", "rowsof");
  const box = block.make("div", "wide");
  box.tabIndex = 0;
  box.appendChild(block.make("pre", "text", rows)).dir = "ltr";
  details.append(block.make("summary", "caption", words.as_text), box);
  return details;
};
