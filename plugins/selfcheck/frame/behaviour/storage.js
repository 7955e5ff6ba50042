// Reads and writes records in the browser's storage, or in memory where that is refused.

/** What is said, in the language of the page. @type {Record<string, string>} */
const words = {};
const script = /** @type {HTMLScriptElement} */ (document.currentScript);
// Two sites on one host must not mix: a site is the folder that holds its assets.
const site = new URL(script.src).pathname.replace(/assets\/selfcheck\/[^/]*$/, "");
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
};

/** @param {string} place */
const forget = (place) => {
  refused.delete(place);
  try {
    localStorage.removeItem(place);
  } catch {}
};
