// The tools of the row in hand: one place up, one down, and out of the list or back.

class RowTools {
  /** @param {Rows} rows */
  constructor(rows) {
    const { block, words } = rows;
    this.rows = rows;
    this.box = block.make("span", "moves");
    this.up = this.add("up", "\u2191", words.up);
    this.down = this.add("down", "\u2193", words.down);
    this.out = rows.rest ? this.add("out") : undefined;
    this.buttons = /** @type {HTMLCollectionOf<HTMLButtonElement>} */ (this.box.children);
  }

  /** @param {string} name @param {string} [sign] @param {string} [label] */
  add(name, sign, label) {
    const { rows } = this;
    const button = /** @type {HTMLButtonElement} */ (rows.block.make("button", "move", sign));
    button.type = "button";
    button.id = `${rows.block.prefix}-${name}`;
    if (label) button.ariaLabel = button.title = label;
    button.addEventListener("click", () => this.press(button));
    this.box.append(button);
    return button;
  }

  /** @param {HTMLButtonElement} button */
  press(button) {
    const { rows, up, out } = this;
    const { held } = rows;
    if (!held) return;
    // Some browsers give a button no focus when it is pressed.
    button.focus();
    const place = rows.placeOf(held);
    if (button.ariaDisabled === "true") rows.tell(held);
    else if (button === out) rows.choose(held, place ? "out" : String(rows.list.children.length + 1));
    else rows.choose(held, String(button === up ? place - 1 : place + 1));
  }

  /** Brings the tools to a row; takes them away, where there is none. @param {HTMLElement | undefined} row */
  serve(row) {
    const { box, buttons, down, out, rows, up } = this;
    if (!row) return box.remove();
    const place = rows.placeOf(row);
    if (box.parentElement !== row) row.append(box);
    up.hidden = down.hidden = !place;
    up.ariaDisabled = String(place === 1);
    down.ariaDisabled = String(place === rows.list.children.length);
    if (out) out.textContent = place ? rows.words.leave_out : rows.words.put_back;
    const text = row.querySelector(".self-check__text")?.id;
    for (const button of buttons) button.setAttribute("aria-labelledby", `${button.id} ${text}`);
  }
}
