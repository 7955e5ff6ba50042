"""What the lesson on losses computes: pushes of single pixels, and a classifier with several losses."""

import numpy as np
from best_probability import THRESHOLD
from dice_push import BY_SIZE, LOW, SIZES, TIMES, by_size
from hard_pixels import AT_2, FAMILIAR, SHARES, WRONG_LABELS
from pixel_losses import (
    cross_entropy,
    cross_entropy_slope,
    dice_slope,
    focal,
    soft_dice,
    squared_slope,
)
from pixel_losses.fits import (
    BALANCE,
    CROSS_ENTROPY,
    FITS,
    SHARE,
    SIDE,
    SPOON,
    Fit,
    dice,
    features,
    fit,
    weighted,
)
from scipy import stats
from scipy.special import softmax
from weight_map import LEFT_GAP
from whose_push import START

scores = (2, 1, 0)
_P = softmax(np.array(scores, np.float64))
probability = _P.tolist()
true_class = 1
loss = float(cross_entropy(_P[true_class]))
push = (_P - np.eye(3)[true_class]).tolist()
"""Slope of the cross-entropy by score: the gradient."""

wrong_for_sure = {
    "cross_entropy": float(-cross_entropy_slope(0.01)),
    "squared": float(-squared_slope(0.01)),
}
focal_share = {name: float(focal(p, 2) / cross_entropy(p)) for name, p in (("half", 0.5), ("nearly", 0.9))}
"""Focal loss with gamma 2 as a part of the cross-entropy, by the probability of the true class."""

share = SHARE
pixels = SIDE**2
balance = BALANCE
pushes_at_first = START

painted_at_half = {name: int(found.painted(0.5).sum()) for name, found in FITS.items()}
best = {name: found.iou(found.best_cut) for name, found in FITS.items()}
cut = {name: found.best_cut for name, found in FITS.items()}
mean_probability = {name: float(found.probabilities.mean()) for name, found in FITS.items()}
expected_cut = best["cross-entropy"] / (1 + best["cross-entropy"])
"""J / (1 + J) for the best IoU of cross-entropy."""

at_expected = CROSS_ENTROPY.iou(expected_cut)


def _level(low: float, high: float) -> dict[str, float]:
    """How many pixels cross-entropy gives more than `low` and at most `high`, and which share is spoon."""
    at = (low < CROSS_ENTROPY.probabilities) & (CROSS_ENTROPY.probabilities <= high)
    return {"lowest": low, "highest": high, "pixels": int(at.sum()), "spoon": float(SPOON[at].mean())}


between = _level(cut["cross-entropy"], expected_cut)
"""Pixels that the best cut paints and the expected one does not."""

came_true = [_level(0.1, 0.15), _level(0.15, 0.2)]
"""How often probabilities of two levels came true."""

_BEFORE, _AFTER = CROSS_ENTROPY.probabilities.ravel(), FITS["weighted"].probabilities.ravel()
risen = float(np.mean(_AFTER > _BEFORE))
order = float(stats.spearmanr(_BEFORE, _AFTER).statistic)
"""What weights do to the probabilities: which part of them rises, and how well they keep their order."""

_STARTS = [np.random.default_rng(seed).standard_normal(10) for seed in range(4)]
starts = len(_STARTS)
_FREE = [fit(dice, SPOON, start, decay=0) for start in _STARTS]
_HELD = [fit(dice, SPOON, start) for start in _STARTS]
without_decay = {
    "lowest": min(each.iou(0.5) for each in _FREE),
    "highest": max(each.iou(0.5) for each in _FREE),
}
with_decay = {"lowest": min(each.iou(0.5) for each in _HELD), "highest": max(each.iou(0.5) for each in _HELD)}
"""IoU of Dice from random first weights, without weight decay and with it."""


def _room(fits: list[Fit]) -> float:
    return float(np.mean([each.probabilities * (1 - each.probabilities) for each in fits]))


room = {"without": _room(_FREE), "with": _room(_HELD)}
"""The mean of p (1 - p) over all pixels, which every push of Dice contains."""

_PLAIN_FREE = [fit(weighted(1), SPOON, start, decay=0).loss for start in _STARTS]
plain_spread = max(_PLAIN_FREE) / min(_PLAIN_FREE) - 1
"""How far apart cross-entropy ends from the same first weights, without decay, as a part of it."""

_WIDER = features(blur_px=3)
_PLAIN = fit(weighted(1), SPOON, table=_WIDER)
_DICE = fit(dice, SPOON, _PLAIN.weights, _WIDER)
wider = {"cross_entropy": _PLAIN.iou(_PLAIN.best_cut), "dice": _DICE.iou(_DICE.best_cut)}
"""Best IoU of a classifier that sees the colour of the neighbourhood as well."""

wider_features = _WIDER.shape[1] - 1
plain_features = CROSS_ENTROPY.table.shape[1] - 1

left_gap = LEFT_GAP

easy_push = {0: SHARES[FAMILIAR][0], 2: SHARES[FAMILIAR][AT_2]}
flipped_push = {0: SHARES[WRONG_LABELS][0], 2: SHARES[WRONG_LABELS][AT_2], 5: SHARES[WRONG_LABELS][-1]}

_GIVEN, _TRUTH = np.array([0.9, 0.6, 0.3, 0.2]), np.array([1.0, 1, 0, 0])
four = {
    "overlap": float(np.sum(_GIVEN * _TRUTH)),
    "sum": float(np.sum(_GIVEN)),
    "dice": soft_dice(_GIVEN, _TRUTH),
}
"""Soft Dice of four pixels, two of them object."""

small, large, times = SIZES[0], SIZES[-1], TIMES
low = LOW["Dice"]
dice_small = BY_SIZE["Dice"][0]
beside = dice_small / by_size(small, beside=large)["Dice"]
"""How many times less a pixel of the small object is pushed if the large one lies in the same image."""

empty = float(np.abs(dice_slope(np.full(100, 0.3), np.zeros(100))).max())
"""The largest push of Dice in an image without the object."""

threshold = THRESHOLD
