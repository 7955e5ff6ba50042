// Joins two copies of a record, as two tabs, two devices and a file of answers have them.

/** The fields that make an answer. */
const ANSWER = /** @type {(keyof SelfCheckRecord)[]} */ (
  "fingerprint response checked at settled state step variant before back type stem".split(" ")
);

/** The answer of a record, which is taken from one copy as a whole. @param {SelfCheckRecord} record */
const answerOf = (record) => Object.fromEntries(ANSWER.map((name) => [name, record[name]]));

/** The place of a copy in the order of all copies. A draft comes after the settled
 * answer that it follows, since she has asked for it, and before each settled one that it knows nothing of.
 * @param {SelfCheckRecord} record @returns {any[]} */
const rankOf = (record) => [
  record.changed ?? 0,
  record.settled ?? 0,
  isSettled(record) ? 0 : 1,
  record.at,
  JSON.stringify([answerOf(record), record.confidence ?? 0]),
];

/** @param {SelfCheckRecord} one @param {SelfCheckRecord} other */
const isLater = (one, other) => {
  const [left, right] = [rankOf(one), rankOf(other)];
  const index = left.findIndex((part, index) => part !== right[index]);
  return index >= 0 && left[index] > right[index];
};

/** How sure she was before the question was settled for the first time. @param {SelfCheckRecord} later
 * @param {SelfCheckRecord} sooner */
const confidenceOf = (later, sooner) => {
  const [mine, other] = [later, sooner].map(({ deeds }) => deeds.find(isSettling));
  if (!other || JSON.stringify(mine) === JSON.stringify(other))
    return other ? Math.max(later.confidence ?? 0, sooner.confidence ?? 0) || undefined : later.confidence;
  return mine && compareDeeds(mine, other) < 0 ? later.confidence : sooner.confidence;
};

/** The record that holds what both hold. It does not matter which is named first, in which order several are
 * joined, and how often. @param {any} one @param {any} other @returns {SelfCheckRecord} */
const joined = (one, other) => {
  const [a, b] = [soundRecord(one), soundRecord(other)];
  const [later, sooner] = isLater(a, b) ? [a, b] : [b, a];
  /** @type {any} */
  const record = { ...sooner, ...later };
  const known = newRecord();
  // Of a field that a later version has added, nobody knows here which is right.
  for (const name of Object.keys(record)) if (!(name in known)) record[name] = greater(a, b, name);
  if (a.changed !== b.changed) return record;
  record.hints = Math.max(a.hints, b.hints);
  record.confidence = confidenceOf(later, sooner);
  setDeeds(record, [...a.deeds, ...b.deeds]);
  setAttempts(record, Math.max(a.attempts, b.attempts));
  record.due = dueOf([a, b], record.deeds);
  return record;
};

/** The day on which a question comes back, from a copy that knows all deeds; where none does, nobody has computed it yet.
 * @param {SelfCheckRecord[]} copies @param {SelfCheckDeed[]} deeds */
const dueOf = (copies, deeds) => {
  const all = JSON.stringify(deeds);
  const knowing = copies.filter((copy) => JSON.stringify(copy.deeds) === all);
  return Math.max(0, ...knowing.map(({ due }) => due ?? 0)) || undefined;
};

/** @param {any} one @param {any} other @param {string} name */
const greater = (one, other, name) =>
  (JSON.stringify(one[name]) ?? "") > (JSON.stringify(other[name]) ?? "") ? one[name] : other[name];
