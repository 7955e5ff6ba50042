// A target on its way from the list to a row.

class TargetDrag extends Drag {
  /** @param {Bank} bank @param {HTMLElement} target @param {PointerEvent} down */
  constructor(bank, target, down) {
    super(target, down, bank.block.signal);
    this.bank = bank;
    /** @type {HTMLElement | undefined} */
    this.row = undefined;
  }

  /** @override */
  aim() {
    const { at, bank } = this;
    bank.hasDragged = true;
    this.row?.removeAttribute("data-over");
    this.row = bank.rowAt(document.elementFromPoint(at.x, at.y));
    this.row?.setAttribute("data-over", "");
  }

  /** @override */
  drop() {
    if (this.row) this.bank.fill(this.row, this.node);
  }

  /** @override */
  putBack() {
    super.putBack();
    this.row?.removeAttribute("data-over");
  }
}
