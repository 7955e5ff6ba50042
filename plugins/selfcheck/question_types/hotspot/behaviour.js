// Hotspot: point at a place on the picture, or choose its region from the list; the two are one response.
{
  // part: fill
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  /** @typedef {[number, number]} Point in percent of the picture's width and height */
  /** @typedef {{grid: [number, number] | null, regions: number[][][], right: string[]}} Key */

  const HUNDREDTHS = [100, 100];
  /** Without a grid, the cursor's place is announced in tenths, which do not reveal the outlines of regions. */
  const TENTHS = [10, 10];
  /** @type {Record<string, [number, number]>} */
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  /** Those of a region, which is right as a whole or not. @type {Partial<Record<SelfCheckMark, string>>} */
  const SIGNS = { right: "\u2713", key: "\u2713", wrong: "\u2717" };

  /** @param {unknown} point @returns {Point | undefined} what "12.5 40" means; nothing for anything else */
  const pointOf = (point) => {
    const parts = /^(\d+(?:\.\d+)?) (\d+(?:\.\d+)?)$/.exec(String(point))?.slice(1).map(Number);
    return parts?.every((part) => part < 100) ? /** @type {Point} */ (parts) : undefined;
  };

  /** Whether a point is inside a region. Four numbers are the centre and the radii of a circle; more are the
   * outline x, y, x, y, … of a polygon, which is tested by the even-odd rule.
   * @param {number[][]} region @param {Point} place */
  const holds = (region, [x, y]) => {
    let isIn = false;
    for (const line of region) {
      if (line.length === 4) return ((x - line[0]) / line[2]) ** 2 + ((y - line[1]) / line[3]) ** 2 < 1;
      let [ax, ay] = line.slice(-2);
      for (let at = 0; at < line.length; at += 2) {
        const [bx, by] = line.slice(at, at + 2);
        if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) isIn = !isIn;
        [ax, ay] = [bx, by];
      }
    }
    return isIn;
  };

  /** The number of the region that is meant, or "elsewhere". @param {SelfCheckResponse} response @param {Key} key */
  const chosen = ({ response, point }, { regions }) => {
    if (response) return String(response);
    const place = pointOf(point);
    const index = place ? regions.findIndex((region) => holds(region, place)) : -1;
    return index < 0 ? "elsewhere" : String(index + 1);
  };

  /** @param {string} text @param {Point} place @param {number[]} cells columns and rows */
  const tell = (text, place, cells) => {
    const [column, row] = place.map((part, axis) => Math.floor((part * cells[axis]) / 100) + 1);
    return fill(text, { column, row, columns: cells[0], rows: cells[1] });
  };

  /** The middle of the cell in which a place lies. @param {number[]} place @param {number[]} cells */
  const middle = (place, cells) =>
    /** @type {Point} */ (
      place.map((part, axis) => {
        const cell = Math.min(cells[axis] - 1, Math.max(0, Math.floor((part * cells[axis]) / 100)));
        return Number((((cell + 0.5) * 100) / cells[axis]).toFixed(2));
      })
    );

  /** @param {SelfCheckBlock} block */
  const parts = ({ element, form, prefix }) => ({
    point: /** @type {HTMLInputElement} */ (form.elements.namedItem(`${prefix}point`)),
    radios: /** @type {HTMLInputElement[]} */ ([...element.querySelectorAll("input[type=radio]")]).filter(
      (radio) => radio.name === `${prefix}response`,
    ),
    picture: /** @type {HTMLElement} */ (element.querySelector(".self-check__picture")),
    how: /** @type {HTMLElement} */ (element.querySelector(".self-check__how")),
    regions: /** @type {SVGElement[]} */ ([...element.querySelectorAll("[data-region]")]),
  });

  /** Draws the marker, the chosen region, and the signs of the verdict.
   * @param {SelfCheckBlock} block @param {SelfCheckResult | null} [result] */
  const draw = (block, result) => {
    const { point, radios, picture, regions } = parts(block);
    const place = pointOf(point.value);
    const marker = /** @type {HTMLElement} */ (picture.querySelector(".self-check__marker"));
    // Once the region has a sign, the marker is not needed.
    marker.hidden = !place || Object.values(result?.marks ?? {}).some((mark) => mark !== "key");
    // Where no region has a sign, the place itself has it, until she points elsewhere.
    const isMissed = result?.correct === false && !block.isSettled && !marker.hidden;
    marker.toggleAttribute("data-missed", isMissed && !block.element.hasAttribute("data-edited"));
    // Left and top, whatever the direction of the page: a picture is not mirrored.
    if (place) [marker.style.left, marker.style.top] = place.map((part) => `${part}%`);
    for (const region of regions) {
      const number = String(region.dataset.region);
      const given = result?.marks?.[number];
      const mark = given === "key" && !block.isSettled ? undefined : given;
      const isChosen = !!mark || radios.some((radio) => radio.checked && radio.value === number);
      region.toggleAttribute("data-chosen", isChosen);
      if (mark) region.dataset.verdict = mark === "wrong" ? "wrong" : "right";
      else delete region.dataset.verdict;
      const letter = String.fromCharCode(64 + Number(number));
      /** @type {Element} */ (region.lastElementChild).textContent = mark
        ? `${letter} ${SIGNS[mark]}`
        : letter;
    }
  };

  /** An invisible slider over the picture for clicks, taps and keys, with a cursor for the keyboard. */
  class Surface {
    /** @param {SelfCheckBlock} block */
    constructor(block) {
      const { key, signal } = block;
      this.block = block;
      this.point = parts(block).point;
      this.cells = key.grid ?? HUNDREDTHS;
      this.namedCells = key.grid ?? TENTHS;
      this.cursor = middle([50, 50], this.cells);
      this.target = block.make("div", "pointing");
      this.say({ role: "slider", tabindex: 0, "aria-label": words.cursor });
      this.say({ "aria-valuemin": 1, "aria-valuemax": this.cells[0] * this.cells[1] });
      this.move(this.cursor);
      this.target.addEventListener("click", (event) => this.onClick(event), { signal });
      this.target.addEventListener("keydown", (event) => this.onKeyDown(event), { signal });
    }

    /** @param {Record<string, unknown>} attributes */
    say(attributes) {
      for (const [name, value] of Object.entries(attributes)) this.target.setAttribute(name, String(value));
    }

    /** @param {number[]} place */
    move(place) {
      const { cells, target, namedCells } = this;
      this.cursor = middle(place, cells);
      const [column, row] = this.cursor.map((part, axis) => Math.floor((part * cells[axis]) / 100));
      target.style.setProperty("--x", `${this.cursor[0]}%`);
      target.style.setProperty("--y", `${this.cursor[1]}%`);
      this.say({
        "aria-valuenow": row * cells[0] + column + 1,
        "aria-valuetext": tell(words.at, this.cursor, namedCells),
      });
    }

    /** @param {number[]} place */
    mark(place) {
      const { block, point } = this;
      if (block.isSettled) return;
      this.move(place);
      const exact = place.map((part) => Math.min(99.99, Math.max(0, Number(part.toFixed(2)))));
      point.value = (block.key.grid ? this.cursor : exact).join(" ");
      point.dispatchEvent(new Event("input", { bubbles: true }));
    }

    /** @param {MouseEvent} event */
    onClick({ clientX, clientY, detail }) {
      const { left, top, width, height } = this.target.getBoundingClientRect();
      // A click without a pointer, as assistive technology makes it, means the cursor.
      this.mark(detail ? [((clientX - left) * 100) / width, ((clientY - top) * 100) / height] : this.cursor);
    }

    /** @param {KeyboardEvent} event */
    onKeyDown(event) {
      const { block, cells, cursor, namedCells } = this;
      const arrow = ARROWS[event.key];
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (arrow) {
        const steps = cells.map((/** @type {number} */ count) =>
          event.shiftKey ? Math.max(2, Math.round(count / 10)) : 1,
        );
        this.move(cursor.map((part, axis) => part + (arrow[axis] * steps[axis] * 100) / cells[axis]));
      } else if (event.key === "Enter" || event.key === " ") {
        this.mark(cursor);
        if (!block.isSettled) block.say(tell(words.marked, cursor, namedCells));
      } else return;
      event.preventDefault();
    }
  }

  window.SelfCheck.define({
    type: "hotspot",
    empty: words.empty,
    isEmpty: ({ response, point }) => !response && !pointOf(point),
    /** @param {Key} key */
    grade(response, key) {
      const number = chosen(response, key);
      const correct = key.right.includes(number);
      /** @type {Record<string, SelfCheckMark>} */
      const marks = Object.fromEntries(key.right.map((right) => [right, "key"]));
      if (number !== "elsewhere") marks[number] = correct ? "right" : "wrong";
      return { correct, score: Number(correct), feedback: [number], marks };
    },
    connect(block) {
      const { how, point, radios, picture, regions } = parts(block);
      const { target } = new Surface(block);
      const marker = block.make("div", "marker");
      if (block.key.grid) {
        marker.dataset.cell = "";
        [marker.style.width, marker.style.height] = block.key.grid.map(
          (/** @type {number} */ count) => `${100 / count}%`,
        );
      }
      how.hidden = false;
      target.setAttribute("aria-describedby", how.id);
      picture.append(target, marker);
      // A point and a choice from the list are one response: each clears the other.
      const onPoint = () => {
        for (const radio of radios) radio.checked = false;
        draw(block);
      };
      const onList = () => {
        point.value = "";
        draw(block);
      };
      point.addEventListener("input", onPoint, { signal: block.signal });
      for (const radio of radios) radio.addEventListener("input", onList, { signal: block.signal });
      return () => {
        for (const made of [target, marker]) made.remove();
        how.hidden = true;
        for (const region of regions) region.removeAttribute("data-chosen");
        point.value = "";
      };
    },
    paint(block, result) {
      const target = /** @type {Element} */ (parts(block).picture.querySelector(".self-check__pointing"));
      target.setAttribute("aria-disabled", String(block.isSettled));
      draw(block, result);
    },
  });
}
