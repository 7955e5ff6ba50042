// A row on its way to another place, by its grip.

/** Where a row dropped at this height would go. @param {Rows} rows @param {HTMLElement} row @param {number} y */
const goalOf = ({ list, rest }, row, y) => {
  if (rest && y > list.getBoundingClientRect().bottom) return { place: "out", mark: rest, side: "in" };
  const others = [...list.children].filter((other) => other !== row);
  const above = others.filter((other) => {
    const { top, height } = other.getBoundingClientRect();
    return y >= top + height / 2;
  }).length;
  const place = String(above + 1);
  return others[above]
    ? { place, mark: others[above], side: "before" }
    : { place, mark: others[above - 1], side: "after" };
};

class RowDrag extends Drag {
  across = 0;
  place = "";
  /** What shows where the row would go. @type {Element | undefined} */
  mark;

  /** @param {Rows} rows @param {HTMLElement} row @param {PointerEvent} down */
  constructor(rows, row, down) {
    super(row, down, rows.block.signal);
    this.rows = rows;
  }

  /** @override */
  aim() {
    this.mark?.removeAttribute("data-drop");
    const { place, mark, side } = goalOf(this.rows, this.node, this.at.y);
    mark?.setAttribute("data-drop", side);
    Object.assign(this, { place, mark });
  }

  /** @override */
  drop() {
    const { node, place, rows } = this;
    if (place !== String(rows.placeOf(node) || "out")) rows.choose(node, place);
  }

  /** @override */
  putBack() {
    super.putBack();
    this.mark?.removeAttribute("data-drop");
  }
}

/** An extra for pointers: the field does the same. @param {Rows} rows @param {HTMLElement} row */
const makeGrip = (rows, row) => {
  const grip = rows.block.make("span", "handle");
  grip.ariaHidden = "true";
  grip.onpointerdown = (down) => {
    if (down.isPrimary && !down.button && !rows.block.isSettled) new RowDrag(rows, row, down);
  };
  return grip;
};
