"""What is stored of the skip experiment with two shapes, as figures read it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

DATA = [
    "experiments/results/two-shapes.json",
    "experiments/results/two-shapes/scenes.png",
    "experiments/results/two-shapes/truth.png",
    "experiments/results/two-shapes/none.png",
    "experiments/results/two-shapes/wider.png",
    "experiments/results/two-shapes/add.png",
    "experiments/results/two-shapes/concat.png",
]
FOLDER = Path(DATA[0]).with_suffix("")
RESULTS: dict[str, Any] = json.loads(Path(DATA[0]).read_text("utf-8"))
SETTINGS: dict[str, Any] = RESULTS["settings"]
VARIANTS = {
    "none": "no skips",
    "wider": "no skips, wider decoder",
    "add": "skips, added",
    "concat": "skips, concatenated",
}
"""The variants by their stored names, with the words for them."""

SHOWN = 1  # Which of the stored scenes: the first that has two shapes of each class.
GROUND = 0

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


def shown(name: str) -> Labels:
    """The scene that is drawn, out of a stored strip of scenes."""
    strip: Labels = np.asarray(Image.open(FOLDER / f"{name}.png"), np.uint8)
    side = SETTINGS["side"]
    return strip[:, SHOWN * side : (SHOWN + 1) * side]


def errors(variant: str) -> Errors:
    """A shape taken for another counts as missed and as invented."""
    truth, guess = shown("truth"), shown(variant)
    wrong = truth != guess
    return Errors((truth == guess) & (truth != GROUND), wrong & (truth != GROUND), wrong & (guess != GROUND))


def reached(variant: str, measure: str) -> list[float]:
    """One number a seed, in the order of the seeds."""
    return [run["scores"][measure] for run in RESULTS["runs"] if run["variant"] == variant]


def parameters(variant: str) -> int:
    return next(int(run["parameters"]) for run in RESULTS["runs"] if run["variant"] == variant)


def summary(variant: str, measure: str) -> tuple[float, float]:
    """Mean and standard deviation over the seeds."""
    mean, spread = RESULTS["summary"][variant][measure]
    return mean, spread


def never_right(variant: str, shape: str) -> int:
    """How many of a variant's networks gave not one pixel of a class its label."""
    runs = [run for run in RESULTS["runs"] if run["variant"] == variant]
    return sum(run["scores"]["iou"][shape] == 0 for run in runs)
