// Reads and writes records in the browser's storage, or in memory where that is refused.

/** What is said, in the language of the page. @type {Record<string, string>} */
const words = {};
const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const sitePath = new URL(script.src).pathname.replace(/assets\/selfcheck\/[^/]*$/, "");
// Two sites on one host must not mix: a site is the folder that holds its assets, unless it has a name.
const site = String("{storage}") || sitePath;
/** @type {Record<string, SelfCheckType>} */
const types = Object.create(null);
/** The records that storage has refused. @type {Map<string, any>} */
const refused = new Map();

/** @param {string} place @returns {any} */
const recall = (place) => {
  try {
    return refused.get(place) ?? JSON.parse(localStorage.getItem(place) ?? "null");
  } catch {
    return null;
  }
};

/** Tells marks and overviews that a record has changed; what storage has refused comes with it.
 * @param {string | null} place null where another tab has cleared all */
const tell = (place) => {
  const [id, record] = [place?.slice(`self-check:${site}:`.length) ?? "", refused.get(place ?? "")];
  document.dispatchEvent(new CustomEvent("self-check-changed", { detail: { id, record } }));
};
addEventListener(
  "storage",
  ({ key }) => (key ?? `self-check:${site}:`).startsWith(`self-check:${site}:`) && tell(key),
);

/** @param {string} place @param {any} record */
const keep = (place, record) => {
  refused.delete(place);
  try {
    // The record of a newer version stands until there is an answer to put in its place.
    if (!record.attempts && recall(place)?.v > 1) throw null;
    localStorage.setItem(place, JSON.stringify(record));
  } catch {
    refused.set(place, structuredClone(record));
  }
  tell(place);
};

/** @param {string} place */
const forget = (place) => {
  refused.delete(place);
  try {
    localStorage.removeItem(place);
  } catch {}
  tell(place);
};

/** Moves what was kept under the path of the site before it had a name. */
const takeOver = () => {
  if (site === sitePath) return;
  const old = `self-check:${sitePath}:`;
  /** @type {string[]} */
  let places = [];
  try {
    places = Object.keys(localStorage).filter((place) => place.startsWith(old));
  } catch {}
  for (const place of places) {
    const named = `self-check:${site}:${place.slice(old.length)}`;
    const [mine, record] = [recall(named), recall(place)];
    if (record?.v > 1) continue; // of a newer version
    keep(named, isRecord(mine) && isRecord(record) ? joined(mine, record) : (mine ?? record));
    if (!refused.has(named)) forget(place);
  }
};
