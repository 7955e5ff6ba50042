// Matching: every prompt gets its target by a menu; a pointer may also drag a target onto a row.
{
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};

  /** So near to the upper or lower end of the window, in pixels, the page scrolls under what is dragged. */
  const EDGE = 48;

  /** @param {SelfCheckBlock} block @param {string} selector @returns {any[]} */
  const all = (block, selector) => [...block.element.querySelectorAll(selector)];

  /** Shows which targets are in use. @param {SelfCheckBlock} block */
  const tell = (block) => {
    const used = all(block, "select").map(({ value }) => value);
    for (const target of all(block, "[data-target]"))
      target.toggleAttribute("data-used", used.includes(target.dataset.target));
  };

  /** A target on its way from the list to a row. */
  class Drag {
    /** @param {SelfCheckBlock} block @param {HTMLElement} target @param {PointerEvent} down */
    constructor(block, target, down) {
      this.block = block;
      this.target = target;
      this.start = { x: down.clientX + scrollX, y: down.clientY + scrollY };
      this.at = { x: down.clientX, y: down.clientY };
      /** @type {Element | null | undefined} */
      this.row = null;
      this.end = new AbortController();
      const { signal } = this.end;
      signal.addEventListener("abort", () => this.putBack());
      block.signal.addEventListener("abort", () => this.end.abort(), { signal });
      target.setPointerCapture(down.pointerId);
      target.dataset.lifted = "";
      this.listen();
      this.follow();
    }

    listen() {
      const { at, end, target } = this;
      const { signal } = end;
      const moved = (/** @type {PointerEvent} */ event) =>
        Object.assign(at, { x: event.clientX, y: event.clientY });
      target.addEventListener("pointermove", moved, { signal });
      target.addEventListener("pointerup", () => this.drop(), { signal });
      target.addEventListener("pointercancel", () => end.abort(), { signal });
      addEventListener("keydown", ({ key }) => key === "Escape" && end.abort(), { signal });
    }

    follow() {
      const { at, block, end, start, target } = this;
      if (end.signal.aborted) return;
      const top = at.y < EDGE ? -8 : at.y > innerHeight - EDGE ? 8 : 0;
      if (top) scrollBy({ top, behavior: "instant" });
      target.style.translate = `${at.x + scrollX - start.x}px ${at.y + scrollY - start.y}px`;
      this.row?.removeAttribute("data-over");
      this.row = document.elementFromPoint(at.x, at.y)?.closest("[data-option]");
      if (!block.element.contains(this.row ?? null)) this.row = null;
      this.row?.setAttribute("data-over", "");
      requestAnimationFrame(() => this.follow());
    }

    drop() {
      this.follow();
      const select = this.row?.querySelector("select");
      this.end.abort();
      if (!select) return;
      select.value = this.target.dataset.target ?? "";
      select.dispatchEvent(new Event("input", { bubbles: true }));
    }

    putBack() {
      this.row?.removeAttribute("data-over");
      this.target.style.translate = "";
      delete this.target.dataset.lifted;
    }
  }

  /** @param {SelfCheckBlock} block @param {any} down */
  const lift = (block, down) => {
    const target = down.target.closest("[data-target]");
    if (!target || down.button || block.isSettled) return;
    // Where there is no grip, a finger scrolls the page, and a mouse follows links and selects code.
    const isFinger = down.pointerType === "touch";
    const leaves = isFinger ? "[data-target]" : "a, pre, summary, .self-check__wide";
    if (down.target.closest(leaves) && !down.target.closest(".self-check__grip")) return;
    down.preventDefault();
    new Drag(block, target, down);
  };

  window.SelfCheck.define({
    type: "matching",
    empty: words.incomplete,
    refuse(response) {
      const fields = Object.keys(response).filter((name) => response[name] === "");
      return fields[0] ? { message: words.incomplete, fields } : undefined;
    },
    // Her matches stay for the next attempt. In a question that has changed they might name other targets.
    again: (response, isChanged) => (isChanged ? {} : response),
    /** @param {SelfCheckResponse} response @param {string[]} key for each pair, its target */
    grade(response, key) {
      const isRight = key.map((target, index) => response[`pair-${index + 1}`] === target);
      const right = isRight.filter(Boolean).length;
      const total = key.length;
      const feedback = isRight.flatMap((isIt, index) => (isIt ? [] : [String(index + 1)]));
      /** @type {Record<string, SelfCheckMark>} */
      const marks = {};
      isRight.forEach((isIt, index) => {
        marks[index + 1] = isIt ? "right" : "wrong";
      });
      return { correct: right === total, score: right / total, feedback, marks, right, total };
    },
    verdict: ({ correct, ...counts }, fill) => (correct ? "" : fill(words.some_right, counts)),
    connect(block) {
      const { form, signal } = block;
      const [list] = all(block, ".self-check__targets");
      for (const target of list.children) {
        const grip = block.make("span", "grip");
        grip.setAttribute("aria-hidden", "true");
        target.prepend(grip);
      }
      list.addEventListener("pointerdown", (/** @type {PointerEvent} */ down) => lift(block, down), {
        signal,
      });
      form.addEventListener("input", () => tell(block), { signal });
      return () => {
        for (const grip of all(block, ".self-check__grip")) grip.remove();
        for (const target of list.children) target.removeAttribute("data-used");
      };
    },
    paint: tell,
  });
}
