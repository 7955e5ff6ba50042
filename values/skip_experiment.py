"""The skip experiment: what each variant reached over its seeds, in each setting, as it is stored.

`short` and `long` go by setting (two, four, noisy) and variant (none, wider, add, concat; for `long.two` also
coarse); `after` is the long run with two shapes by length: `after[1200].two.none`.
"""

from dataclasses import dataclass
from statistics import fmean, stdev

from trained.settings import DISCS, FOUR, LONGEST, NOISY, TWO, Setting
from trained.stored import VARIANTS, Stored


@dataclass(frozen=True)
class Spread:
    """One number a seed."""

    values: list[float]

    @property
    def mean(self) -> float:
        return fmean(self.values)

    @property
    def deviation(self) -> float:
        return stdev(self.values)

    @property
    def lowest(self) -> float:
        return min(self.values)

    @property
    def highest(self) -> float:
        return max(self.values)

    @property
    def zeros(self) -> int:
        """From how many seeds nothing at all was right."""
        return self.values.count(0)

    @property
    def written(self) -> str:
        """Mean and standard deviation; a mean that is rounded to nothing has no sign."""
        mean = f"{round(self.mean, 3) + 0.0:.3f}".replace("-", "−")
        return f"{mean} ± {self.deviation:.3f}"


@dataclass(frozen=True)
class Variant:
    """One variant in one setting; `loss` is the mean over the last steps, `iou` goes by class."""

    parameters: int
    mean_iou: Spread
    boundary_f1: Spread
    loss: Spread
    iou: dict[str, Spread]


def _variant(stored: Stored, name: str, steps: int) -> Variant:
    return Variant(
        stored.parameters(name),
        Spread(stored.reached(name, "mean_iou", steps)),
        Spread(stored.reached(name, "boundary_f1", steps)),
        Spread(stored.losses(name, steps)),
        {
            shape: Spread(stored.reached(name, f"iou.{shape}", steps))
            for shape in ("ground", *stored.settings["shapes"])
        },
    )


def _variants(stored: Stored, steps: int) -> dict[str, Variant]:
    return {name: _variant(stored, name, steps) for name in stored.settings["variants"]}


NAMED: dict[str, Setting] = {"two": TWO, "four": FOUR, "noisy": NOISY}
LENGTHS = TWO.long.lengths

short = {name: _variants(each.short, each.short.lengths[-1]) for name, each in NAMED.items()}
after = {steps: {"two": _variants(TWO.long, steps)} for steps in LENGTHS}
long = {name: _variants(each.long, each.long.lengths[-1]) for name, each in NAMED.items()}

seeds = TWO.long.seeds
steps = {
    "short": TWO.short.lengths[-1],
    "noisy": NOISY.long.lengths[-1],
    "early": FOUR.short.lengths[-1],
    "quarter": LENGTHS[-3],
    "half": LENGTHS[-2],
    "long": LENGTHS[-1],
}
times_longer = steps["long"] / steps["short"]

crosses = {
    when: {
        "without": Spread([*by["none"].iou["cross"].values, *by["wider"].iou["cross"].values]),
        "with": Spread([*by["add"].iou["cross"].values, *by["concat"].iou["cross"].values]),
    }
    for when, by in (("short", short["two"]), ("long", long["two"]))
}
"""IoU of crosses with two shapes over all runs without skips and with them."""

_clear = [value for value in crosses["short"]["with"].values if value > crosses["short"]["without"].highest]
clear_short = Spread(_clear)
"""IoU of crosses in the short runs with skips that are better than every one without."""

assert len(_clear) == len(crosses["short"]["with"].values) - 1, "the lesson says that all but one are better"
assert [short["two"][name].iou["cross"].zeros for name in ("none", "wider", "add", "concat")] == [
    2,
    0,
    1,
    0,
], "the lesson says which short runs never found a cross"

unlucky_seed = short["two"]["add"].iou["cross"].values.index(0)
"""The seed from which the short run with added skips never found a cross."""

unlucky_cross = after[LENGTHS[0]]["two"]["add"].iou["cross"].values[unlucky_seed]
unlucky_finally = long["two"]["add"].iou["cross"].values[unlucky_seed]

