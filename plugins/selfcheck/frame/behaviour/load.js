// Loads scripts and styles that stand beside the frame's: the card's, the menu's, and those of late types.

/** In each language and of each type, what its files are called behind its name.
 * @type {Record<string, Record<string, string[]>>} */
const files = {};
/** Resolved once the scripts that the page names have run. */
const pageHasRun = new Promise((resolve) => {
  if (document.readyState === "complete") resolve(undefined);
  document.addEventListener("DOMContentLoaded", resolve);
  addEventListener("load", resolve);
});

/** @param {string} file @param {() => void} [failed] */
const load = (file, failed) => {
  const { href } = new URL(file, script.src);
  const part = file.endsWith(".css")
    ? Object.assign(document.createElement("link"), { rel: "stylesheet", href })
    : Object.assign(document.createElement("script"), { src: href });
  part.addEventListener("error", () => failed?.());
  document.head.append(part);
  return part;
};

/** Loads a type that no script of the page has defined: its block came late, and scripts in it do not run.
 * @param {string} name @param {string} language */
const loadType = async (name, language) => {
  await pageHasRun;
  const named = files[language] ?? {};
  const parts = named[name];
  if (spokenTypes[language]?.[name] || !parts) return;
  delete named[name];
  const ended = () => {
    if (spokenTypes[language]?.[name]) return;
    for (const block of /** @type {NodeListOf<Block>} */ (document.querySelectorAll("self-check")))
      if (block.name === name && block.language === language) block.fail();
  };
  for (const file of parts.map((part) => `${name}.${part}`)) {
    // A style that stands in the content is there already.
    if (document.querySelector(`link[href$="${file}"]`)) continue;
    const part = load(file, () => Object.assign(named, { [name]: parts }));
    if (file.endsWith("js")) part.onload = part.onerror = ended;
  }
};
