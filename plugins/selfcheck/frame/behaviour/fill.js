// Values in the places that interface words keep for them, as {name}. Joined into the frame's script and into that of
// each type that asks for it.

/** @param {string} text @param {Record<string, unknown>} values */
const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => String(values[name]));
