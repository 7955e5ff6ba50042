// Ordering: rows to move, with partial credit. The form field of each row contains its place in the list, from 1,
// or "out"; the list on the page follows the fields.
{
  // part: fill
  /** @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};

  /** @typedef {number[][]} Key for each row that belongs, the numbers of those right above it in the order */

  /** The numbers of the rows in her list, from the top. @param {SelfCheckResponse} response */
  const rowsIn = (response) =>
    Object.entries(response)
      .filter(([name, place]) => /^row-[1-9]/.test(name) && Number(place) > 0)
      .sort((one, other) => Number(one[1]) - Number(other[1]))
      .map(([name]) => Number(name.slice("row-".length)));

  /** Whether `first` has to stand above `then`. @param {Key} key @param {number} first @param {number} then @returns {boolean} */
  const precedes = (key, first, then) =>
    key[then - 1].some((row) => row === first || precedes(key, first, row));

  /**
   * Credit by neighbours. Of the rows that belong, one follows rightly when those it comes directly after stand
   * above it, and when it may stand right below its upper neighbour (or at the top) in some right order. The
   * score is their number over the rows that belong and the others that she kept; it is 1 for a right order only.
   * @param {number[]} list @param {Key} key
   */
  const credit = (list, key) => {
    const ours = list.filter((row) => key[row - 1]);
    const follows = ours.filter((row, index) => {
      const above = ours[index - 1];
      if (!index || !isDue(ours, index, key)) return isDue(ours, index, key);
      return !precedes(key, row, above) && (key[row - 1].includes(above) || !precedes(key, above, row));
    }).length;
    return { follows, total: key.length + list.length - ours.length };
  };

  /** Whether all that has to stand above the row at this index does so. @param {number[]} list @param {number} index @param {Key} key */
  const isDue = (list, index, key) =>
    !!key[list[index] - 1]?.every((above) => list.slice(0, index).includes(above));

  /** How many rows at the top begin a right order. @param {number[]} list @param {Key} key */
  const heldBy = (list, key) => {
    const index = list.findIndex((_, index) => !isDue(list, index, key));
    return index < 0 ? list.length : index;
  };

  /** The row that is in the way of the first one which does not follow: that row, or one below it that has to stand
   * above it and contradicts more rows than it does. @param {number[]} list @param {Key} key @param {number} held */
  const misfitIn = (list, key, held) => {
    const told = (/** @type {number} */ row, /** @type {string} */ is) => ({
      row,
      is,
      place: list.indexOf(row) + 1,
    });
    const row = list[held];
    if (!row) return;
    if (!key[row - 1]) return told(row, "surplus");
    const needed = list.slice(held).filter((other) => key[other - 1] && precedes(key, other, row));
    if (!needed[0]) return told(row, "waiting");
    const passedBy = (/** @type {number} */ late) =>
      list.slice(held, list.indexOf(late)).filter((other) => key[other - 1] && precedes(key, late, other))
        .length;
    const late = needed.reduce((one, other) => (passedBy(other) > passedBy(one) ? other : one));
    return passedBy(late) > needed.length ? told(late, "too_late") : told(row, "too_early");
  };

  /** What its author may have to say to that. @param {ReturnType<typeof misfitIn>} misfit */
  const feedbackTo = (misfit) => {
    const row = `row-${misfit?.row}`;
    return misfit ? [row, `${row}-too-${misfit.is === "too_late" ? "late" : "early"}`] : [];
  };

  /** The rows of each block as the build has ordered them. @type {WeakMap<HTMLElement, HTMLElement[]>} */
  const starts = new WeakMap();

  /** The list, and the one of what is left out, if there is one. @param {SelfCheckBlock} block */
  const lists = ({ element }) => [...element.querySelectorAll(".self-check__order")];

  /** @param {Element} row */
  const field = (row) => /** @type {HTMLSelectElement} */ (row.querySelector("select"));

  /** Her row's place in the list, from 1; 0 where it is left out. @param {SelfCheckBlock} block @param {Element} row */
  const placeOf = (block, row) => [...lists(block)[0].children].indexOf(row) + 1;

  /** Makes the lists, the numbers and the buttons say what the fields say. @param {SelfCheckBlock} block */
  const arrange = (block) => {
    const rows = starts.get(block.element) ?? [];
    const isUntouched = rows.every((row) => !field(row).value);
    const place = (/** @type {Element} */ row) => Number(field(row).value) || Infinity;
    const kept = rows.filter((row) => field(row).value !== "out");
    const left = rows.filter((row) => !kept.includes(row));
    if (!isUntouched) kept.sort((one, other) => place(one) - place(other) || 0);
    const [list, rest] = lists(block);
    put(list, kept);
    if (rest) put(rest, left);
    kept.forEach((row, index) => {
      // Untouched, the numbers are shown and yet no answer.
      field(row).options[0].textContent = String(index + 1);
      field(row).value = isUntouched ? "" : String(index + 1);
    });
    for (const row of rows) offer(row, kept.indexOf(row), kept.length, block.isSettled);
  };

  /** Moves rows into a list unless they stand there in order; keeps the focus. @param {Element} list @param {Element[]} rows */
  const put = (list, rows) => {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    if (rows.some((row, index) => row !== list.children[index])) list.append(...rows);
    if (focused !== document.activeElement) focused?.focus();
  };

  /** @param {Element} row @param {number} index -1 for a row that is left out @param {number} total @param {boolean} isSettled */
  const offer = (row, index, total, isSettled) => {
    const moves = /** @type {HTMLElement} */ (row.querySelector(".self-check__moves"));
    const [up, down, out] = /** @type {HTMLCollectionOf<HTMLButtonElement>} */ (moves.children);
    // They stay in sight, so that no row changes its size.
    moves.inert = isSettled;
    up.hidden = down.hidden = index < 0;
    up.setAttribute("aria-disabled", String(index === 0));
    down.setAttribute("aria-disabled", String(index === total - 1));
    if (out) out.textContent = index < 0 ? words.put_back : words.leave_out;
  };

  /** Gives a row the place that its field asks for; the others close up. @param {SelfCheckBlock} block @param {Element} row */
  const move = (block, row) => {
    const [list] = lists(block);
    const others = [...list.children].filter((other) => other !== row);
    const { value } = field(row);
    if (value !== "out") others.splice((Number(value) || placeOf(block, row) || Infinity) - 1, 0, row);
    const before = [...list.children];
    others.forEach((other, place) => {
      field(other).value = String(place + 1);
    });
    arrange(block);
    // Another row has come under the pointer; the buttons of this one stay what they are unless it changes its list.
    for (const one of starts.get(block.element) ?? []) {
      const [from, to] = [before.indexOf(one) + 1, placeOf(block, one)];
      if (from !== to && (one !== row || !from || !to))
        for (const button of one.querySelectorAll("button")) block.noteChange(button);
    }
  };

  /** Puts a place into a row's field, as if she had chosen it there. @param {Element} row @param {string | number} place */
  const choose = (row, place) => {
    field(row).value = String(place);
    field(row).dispatchEvent(new Event("input", { bubbles: true }));
  };

  /** @param {SelfCheckBlock} block @param {Element} row */
  const tell = (block, row) => {
    const [list] = lists(block);
    const place = placeOf(block, row);
    const text = /** @type {Element} */ (row.querySelector(".self-check__text"));
    const name = text.textContent?.trim() || text.querySelector("img")?.alt || "";
    const values = { row: name.replace(/\s+/g, " ").slice(0, 80), place, total: list.children.length };
    block.say(fill(place ? words.moved : words.moved_out, values));
  };

  /** Where a row dropped at this height would go. @param {SelfCheckBlock} block @param {Element} row @param {number} y */
  const goal = (block, row, y) => {
    const [list, rest] = lists(block);
    if (rest && y > list.getBoundingClientRect().bottom) return { place: "out", mark: rest, side: "in" };
    const others = [...list.children].filter((other) => other !== row);
    const index = others.findIndex((other) => {
      const { top, height } = other.getBoundingClientRect();
      return y < top + height / 2;
    });
    return index < 0
      ? { place: others.length + 1, mark: others[others.length - 1], side: "after" }
      : { place: index + 1, mark: others[index], side: "before" };
  };

  /** A line where the row would go; none without a height. @param {SelfCheckBlock} block @param {Element} row @param {number} [y] */
  const point = (block, row, y) => {
    for (const old of block.element.querySelectorAll("[data-drop]")) old.removeAttribute("data-drop");
    if (y === undefined) return;
    const { mark, side } = goal(block, row, y);
    mark?.setAttribute("data-drop", side);
  };

  /** A grip by which a pointer drags the row: an extra. @param {SelfCheckBlock} block @param {HTMLElement} row */
  const makeGrip = (block, row) => {
    const grip = block.make("span", "handle", "\u283f");
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
      point(block, row, event.clientY);
    };
    const onEnd = (/** @type {PointerEvent} */ event) => {
      if (!("dragged" in row.dataset)) return;
      delete row.dataset.dragged;
      row.style.transform = "";
      point(block, row);
      if (event.type === "pointerup") choose(row, goal(block, row, event.clientY).place);
    };
    grip.addEventListener("pointerdown", onDown);
    grip.addEventListener("pointermove", onMove);
    grip.addEventListener("pointerup", onEnd);
    grip.addEventListener("lostpointercapture", onEnd);
    return grip;
  };

  /** Adds the grip and the buttons of a row. @param {SelfCheckBlock} block @param {HTMLElement} row */
  const equip = (block, row) => {
    const buttons = block.make("span", "moves");
    const text = row.querySelector(".self-check__text")?.id;
    /** @param {string} name @param {string} sign @param {string} label @param {() => string | number} place */
    const add = (name, sign, label, place) => {
      const button = /** @type {HTMLButtonElement} */ (block.make("button", "move", sign));
      button.type = "button";
      button.id = `${block.prefix}${name}-${row.dataset.option}`;
      if (sign) button.ariaLabel = button.title = label;
      button.setAttribute("aria-labelledby", `${button.id} ${text}`);
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-disabled") === "true") tell(block, row);
        else choose(row, place());
      });
      buttons.append(button);
    };
    add("up", "\u2191", words.up, () => placeOf(block, row) - 1);
    add("down", "\u2193", words.down, () => placeOf(block, row) + 1);
    if (lists(block)[1]) add("out", "", "", () => (placeOf(block, row) ? "out" : Infinity));
    field(row).options[0].hidden = true;
    row.prepend(makeGrip(block, row));
    row.append(buttons);
  };

  /** The list of the rows that are left out. @param {SelfCheckBlock} block */
  const makeRest = (block) => {
    const rest = block.make("div", "rest");
    const caption = block.make("p", "caption", words.left_out);
    const list = block.make("ul", "rows self-check__order");
    caption.id = `${block.prefix}rest`;
    list.setAttribute("aria-labelledby", caption.id);
    rest.append(caption, list);
    return rest;
  };

  window.SelfCheck.define({
    type: "ordering",
    empty: words.untouched,
    again: (response, isChanged) => (isChanged ? {} : response),

    /** @param {Key} key */
    grade(response, key) {
      const list = rowsIn(response);
      const { follows, total } = credit(list, key);
      const correct = follows === total;
      const held = correct ? list.length : heldBy(list, key);
      const misfit = misfitIn(list, key, held);
      const missing = key.filter((_, index) => !list.includes(index + 1)).length;
      /** @type {Record<string, SelfCheckMark>} */
      const marks = Object.fromEntries(list.slice(0, held).map((row) => [`row-${row}`, "right"]));
      // A row that waits for what was left out is no mistake itself.
      if (misfit && misfit.is !== "waiting") marks[`row-${misfit.row}`] = "wrong";
      return { correct, score: follows / total, held, missing, misfit, marks, feedback: feedbackTo(misfit) };
    },

    /** What holds from the top, and the first thing that is in its way. */
    verdict: ({ correct, held, missing, misfit }, fill) => {
      if (correct) return "";
      const holds = held ? fill(words.held, { count: held }) : words.none_held;
      const lacks = fill(words.missing, { count: missing });
      return `${holds} ${misfit ? fill(words.misfit, { place: misfit.place, what: words[`is_${misfit.is}`] }) : lacks}`;
    },

    connect(block) {
      const [list] = lists(block);
      const rows = /** @type {HTMLElement[]} */ ([...list.children]);
      starts.set(block.element, rows);
      const rest = field(rows[0]).querySelector("[value=out]") ? makeRest(block) : undefined;
      if (rest) list.after(rest);
      for (const row of rows) equip(block, row);
      /** @param {Element | null} node @param {(block: SelfCheckBlock, row: Element) => void} react */
      const onInput = (node, react) => {
        const onInputOf = (/** @type {Event} */ { target }) => {
          const row = !block.isSettled && rows.find((row) => field(row) === target);
          if (row) react(block, row);
        };
        node?.addEventListener("input", onInputOf, { signal: block.signal });
      };
      // Before the form reads the fields, and after it has shown what came of it.
      onInput(list.parentElement, move);
      onInput(block.element, tell);
      return () => {
        list.append(...rows);
        rest?.remove();
        for (const row of rows) {
          for (const made of row.querySelectorAll(".self-check__handle, .self-check__moves")) made.remove();
          field(row).options[0].hidden = false;
          field(row).options[0].textContent = "\u2013";
        }
      };
    },

    paint: arrange,
  });
}
