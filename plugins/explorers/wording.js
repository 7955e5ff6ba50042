// Numbers and lists in words, as `wording.py` has them for all explorers.

/** @param {number} count @param {string} noun */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** @param {number[]} numbers */
const listed = (numbers) =>
  numbers.length > 1
    ? `${numbers.slice(0, -1).join(", ")} and ${numbers[numbers.length - 1]}`
    : `${numbers[0]}`;

/** At most five decimals. @param {number} value */
const shortNumber = (value) => `${+value.toFixed(5)}`;
