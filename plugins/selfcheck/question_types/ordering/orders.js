// An order: what holds of it, what is in its way, and its credit. It reads no page.

/** @typedef {number[][]} OrderKey for each row that belongs, the numbers of those right above it in the order */

/** The numbers of the rows in her list, from the top. @param {SelfCheckResponse} response */
const rowsIn = (response) =>
  Object.entries(response)
    .filter(([name, place]) => /^row-[1-9]/.test(name) && Number(place) > 0)
    .sort((one, other) => Number(one[1]) - Number(other[1]))
    .map(([name]) => Number(name.slice("row-".length)));

/** Whether `first` has to stand above `then`. @param {OrderKey} key @param {number} first @param {number} then @returns {boolean} */
const precedes = (key, first, then) =>
  key[then - 1].some((row) => row === first || precedes(key, first, row));

/**
 * Credit by neighbours. Of the rows that belong, one follows rightly when those it comes directly after stand
 * above it, and when it may stand right below its upper neighbour (or at the top) in some right order. The
 * score is their number over the rows that belong and the others that she kept; it is 1 for a right order only.
 * @param {number[]} list @param {OrderKey} key
 */
const credit = (list, key) => {
  const ours = list.filter((row) => key[row - 1]);
  const follows = ours.filter((row, index) => {
    const above = ours[index - 1];
    if (!index || !isDue(ours, index, key)) return isDue(ours, index, key);
    return !precedes(key, row, above) && (key[row - 1].includes(above) || !precedes(key, above, row));
  }).length;
  return { follows, total: key.length + list.length - ours.length };
};

/** Whether all that has to stand above the row at this index does so. @param {number[]} list @param {number} index @param {OrderKey} key */
const isDue = (list, index, key) =>
  !!key[list[index] - 1]?.every((above) => list.slice(0, index).includes(above));

/** How many rows at the top begin a right order. @param {number[]} list @param {OrderKey} key */
const heldBy = (list, key) => {
  const index = list.findIndex((_, index) => !isDue(list, index, key));
  return index < 0 ? list.length : index;
};

/** The row that is in the way of the first one which does not follow: that row, or one below it that has to stand
 * above it and contradicts more rows than it does. @param {number[]} list @param {OrderKey} key @param {number} held */
const misfitIn = (list, key, held) => {
  const told = (/** @type {number} */ row, /** @type {string} */ is) => ({
    row,
    is,
    place: list.indexOf(row) + 1,
  });
  const row = list[held];
  if (!row) return;
  if (!key[row - 1]) return told(row, "surplus");
  const needed = list.slice(held).filter((other) => key[other - 1] && precedes(key, other, row));
  if (!needed[0]) return told(row, "waiting");
  const passedBy = (/** @type {number} */ late) =>
    list.slice(held, list.indexOf(late)).filter((other) => key[other - 1] && precedes(key, late, other))
      .length;
  const late = needed.reduce((one, other) => (passedBy(other) > passedBy(one) ? other : one));
  return passedBy(late) > needed.length ? told(late, "too_late") : told(row, "too_early");
};

/** What its author may have to say to that. @param {ReturnType<typeof misfitIn>} misfit */
const feedbackTo = (misfit) => {
  const row = `row-${misfit?.row}`;
  return misfit ? [row, `${row}-too-${misfit.is === "too_late" ? "late" : "early"}`] : [];
};
