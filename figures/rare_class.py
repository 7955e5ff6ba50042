"""One classifier, four losses: cut at one half the spoons differ, each cut at its best they hardly do."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from panels.label_maps import outline, painted
from pixel_losses.fits import FITS, GAMMA, SIDE, SPOON

from computed_figures.canvas import canvas
from computed_figures.style import GREEN, GREY, NARROW_PX, WIDE_PX

HALF = 0.5
CUTS = {name: (HALF, found.best_cut) for name, found in FITS.items()}
IOU = {name: tuple(FITS[name].iou(cut) for cut in cuts) for name, cuts in CUTS.items()}
PIXELS = {name: int(found.painted(HALF).sum()) for name, found in FITS.items()}
RIGHT = {name: int((found.painted(HALF) & (SPOON > 0)).sum()) for name, found in FITS.items()}


def draw() -> Figure:
    side, gap = 150, 28
    figure = canvas(WIDE_PX, 2 * (side + 62) + 4)
    for place, name in enumerate(FITS):
        for row in (0, 1):
            axes = panel(figure, 1 + place * (side + gap), 24 + row * (side + 62), side, side)
            _map(axes, name, row, 13, title=row == 0)
    return figure


def draw_narrow() -> Figure:
    side, gap = 148, 22
    figure = canvas(NARROW_PX, 4 * (side + 66))
    for place, name in enumerate(FITS):
        for column in (0, 1):
            axes = panel(figure, 1 + column * (side + gap), 22 + place * (side + 66), side, side)
            _map(axes, name, column, 12, title=column == 0)
    return figure


def _map(axes: Axes, name: str, which: int, text: float, *, title: bool) -> None:
    cut = CUTS[name][which]
    axes.imshow(
        painted(FITS[name].painted(cut).astype(int), {1: GREEN}), extent=(0, SIDE, SIDE, 0), aspect="auto"
    )
    outline(axes, SPOON, 1)
    axes.set(xticks=[], yticks=[], xlim=(0, SIDE), ylim=(SIDE, 0))
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    if title:
        axes.annotate(
            name,
            (0, 1),
            (0, 7),
            xycoords="axes fraction",
            textcoords="offset points",
            fontsize=text,
            fontweight="bold",
        )
    words = (f"cut at {cut:.2f}", f"IoU {IOU[name][which]:.2f}")
    for line, word in enumerate(words):
        up = -1.35 * (line + 1) * text - 1
        axes.annotate(
            word, (0, 0), (0, up), xycoords="axes fraction", textcoords="offset points", fontsize=text
        )


TRUE_PIXELS = int(SPOON.sum())
PLAIN, BALANCED, FOCAL, DICE = FITS
CAPTION = f"""The same classifier by colour, fitted to the spoon (outline) with four losses until it moves
no more; green is what it paints. *Cut at one half*: cross-entropy and focal loss (γ&nbsp;=&nbsp;{GAMMA})
paint nothing of the spoon's {TRUE_PIXELS} pixels, weights paint {PIXELS[BALANCED]:,} pixels,
{RIGHT[BALANCED]} of them right, Dice paints {PIXELS[DICE]}, {RIGHT[DICE]} of them right. *Cut where it
is best* for the IoU, at {CUTS[PLAIN][1]:.2f}, {CUTS[BALANCED][1]:.2f}, {CUTS[FOCAL][1]:.2f} and
{CUTS[DICE][1]:.2f}: all four come to an IoU of about {IOU[PLAIN][1]:.2f}. Colour alone
does not tell a spoon from other things of its colour, and no loss adds what the classifier cannot see.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(
        f"{name}: "
        + ", ".join(f"cut at {cut:.2f} IoU {IOU[name][place]:.2f}" for place, cut in enumerate(CUTS[name]))
        for name in FITS
    )
    return (
        "Eight maps of the photograph with the outline of the spoon. Cut at one half, two are empty, one "
        "is painted over "
        "large parts of cup and saucer as well, one in the spoon and some spots. Cut where each is best, "
        f"all look alike. {said}."
    )
