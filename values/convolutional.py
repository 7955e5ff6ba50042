"""Classifiers turned into convolutions: VGG-16 and FCN by arithmetic, and 1×1 layers on a photograph."""

import numpy as np
from adding_scores import BOTH, COARSE, FINE, MIRRORED
from classifier_as_convolution import LARGER, ROWS, TRAINED, convolutional, multiply_adds
from fcn_8s import ADDITIONS, CUT, TRACE, offset
from numpy.typing import NDArray
from one_by_one import BIASES, EQUAL, ORDER, WEIGHTS, put_back
from photographs import square
from scored_pixels import CLASSES, LABELS, SIDE, coarse, fitted

from convarith import Convolution, TransposedConvolution, trace
from convarith.networks import fcn32s, vgg16

trained, larger = TRAINED, LARGER
_small, _large = ROWS
map_side = {row.image: row.grid for row in ROWS}
votes = {row.image: row.votes for row in ROWS}
all_votes = _large.votes**2
step = _large.step
saved = all_votes * multiply_adds(_small.traced) / multiply_adds(_large.traced)
"""How many times as many multiply-adds as one run on the larger image its windows take, one by one."""

fc6 = trace(convolutional(), TRAINED)["fc6"].parameters or 0
fc6_as_linear = trace(vgg16(), TRAINED)["fc6"].parameters or 0
fc6_reads = trace(vgg16(), TRAINED)["pool5"].shape.values
_scored = trace(fcn32s(), CUT)
parameters = sum((step.parameters or 0) for step in _scored.steps if step.name != "upscore")
"""Of FCN-32s with 21 classes, without the enlarging at its end."""

# One class's score of each of 4,096 channels, and its bias.
score_weights = _scored["score_fr"].parameters or 0

one_by_one = {"weights": WEIGHTS, "biases": BIASES, "classes": CLASSES, "equal": EQUAL, "of": LABELS.size}


def _neighbourhoods(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    """The colours of each pixel and of its eight neighbours, one row a pixel."""
    framed = np.pad(pixels.reshape(SIDE, SIDE, 3), ((1, 1), (1, 1), (0, 0)), mode="edge")
    shifted = [framed[row : row + SIDE, column : column + SIDE] for row in range(3) for column in range(3)]
    return np.concatenate(shifted, axis=2).reshape(SIDE**2, -1)


_colours = square.photograph(SIDE).reshape(-1, 3) / 255
_three = fitted([_neighbourhoods(_colours)])
_seen = _three.drawn(_neighbourhoods(_colours)).labels
_shuffled = put_back(_three.drawn(_neighbourhoods(_colours[ORDER])).labels)
three_by_three_equal = float((_seen == _shuffled).mean())
"""The share of labels of a 3×3 convolution that stay once pixels have been shuffled and labels put back."""

wrong = {"coarse": COARSE.wrong, "fine": FINE.wrong, "both": BOTH.wrong, "mirrored": MIRRORED.wrong}
kept = (COARSE.wrong - MIRRORED.wrong) / (COARSE.wrong - BOTH.wrong)
"""How much of the gain is left where the colours are mirrored within their cells."""

_second, _best = np.sort(fitted([coarse()]).scores(coarse()), axis=1)[:, -2:].T
_lead = _best - _second
_mended = ((COARSE.labels != LABELS) & (BOTH.labels == LABELS)).ravel()
mended_where_close = float((_lead[_mended] <= np.quantile(_lead, 0.1)).mean())
"""Of the pixels that the sum mends, the share in the tenth where the best coarse score leads by least."""

spoon = {
    name: drawn.iou["spoon"]
    for name, drawn in {"coarse": COARSE, "fine": FINE, "both": BOTH, "mirrored": MIRRORED}.items()
}


def _place(layer: str, first: int = 0) -> float:
    """Over which pixel the unit `first` of a map of scores stands, of an enlarged one by bilinear weights."""
    node = TRACE[layer]
    match node.layer:
        case TransposedConvolution() as up:
            (below,) = node.inputs
            before = TRACE[below]
            return _place(below) + float(before.field.jump) * (first - (up.kernel - 1) / 2) / up.stride
        case Convolution():
            return float(node.field.start + first * node.field.jump)
    return _place(node.inputs[0], first)


coarsest = _place("score_fr")
first_of = {each.pool: _place(f"score_{each.pool}") for each in ADDITIONS}
below = {each.pool: _place(each.from_below) for each in ADDITIONS}
cut = {each.pool: _place(f"score_{each.pool}", offset(f"score_{each.pool}c")) for each in ADDITIONS}
"""Over which pixel the first unit stands: enlarged from below, and of the pooling's own scores once cut."""
last = _place("upscore8", offset("score"))
cut_off = {each.pool: each.offset for each in ADDITIONS} | {"image": offset("score")}
image = CUT

fixed, finetuned = "45.4", "59.4"
"""Mean IU of FCN-32s in per cent, quoted: Long, Shelhamer and Darrell 2015, table 2."""
