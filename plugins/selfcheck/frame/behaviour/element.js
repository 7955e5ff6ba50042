// The custom element, and the one global.

/** What is said in each language whose script has run. @type {Record<string, Record<string, string>>} */
const spoken = {};
/** The types by language and name, each saying its words in that language.
 * @type {Record<string, Record<string, SelfCheckType>>} */
const spokenTypes = {};

class Block extends HTMLElement {
  /** @type {Question | undefined} */
  question;
  /** What keeps its record, where that is not the page's own. @type {typeof Keeping | undefined} */
  Keeping;

  connectedCallback() {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.connectedCallback(), { once: true });
      return;
    }
    if (this.question || !this.isConnected) return;
    const { type: name = "", words: language = "en" } = this.dataset;
    const type = spokenTypes[language]?.[name];
    const said = spoken[language];
    if (!type || !said) return void loadType(name, language);
    if (summary.language !== language) {
      Object.assign(words, said);
      summary.restart(language);
    }
    this.question = new Question(this, type);
    tally();
    if (location.hash === `#${this.id}`) leadTo(location.hash);
  }

  disconnectedCallback() {
    this.question?.stop();
    this.question = undefined;
    tally();
  }
}

takeOver();
const summary = new Summary();
const tally = () => summary.tally();

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
    label,
    joined,
    calibration,
    standingOf,
    Keeping,
  },
};
customElements.define("self-check", Block);
for (const [type, language] of waiting ?? []) define(type, language);
