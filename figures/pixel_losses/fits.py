"""A classifier of pixels by colour, fitted to a photograph with several losses until it moves no more."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from photographs import coffee, square
from scipy import ndimage, optimize
from scipy.special import expit

from maskmetrics import Mask, iou
from pixel_losses import Values, dice_slope, soft_dice

SIDE = 112
GAMMA = 2
DECAY = 1e-4
CUTS = np.arange(1, 100) / 100
"""From which probability on a pixel is painted: every hundredth is tried."""

Loss = Callable[[Values, Values], tuple[float, Values]]
"""Takes scores and truth; gives the loss and its slope with respect to each score."""


def features(blur_px: float = 0) -> Values:
    """Red, green, blue, their squares and products, each with mean 0 and deviation 1, and a 1: (pixels, 10).

    With a blur also the colour of the neighbourhood, and all products with it: (pixels, 28).
    """
    picture = square.photograph(SIDE) / 255
    around = [ndimage.gaussian_filter(picture, (blur_px, blur_px, 0))] if blur_px else []
    colour = np.concatenate([picture, *around], axis=2).reshape(SIDE**2, -1)
    colour = (colour - colour.mean(axis=0)) / colour.std(axis=0)
    channels = range(colour.shape[1])
    products = [
        colour[:, first] * colour[:, second] for first in channels for second in channels if first <= second
    ]
    table = np.column_stack([colour, *products])
    table = (table - table.mean(axis=0)) / table.std(axis=0)
    return np.column_stack([np.ones(len(table)), table])


FEATURES = features()
TRUTHS: dict[str, Mask] = {name: square.label_map(SIDE) == label for name, label in coffee.LABELS.items()}


def weighted(weight: float) -> Loss:
    """Cross-entropy, in which object pixels count `weight` times; divided by the sum of the weights."""

    def loss(scores: Values, truth: Values) -> tuple[float, Values]:
        each = np.where(truth > 0, weight, 1.0)
        each = each / each.sum()
        return float(np.sum(each * (np.logaddexp(0, scores) - truth * scores))), each * (
            expit(scores) - truth
        )

    return loss


def focal(gamma: float) -> Loss:
    """The mean focal loss."""

    def loss(scores: Values, truth: Values) -> tuple[float, Values]:
        sign = np.where(truth > 0, 1.0, -1.0)
        wrong, log = expit(-sign * scores), -np.logaddexp(0, -sign * scores)
        slope = wrong**gamma * (gamma * (1 - wrong) * log - wrong)
        return float(np.mean(-(wrong**gamma) * log)), sign * slope / len(truth)

    return loss


def dice(scores: Values, truth: Values) -> tuple[float, Values]:
    """1 - soft Dice."""
    p = expit(scores)
    return 1 - soft_dice(p, truth), dice_slope(p, truth)


@dataclass(frozen=True)
class Fit:
    """Weights of the classifier, and what it says of the photograph's pixels."""

    weights: Values
    truth: Mask
    loss: float
    table: Values

    @cached_property
    def probabilities(self) -> Values:
        return np.asarray(expit(self.table @ self.weights), np.float64).reshape(SIDE, SIDE)

    def painted(self, cut: float) -> Mask:
        mask: Mask = self.probabilities > cut
        return mask

    def iou(self, cut: float) -> float:
        return iou(self.truth, self.painted(cut))

    @cached_property
    def best_cut(self) -> float:
        return float(max(CUTS, key=self.iou))


def fit(
    loss: Loss,
    truth: Mask,
    start: NDArray[np.float64] | None = None,
    table: Values = FEATURES,
    decay: float = DECAY,
) -> Fit:
    """Minimise the loss of scores `table` times weights, and weight decay, from `start` or weights of 0."""
    known = truth.ravel().astype(np.float64)

    def value_and_slope(weights: Values) -> tuple[float, Values]:
        value, slope = loss(table @ weights, known)
        return value + decay * float(weights @ weights) / 2, table.T @ slope + decay * weights

    begin = np.zeros(table.shape[1]) if start is None else start
    options = {"maxiter": 3000, "ftol": 1e-13, "gtol": 1e-8}
    found = optimize.minimize(value_and_slope, begin, jac=True, method="L-BFGS-B", options=options)
    return Fit(np.asarray(found.x, np.float64), truth, float(found.fun), table)


SPOON = TRUTHS["spoon"]
SHARE = float(SPOON.mean())
BALANCE = (1 - SHARE) / SHARE
"""The weight with which object and ground count alike."""

CROSS_ENTROPY = fit(weighted(1), SPOON)
FITS = {
    "cross-entropy": CROSS_ENTROPY,
    "weighted": fit(weighted(BALANCE), SPOON),
    "focal": fit(focal(GAMMA), SPOON),
    "Dice": fit(dice, SPOON, CROSS_ENTROPY.weights),
}
"""By loss. Dice goes on from the weights of cross-entropy."""
