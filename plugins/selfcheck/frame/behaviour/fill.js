// Puts values into the places of interface words, as {name}. Joined into the frame's script and into that of each
// type that includes it.

/** @param {string} text @param {Record<string, unknown>} values */
const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => String(values[name]));
