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
