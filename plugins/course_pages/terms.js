// Shows the meaning of a marked term: pointed at, focused, or tapped. Escape puts it away.
//
// A term is a link to its entry in the glossary, which is all there is without this script. A tap shows the meaning
// first and follows the link when it comes a second time; the return key follows it at once, as the meaning is
// shown on focus.
(() => {
  const ID = "term-meaning";
  const GAP_PX = 6;
  const LEAVE_MS = 200;

  const note = document.createElement("div");
  note.id = ID;
  note.className = "term-meaning";
  note.setAttribute("role", "tooltip");
  note.hidden = true;

  /** @type {HTMLAnchorElement | null} */
  let shown = null;
  let leaving = 0;
  let pointer = "mouse";

  /** @param {Event} event */
  const termOf = (event) =>
    event.target instanceof Element
      ? /** @type {HTMLAnchorElement | null} */ (event.target.closest("a.term"))
      : null;

  /** @param {Event} event */
  const isInNote = (event) => event.target instanceof Node && note.contains(event.target);

  // Instant navigation takes the term away and leaves the document.
  const observer = new MutationObserver(() => shown?.isConnected || hide());

  const hide = () => {
    clearTimeout(leaving);
    observer.disconnect();
    shown?.removeAttribute("aria-describedby");
    shown = null;
    note.hidden = true;
  };

  /** Below the first line of the term, above it where there is no room, and within the window's width. */
  const place = (/** @type {HTMLAnchorElement} */ term) => {
    const box = term.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    const left = Math.max(GAP_PX, Math.min(box.left, width - note.offsetWidth - GAP_PX));
    const below = box.bottom + GAP_PX;
    const fits = below + note.offsetHeight <= window.innerHeight;
    const top = fits ? below : box.top - GAP_PX - note.offsetHeight;
    note.style.left = `${left + window.scrollX}px`;
    note.style.top = `${top + window.scrollY}px`;
  };

  /** @param {HTMLAnchorElement} term */
  const show = (term) => {
    clearTimeout(leaving);
    if (term === shown) return;
    hide();
    shown = term;
    note.textContent = term.dataset.meaning ?? "";
    if (!note.isConnected) document.body.append(note);
    note.hidden = false;
    term.setAttribute("aria-describedby", ID);
    place(term);
    observer.observe(document.body, { childList: true, subtree: true });
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const term = termOf(event);
    if (term) show(term);
    else if (isInNote(event)) clearTimeout(leaving);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "mouse" || !(termOf(event) || isInNote(event))) return;
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (document.activeElement !== shown) hide();
    }, LEAVE_MS);
  });
  document.addEventListener("focusin", (event) => {
    const term = termOf(event);
    // A finger focuses what it taps before the tap counts, and that tap has to show the meaning.
    if (term && pointer === "mouse") show(term);
    else if (!term) hide();
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    pointer = "mouse";
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (!termOf(event) && !isInNote(event)) hide();
  });
  document.addEventListener(
    "click",
    (event) => {
      const term = termOf(event);
      if (!term || pointer === "mouse" || term === shown) return hide();
      event.preventDefault();
      event.stopPropagation(); // instant navigation would follow the link
      show(term);
    },
    true,
  );
})();
