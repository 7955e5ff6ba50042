// Shuffles lists with `data-shuffle`: an order for each reader, with letters and reasons to match.

/** The reader's random seed, which is stored beside her answers. */
const seedOfReader = () => {
  const place = `self-check:${site}:.order`; // no id has a point
  const known = recall(place);
  const number = Number(known) || Math.ceil(Math.random() * 0x7fffffff);
  if (number !== known) keep(place, number);
  return number;
};

/** The last steps of MurmurHash3 (Austin Appleby, 2011), letter by letter. @param {number} hash @param {string} text */
const mix = (hash, text) => {
  for (const letter of text) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash;
};

/** @param {HTMLElement} element @param {AbortSignal} signal @returns {() => void} what puts the rows back */
const shuffle = (element, signal) => {
  const written = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-shuffle] > *")]);
  if (!written[1]) return () => {};
  const number = seedOfReader();
  const drawn = written
    .map((row) => ({ row, draw: mix(number, `${element.id} ${row.dataset.option}`) }))
    .sort(
      (one, other) =>
        Number("pinned" in one.row.dataset) - Number("pinned" in other.row.dataset) || one.draw - other.draw,
    )
    .map(({ row }) => row);
  const putBack = () => arrange(element, written);
  arrange(element, drawn);
  // On paper, the written order agrees with that of the answer key.
  addEventListener("beforeprint", putBack, { signal });
  addEventListener("afterprint", () => arrange(element, drawn), { signal });
  return putBack;
};

/** Rows, the reasons that belong to them, and every letter that calls one. @param {HTMLElement} element @param {HTMLElement[]} rows */
const arrange = (element, rows) => {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  rows.forEach((row, index) => {
    const { option } = row.dataset;
    const reason = element.querySelector(`[data-reason="${option}"]`);
    row.parentElement?.append(row);
    reason?.parentElement?.append(reason);
    if (reason instanceof HTMLLIElement) reason.value = index + 1;
    for (const letter of element.querySelectorAll(`[data-letter="${option}"]`))
      letter.textContent = String.fromCharCode(65 + index);
  });
  if (focused !== document.activeElement) focused?.focus();
};
