// The record of a question: what is stored of it, and what follows from that alone.

/** No clock shows a later time: from there on, numbers of milliseconds cannot be told from the next ones. */
const LATEST = 9e15;
/** At most so many deeds are kept on the page, and in reviews: the one that settled the question first, and the latest. */
const MOST_DEEDS = 32;

/** A question that nobody has answered, with every field that this script knows. @returns {SelfCheckRecord} */
const newRecord = () => ({
  v: 1,
  fingerprint: "",
  response: {},
  checked: undefined,
  at: 0,
  state: "open",
  step: 0,
  attempts: 0,
  first: "",
  hints: 0,
  deeds: [],
  due: undefined,
  settled: undefined,
  changed: undefined,
  confidence: undefined,
  back: undefined,
  variant: undefined,
  before: undefined,
  type: undefined,
  stem: undefined,
});

/** Whether something stored is a record of this version. @param {any} saved */
const isRecord = (saved) => saved?.v === 1 && saved.response instanceof Object;

/** @param {any} value a count or a time */
const numeric = (value) => (Number(value) < LATEST ? Math.max(0, Number(value)) : 0);

/** A stored record with every invalid field reset. Where `first` says that the question was settled and no deed does,
 * that deed is added. @param {any} saved */
const soundRecord = (saved) => {
  /** @type {SelfCheckRecord} */
  const record = { ...newRecord(), ...(isRecord(saved) && saved) };
  for (const name of /** @type {const} */ (["at", "step", "attempts", "hints"]))
    record[name] = numeric(record[name]);
  if (!/^(right|wrong|shown)$/.test(record.state)) record.state = "open";
  if (record.state !== "wrong" || !(record.checked instanceof Object)) record.checked = undefined;
  const settled = numeric(record.settled) || (isSettled(record) ? Math.max(1, record.at) : 0);
  record.settled = settled || undefined;
  record.at = Math.max(record.at, settled);
  record.changed = numeric(record.changed) || undefined;
  record.due = Math.floor(numeric(record.due)) || undefined;
  const { at, first, variant } = record;
  const deeds = Array.isArray(record.deeds) ? record.deeds.filter(isDeed) : [];
  if (!deeds.some(isSettling) && /^(right|later|shown)$/.test(first)) deeds.push([at, first, variant ?? 0]);
  setDeeds(record, deeds);
  record.before = Math.min(numeric(record.before), record.attempts) || undefined;
  setAttempts(record, record.attempts);
  return record;
};

/** A stored record, as sound as it can be. Where the question has changed since, all that was done with it is reset; its
 * response stays. @param {any} saved @param {string} fingerprint of the question as it is now */
const recordFrom = (saved, fingerprint) => {
  const record = soundRecord(saved);
  const isChanged = isRecord(saved) && record.fingerprint !== fingerprint;
  record.fingerprint = fingerprint;
  if (isChanged) {
    const { v, response, at, fingerprint: _, variant, changed, ...history } = newRecord();
    const isFresh = record.state === "open" && !record.attempts && !record.deeds[0];
    // Every tab that finds the question changed must find the same.
    const since = isFresh ? record.changed : Math.max(1, record.at);
    Object.assign(record, history, { changed: since });
  }
  return { record, isChanged };
};

/** The response that the last verdict is about: after a wrong one she may have changed hers since.
 * @param {SelfCheckRecord} record */
const checkedIn = ({ checked, response }) => checked ?? response;

/** Whether the response is another one than that of the last verdict. @param {SelfCheckRecord} record */
const isEdited = ({ checked, response }) => !!checked && !isSame(checked, response);

/** @param {SelfCheckResponse} one @param {SelfCheckResponse} other */
const isSame = (one, other) =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => isSameIn(one, other, name));

/** Whether a part of two responses is the same; one that is empty may be missing. @param {SelfCheckResponse} one
 * @param {SelfCheckResponse} other @param {string} name */
const isSameIn = (one, other, name) => (one[name] ?? "") === (other[name] ?? "");

/** Whether the key is no secret any more. @param {{state: string}} record */
const isSettled = ({ state }) => state === "right" || state === "shown";

