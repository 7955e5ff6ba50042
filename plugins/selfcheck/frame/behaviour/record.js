// The record of a question: what is stored of it, and what follows from that alone.

/** A question that nobody has answered. @returns {SelfCheckRecord} */
const newRecord = () => ({
  v: 1,
  fingerprint: "",
  response: {},
  at: 0,
  state: "open",
  step: 0,
  attempts: 0,
  first: "",
  hints: 0,
  confidence: undefined,
});

/** A stored record with every invalid field reset. The answer to a question that has changed since is reset as
 * well, except for the response. @param {any} saved @param {string} fingerprint of the question as it is now */
const recordFrom = (saved, fingerprint) => {
  const isValid = saved?.v === 1 && saved.response instanceof Object;
  const isChanged = isValid && saved.fingerprint !== fingerprint;
  /** @type {SelfCheckRecord} */
  const record = { ...newRecord(), fingerprint, ...(isValid && saved) };
  if (isChanged) {
    const { state, step, attempts, first, hints, confidence } = newRecord();
    Object.assign(record, { state, step, attempts, first, hints, confidence });
  }
  record.step = Number(record.step) || 0;
  if (!/^(right|wrong|shown)$/.test(record.state)) record.state = "open";
  record.attempts = Number(record.attempts) || 0;
  record.hints = Number(record.hints) || 0;
  record.before = Math.min(Number(record.before) || 0, record.attempts) || undefined;
  return { record, isChanged };
};

/** Whether the key is no secret any more. @param {SelfCheckRecord} record */
const isSettled = ({ state }) => state === "right" || state === "shown";

/** Whether the reader should come back to the question. @param {SelfCheckRecord} record */
const isMissed = ({ state, back }) => state !== "open" && (state !== "right" || !!back);

/** The number of verdicts on the present variant. @param {SelfCheckRecord} record */
const triesOf = ({ attempts, before }) => attempts - (before ?? 0);

/** Counts a verdict. @param {SelfCheckRecord} record @param {boolean} correct @param {string} fingerprint */
const addVerdict = (record, correct, fingerprint) => {
  record.attempts++;
  record.state = correct ? "right" : "wrong";
  if (correct) record.first ||= record.attempts > 1 ? "later" : "right";
  if (!correct && record.attempts === 1 && record.confidence === 95) record.back = true;
  record.fingerprint = fingerprint;
};
