// Makes elements of the progress, among them the sign of a question. Joined into the scripts that name it.

/** @param {string} name @param {string} part of the class @param {(Node | string)[]} content @returns {any} */
const make = (name, part, ...content) => {
  const made = document.createElement(name);
  if (part) made.className = `self-check-progress__${part}`;
  made.append(...content);
  return made;
};

/** @param {string} state */
const sign = (state) => {
  const made = make("i", "state");
  made.dataset.state = state;
  made.ariaHidden = "true";
  return made;
};
