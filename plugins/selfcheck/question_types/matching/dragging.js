// A target on its way from the list to a row.

/** So near to the upper or lower end of the window, in pixels, the page scrolls under what is dragged. */
const EDGE = 48;
/** So far, in pixels, a pointer moves before it drags: less may be a tap. */
const UNSTEADY = 6;

class TargetDrag {
  /** @param {Bank} bank @param {HTMLElement} target @param {PointerEvent} down */
  constructor(bank, target, down) {
    this.bank = bank;
    this.target = target;
    this.start = { x: down.clientX + scrollX, y: down.clientY + scrollY };
    this.at = { x: down.clientX, y: down.clientY };
    /** @type {HTMLElement | undefined} */
    this.row = undefined;
    this.end = new AbortController();
    const { signal } = this.end;
    signal.addEventListener("abort", () => this.putBack());
    bank.block.signal.addEventListener("abort", () => this.end.abort(), { signal });
    target.setPointerCapture(down.pointerId);
    target.addEventListener("pointermove", (event) => this.onMove(event), { signal });
    target.addEventListener("pointerup", () => this.drop(), { signal });
    target.addEventListener("pointercancel", () => this.end.abort(), { signal });
    addEventListener("keydown", ({ key }) => key === "Escape" && this.end.abort(), { signal });
  }

  get isLifted() {
    return "lifted" in this.target.dataset;
  }

  /** @param {PointerEvent} event */
  onMove({ clientX: x, clientY: y }) {
    const { bank, start, target } = this;
    Object.assign(this.at, { x, y });
    if (this.isLifted || Math.hypot(x + scrollX - start.x, y + scrollY - start.y) < UNSTEADY) return;
    bank.hasDragged = true;
    target.dataset.lifted = "";
    this.follow();
  }

  follow() {
    const { at, bank, end, start, target } = this;
    if (end.signal.aborted) return;
    const top = at.y < EDGE ? -8 : at.y > innerHeight - EDGE ? 8 : 0;
    if (top) scrollBy({ top, behavior: "instant" });
    target.style.translate = `${at.x + scrollX - start.x}px ${at.y + scrollY - start.y}px`;
    this.row?.removeAttribute("data-over");
    this.row = bank.rowAt(document.elementFromPoint(at.x, at.y));
    this.row?.setAttribute("data-over", "");
    requestAnimationFrame(() => this.follow());
  }

  drop() {
    const { bank, end, target } = this;
    if (this.isLifted) this.follow();
    const { row } = this;
    end.abort();
    if (row) bank.fill(row, target);
  }

  putBack() {
    this.row?.removeAttribute("data-over");
    this.target.style.translate = "";
    delete this.target.dataset.lifted;
  }
}
