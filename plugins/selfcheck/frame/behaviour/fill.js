// Puts values into the places of interface words, as {name}, in the form that their number takes. Joined into the
// frame's script and into that of each type that includes it.

/** @param {string | SelfCheckForms} word @param {Record<string, unknown>} values */
const fill = (word, values) => {
  const text =
    typeof word === "string"
      ? word
      : (word[new Intl.PluralRules(word.lang).select(Number(values[word.by]))] ?? word.other);
  return text.replace(/{(\w+)}/g, (_, name) => String(values[name]));
};
