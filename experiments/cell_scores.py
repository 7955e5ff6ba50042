"""The command `python -m experiments.cell_scores`: how well one free score for each class and cell can draw.

This is all that a coarse map of scores can draw when it is enlarged bilinearly and the largest score names
the pixel. The scores are fitted to the truth of the very scenes that they draw, each class on its own, so
that no network has it as easy. They are the best of many searches, not proven the best of all, and stored, as
a search may end elsewhere on another machine.
"""

import json
import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from experiments.measures import LabelMap
from experiments.results import RESULTS, stored
from experiments.samples import stored_labels
from maskmetrics import Mask, enlarged

FILE = RESULTS / "cell-scores.json"
STARTS, ROUNDS, ITERATIONS = 300, 3, 100
SHARPER = (0.3, 1, 3)
"""By these a search multiplies its scores, one after another: from blurred decisions to hard ones."""
LARGEST = 10_000
"""Only the order of scores counts, so they are stored as whole numbers that grow to this in every scene."""

SETTINGS = stored("two-shapes").settings
CELL = 2 ** (len(SETTINGS.widths) - 1)
CELLS = SETTINGS.side // CELL
FITTED = ("disc",)
"""Classes to search for. For thin shapes this search ends far below what others find, so it is no measure."""

Scores = NDArray[np.float64]
"""Of one scene, shape (cells of the scene, classes)."""


def fitted(truth: LabelMap, label: int, price: float, seed: int) -> tuple[Scores, int, int]:
    """Scores that a search from a random start ends with, and how many pixels they fill rightly and wrongly.

    The search raises (right) - price * (wrong), with probabilities in place of truth values.
    """
    inside, spreading = (truth == label).ravel(), _spreading()
    shape = (CELLS**2, SETTINGS.classes)
    worth = np.where(inside, 1, -price)

    def fallen(flat: NDArray[np.float64], sharper: float) -> tuple[float, NDArray[np.float64]]:
        logits = sharper * (spreading @ flat.reshape(shape))
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares = powers / powers.sum(axis=1, keepdims=True)
        gains = worth * shares[:, label]
        slopes = -gains[:, None] * shares
        slopes[:, label] += gains
        return -float(gains.sum()), -sharper * (spreading.T @ slopes).ravel()

    flat = np.random.default_rng(seed).normal(size=shape).ravel() * (1, 3, 10)[seed % 3]
    for sharper in SHARPER:
        options = {"maxiter": ITERATIONS}
        flat = optimize.minimize(fallen, flat, (sharper,), "L-BFGS-B", jac=True, options=options).x
    filled = _won(spreading, flat.reshape(shape), label)
    return flat.reshape(shape), int((filled & inside).sum()), int((filled & ~inside).sum())


def best_fitted(label: int) -> tuple[list[Scores], float]:
    """The best scores found for each scene, and the IoU that they reach over all scenes.

    IoU is a ratio of sums over the scenes. It is greatest where each scene raises (right) - J (wrong), J
    being the IoU that results (Dinkelbach, as in `maskmetrics.best_cells`).
    """
    truths = stored_labels(RESULTS / SETTINGS.name / "truth.png", SETTINGS)
    area, price = sum(int((truth == label).sum()) for truth in truths), 0.5
    scores: list[Scores] = []
    reached = 0.0
    for _ in range(ROUNDS):
        best = [
            max((fitted(truth, label, price, seed) for seed in range(STARTS)), key=_worth(price))
            for truth in truths
        ]
        price = sum(right for _, right, _ in best) / (area + sum(wrong for *_, wrong in best))
        if price > reached:
            scores, reached = [found for found, *_ in best], price
    return scores, reached


def _worth(price: float) -> Callable[[tuple[Scores, int, int]], float]:
    return lambda found: found[1] - price * found[2]


def _won(spreading: NDArray[np.float64], scores: Scores, label: int) -> Mask:
    return np.asarray(np.argmax(spreading @ scores, axis=1) == label)


def _spreading() -> NDArray[np.float64]:
    """What each pixel of a scene takes from each of its cells, shape (pixels, cells)."""
    alone = np.eye(CELLS**2).reshape(-1, CELLS, CELLS)
    size = SETTINGS.side, SETTINGS.side
    return np.stack([enlarged(cell, CELL, size).ravel() for cell in alone], axis=1)


def main() -> int:
    """Search for every class and store what was found."""
    found = {}
    for name in FITTED:
        scores, reached = best_fitted(SETTINGS.shapes.index(name) + 1)
        whole = [np.rint(LARGEST * scene / np.abs(scene).max()).astype(int) for scene in scores]
        found[name] = np.concatenate(whole).ravel().tolist()
        print(f"{name}: IoU {reached:.4f}")
    FILE.write_text(json.dumps(found) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