/** Whether the reader should come back to the question. @param {SelfCheckRecord} record */
const isMissed = ({ state, back }) => state !== "open" && (state !== "right" || !!back);

/** The number of verdicts on the present variant. @param {SelfCheckRecord} record */
const triesOf = ({ attempts, before }) => attempts - (before ?? 0);

/** The time of a change that is made now. No clock that was set back puts it before the last one.
 * @param {SelfCheckRecord} record */
const timeOfChange = ({ at }) => Math.max(Date.now(), at + 1);

/** @param {any} deed */
const isDeed = (deed) => Array.isArray(deed) && numeric(deed[0]) === deed[0] && typeof deed[1] === "string";

/** @param {SelfCheckDeed} deed */
const isSettling = ([, rating]) => /^(right|later|shown)$/.test(rating);

/** Whether a deed was done on the page of the question, and not in a review. @param {SelfCheckDeed} deed */
const isOfPage = ([, rating]) => !rating.startsWith("review-");

/** By time; among those of the same time, by what they are. @param {SelfCheckDeed} one @param {SelfCheckDeed} other */
const compareDeeds = (one, other) =>
  one[0] - other[0] || (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

/** Gives a record its deeds, each once, and how it was first settled. @param {SelfCheckRecord} record
 * @param {SelfCheckDeed[]} deeds */
const setDeeds = (record, deeds) => {
  const all = [...new Map(deeds.map((deed) => [JSON.stringify(deed), deed])).values()].sort(compareDeeds);
  const earliest = all.find(isSettling);
  const latest = (/** @type {SelfCheckDeed[]} */ some) =>
    some.filter((deed) => deed !== earliest).slice(1 - MOST_DEEDS);
  const others = new Set([...latest(all.filter(isOfPage)), ...latest(all.filter((deed) => !isOfPage(deed)))]);
  record.deeds = all.filter((deed) => deed === earliest || others.has(deed));
  record.first = /** @type {SelfCheckRecord["first"]} */ (earliest?.[1] ?? "");
};

/** Sets the attempts of a record: `known`, or the verdicts among its deeds if these are more. The number of tries at the
 * present variant does not change. Once the list of deeds is full, every deed counts as a verdict, so that a copy that
 * has lost some does not count fewer. @param {SelfCheckRecord} record @param {number} known */
const setAttempts = (record, known) => {
  const { variant } = record;
  const deeds = record.deeds.filter(isOfPage);
  const tries = triesOf(record);
  const verdicts = deeds.filter(([, rating]) => deeds.length === MOST_DEEDS || rating !== "shown");
  record.attempts = Math.max(known, verdicts.length);
  if (variant) record.before = record.attempts - tries || undefined;
};

/** Notes how a question stands now that there has been a verdict, or its answer has been shown.
 * @param {SelfCheckRecord} record @param {"right" | "wrong" | "shown"} state
 * @param {{fingerprint: string, type: string, stem: string}} question */
const addDeed = (record, state, question) => {
  const { deeds, variant } = record;
  const at = timeOfChange(record);
  if (state !== "shown") record.attempts++;
  if (state === "wrong" && record.attempts === 1 && record.confidence === 95) record.back = true;
  const rating = state === "right" && record.attempts > 1 ? "later" : state;
  const checked = state === "wrong" ? record.response : undefined;
  Object.assign(record, { ...question, state, at, checked, settled: checked ? record.settled : at });
  // The day on which it comes back follows from all deeds.
  record.due = undefined;
  setDeeds(record, [...deeds, [at, rating, variant ?? 0, ...factsOf(record, state)]]);
};

/** What is noted at a deed, if anything. @param {SelfCheckRecord} record @param {string} state
 * @returns {[] | [SelfCheckFacts]} */
const factsOf = ({ attempts, confidence, hints }, state) => {
  const isSaid = confidence && attempts === 1 && state !== "shown";
  const facts = { ...(hints && { hints }), ...(isSaid && { sure: confidence }) };
  return Object.keys(facts)[0] ? [facts] : [];
};
