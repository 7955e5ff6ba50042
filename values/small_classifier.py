"""A small classifier turned into convolutions: its votes against those for windows that are cut out.

It has two 3×3 convolutions, with a ReLU and a 2×2 max pooling each, and a fully connected layer to three
classes. Its weights are random whole numbers, so that what is equal is so to the last digit.
"""

import numpy as np
from numpy.typing import NDArray
from photographs import square

from convarith import Convolution, MaxPooling, receptive_field

Maps = NDArray[np.int64]
"""Whole numbers in the shape (channels, rows, columns)."""

KERNEL, FULL = 3, 3
CHANNELS, CLASSES = 4, 3


def _layers(padding: int) -> list[Convolution | MaxPooling]:
    block: list[Convolution | MaxPooling] = [
        Convolution(kernel=KERNEL, padding=padding),
        MaxPooling(kernel=2),
    ]
    return [*block, *block, Convolution(kernel=FULL)]


def _weights() -> list[Maps]:
    chance = np.random.default_rng(0)
    shapes = [(CHANNELS, 1, KERNEL), (CHANNELS, CHANNELS, KERNEL), (CLASSES, CHANNELS, FULL)]
    return [chance.integers(-4, 5, (*shape, shape[-1])) for shape in shapes]


def _convolved(values: Maps, weights: Maps, padding: int = 0) -> Maps:
    padded = np.pad(values, ((0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, weights.shape[2:], axis=(1, 2))
    return np.asarray(np.einsum("oiyx,ircyx->orc", weights, windows))


def _pooled(values: Maps) -> Maps:
    channels, rows, columns = values.shape
    return np.asarray(values.reshape(channels, rows // 2, 2, columns // 2, 2).max(axis=(2, 4)))


def _scores(image: Maps, padding: int) -> Maps:
    """The classes' scores at all places where the last kernel fits, (classes, rows, columns)."""
    *blocks, last = _weights()
    values = image
    for weights in blocks:
        values = _pooled(np.maximum(_convolved(values, weights, padding), 0))
    return _convolved(values, last)


def _window(padding: int) -> int:
    """The side of the image for which the classifier gives a single vote."""
    side = 1
    for layer in reversed(_layers(padding)):
        match layer:
            case Convolution():
                side += layer.kernel - 1 - 2 * layer.padding
            case MaxPooling():
                side *= layer.kernel
    return side


STEP = int(receptive_field(_layers(0)).jump)
PLACES = 15
"""Votes along a side, of the image that the small classifier is run on."""


def _image(side: int) -> Maps:
    grey: Maps = square.photograph(side).astype(np.int64).sum(axis=2, keepdims=True) // 3
    return grey.transpose(2, 0, 1)


def _one_by_one(image: Maps, side: int, padding: int) -> Maps:
    """The classifier applied to each window of its own, cut out, as (classes, rows, columns)."""
    places = range(0, image.shape[1] - side + 1, STEP)
    windows = [[image[:, row : row + side, column : column + side] for column in places] for row in places]
    scores = [[_scores(window, padding)[:, 0, 0] for window in line] for line in windows]
    return np.moveaxis(np.array(scores), -1, 0)


def _equal(one: Maps, other: Maps) -> int:
    """At how many places all scores are equal."""
    return int((one == other).all(axis=0).sum())


places = PLACES**2
window = {padding: _window(padding) for padding in (0, 1)}
_run = {padding: _image(window[padding] + STEP * (PLACES - 1)) for padding in (0, 1)}
_map = {padding: _scores(image, padding) for padding, image in _run.items()}
_cut = {padding: _one_by_one(image, window[padding], padding) for padding, image in _run.items()}
equal = {padding: _equal(_map[padding], _cut[padding]) for padding in (0, 1)}
"""Places at which the map of votes and the windows, cut out one by one, agree in every digit, by padding."""
same_winner = float((_map[1].argmax(0) == _cut[1].argmax(0)).mean())

# The padded map away from the image's border, against windows of all that its units see, without padding.
_margin = (window[0] - window[1]) // 2
_inner = range(-(-_margin // STEP), PLACES - -(-_margin // STEP))
_begins = _inner[0] * STEP - _margin
_surrounded = _run[1][:, _begins : _begins + window[0] + STEP * (len(_inner) - 1)]
_surrounded = _surrounded[:, :, _begins : _begins + window[0] + STEP * (len(_inner) - 1)]

inner = len(_inner) ** 2
equal_with_surroundings = _equal(
    _map[1][:, _inner[0] : _inner[-1] + 1, _inner[0] : _inner[-1] + 1],
    _one_by_one(_surrounded, window[0], 0),
)
"""Of the inner places, those at which the padded network says what the unpadded one says of such a window."""
