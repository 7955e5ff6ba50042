// The grip of a row: a pointer drags the row by it to another place.

/** Where a row dropped at this height would go. @param {Rows} rows @param {HTMLElement} row @param {number} y */
const goalOf = ({ list, rest }, row, y) => {
  if (rest && y > list.getBoundingClientRect().bottom) return { place: "out", mark: rest, side: "in" };
  const others = [...list.children].filter((other) => other !== row);
  const index = others.findIndex((other) => {
    const { top, height } = other.getBoundingClientRect();
    return y < top + height / 2;
  });
  return index < 0
    ? { place: String(others.length + 1), mark: others[others.length - 1], side: "after" }
    : { place: String(index + 1), mark: others[index], side: "before" };
};

/** A line where the row would go; none without a height. @param {Rows} rows @param {HTMLElement} row @param {number} [y] */
const pointTo = (rows, row, y) => {
  for (const old of rows.block.element.querySelectorAll("[data-drop]")) old.removeAttribute("data-drop");
  if (y === undefined) return;
  const { mark, side } = goalOf(rows, row, y);
  mark?.setAttribute("data-drop", side);
};

/** An extra for pointers: whatever it does can be done by the field. @param {Rows} rows @param {HTMLElement} row */
const makeGrip = (rows, row) => {
  const { block } = rows;
  const grip = block.make("span", "handle");
  grip.setAttribute("aria-hidden", "true");
  let from = 0;
  const onDown = (/** @type {PointerEvent} */ event) => {
    if (event.button || block.isSettled) return;
    grip.setPointerCapture(event.pointerId);
    from = event.pageY;
    row.dataset.dragged = "";
  };
  const onMove = (/** @type {PointerEvent} */ event) => {
    if (!("dragged" in row.dataset)) return;
    row.style.transform = `translateY(${event.pageY - from}px)`;
    pointTo(rows, row, event.clientY);
  };
  const onEnd = (/** @type {PointerEvent} */ event) => {
    if (!("dragged" in row.dataset)) return;
    delete row.dataset.dragged;
    row.style.transform = "";
    pointTo(rows, row);
    rows.take(row);
    const { place } = goalOf(rows, row, event.clientY);
    if (event.type === "pointerup" && place !== String(rows.placeOf(row) || "out")) rows.choose(row, place);
  };
  grip.addEventListener("pointerdown", onDown);
  grip.addEventListener("pointermove", onMove);
  grip.addEventListener("pointerup", onEnd);
  grip.addEventListener("lostpointercapture", onEnd);
  return grip;
};
