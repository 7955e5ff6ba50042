// What a pointer drags: it follows the pointer, and near the upper or lower end of the window the page scrolls under it.
// Joined into the script of each type that includes it.

/** So near, in pixels, to an end of the window. */
const EDGE = 48;
/** So fast, in pixels a millisecond, the page scrolls then, however many frames a screen has. */
const SPEED = 0.5;
/** So far, in pixels, a pointer moves before it drags: less may be a tap. */
const UNSTEADY = 6;

class Drag {
  /** 0 for what moves up and down alone. */
  across = 1;

  /** @param {HTMLElement} node @param {PointerEvent} down @param {AbortSignal} left aborted when the block leaves */
  constructor(node, down, left) {
    this.node = node;
    this.start = { x: down.clientX + scrollX, y: down.clientY + scrollY };
    this.at = { x: down.clientX, y: down.clientY };
    /** When it has last followed the pointer. */
    this.time = 0;
    this.end = new AbortController();
    const { signal } = this.end;
    down.preventDefault();
    signal.addEventListener("abort", () => this.putBack());
    left.addEventListener("abort", () => this.end.abort(), { signal });
    node.setPointerCapture(down.pointerId);
    node.addEventListener("pointermove", (event) => this.onMove(event), { signal });
    node.addEventListener("pointerup", () => this.onUp(), { signal });
    node.addEventListener("lostpointercapture", () => this.end.abort(), { signal });
    addEventListener("keydown", ({ key }) => key === "Escape" && this.end.abort(), { signal });
  }

  get isDragged() {
    return "dragged" in this.node.dataset;
  }

  /** @param {PointerEvent} event */
  onMove({ clientX: x, clientY: y }) {
    const { node, start } = this;
    Object.assign(this.at, { x, y });
    if (this.isDragged || Math.hypot(x + scrollX - start.x, y + scrollY - start.y) < UNSTEADY) return;
    node.dataset.dragged = "";
    this.time = performance.now();
    this.follow(this.time);
  }

  /** @param {number} now */
  follow(now) {
    const { across, at, end, node, start } = this;
    if (end.signal.aborted) return;
    const way = SPEED * Math.max(0, now - this.time);
    this.time = now;
    const top = at.y < EDGE ? -way : at.y > innerHeight - EDGE ? way : 0;
    if (top) scrollBy({ top, behavior: "instant" });
    node.style.translate = `${across * (at.x + scrollX - start.x)}px ${at.y + scrollY - start.y}px`;
    this.aim();
    requestAnimationFrame((time) => this.follow(time));
  }

  onUp() {
    const { end, isDragged } = this;
    if (isDragged) this.follow(this.time);
    end.abort();
    if (isDragged) this.drop();
  }

  putBack() {
    this.node.style.translate = "";
    delete this.node.dataset.dragged;
  }

  /** Shows where it would go. */
  aim() {}

  drop() {}
}
