// Text entry: a word or a short text, held against those that are right and those that are known to be wrong.
{
  // part: typed
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  /** What a reader was told to look over, by the key of the question. @type {WeakMap<Entry, string>} */
  const lookedOver = new WeakMap();
  window.SelfCheck.define({
    type: "text-entry",
    empty: words.empty,
    isEmpty: ({ text }) => !tidied(text),
    // A slip of the pen is no answer as yet. Who means it presses again.
    refuse({ text }, key) {
      const written = tidied(text);
      if (recognized(text, key) || !isClose(text, key) || lookedOver.get(key) === written) return undefined;
      lookedOver.set(key, written);
      return { message: words.close };
    },
    again: (response, isChanged) => (isChanged ? {} : response),
    grade({ text }, key) {
      const name = recognized(text, key);
      const isMistake = name.startsWith("mistake");
      const correct = !!name && !isMistake;
      const feedback = isMistake ? [name] : correct ? [name, "right"] : ["wrong"];
      return { correct, score: Number(correct), feedback, marks: { text: correct ? "right" : "wrong" } };
    },
  });
}
