// Numbers and lists in words, as `wording.py` has them for all explorers.

/** @param {number} count @param {string} noun */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** @param {unknown[]} each */
const listed = (each) =>
  each.length > 1 ? `${each.slice(0, -1).join(", ")} and ${each[each.length - 1]}` : `${each[0]}`;

/** At most five decimals. @param {number} value */
const shortNumber = (value) => `${+value.toFixed(5)}`;

/** A whole number with commas between thousands. `toLocaleString` takes 30 ms to say the first one of a page.
 * @param {number} count */
const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
