// Stands before the script of every type. Hosts that put scripts into a page they have fetched run them as they
// arrive: a type that comes before the frame waits here. A type says its words in the language of its script.
window.SelfCheck ??= {
  language: "",
  waiting: [],
  define(type) {
    this.waiting?.push([type, this.language]);
  },
};
window.SelfCheck.language = "{language}";
