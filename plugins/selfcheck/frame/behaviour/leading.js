// The way to a question: what hides it is opened, and the address leads there.

/** The radio button that shows a panel of content tabs: above the panel, or one of those beside all panels.
 * @param {Element} panel */
const tabOf = (panel) => {
  const set = panel.parentElement;
  const radios = (/** @type {Element | null | undefined} */ node) =>
    /** @type {HTMLElement[]} */ ([...(node?.children ?? [])].filter((one) => one.matches("[type=radio]")));
  const above = radios(set).filter(
    (radio) => radio.compareDocumentPosition(panel) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return above.pop() ?? radios(set?.parentElement)[[...(set?.children ?? [])].indexOf(panel)];
};

/** What opens a hidden element by a click, if it says so. @param {Element} node @returns {HTMLElement | null} */
const openerOf = (node) => {
  const tab = document.getElementById(node.getAttribute("aria-labelledby") ?? "");
  if (tab?.role === "tab" || !node.id) return tab;
  const id = CSS.escape(node.id);
  const targets = ["data-bs-target", "data-target", "href"].map((name) => `[${name}="#${id}"]`);
  return document.querySelector(`[aria-controls~="${id}"], :is(button, [role]):is(${targets})`);
};

/** Shows an element that is hidden and has nothing that opens it. @param {HTMLElement} node */
const unhide = (node) => {
  node.hidden = false;
  const style = getComputedStyle(node);
  if (style.display === "none") node.style.display = "revert";
  if (style.visibility === "hidden") node.style.visibility = "visible";
};

/** Opens what hides an element, such as content tabs, details and admonitions, from the outside inwards: of tabs
 * that are not in sight Material cannot read the names, by which it links them. @param {Element} element */
const uncover = (element) => {
  const node = element.parentElement;
  if (!node) return;
  uncover(node);
  if (node instanceof HTMLDetailsElement) node.open = true;
  else {
    const opener = openerOf(node);
    const { display, visibility } = getComputedStyle(node);
    const closed = display === "none" ? (tabOf(node) ?? opener) : opener?.ariaExpanded === "false" && opener;
    if (closed) closed.click();
    else if (display === "none" || visibility === "hidden") unhide(node);
  }
};

/** The lower edge of what sticks to the upper edge of the window over an element, or 0.
 * @param {HTMLElement} element @param {number} y where it is looked for */
const edgeOver = (element, y) => {
  let over = document.elementFromPoint(element.getBoundingClientRect().left + 2, y);
  while (over && !/fixed|sticky/.test(getComputedStyle(over).position)) over = over.parentElement;
  return over && !over.contains(element) ? over.getBoundingClientRect().bottom : 0;
};

/** Scrolls an element into view, clear of what sticks to the upper edge of the window.
 * @param {HTMLElement} element */
const bring = (element) => {
  element.scrollIntoView({ behavior: "instant" });
  const edge = edgeOver(element, element.getBoundingClientRect().top + 2);
  if (!edge) return;
  element.style.scrollMarginTop = `${edge + 16}px`;
  element.scrollIntoView({ behavior: "instant" });
  element.style.scrollMarginTop = "";
};

/** Scrolls by as little as brings what reaches from the top of one element to the bottom of another into view; what
 * is higher than the window is seen from its top. @param {HTMLElement} first @param {HTMLElement} last */
const bringNear = (first, last) => {
  const room = 8;
  const { top } = first.getBoundingClientRect();
  const { bottom } = last.getBoundingClientRect();
  // A keyboard on the screen takes its part of the window.
  const { height = innerHeight, offsetTop = 0 } = visualViewport ?? {};
  const below = Math.max(0, bottom + room - offsetTop - height);
  // Nothing that sticks to the upper edge reaches down to the middle, and to look for it takes long.
  const isClear = top - below > offsetTop + height / 2;
  const above = () => top - room - Math.max(offsetTop, edgeOver(first, offsetTop + 1));
  const by = isClear ? below : Math.min(above(), below);
  if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: "instant" });
};

/** Moves the focus to what can be read, and shows it from its top. @param {any} element */
const leadInto = (element) => {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
  bring(element);
};

/** Leads to the question that an address names after its #. @param {string} hash */
const leadTo = (hash) => {
  const block = document.getElementById(hash.slice(1));
  if (block instanceof Block) block.question?.view.focus();
};
addEventListener("hashchange", () => leadTo(location.hash));
// A second press of the same link changes no address. With these keys a link opens elsewhere.
addEventListener("click", ({ ctrlKey, metaKey, shiftKey, target }) => {
  const link = target instanceof Element && !(ctrlKey || metaKey || shiftKey) ? target.closest("a") : null;
  if (link?.hash && link.href === location.href) setTimeout(() => leadTo(link.hash));
});
