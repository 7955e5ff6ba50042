// What the scripts of a course share: the pages that ask something, and how far the reader has come with each.

(() => {
  const known = window.SelfCheckCourse;
  // Loaded again, as where a theme runs the scripts of each page it shows: the marks alone are due.
  if (known?.changed) return known.changed();

  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = src.replace(/assets\/selfcheck\/.*/, "");
  const prefix = `self-check:${String("{storage}") || new URL(root).pathname}:`;
  /** The records that storage has refused, by id. @type {Map<string, any>} */
  const refused = new Map();
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** @type {Map<string, any>} */
  const data = new Map();
  /** @type {Map<string, Promise<void>>} */
  const files = new Map();

  /** Fetches a script of the course once; one that did not come may be asked for again.
   * @param {string} file below the folder of the course */
  const load = (file) => {
    const coming = files.get(file) ?? fetched(file);
    files.set(file, coming);
    return coming;
  };

  /** @param {string} file */
  const fetched = (file) =>
    new Promise((resolve, reject) => {
      const src = `${root}assets/selfcheck/course/${file}`;
      const onerror = () => {
        files.delete(file);
        reject(Error(file));
      };
      document.head.append(
        Object.assign(document.createElement("script"), { src, onload: resolve, onerror }),
      );
    });

  /** What there is of a kind: the pages that ask something, in the order of the navigation, or their outlines. A large
   * course comes in a part for each first folder; of that, at least what tells of these addresses.
   * @param {string[]} [addresses] @param {string} [kind] `pages` or `outline` */
  const whenKnown = async (addresses, kind = "pages") => {
    await load("pages.js");
    /** @type {string[] | undefined} */
    const folders = data.get("parts");
    const isMeant = (/** @type {string} */ folder) =>
      !addresses || addresses.some((address) => (/(.*?)\//.exec(address)?.[1] ?? "") === folder);
    const files = folders?.map((folder, part) => isMeant(folder) && load(`${kind}-${part}.js`));
    await Promise.all(files ?? [load(`${kind}.js`)]);
    return data.get(kind) ?? [];
  };

  /** The record of a question, or null where there is none or the question has changed since.
   * @param {SelfCheckCourseQuestion} question @returns {any} */
  const recordOf = ({ id, fingerprint }) => {
    let record = refused.get(id);
    try {
      record ??= JSON.parse(localStorage.getItem(prefix + id) ?? "null");
    } catch {}
    const isMeant = record?.v === 1 && String(record.fingerprint).startsWith(fingerprint);
    return isMeant ? record : null;
  };

  // part: standing
  /** @param {SelfCheckCourseQuestion} question */
  const stateOf = (question) => standingOf(recordOf(question) ?? { attempts: 0, first: "", state: "open" });

  /** Of a page: the state of each question, how many are right or shown, whether any was tried, and whether all are done.
   * @param {{questions: SelfCheckCourseQuestion[]}} page */
  const standing = ({ questions }) => {
    const states = questions.map(stateOf);
    const total = states.length;
    const done = states.filter((state) => !/open|tried/.test(state)).length;
    const isBegun = states.some((state) => state !== "open");
    return { states, done, total, isBegun, isDone: done === total };
  };

  /** Where an address lies below the root of the site, without the name of the page of a folder; "?" if elsewhere.
   * @param {string} address */
  const addressOf = (address) => {
    const path = address.replace(/[?#].*$/, "");
    return path.startsWith(root) ? path.slice(root.length).replace(/(^|\/)index\.html$/, "$1") : "?";
  };

  /** Whether this reader has kept a record here; until then nothing need be fetched. The order of shuffled lists is kept
   * there, too, at a name with a point. */
  const hasRecords = () => {
    /** @type {string[]} */
    let places = [];
    try {
      places = Object.keys(localStorage);
    } catch {}
    return (
      refused.size > 0 || places.some((place) => place.startsWith(prefix) && place[prefix.length] !== ".")
    );
  };

  let coming = 0;
  /** Tells of changes, of many at once, when what comes of a press is on the screen. */
  const changed = () => {
    coming ||= requestAnimationFrame(() =>
      setTimeout(() => {
        coming = 0;
        for (const listener of listeners) listener();
      }),
    );
  };

  /** Calls now and after every change of a record, also in another tab, and of the page shown.
   * @param {() => void} listener @returns {() => void} what ends it */
  const onChange = (listener) => {
    listeners.add(listener);
    listener();
    return () => listeners.delete(listener);
  };

  /** @param {string} kind @param {any[]} value */
  const take = (kind, value) => {
    let next = 0;
    /** @param {any[]} told of a page; its place only where that is not the next */
    const pageOf = ([address, list, place = next]) => {
      next = place + 1;
      const questions = Array.from(list.matchAll(/(\S+) (\S+)/g), ([, id, fingerprint]) => ({
        id,
        fingerprint,
      }));
      return { address, key: addressOf(root + address), place, questions };
    };
    const all = (data.get(kind) ?? []).concat(kind === "pages" ? value.map(pageOf) : value);
    // What has no place keeps its order.
    all.sort((/** @type {any} */ one, /** @type {any} */ other) => one.place - other.place);
    data.set(kind, all);
  };

  // biome-ignore format: one list
  window.SelfCheckCourse = Object.assign(take, { root, prefix, data, load, whenKnown, recordOf, stateOf, standing, addressOf, hasRecords, onChange, changed });
  for (const [kind, value] of known?.q ?? []) take(kind, value);

  document.addEventListener("self-check-changed", (event) => {
    const { id, record } = /** @type {CustomEvent} */ (event).detail;
    if (record) refused.set(id, record);
    else refused.delete(id);
    changed();
    // Computes the day on which it comes back. What does not arrive now is fetched the next time.
    if (recordOf({ id, fingerprint: "" })?.settled) load("../{schedule}").catch(() => {});
  });
  addEventListener("storage", ({ key }) => (key ?? prefix).startsWith(prefix) && changed());
  addEventListener("pageshow", ({ persisted }) => persisted && changed());
  // Material and Zensical tell so when they have put in another page.
  const follow = () => /** @type {any} */ (window).document$?.subscribe(changed);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", follow);
  else follow();
})();
