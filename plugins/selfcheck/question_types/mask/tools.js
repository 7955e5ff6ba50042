// The tools beside the picture. Their controls are not part of the response.

class Tools {
  /** @param {Easel} easel */
  constructor(easel) {
    const { block, words } = easel;
    this.easel = easel;
    this.box = block.make("div", "tools");
    this.chooseLabel();
    this.chooseBrush();
    const actions = this.box.appendChild(block.make("div", "deeds"));
    this.undo = this.button(actions, words.undo, () => easel.travel(true));
    this.redo = this.button(actions, words.redo, () => easel.travel(false));
    this.clear = this.button(actions, words.clear, () => easel.clear());
    const larger = this.button(actions, words.larger, () => {
      larger.ariaPressed = String(easel.canvas.enlarge());
      easel.block.noteChange(larger);
    });
    larger.ariaPressed = "false";
    this.tally = this.box.appendChild(block.make("p", "tally"));
    this.tally.ariaLive = "polite";
    const keys = this.box.appendChild(block.make("p", "keys", words.keys));
    keys.id = `${block.prefix}-keys`;
    this.rows = this.makeRows();
    block.element.querySelector(".self-check__easel")?.append(this.box);
  }

  chooseLabel() {
    const { easel } = this;
    const { swatches, words } = easel;
    const group = this.group(words.paint_with);
    swatches.forEach((swatch, index) => {
      this.choice(group, "label", easel.names[index + 1], !index, swatch, () => {
        easel.label = index + 1;
      });
    });
    this.choice(group, "label", words.erase, false, null, () => {
      easel.label = 0;
    });
  }

  chooseBrush() {
    const { words } = this.easel;
    const group = this.group(words.brush);
    const brushes = [words.brush_1, words.brush_2, words.brush_3, words.brush_fill];
    brushes.forEach((name, index) => {
      this.choice(group, "brush", name, !index, null, () => {
        this.easel.side = (index + 1) % 4;
      });
    });
  }

  /** @param {string} title */
  group(title) {
    const { block } = this.easel;
    const group = this.box.appendChild(block.make("fieldset", "choice"));
    group.append(block.make("legend", "caption", title));
    return group;
  }

  /** @param {HTMLElement} group @param {string} kind @param {string} name @param {boolean} isFirst
   * @param {Element | null} swatch @param {() => void} chosen */
  choice(group, kind, name, isFirst, swatch, chosen) {
    const { block } = this.easel;
    const chip = group.appendChild(block.make("label", "chip"));
    const control = chip.appendChild(document.createElement("input"));
    control.type = "radio";
    control.name = `${block.element.id}.${kind}`;
    control.checked = isFirst;
    if (swatch) chip.append(swatch.cloneNode(true));
    chip.append(name);
    control.addEventListener("change", chosen);
    // Enter would check the answer, as it does in every field of a form.
    control.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  }

  /** @param {Element} parent @param {string} text @param {() => void} pressed */
  button(parent, text, pressed) {
    const button = /** @type {HTMLButtonElement} */ (this.easel.block.make("button", "deed", text));
    button.type = "button";
    button.addEventListener("click", pressed);
    return parent.appendChild(button);
  }

  /** The mask as text, to read and to write. */
  makeRows() {
    const { block, key, names, signs, words } = this.easel;
    const details = this.box.appendChild(block.make("details", "rowsof"));
    details.append(block.make("summary", "caption", words.own_text));
    const meanings = signs.map((sign, label) => `${sign} ${names[label]}`).join(", ");
    const hint = block.make("p", "caption", fill(words.own_text_hint, { signs: meanings }));
    hint.id = `${block.prefix}-signs`;
    const rows = /** @type {HTMLTextAreaElement} */ (block.make("textarea", "pixelrows"));
    Object.assign(rows, { dir: "ltr", spellcheck: false, rows: key.size[1], wrap: "off" });
    for (const change of ["autocapitalize", "autocorrect"]) rows.setAttribute(change, "off");
    rows.ariaLabel = words.own_text;
    rows.setAttribute("aria-describedby", hint.id);
    rows.addEventListener("input", () => this.easel.write(rows.value));
    rows.addEventListener("blur", () => this.show());
    details.append(hint, rows);
    return rows;
  }

  show() {
    const { isLocked, names, painting, canvas, signs, words } = this.easel;
    const label = painting.labels[canvas.cursor];
    const values = { label: names[label], count: painting.count(label), total: painting.labels.length };
    const counted = fill(words.painted, values);
    // What is written again is read aloud again.
    if (this.tally.textContent !== counted) this.tally.textContent = counted;
    this.undo.ariaDisabled = String(isLocked || !painting.past.length);
    this.redo.ariaDisabled = String(isLocked || !painting.future.length);
    this.clear.ariaDisabled = String(isLocked);
    this.rows.readOnly = isLocked;
    for (const control of this.box.querySelectorAll("input")) control.ariaDisabled = String(isLocked);
    if (document.activeElement !== this.rows) this.rows.value = painting.rows(signs);
  }
}
