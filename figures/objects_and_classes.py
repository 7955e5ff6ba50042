"""Semantic, instance, panoptic: three answers to the same five coins, of which two pairs touch."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import panel
from panels.label_maps import outline
from photographs.regions import innermost
from scipy import ndimage
from skimage import data, filters, morphology

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, NARROW_PX, ORANGE, PURPLE, WIDE_PX
from maskmetrics import Mask

CUT = (slice(228, 294), slice(10, 331))
"""Rows and columns of the photograph: five coins, all whole, none touching another."""
PUSHED = (2, 5)
"""These coins are moved to the left, and what stands right of them with them, until they touch."""
OVERLAP_PX = 14
"""By so much a moved coin lies over its neighbour."""
COLOURS = (BLUE, ORANGE, GREEN, PURPLE, BLUE)
OPACITY = 0.7

Picture = NDArray[np.uint8]
Labels = NDArray[np.int64]


def found(picture: Picture) -> Labels:
    """Each coin's pixels bear its number, from left to right from 1; the ground bears 0.

    Brighter than Otsu's threshold, small gaps closed, small pieces left out.
    """
    bright = picture > filters.threshold_otsu(picture)  # type: ignore[no-untyped-call]
    closed = morphology.closing(bright, morphology.disk(3))  # type: ignore[no-untyped-call]
    opened = morphology.opening(ndimage.binary_fill_holes(closed), morphology.disk(5))  # type: ignore[no-untyped-call]
    pieces, count = ndimage.label(opened)
    middles = [np.flatnonzero((pieces == piece).any(axis=0)).mean() for piece in range(1, count + 1)]
    numbered = np.zeros(pieces.shape, np.int64)
    for number, piece in enumerate(np.argsort(middles), 1):
        numbered[pieces == piece + 1] = number
    return numbered


def pushed(picture: Picture, coins: Labels, number: int) -> tuple[Picture, Labels]:
    """Take away columns before a coin, so that it and all on its right come to lie over its neighbour."""
    before, own = (np.flatnonzero((coins == each).any(axis=0)) for each in (number - 1, number))
    gone = own.min() - before.max() - 1 + OVERLAP_PX
    seam = (before.max() + own.min() + 1) // 2
    lap, moved = slice(seam - gone, seam), slice(seam, seam + gone)
    stood, came = coins[:, lap], coins[:, moved]
    # On top lies the coin that came, with the dark pixels of its rim, then the one that stood.
    above = (stood == 0) | ndimage.binary_dilation(came == number)
    return (
        np.hstack(
            [
                picture[:, : lap.start],
                np.where(above, *(picture[:, at] for at in (moved, lap))),
                picture[:, moved.stop :],
            ]
        ),
        np.hstack([coins[:, : lap.start], np.where(came > 0, came, stood), coins[:, moved.stop :]]),
    )


def pushed_together() -> tuple[Picture, Labels]:
    picture: Picture = data.coins()[CUT]  # type: ignore[no-untyped-call]
    coins = found(picture)
    for number in PUSHED:
        picture, coins = pushed(picture, coins, number)
    return picture, coins


PHOTOGRAPH, COINS = pushed_together()
COUNT = int(COINS.max())
PATCHES, PATCH_COUNT = ndimage.label(COINS > 0)
"""What counting the connected patches of the class gives."""
MEMBERS = [sorted(set(COINS[patch == PATCHES].tolist())) for patch in range(1, PATCH_COUNT + 1)]
"""The coins that each patch is made of."""
SIZES = np.bincount(COINS.ravel()).tolist()
"""The pixels of the ground, then of each coin, as far as it is seen."""
COIN_PX, GROUND_PX = sum(SIZES[1:]), SIZES[0]


def draw() -> Figure:
    width, left = 440, 2
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
    figure = canvas(NARROW_PX, 4 * (height + 50))
    for row, (name, words) in enumerate(WORDS.items()):
        axes = panel(figure, 1, row * (height + 50) + 40, width, height)
        _strip(axes, name, 12)
        where: dict[str, Any] = {"xycoords": "axes fraction", "textcoords": "offset points", "fontsize": 12}
        axes.annotate(name, (0, 1), (0, 22), fontweight="bold", **where)
        axes.annotate(", ".join(words), (0, 1), (0, 6), **where)
    return figure


def _strip(axes: Axes, name: str, text: float) -> None:
    """A strip with what it says of each patch or coin written on it."""
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    rows, columns = COINS.shape
    axes.imshow(PAINTED[name], cmap="gray", extent=(0, columns, rows, 0), aspect="auto")
    for mask, word in _written(name):
        axes.annotate(
            word, innermost(mask), (0, -0.36 * text), textcoords="offset points", ha="center", fontsize=text
        )
        outline(axes, mask, 0.8)
    if name in ("semantic", "panoptic"):
        axes.text(_widest_gap(slice(2, 13)), 12, "ground", ha="center", fontsize=text - 1)
    axes.set(xlim=(0, columns), ylim=(rows, 0))


def _widest_gap(rows: slice) -> float:
    """The middle of the longest stretch of columns that have nothing but ground in these rows."""
    ends = np.flatnonzero(np.diff(np.pad((COINS[rows] == 0).all(axis=0).astype(int), 1))).reshape(-1, 2)
    begin, end = max(ends.tolist(), key=lambda stretch: stretch[1] - stretch[0])
    return float(begin + end) / 2


def _written(name: str) -> list[tuple[Mask, str]]:
    """The pieces that a map tells apart, with what it calls them."""
    if name == "semantic":
        return [(patch == PATCHES, "coin") for patch in range(1, PATCH_COUNT + 1)]
    if name == "photograph":
        return []
    prefix = "coin " if name == "panoptic" else ""
    return [(np.equal(COINS, number), f"{prefix}{number}") for number in range(1, COUNT + 1)]


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
            picture[number == COINS] = to_rgba(colour, OPACITY if number else 0.4)
    return picture


def numbered(number: int) -> str | None:
    return COLOURS[number - 1] if number else None


PAINTED: dict[str, NDArray[np.generic]] = {
    "photograph": PHOTOGRAPH,
    "semantic": _painted(lambda number: BLUE if number else GREY),
    "instances": _painted(numbered),
    "panoptic": _painted(lambda number: numbered(number) or GREY),
}
WORDS = {
    "photograph": (f"{COUNT} coins, two pairs touch", f"{COINS.shape[1]} × {COINS.shape[0]} pixels"),
    "semantic": ("a class for every pixel", f"{PATCH_COUNT} patches of coin"),
    "instances": (f"{COUNT} coins, each with a mask", "no word about the ground"),
    "panoptic": ("a class for every pixel", "a number for every coin"),
}

CAPTION = f"""{COUNT} coins, labelled three ways. Lines are drawn along every border that a map contains.
The semantic map has {PATCH_COUNT} connected patches of "coin". A coin that stands alone is a patch of its
own, and counting patches would count it rightly. Where two coins touch, the class is the same on both
sides, so the map has no border there. The waist of the patch suggests two coins, but one object of that
outline would have the same labels. The instance map numbers all {COUNT} coins and leaves the ground without
a label; the panoptic map also labels the ground. This course is about the first. Photograph: `coins` of
scikit-image, from the Brooklyn Museum, which knows of no copyright restrictions. There all coins stand
apart; for this figure two were moved over their neighbours. The masks are a threshold on brightness.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    sizes = ", ".join(map(str, SIZES[1:]))
    patches = "; ".join(
        f"coins {' and '.join(map(str, coins))}" if len(coins) > 1 else f"coin {coins[0]}"
        for coins in MEMBERS
    )
    return (
        f"Four strips of {COINS.shape[1]} by {COINS.shape[0]} pixels. A photograph of {COUNT} ancient coins "
        f"in a row, of which some overlap. The semantic map: {COIN_PX:,} pixels coin, all in one colour, in "
        f"{PATCH_COUNT} patches ({patches}), and {GROUND_PX:,} ground. Instances: the coins numbered 1 to "
        f"{COUNT} from the left, {sizes} pixels, each in another colour than its neighbours, a line between "
        "those that touch, the ground bare. Panoptic: the same numbers, and the ground labelled too."
    )
