// What an element says, for places that hold one line of text.

/** The text of an element with spaces between its blocks, a sign before powers, and the words for its pictures, and
 * without the numbers of footnotes. @param {Element} element */
const lineOf = (element) => {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const node of copy.querySelectorAll(".self-check__demand, .footnote-ref")) node.remove();
  for (const raised of copy.querySelectorAll("sup"))
    if (/^[-\u2212\d]/.test(raised.textContent ?? "")) raised.prepend("^");
  for (const picture of copy.querySelectorAll("img")) picture.replaceWith(picture.alt);
  for (const node of copy.querySelectorAll("dd, dt, label, li, p, pre, summary, td, th")) node.after(" ");
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
};
