"""One stored experiment, as figures read it: scores by variant, seed and length, and sample label maps."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

GROUND = 0
VARIANTS = {
    "none": "no skips",
    "wider": "no skips, wider decoder",
    "add": "skips, added",
    "concat": "skips, concatenated",
}
"""The variants that every experiment has, by their stored names, with the words for them."""

Labels = NDArray[np.uint8]


@dataclass(frozen=True)
class Errors:
    """Where one label map of shapes agrees with the truth and where it does not, a truth value a pixel."""

    right: NDArray[np.bool_]
    missed: NDArray[np.bool_]
    invented: NDArray[np.bool_]

    def counted(self) -> str:
        return f"{self.right.sum()} right, {self.wrong()}"

    def wrong(self) -> str:
        return f"{self.missed.sum()} missed, {self.invented.sum()} invented"


@dataclass(frozen=True)
class Stored:
    """The experiment whose results stand in the file `path`."""

    path: str

    @cached_property
    def settings(self) -> dict[str, Any]:
        values: dict[str, Any] = self._read["settings"]
        return values

    @property
    def lengths(self) -> list[int]:
        """Steps after which the networks were measured, the shortest first."""
        return [int(steps) for steps in self.settings["lengths"]]

    @property
    def seeds(self) -> int:
        return len(self.settings["seeds"])

    def reached(self, variant: str, measure: str, steps: int | None = None) -> list[float]:
        """One number a seed, in the order of the seeds, after `steps` or the longest training.

        `measure` is that of a score, such as "mean_iou", or "iou." and the name of a class.
        """
        return [_measured(each["scores"], measure) for each in self._finished(variant, steps)]

    def losses(self, variant: str, steps: int | None = None) -> list[float]:
        """The loss at the end of training, one number a seed."""
        return [float(each["loss"]) for each in self._finished(variant, steps)]

    def curve(self, variant: str, seed: int) -> list[float]:
        """The losses of the longest training, means over equal stretches of its steps."""
        return next([*run["losses"]] for run in self._runs(variant) if run["seed"] == seed)

    def parameters(self, variant: str) -> int:
        return int(self._runs(variant)[0]["parameters"])

    def labels(self, name: str) -> Labels:
        """All stored scenes side by side: "scenes" in grey, "truth", or what a variant's first seed drew."""
        return np.asarray(Image.open(Path(self.path).with_suffix("") / f"{name}.png"), np.uint8)

    def scene(self, name: str, number: int) -> Labels:
        """One of the stored scenes."""
        side = int(self.settings["side"])
        return self.labels(name)[:, number * side : (number + 1) * side]

    def errors(self, variant: str, number: int) -> Errors:
        """A shape taken for another counts as missed and as invented."""
        truth, guess = self.scene("truth", number), self.scene(variant, number)
        wrong = truth != guess
        return Errors(
            (truth == guess) & (truth != GROUND), wrong & (truth != GROUND), wrong & (guess != GROUND)
        )

    @cached_property
    def _read(self) -> dict[str, Any]:
        values: dict[str, Any] = json.loads(Path(self.path).read_text("utf-8"))
        return values

    def _runs(self, variant: str) -> list[dict[str, Any]]:
        return [run for run in self._read["runs"] if run["variant"] == variant]

    def _finished(self, variant: str, steps: int | None) -> list[dict[str, Any]]:
        asked = self.lengths[-1] if steps is None else steps
        return [each for run in self._runs(variant) for each in run["finished"] if each["steps"] == asked]


def spread(values: list[float]) -> str:
    """Mean and standard deviation, as captions write them."""
    return f"{fmean(values):.3f} ± {stdev(values):.3f}"


def _measured(scores: dict[str, Any], measure: str) -> float:
    value: Any = scores
    for step in measure.split("."):
        value = value[step]
    return float(value)