plateau = {steps: after[steps]["two"]["none"].iou["cross"] for steps in LENGTHS[:2]}
"""IoU of crosses without skips after the two shortest trainings."""

longest = Spread([LONGEST.reached("none", "iou.cross")[0]])
longest_steps = LONGEST.lengths[-1]

longest_before = Spread([LONGEST.reached("none", "iou.cross", LONGEST.lengths[0])[0]])


def _kept(by: dict[str, Variant]) -> float:
    """Share of what skips bring to crosses that is left once their maps are averaged over cells."""
    none, coarse, add = (by[name].iou["cross"].mean for name in ("none", "coarse", "add"))
    return (coarse - none) / (add - none)


kept, kept_early = _kept(long["two"]), _kept(after[2400]["two"])
"""At the end, and after a quarter of the training."""


def _change(each: Setting) -> float:
    """The most that the mean of any variant's mean IoU moves from the last length but one to the last."""
    half, whole = (
        [Spread(each.long.reached(variant, "mean_iou", steps)).mean for variant in VARIANTS]
        for steps in each.long.lengths[-2:]
    )
    return max(abs(after - before) for before, after in zip(half, whole, strict=True))


last_doubling = {name: _change(each) for name, each in NAMED.items()}
"""How much training twice as long still changes, by setting."""

lead = {
    name: min(by[skip].mean_iou.mean for skip in ("add", "concat"))
    - max(by[plain].mean_iou.mean for plain in ("none", "wider"))
    for name, by in long.items()
}
"""Mean IoU of the worse variant with skips less that of the better one without, by setting."""

closest_seed = min(
    max(reached) - min(reached)
    for reached in zip(*(each.mean_iou.values for each in short["four"].values()), strict=True)
)
"""Between the best and the worst variant with four shapes, in the short run's closest seed."""

four_without, four_with = (
    Spread([value for name in names for value in long["four"][name].mean_iou.values])
    for names in (("none", "wider"), ("add", "concat"))
)

four_crosses = {steps: Spread(FOUR.long.reached("none", "iou.cross", steps)) for steps in FOUR.long.lengths}
"""IoU of crosses with four shapes and without skips, by steps."""

late = dict(
    zip(
        FOUR.long.lengths,
        (FOUR.long.reached("add", "iou.cross", steps)[4] for steps in FOUR.long.lengths),
        strict=True,
    )
)
"""IoU of crosses with four shapes, added skips and seed 4, by steps: branches of one training."""

late_behind = 1200
"""The last length at which that network is behind both without skips."""

four_loss = {
    "half": fmean(FOUR.long.losses("none", FOUR.long.lengths[-2])),
    "long": fmean(FOUR.long.losses("none")),
}
"""Loss of the networks without skips, four shapes, before and after the last doubling."""

noisy_means = Spread([each.mean_iou.mean for each in long["noisy"].values()])
noise = NOISY.long.settings["noise"]
usual_noise = TWO.long.settings["noise"]

CONTROL_STEPS = DISCS["usual", "deep"].lengths[-1]


def _lead(stored: Stored) -> Spread:
    """Mean IoU with added skips less that without, one number a seed, whose scenes are the same for both."""
    pairs = zip(*(stored.reached(name, "mean_iou", CONTROL_STEPS) for name in ("add", "none")), strict=True)
    return Spread([added - none for added, none in pairs])


discs: dict[str, dict[str, Spread]] = {
    noise: {depth: _lead(DISCS[noise, depth]) for depth in ("deep", "shallow")}
    for noise in ("usual", "strong")
}
"""The lead of added skips on discs alone, by noise and by depth: `discs.strong.shallow.mean`."""

control_steps = CONTROL_STEPS

shallow_none = fmean(DISCS["usual", "shallow"].reached("none", "mean_iou", CONTROL_STEPS))
removed = {
    noise: {
        depth: discs[noise][depth].mean
        / (1 - fmean(DISCS[noise, depth].reached("none", "mean_iou", CONTROL_STEPS)))
        for depth in ("deep", "shallow")
    }
    for noise in ("usual", "strong")
}
"""Share of the error in mean IoU without skips that added ones remove."""
