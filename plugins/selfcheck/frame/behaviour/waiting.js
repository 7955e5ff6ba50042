// Stands before the script of every type. Hosts that put scripts into a page they have fetched run them as they
// arrive: a type that comes before the frame waits here.
window.SelfCheck ??= {
  waiting: [],
  define(type) {
    this.waiting?.push(type);
  },
};
