"""A label map enlarged by blending its numbers: between background and cup there appear saucer and spoon."""

import numpy as np
from enlargers import blended, copied, places
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import panel, whole_panel
from panels.label_maps import legend, painted
from photographs import coffee, square

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from maskmetrics import Mask

SIDE, STRIDE = 224, 16
CELLS = SIDE // STRIDE
COLOURS = {coffee.LABELS["saucer"]: ORANGE, coffee.LABELS["spoon"]: GREEN, coffee.LABELS["cup"]: BLUE}
CLASSES = len(COLOURS) + 1
NUMBERED = {
    "0 background": "none",
    **{f"{coffee.LABELS[name]} {name}": COLOURS[coffee.LABELS[name]] for name in ("saucer", "spoon", "cup")},
}
Labels = NDArray[np.int64]

TRUTH: Labels = square.label_map(SIDE)
SMALL: Labels = TRUTH[STRIDE // 2 :: STRIDE, STRIDE // 2 :: STRIDE]
"""The label in the middle of each cell."""

COPIED = copied(SMALL, STRIDE).astype(np.int64)
BLENDED = np.rint(blended(SMALL, SIDE, SIDE)).astype(np.int64)
SCORES_BLENDED: Labels = np.argmax([blended(label == SMALL, SIDE, SIDE) for label in range(CLASSES)], axis=0)
WAYS = {
    "labels copied": COPIED,
    "label numbers blended": BLENDED,
    "one plane a class blended": SCORES_BLENDED,
}


def invented(labels: Labels) -> Mask:
    """The pixels whose class none of the up to four cells round them has."""
    at = np.clip(places(CELLS, SIDE, aligned=False), 0, CELLS - 1)
    before = np.floor(at).astype(int)
    after = np.ceil(at).astype(int)
    around = [SMALL[np.ix_(rows, columns)] for rows in (before, after) for columns in (before, after)]
    found: Mask = ~np.any([labels == each for each in around], axis=0)
    return found


INVENTED = {way: invented(labels) for way, labels in WAYS.items()}
SPOON = {way: int(np.sum(labels == coffee.LABELS["spoon"])) for way, labels in WAYS.items()}
TRUE_SPOON = int(np.sum(coffee.LABELS["spoon"] == TRUTH))


def draw() -> Figure:
    side = (WIDE_PX - 2 * 24 - 2) / 3
    figure = canvas(WIDE_PX, side + 82)
    for place, way in enumerate(WAYS):
        _map(panel(figure, 1 + place * (side + 24), 24, side, side), way, 13)
    legend(whole_panel(figure), 0, side + 74, NUMBERED, 13)
    return figure


def draw_narrow() -> Figure:
    side = 200
    figure = canvas(NARROW_PX, 3 * (side + 62) + 16)
    for place, way in enumerate(WAYS):
        _map(panel(figure, 20, 22 + place * (side + 62), side, side), way, 12)
    legend(whole_panel(figure), 0, 3 * (side + 62) + 8, NUMBERED, 12)
    return figure


def _map(axes: Axes, way: str, text: float) -> None:
    axes.imshow(painted(WAYS[way], COLOURS), extent=(0, SIDE, SIDE, 0), aspect="auto")
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    count = int(INVENTED[way].sum())
    for words, at, up in ((way, 1, 7), (f"{count:,} pixels invented", 0, -1.4 * text - 2)):
        axes.annotate(
            words,
            (0, at),
            (0, up),
            xycoords="axes fraction",
            textcoords="offset points",
            fontsize=text,
            color=INK,
        )


FIRST, SECOND, THIRD = WAYS
CAPTION = f"""The photograph's label map, of which every {STRIDE}th label along rows and columns was kept,
enlarged again. Blending the numbers of the
labels puts a 1 or a 2 between a 0 and a 3: {int(INVENTED[SECOND].sum()):,} pixels get a class that no cell
around them has, and {SPOON[SECOND]:,} pixels are spoon, of which the truth has {TRUE_SPOON:,}. Blending one
plane for each class, and taking the largest, invents none.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(
        f"{way}: {int(INVENTED[way].sum()):,} invented, {SPOON[way]:,} pixels of spoon" for way in WAYS
    )
    return (
        "Three label maps of a cup on a saucer with a spoon. Copied, with outlines in steps; with blended "
        "numbers, smooth, but the cup "
        "has a rim of saucer and spoon all round; with blended planes, smooth and without such a rim. "
        f"{said}."
    )
