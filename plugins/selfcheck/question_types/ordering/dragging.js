// The grip of a row: a pointer drags the row by it to another place.

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

/** An extra for pointers: the field does the same. @param {Rows} rows @param {HTMLElement} row */
const makeGrip = (rows, row) => {
  const { block } = rows;
  const grip = block.make("span", "handle");
  grip.ariaHidden = "true";
  let from = 0;
  /** @type {Element | undefined} */
  let marked;
  grip.onpointerdown = ({ button, pageY, pointerId }) => {
    if (button || block.isSettled) return;
    grip.setPointerCapture(pointerId);
    from = pageY;
    row.dataset.dragged = "";
  };
  /** A line shows where the row would go. @param {PointerEvent} event */
  const follow = ({ clientY, pageY, type }) => {
    if (!("dragged" in row.dataset)) return;
    const { place, mark, side } = goalOf(rows, row, clientY);
    marked?.removeAttribute("data-drop");
    if (type === "pointermove") {
      row.style.transform = `translateY(${pageY - from}px)`;
      marked = mark;
      mark?.setAttribute("data-drop", side);
      return;
    }
    delete row.dataset.dragged;
    row.style.transform = "";
    rows.take(row);
    if (type === "pointerup" && place !== String(rows.placeOf(row) || "out")) rows.choose(row, place);
  };
  grip.onpointermove = grip.onpointerup = grip.onlostpointercapture = follow;
  return grip;
};
