"""One image in patches of three sizes: the larger they are, the more of it lies in mixed ones."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import panel
from panels.label_maps import outline, painted
from panels.words import percent
from patches import CUTS, LABELS, SIDE, SPOON, Cut
from photographs import coffee

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, INK, NARROW_PX, ORANGE, WIDE_PX

PAINT = {coffee.LABELS["saucer"]: ORANGE, coffee.LABELS["spoon"]: GREEN, coffee.LABELS["cup"]: BLUE}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 300)
    for place, cut in enumerate(CUTS.values()):
        _panel(figure, cut, place * 234, 22, 218, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 906)
    for place, cut in enumerate(CUTS.values()):
        _panel(figure, cut, 42, 22 + place * 302, 234, 13)
    return figure


def _panel(figure: Figure, cut: Cut, left: float, top: float, side: float, text: float) -> None:
    axes = panel(figure, left, top, side, side)
    axes.set_axis_off()
    axes.imshow(painted(LABELS, PAINT), extent=(0, SIDE, SIDE, 0), aspect="auto", alpha=0.55)
    for label in coffee.LABELS.values():
        outline(axes, np.equal(LABELS, label), width=0.8)
    _mixed(axes, cut)
    axes.add_patch(Rectangle((0, 0), SIDE, SIDE, fill=False, edgecolor=INK, linewidth=0.8))
    axes.set(xlim=(0, SIDE), ylim=(SIDE, 0))
    pixel = SIDE / side
    axes.text(
        0, -0.5 * text * pixel, f"patches of {cut.patch}: {cut.count}", fontsize=text, fontweight="bold"
    )
    for line, said in enumerate(
        (f"mixed: {percent(cut.mixed_share)} of the pixels", f"spoon at best: IoU {cut.spoon_iou:.2f}")
    ):
        axes.text(0, SIDE + (1.3 * line + 1.4) * text * pixel, said, fontsize=text)


def _mixed(axes: Axes, cut: Cut) -> None:
    """Frame each patch with more than one class."""
    for row, column in np.argwhere(cut.mixed):
        corner = (column * cut.patch, row * cut.patch)
        axes.add_patch(Rectangle(corner, cut.patch, cut.patch, fill=False, edgecolor=INK, linewidth=0.9))


COVERED = float(SPOON.mean())

CAPTION = f"""The label map of the coffee, {SIDE} pixels a side. Framed is every patch that holds more
than one class: no
single label is right for all of it. *Spoon at best*: the spoon, {percent(COVERED)} of the image, painted
in whole
patches that were chosen with the truth in hand. A token is not one label, so a network may do better
than that, as far
as the numbers of the token tell where in its patch the spoon lies.
"""

ALT = (
    "Three copies of a label map of a cup, a spoon and a saucer, with frames round the patches that "
    "hold more than one "
    "class. They form a band along the outlines, the narrower, the smaller the patches. "
    + "; ".join(
        f"patches of {cut.patch}: {cut.count} patches, {int(cut.mixed.sum())} of them mixed, with "
        f"{percent(cut.mixed_share)} of the pixels; spoon at best IoU {cut.spoon_iou:.2f}"
        for cut in CUTS.values()
    )
    + "."
)
