// What this site has otherwise than Material's bundle, before which it runs: what a page loads, and how often all of it
// is styled. docs/developing/publishing.md tells why.

// Material fetches the index of the search with every page, which is more than the page itself. Here it is fetched once
// the reader turns to the search, or comes from it.
{
  const wanted = new Promise((resolve) => {
    if (/[?&][hq]=/.test(location.search)) resolve();
    const turn = ({ target }) => target.closest?.(".md-search, [for=__search]") && resolve();
    for (const event of ["focusin", "pointerover"]) addEventListener(event, turn);
  });
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (...given) {
    if (/\/search\/search_index\.json$/.test(given[1])) this.send = () => wanted.then(() => send.call(this));
    open.apply(this, given);
  };
}

// For its instant navigation, Material writes all addresses of a page in full, and compares what two pages have in their
// heads by how it is written. A style whose address is written is applied again, and all of the page styled with it,
// while it loads. Here styles keep the addresses they have, and a page that comes names them in the same way.
{
  const ALL = "[href], [src]"; // how Material asks for what has an address
  const isStyle = ({ rel }) => rel === "stylesheet";
  const styles = [...document.head.children].filter(isStyle);
  const written = new Map(styles.map((style) => [style.href, style.getAttribute("href")]));
  const { querySelectorAll } = Document.prototype;
  Document.prototype.querySelectorAll = function (selectors) {
    const found = querySelectorAll.call(this, selectors);
    if (selectors !== ALL) return found;
    if (this === document) return [...found].filter((element) => !isStyle(element));
    const known = [...this.head.children].filter((element) => isStyle(element) && written.has(element.href));
    for (const style of known) style.setAttribute("href", written.get(style.href));
    return [...found].filter((element) => !known.includes(element));
  };
}

// Light or dark, by the buttons in Material's header. Material's own script for them has every element of a page styled
// three more times while it loads; this one does that only where the colours change. It follows the system until the
// reader has chosen, and keeps her choice where Material keeps it, whose pages read it before they are drawn.
{
  const KEY = "__palette";
  const options = [...document.querySelectorAll(`[name=${KEY}]`)];
  const { body, documentElement: root } = document;
  const themeColor = document.createElement("meta");
  themeColor.name = "theme-color";
  document.head.append(themeColor);

  const coloursOf = (option) => {
    const names = ["media", "scheme", "primary", "accent"];
    return Object.fromEntries(names.map((name) => [name, option.getAttribute(`data-md-color-${name}`)]));
  };

  /** The place of the option that the reader has chosen, else of the one that suits the system. */
  const current = () => {
    const suits = (option) => matchMedia(coloursOf(option).media).matches;
    return Math.max(0, Math.min(__md_get(KEY)?.index ?? options.findIndex(suits), options.length - 1));
  };

  const show = (place) => {
    for (const [name, value] of Object.entries(coloursOf(options[place]))) {
      body.setAttribute(`data-md-color-${name}`, value);
    }
    options.forEach((option, other) => {
      option.nextElementSibling.hidden = other !== place;
    });
    requestAnimationFrame(() => {
      const { backgroundColor, colorScheme } = getComputedStyle(document.querySelector(".md-header"));
      themeColor.content = backgroundColor;
      root.style.colorScheme = colorScheme === "light" ? "" : colorScheme; // the window's own bars
    });
  };

  /** Show other colours all at once: while this attribute stands, nothing fades from one to the other. */
  const change = (place) => {
    body.setAttribute("data-md-color-switching", "");
    show(place);
    requestAnimationFrame(() => setTimeout(() => body.removeAttribute("data-md-color-switching")));
  };

  options.forEach((option, place) => {
    option.addEventListener("change", () => {
      __md_set(KEY, { index: place, color: coloursOf(option) }); // codespell:ignore color
      change(place);
    });
    option.addEventListener("keydown", ({ key }) => {
      if (key !== "Enter") return;
      const next = options[(current() + 1) % options.length];
      next.click();
      next.focus();
    });
    matchMedia(coloursOf(option).media).addEventListener("change", ({ matches }) => {
      if (matches) change(current());
    });
  });
  if (options.length) show(current());
}
