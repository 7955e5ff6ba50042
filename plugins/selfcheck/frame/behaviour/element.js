// The custom element, and the one global.

/** What is said in each language whose script has run. @type {Record<string, Record<string, string>>} */
const spoken = {};
/** The types by language and name, each saying its words in that language.
 * @type {Record<string, Record<string, SelfCheckType>>} */
const spokenTypes = {};

/** For how many milliseconds blocks are made without a pause. Measured on a quick machine it is a quarter of the 50 from
 * which on a task of a phone four times slower keeps a press waiting, the block that is under way then included. */
const STRETCH = 10;
/** The blocks that wait for their turn. @type {Set<Block>} */
const queue = new Set();
/** When the stretch ends that has begun in this task. */
let stretchEnd = 0;
const nextTask = new MessageChannel();
nextTask.port1.onmessage = () => {
  stretchEnd = 0;
  if (queue.size) makeBlocks();
};

/** Makes the blocks that wait, as many as the stretch allows; the rest in the tasks that follow. */
const makeBlocks = () => {
  if (!stretchEnd) {
    stretchEnd = performance.now() + STRETCH;
    nextTask.port2.postMessage(0);
  }
  for (const block of queue) {
    if (performance.now() > stretchEnd) return;
    block.begin();
  }
};

/** Where what is kept does nothing, as to load its pictures. */
const inert = document.implementation.createHTMLDocument();

/** A type that has its block fail where a function of it does. @param {SelfCheckType} type @param {Block} block
 * @returns {SelfCheckType} */
const watched = (type, block) =>
  /** @type {any} */ (
    new Proxy(/** @type {any} */ ({}), {
      get: (_, name) => {
        const part = /** @type {any} */ (type)[name];
        if (typeof part !== "function") return part;
        return (/** @type {any[]} */ ...given) => {
          try {
            return part.apply(type, given);
          } catch (cause) {
            block.fail();
            throw Error(`question type "${type.type}": ${cause}`, { cause });
          }
        };
      },
    })
  );

class Block extends HTMLElement {
  /** @type {Question | undefined} */
  question;
  /** What keeps its record, where that is not the page's own. @type {typeof Keeping | undefined} */
  Keeping;
  /** What the build made of it, once its question begins. @type {HTMLElement | undefined} */
  written;
  /** What ends all that its question listens to. @type {AbortController | undefined} */
  running;

  /** The name of its type. */
  get name() {
    return this.dataset.type ?? "";
  }

  /** The language of its interface words. */
  get language() {
    return this.dataset.words ?? "en";
  }

  connectedCallback() {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.connectedCallback(), { once: true });
      return;
    }
    if (this.written || !this.isConnected) return;
    const { language, name } = this;
    if (!spokenTypes[language]?.[name] || !spoken[language]) return void loadType(name, language);
    queue.add(this);
    // What the address names, or a review has asked for, waits for no other.
    if (this.Keeping || location.hash === `#${this.id}`) this.begin();
    else makeBlocks();
  }

  /** Makes the question of the block. */
  begin() {
    const { language, name } = this;
    queue.delete(this);
    if (summary.language !== language) {
      Object.assign(words, spoken[language]);
      summary.restart(language);
    }
    delete this.dataset.failed;
    this.written = inert.importNode(this, true);
    try {
      this.question = new Question(this, watched(spokenTypes[language][name], this));
    } catch (error) {
      this.fail();
      reportError(error); // the others begin all the same
    }
    tally();
    if (location.hash === `#${this.id}`) leadTo(location.hash);
  }

  /** Puts back what can be read without a script, since that of its type has failed. */
  fail() {
    const { question, written = this } = this;
    const isHeld = this.contains(document.activeElement);
    this.running?.abort();
    this.question = undefined;
    this.written &&= this; // it does not begin again
    this.dataset.failed = "";
    forgetState(this);
    this.replaceChildren(...written.childNodes);
    const form = this.querySelector("form");
    const status = /** @type {HTMLElement} */ (this.querySelector(".self-check__status"));
    if (question) Object.assign(question.view, { form, type: {} }).write(question.record.response);
    const words = spoken[this.language];
    Object.assign(status, { textContent: words.failed, lang: this.language, dir: "auto", tabIndex: -1 });
    if (isHeld) status.focus();
    question?.keeping.flush();
    tally();
  }

  disconnectedCallback() {
    queue.delete(this);
    this.question?.stop();
    this.question = this.written = this.running = undefined;
    tally();
  }
}

takeOver();
const summary = new Summary();
/** Counts again, once all blocks that can be made are there. */
const tally = () => queue.size || summary.tally();

/** Wakes the blocks that have waited for a script. */
const wake = () => {
  for (const block of document.querySelectorAll("self-check")) {
    /** @type {Block} */ (block).connectedCallback();
  }
};

/** @param {SelfCheckType} type */
const define = (type, language = window.SelfCheck.language) => {
  types[type.type] = type;
  spokenTypes[language] ??= Object.create(null);
  spokenTypes[language][type.type] ??= type;
  wake();
};

/** Takes the words of a language; the script of each brings its own. @param {string} language
 * @param {Record<string, string>} said @param {Record<string, string[]>} names of the files of each type */
const speak = (language, said, names) => {
  spoken[language] ??= said;
  files[language] ??= names;
  wake();
};
const { waiting } = window.SelfCheck ?? {};
window.SelfCheck = {
  types,
  define,
  speak,
  language: "",
  frame: {
    summary,
    recall,
    keep,
    refused,
    site,
    sitePath,
    fill,
    lineOf,
    label,
    joined,
    calibration,
    standingOf,
    Keeping,
  },
};
customElements.define("self-check", Block);
for (const [type, language] of waiting ?? []) define(type, language);
