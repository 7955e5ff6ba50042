// The way on from a question that is settled.

/** What stands in the content of a page and is no part of what is read there. */
const NO_CONTENT = "script, link, style, template, hr, self-check-summary";

/** What comes after an element in the content of the page, as far as it can be seen.
 * @param {Element} element @returns {Element | null} */
const following = (element) => {
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling)
    if (next.checkVisibility?.() !== false && !next.matches(NO_CONTENT)) return next;
  const isTop = element.matches("article > *, main > *, [role=main] > *");
  return isTop || !element.parentElement ? null : following(element.parentElement);
};

/** Whether an element holds something to read or to look at. @param {Element} element */
const isContent = (element) =>
  !!element.textContent?.trim() || !!element.querySelector("img, svg, video, iframe");

/** What the button says, and where it leads: to the next question, to the text before it, or at the end to the
 * summary of the page. Where nothing comes it leads nowhere, and she may answer again.
 * @param {Question} question @returns {{text: string, target?: Element}} */
const wayOnFrom = (question) => {
  const { line } = summary;
  const blocks = [...document.querySelectorAll("self-check")];
  const next = following(question.element);
  const after = blocks[blocks.indexOf(question.element) + 1];
  if (after && next === after) return { text: words.next_question, target: after };
  if (!after && blocks[1]) return { text: words.see_how, target: line };
  if (next && isContent(next)) return { text: words.read_on, target: next };
  return after ? { text: words.next_question, target: after } : { text: words.answer_again };
};
