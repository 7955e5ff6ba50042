// The layers of the explorer as controls, as `markup.py` writes them.

const FIELD_MOST_LAYERS = 18;
const FIELD_SETTINGS = /** @type {(keyof FieldWindow)[]} */ (["kernel", "stride", "padding", "dilation"]);

/** @param {string} text a layer, as radio buttons and networks have it @returns {FieldWindow} */
const fieldWindow = (text) => {
  const [kernel, stride, padding, dilation] = text.split(" ").map(Number);
  return { kernel, stride, padding, dilation };
};

/** A radio button with its label.
 * @param {string} element @param {number} number @param {FieldWindow} window @param {boolean} isChosen */
const fieldLabel = (element, number, window, isChosen) => {
  const value = FIELD_SETTINGS.map((name) => window[name]).join(" ");
  return (
    `<label class="explorer__layer"><input type="radio" name="${element}-layer" value="${value}"` +
    ` aria-label="${fieldButton(number, window)}" autocomplete="off"${isChosen ? " checked" : ""}>` +
    `<span>${fieldSquare(window.kernel)}</span> <small>${fieldBrief(window)}</small></label>`
  );
};
