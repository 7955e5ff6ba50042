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
const openerOf = (node) => document.querySelector(`[aria-controls~="${CSS.escape(node.id)}"]`);

/** Opens the content tabs, details and admonitions that an element stands in, from the outside inwards: of tabs
 * that are not in sight Material cannot read the names, by which it links them. @param {Element} element */
const uncover = (element) => {
  const node = element.parentElement;
  if (!node) return;
  uncover(node);
  if (node instanceof HTMLDetailsElement) node.open = true;
  else if (getComputedStyle(node).display === "none") (tabOf(node) ?? openerOf(node))?.click();
};

/** Leads to the question that an address names after its #. @param {string} hash */
const leadTo = (hash) => {
  const block = document.getElementById(hash.slice(1));
  if (block instanceof Block) block.question?.view.focus();
};
addEventListener("hashchange", () => leadTo(location.hash));
// A second press of the same link changes no address.
addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a") : null;
  if (link?.hash && link.href === location.href) setTimeout(() => leadTo(link.hash));
});
