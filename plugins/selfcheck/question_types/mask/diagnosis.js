// What went wrong with a mask, told by rules that the author's page states.

/** @typedef {{right: number, down: number}} Shift  in pixels */
/** @typedef {{name: string, count: number, isSmall?: boolean, other?: string, shift?: Shift}} Finding */
/** @typedef {{name: string, iou: number, f1: number, isEnough: boolean, findings: Finding[]}} Measured */

const STEPS_ASIDE = [0, 1, -1, 2, -2, 3, -3];

/** @param {Mask} truth @param {Mask} guess @param {Key} key */
const isEnough = (truth, guess, key) =>
  iou(truth, guess) >= key.iou && (!key.f1 || boundaryF1(truth, guess, key) >= key.f1);

/** How far beside its place a mask lies that would reach the IoU there: at most three pixels each way. What the
 * picture's border cut off is left out, as long as half of the truth is left.
 * @param {Mask} truth @param {Mask} guess @param {Key} key @returns {Shift | undefined} */
const shiftOf = (truth, guess, { iou: enough, size }) => {
  const area = count(truth);
  const everywhere = truth.map(() => 1);
  let most = iou(truth, guess);
  let best;
  for (const right of STEPS_ASIDE) {
    for (const down of STEPS_ASIDE) {
      const seen = moved(everywhere, -right, -down, size);
      const wanted = truth.map((on, at) => on & seen[at]);
      const reached = iou(wanted, moved(guess, -right, -down, size));
      if (reached <= most || reached < enough || 2 * count(wanted) < area) continue;
      most = reached;
      best = { right, down };
    }
  }
  return best;
};

/** Every wrong pixel of a class in one heap, named by what it tells.
 * @param {Mask} truth @param {Mask} guess @param {Size} size @returns {Record<string, number[]>} */
const heapsOf = (truth, guess, size) => {
  const left = new Set([...truth.keys()].filter((at) => truth[at] !== guess[at]));
  /** @param {number[]} pixels */
  const take = (pixels) => pixels.filter((at) => left.delete(at));
  const missing = take(apart(truth, guess, size).flat());
  const extra = take(apart(guess, truth, size).flat());
  const holes = take(enclosed(guess, size).filter((at) => truth[at]));
  const filled = take(enclosed(truth, size).filter((at) => guess[at]));
  const over = [...left].filter((at) => guess[at]);
  const under = [...left].filter((at) => truth[at]);
  return {
    piece_missing: missing,
    extra,
    holes,
    filled,
    [isAllRound(over, outside(truth, size), truth, size) ? "thick" : "leaked"]: over,
    [isAllRound(under, boundary(truth, size), truth, size) ? "thin" : "short"]: under,
  };
};

/** The pieces of a mask that nothing of the other one meets. @param {Mask} mask @param {Mask} other @param {Size} size */
const apart = (mask, other, size) =>
  pieces(size, (at) => mask[at], true).filter((piece) => !piece.some((at) => other[at]));

/** Whether wrong pixels cover half of a ring round the mask or more, and their middle is near the ring's.
 * @param {number[]} wrong @param {number[]} ring @param {Mask} truth @param {Size} size */
const isAllRound = (wrong, ring, truth, [width]) => {
  const covered = ring.filter((at) => wrong.includes(at));
  /** @param {(at: number) => number} place */
  const distance = (place) => mean(wrong.map(place)) - mean(ring.map(place));
  const aside = Math.hypot(
    distance((at) => at % width),
    distance((at) => Math.floor(at / width)),
  );
  return 2 * covered.length >= ring.length && 6 * aside <= Math.sqrt(count(truth));
};

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What went wrong with a class: one thing, or the two heaps that weigh most.
 * @param {Mask} truth @param {Mask} guess @param {Labels} painted @param {Key} key @returns {Finding[]} */
const diagnose = (truth, guess, painted, key) => {
  const area = count(truth);
  const taken = key.names.map((_, index) =>
    count(truth.map((on, at) => on & Number(painted[at] === index + 1 && !guess[at]))),
  );
  const most = Math.max(...taken);
  if (2 * most > area) return [{ name: "mixed_up", count: most, other: key.names[taken.indexOf(most)] }];
  if (!count(guess)) return [{ name: "unpainted", count: area }];
  const shift = shiftOf(truth, guess, key);
  if (shift) return [{ name: "shifted", count: area, shift }];
  if (!count(truth.map((on, at) => on & guess[at]))) return [{ name: "elsewhere", count: area }];
  const largest = Math.max(...pieces(key.size, (at) => truth[at], true).map((piece) => piece.length));
  const wrong = count(truth.map((on, at) => on ^ guess[at]));
  return Object.entries(heapsOf(truth, guess, key.size))
    .map(([name, { length }]) => ({
      name,
      count: length,
      isSmall: name === "piece_missing" && 2 * length < largest,
    }))
    .sort((one, other) => other.count - one.count)
    .filter(({ count }, index) => !index || (index < 2 && 4 * count >= wrong));
};

/** @param {Labels} truth @param {Labels} guess @param {number} label @param {Key} key @returns {Measured} */
const measure = (truth, guess, label, key) => {
  const [wanted, given] = [truth, guess].map((labels) => labels.map((each) => Number(each === label)));
  const passes = isEnough(wanted, given, key);
  return {
    name: key.names[label - 1],
    iou: iou(wanted, given),
    f1: boundaryF1(wanted, given, key),
    isEnough: passes,
    findings: passes ? [] : diagnose(wanted, given, guess, key),
  };
};
