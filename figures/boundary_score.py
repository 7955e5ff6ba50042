"""Boundary F1 on the spoon: what of the drawn outline is right, and what of the true outline is found."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import panel
from panels.words import percent
from photographs import coffee
from scipy import ndimage
from scored_map import FINE, FINE_STRIDE, TRUTH

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, NARROW_PX, ORANGE, WIDE_PX
from maskmetrics import Mask, boundary, boundary_f1

TOLERANCE_PX = 2
SPOON = TRUTH["spoon"]
DRAWN: Mask = FINE["shares"] == coffee.LABELS["spoon"]
OUTLINES = {"true": boundary(SPOON), "drawn": boundary(DRAWN)}
LEFT, TOP, WIDTH, HEIGHT = 296, 52, 122, 270


def near(outline: Mask) -> Mask:
    """The pixels at most TOLERANCE_PX from an outline."""
    close: Mask = ndimage.distance_transform_edt(~outline) <= TOLERANCE_PX
    return close


GOOD = {
    "drawn": OUTLINES["drawn"] & near(OUTLINES["true"]),
    "true": OUTLINES["true"] & near(OUTLINES["drawn"]),
}
PRECISION, RECALL = (float(GOOD[which].sum() / OUTLINES[which].sum()) for which in ("drawn", "true"))
F1 = boundary_f1(SPOON, DRAWN, TOLERANCE_PX)
PANELS = {
    "drawn": ("the drawn outline", f"precision {PRECISION:.2f}"),
    "true": ("the true outline", f"recall {RECALL:.2f}"),
}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 470)
    for place, which in enumerate(PANELS):
        _outline(panel(figure, 100 + place * 260, 26, 190, 190 * HEIGHT / WIDTH), which, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 368)
    for place, which in enumerate(PANELS):
        _outline(panel(figure, 1 + place * 162, 24, 142, 142 * HEIGHT / WIDTH), which, 12)
    return figure


def _outline(axes: Axes, which: str, text: float) -> None:
    """One outline pixel by pixel, near the other one or not, over the band that counts as near."""
    other = "true" if which == "drawn" else "drawn"
    piece = slice(TOP, TOP + HEIGHT), slice(LEFT, LEFT + WIDTH)
    picture: NDArray[np.float64] = np.zeros((HEIGHT, WIDTH, 4))
    picture[near(OUTLINES[other])[piece]] = to_rgba(GREY, 0.4)
    picture[GOOD[which][piece]] = to_rgba(BLUE)
    missed = (OUTLINES[which] & ~GOOD[which])[piece]
    picture[ndimage.binary_dilation(missed, np.ones((2, 2)))] = to_rgba(ORANGE)
    axes.imshow(picture, extent=(0, WIDTH, HEIGHT, 0), aspect="auto")
    axes.set(xticks=[], yticks=[], xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    title, score = PANELS[which]
    for words, at, up, bold in ((title, 1, 7, True), (score, 0, -1.4 * text - 2, False)):
        axes.annotate(
            words,
            (0, at),
            (0, up),
            xycoords="axes fraction",
            textcoords="offset points",
            fontsize=text,
            fontweight="bold" if bold else "normal",
        )


CAPTION = f"""The spoon from cells of {FINE_STRIDE}×{FINE_STRIDE} pixels that keep shares, scored with a
tolerance of {TOLERANCE_PX} pixels. Grey is what lies that near to the *other* outline; blue pixels of an
outline lie within it, orange ones (drawn thicker) do not. {percent(PRECISION)} of the drawn outline is near
the true one, {percent(RECALL)} of the true one is near the drawn: nothing was drawn where the neck is. The
harmonic mean is {F1:.2f}.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    return (
        "Two outlines of a spoon, each over a grey band round the other. The drawn outline, of two large "
        "pieces and two specks between them, lies "
        f"almost wholly in its band, precision {PRECISION:.2f}. The true outline leaves its band along "
        "the thin neck of "
        f"the spoon, recall {RECALL:.2f}. Boundary F1 {F1:.2f}."
    )
