// The course: stands on every page of it, and knows what the pages ask.
{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** The name under which answers are kept; empty: the path of the site. @type {string} */
  const storage = "{storage}";
  /** The folder of the course's data, from that of the scripts. @type {string} */
  const data = "{data}";
  /** The files beside this one, by name without hash. @type {Record<string, string>} */
  // biome-ignore format: the build fills in the names here
  const files = {/* files */};
  // part: marks
  void [script, storage, data, files];
}
