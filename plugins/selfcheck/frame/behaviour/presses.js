// Presses that count: a button that has just changed its meaning ignores what was meant for it before.

/** For so long, in milliseconds: more than the time between the two presses of a double click or tap. */
const PAUSE = 600;
/** What buttons say, or "" where they are hidden. @type {WeakMap<Element, string>} */
const meanings = new WeakMap();
/** When buttons have changed their meaning. @type {WeakMap<Element, number>} */
const changes = new WeakMap();

/** Notes that a press of the button means something else from now on. @param {Element} button */
const noteChange = (button) => changes.set(button, performance.now());

/** Gives a button its words, and hides or shows it. @param {HTMLElement} button @param {string} text */
const label = (button, text, isHidden = false) => {
  const before = meanings.get(button);
  const meaning = isHidden ? "" : text;
  if (before === meaning) return;
  button.textContent = text;
  button.hidden = isHidden;
  meanings.set(button, meaning);
  if (before !== undefined) noteChange(button);
};

/** Lets through what is pressed inside an element only if it is meant: no press within the pause, none that a key
 * repeats while it is held down. @param {HTMLElement} element @param {AbortSignal} [signal] */
const guard = (element, signal) => {
  const listening = { capture: true, signal };
  const onClick = (/** @type {any} */ event) => {
    const button = event.target.closest("button, summary");
    // The time of the press itself: a page that is busy hears of it later.
    if (event.timeStamp - (changes.get(button) ?? -PAUSE) < PAUSE) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (button?.matches("[class^=self-check] > summary, self-check-summary summary")) {
      noteChange(button); // opens now, and would close
    }
  };
  const onKeyDown = (/** @type {any} */ event) => {
    const pressed = event.key === "Enter" ? "button, summary, input, select" : "button, summary";
    if (event.repeat && /^(Enter| )$/.test(event.key) && event.target.matches(pressed))
      event.preventDefault();
  };
  element.addEventListener("click", onClick, listening);
  element.addEventListener("keydown", onKeyDown, listening);
};
