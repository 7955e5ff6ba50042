"""Semantic, instance, panoptic: three answers to the same five coins."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import panel
from photographs.regions import innermost
from scipy import ndimage
from skimage import data, filters, morphology

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, NARROW_PX, ORANGE, PURPLE, WIDE_PX

CUT = (slice(228, 294), slice(10, 331))
"""Rows and columns of the photograph: five coins, all whole."""
COLOURS = (BLUE, ORANGE, GREEN, PURPLE)
OPACITY = 0.7

Labels = NDArray[np.int64]


def photograph() -> NDArray[np.uint8]:
    pixels: NDArray[np.uint8] = data.coins()[CUT]  # type: ignore[no-untyped-call]
    return pixels


def coins() -> Labels:
    """Each coin's pixels bear its number, from left to right from 1; the ground bears 0.

    Brighter than Otsu's threshold, small gaps closed, small pieces left out; no two coins touch.
    """
    picture = photograph()
    bright = picture > filters.threshold_otsu(picture)  # type: ignore[no-untyped-call]
    closed = morphology.closing(bright, morphology.disk(3))  # type: ignore[no-untyped-call]
    opened = morphology.opening(ndimage.binary_fill_holes(closed), morphology.disk(5))  # type: ignore[no-untyped-call]
    pieces, count = ndimage.label(opened)
    middles = [np.flatnonzero((pieces == piece).any(axis=0)).mean() for piece in range(1, count + 1)]
    numbered = np.zeros(pieces.shape, np.int64)
    for number, piece in enumerate(np.argsort(middles), 1):
        numbered[pieces == piece + 1] = number
    return numbered


COINS = coins()
COUNT = int(COINS.max())
SIZES = np.bincount(COINS.ravel()).tolist()
"""The pixels of the ground, then of each coin."""
SMALLEST = SIZES.index(min(SIZES))
COIN_PX, GROUND_PX = sum(SIZES[1:]), SIZES[0]


def draw() -> Figure:
    width, left = 460, 2
    height = width * COINS.shape[0] / COINS.shape[1]
    figure = canvas(WIDE_PX, 4 * (height + 14))
    for row, (name, words) in enumerate(WORDS.items()):
        axes = panel(figure, left, row * (height + 14) + 2, width, height)
        _strip(axes, name, 13)
        for line, word in enumerate((name, *words)):
            _beside(axes, word, line, 13)
    return figure


def draw_narrow() -> Figure:
    width = NARROW_PX - 3
    height = width * COINS.shape[0] / COINS.shape[1]
    figure = canvas(NARROW_PX, 4 * (height + 34))
    for row, (name, words) in enumerate(WORDS.items()):
        axes = panel(figure, 1, row * (height + 34) + 22, width, height)
        _strip(axes, name, 12)
        where: dict[str, Any] = {"xycoords": "axes fraction", "textcoords": "offset points"}
        axes.annotate(name, (0, 1), (0, 6), fontsize=12, fontweight="bold", **where)
        axes.annotate(words[0], (1, 1), (0, 6), fontsize=12, ha="right", **where)
    return figure


def _strip(axes: Axes, name: str, text: float) -> None:
    """A strip with what it says of each coin written on it."""
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    rows, columns = COINS.shape
    axes.imshow(PAINTED[name], cmap="gray", extent=(0, columns, rows, 0), aspect="auto")
    if name != "photograph":
        for number in range(1, COUNT + 1):
            at = innermost(np.equal(COINS, number))
            word = "coin" if name == "semantic" else str(number)
            offset = (0, -0.36 * text)
            axes.annotate(word, at, offset, textcoords="offset points", ha="center", fontsize=text)
    if name in ("semantic", "panoptic"):
        x, _ = innermost(np.equal(COINS, SMALLEST))
        axes.text(x, 11, "ground", ha="center", fontsize=text - 1)  # Above the smallest coin there is room.


def _beside(axes: Axes, word: str, line: int, text: float) -> None:
    axes.annotate(
        word,
        (1, 1),
        (16, -(1.2 + 1.5 * line) * text),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=text,
        fontweight="normal" if line else "bold",
    )


def _painted(colour_of: Callable[[int], str | None]) -> NDArray[np.float64]:
    """Each number's pixels in its colour, or bare."""
    picture = np.zeros((*COINS.shape, 4))
    for number in range(COUNT + 1):
        colour = colour_of(number)
        if colour is not None:
            picture[np.equal(COINS, number)] = to_rgba(colour, OPACITY if number else 0.4)
    return picture


def _numbered(number: int) -> str | None:
    return COLOURS[(number - 1) % len(COLOURS)] if number else None


PAINTED: dict[str, NDArray[np.generic]] = {
    "photograph": photograph(),
    "semantic": _painted(lambda number: BLUE if number else GREY),
    "instances": _painted(_numbered),
    "panoptic": _painted(lambda number: _numbered(number) or GREY),
}
WORDS = {
    "photograph": (f"{COINS.shape[1]} × {COINS.shape[0]} pixels",),
    "semantic": ("a class for every pixel", f"{COIN_PX:,} coin, {GROUND_PX:,} ground"),
    "instances": (f"{COUNT} objects, each with a mask", "no word about the ground"),
    "panoptic": ("a class and an object", "for every pixel that has one"),
}

CAPTION = f"""A strip of a photograph of coins, labelled three ways. The semantic map says "coin" at
{COIN_PX:,} pixels and cannot say how many coins these are: two that touched would be one patch. Instances
are counted, {COUNT} of them, and leave the ground without a label. The panoptic map does both. This
course is about the first. The coins were found by a threshold on brightness; photograph: `coins` of
scikit-image.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    sizes = ", ".join(map(str, SIZES[1:]))
    return (
        f"Four strips of {COINS.shape[1]} by {COINS.shape[0]} pixels. A photograph of {COUNT} ancient "
        f"coins in a row. The semantic map: {COIN_PX:,} pixels coin, all in one colour, and {GROUND_PX:,} "
        f"ground. Instances: the coins numbered 1 to {COUNT} from the left, of {sizes} pixels, each in "
        "another colour than its neighbours, the ground bare. Panoptic: the same numbers, and the ground "
        "labelled too."
    )
