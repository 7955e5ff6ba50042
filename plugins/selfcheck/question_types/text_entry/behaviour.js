// Text entry: a word or a short text, compared with right answers and known mistakes.
{
  // part: typed
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  /** The text that was refused as close, by the key of its question. @type {WeakMap<Entry, string>} */
  const lookedOver = new WeakMap();
  window.SelfCheck.define({
    type: "text-entry",
    empty: words.empty,
    isEmpty: ({ text }) => !normalize(text),
    // A likely slip is refused once; pressing again grades it.
    refuse({ text }, key) {
      const written = normalize(text);
      if (recognize(text, key, words.decimal) || !isClose(text, key) || lookedOver.get(key) === written)
        return undefined;
      lookedOver.set(key, written);
      return { message: words.close };
    },
    grade({ text }, key) {
      const name = recognize(text, key, words.decimal);
      const isMistake = name.startsWith("mistake");
      const correct = !!name && !isMistake;
      const feedback = isMistake ? [name] : correct ? [name, "right"] : ["wrong"];
      return { correct, score: Number(correct), feedback, marks: { text: correct ? "right" : "wrong" } };
    },
  });
}
