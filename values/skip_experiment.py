"""The skip experiment: what each variant reached over its seeds, in each setting, as it is stored."""

import json
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

DATA = [
    "experiments/results/two-shapes.json",
    "experiments/results/four-shapes.json",
    "experiments/results/noisy-discs-shallow.json",
]


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
        """Mean and standard deviation."""
        return f"{self.mean:.3f} ± {self.deviation:.3f}"


@dataclass(frozen=True)
class Variant:
    """One variant in one setting; `loss` is the mean over the last steps, `iou` goes by class."""

    parameters: int
    mean_iou: Spread
    boundary_f1: Spread
    loss: Spread
    iou: dict[str, Spread]


def _variant(runs: list[dict[str, Any]]) -> Variant:
    scores = [run["scores"] for run in runs]
    return Variant(
        runs[0]["parameters"],
        Spread([each["mean_iou"] for each in scores]),
        Spread([each["boundary_f1"] for each in scores]),
        Spread([run["losses"][-1] for run in runs]),
        {name: Spread([each["iou"][name] for each in scores]) for name in scores[0]["iou"]},
    )


def _setting(stored: dict[str, Any]) -> dict[str, Variant]:
    """By variant: none, wider, add, concat."""
    names = dict.fromkeys(run["variant"] for run in stored["runs"])
    return {name: _variant([run for run in stored["runs"] if run["variant"] == name]) for name in names}


STORED = [json.loads(Path(path).read_text("utf-8")) for path in DATA]
two, four, noisy = map(_setting, STORED)
seeds = len(STORED[0]["settings"]["seeds"])
runs_with_skips = len(two["add"].mean_iou.values) + len(two["concat"].mean_iou.values)

without = Spread([*two["none"].mean_iou.values, *two["wider"].mean_iou.values])
_with = zip(
    [*two["add"].mean_iou.values, *two["concat"].mean_iou.values],
    [*two["add"].iou["cross"].values, *two["concat"].iou["cross"].values],
    strict=True,
)
_clear = [pair for pair in _with if pair[0] > without.highest]
clear = len(_clear)
"""How many runs with skips are better than every run without."""

clear_mean_iou = Spread([mean_iou for mean_iou, _ in _clear])
clear_cross = Spread([cross for _, cross in _clear])
crosses_without = Spread([*two["none"].iou["cross"].values, *two["wider"].iou["cross"].values])
discs_without = Spread([*two["none"].iou["disc"].values, *two["wider"].iou["disc"].values])
discs_with = Spread([*two["add"].iou["disc"].values, *two["concat"].iou["disc"].values])

assert [two[name].iou["cross"].zeros for name in ("none", "wider", "add", "concat")] == [2, 0, 1, 0], (
    "the lesson says which runs never found a cross"
)

closest_seed = min(
    max(reached) - min(reached)
    for reached in zip(*(each.mean_iou.values for each in four.values()), strict=True)
)
"""Between the best and the worst variant, in the seed in which they lie closest to each other."""

noise = STORED[2]["settings"]["noise"]
usual_noise = STORED[0]["settings"]["noise"]
noisy_means = Spread([each.mean_iou.mean for each in noisy.values()])
"""The means of the four variants."""

assert max(noisy, key=lambda name: noisy[name].mean_iou.mean) == "wider", (
    "the lesson says which variant leads"
)
