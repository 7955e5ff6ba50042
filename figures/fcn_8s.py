"""How FCN-8s adds scores: the coarser ones enlarged by 2, the finer ones cut to fit, their sum, once more."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import whole_panel
from panels.grids import arrow

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, INK, NARROW_PX, ORANGE, WIDE_PX
from convarith import Crop, trace
from convarith.networks import fcn8s

IMAGE = 500
TRACE = trace(fcn8s(), IMAGE)
NODES = {node.name: node.layer for node in fcn8s().nodes}


def side(layer: str) -> int:
    return TRACE[layer].shape.size


def offset(layer: str) -> int:
    """How many positions a crop cuts off at the top and on the left."""
    crop = NODES[layer]
    if not isinstance(crop, Crop):
        raise TypeError(f"{layer} is no crop")
    return crop.offset


@dataclass(frozen=True)
class Addition:
    """Scores of a pooling that are cut to fit, those that come enlarged from below, and their sum."""

    pool: str
    from_below: str

    @property
    def own(self) -> int:
        return side(f"score_{self.pool}")

    @property
    def sum(self) -> int:
        return side(f"fuse_{self.pool}")

    @property
    def offset(self) -> int:
        return offset(f"score_{self.pool}c")


COARSEST = side("score_fr")
ADDITIONS = (Addition("pool4", "upscore2"), Addition("pool3", "upscore_pool4"))
ENLARGED, CUT = side("upscore8"), side("score")


def draw() -> Figure:
    figure = canvas(WIDE_PX, 330)
    _whole(whole_panel(figure), (110, 330, 540), 1, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 330)
    _whole(whole_panel(figure), (44, 160, 276), 0.95, 12)
    return figure


def _whole(axes: Axes, middles: tuple[float, float, float], scale: float, text: float) -> None:
    """Three rows, from the coarsest scores to the finest: own scores, those from below, their sum."""
    own, below, added = middles
    _square(axes, (own, 50), COARSEST * scale, BLUE)
    _named(axes, (own, 50), COARSEST, scale, "last map", text)
    start = (own + COARSEST * scale / 2 + 4, 50.0)
    layers = [(BLUE, 0.8)]
    for each, height, colour in zip(ADDITIONS, (126, 242), (ORANGE, GREEN), strict=True):
        came = (below, height - each.sum * scale / 2 - 4)
        arrow(axes, start, came)
        middle = ((start[0] + came[0]) / 2 + 12, (start[1] + came[1]) / 2 + (8 if start[0] > came[0] else -4))
        axes.text(*middle, "×2", fontsize=text)
        _square(axes, (own, height), each.own * scale, colour, fill=0.45)
        first = (each.offset + each.sum / 2 - each.own / 2) * scale
        _square(axes, (own + first, height + first), each.sum * scale, INK, fill=0, width=1.8)
        _named(axes, (own, height), each.own, scale, each.pool, text)
        _added(axes, (below, height), each.sum * scale, layers)
        _named(axes, (below, height), each.sum, scale, "", text)
        layers.append((colour, 0.6))
        _added(axes, (added, height), each.sum * scale, layers)
        _named(axes, (added, height), each.sum, scale, "sum", text)
        half = each.own * scale / 2
        axes.text(
            (own + half + below - each.sum * scale / 2) / 2, height + 5, "+", ha="center", fontsize=text + 4
        )
        axes.text((below + added) / 2, height + 5, "=", ha="center", fontsize=text + 4)
        start = (added - each.sum * scale / 2 - 4, height + each.sum * scale / 4)
    right = added + ADDITIONS[-1].sum * scale / 2
    axes.text(right, 318, f"×8: {ENLARGED}, cut to {CUT}", ha="right", fontsize=text)


def _added(axes: Axes, middle: tuple[float, float], side_px: float, layers: list[tuple[str, float]]) -> None:
    """Scores in the mixture of the colours that were added to them so far."""
    for colour, fill in layers:
        _square(axes, middle, side_px, colour, fill=fill)


def _square(
    axes: Axes, middle: tuple[float, float], side_px: float, colour: str, fill: float = 0.8, width: float = 1
) -> None:
    corner = (middle[0] - side_px / 2, middle[1] - side_px / 2)
    if fill:
        axes.add_patch(Rectangle(corner, side_px, side_px, facecolor=colour, alpha=fill, linewidth=0))
    axes.add_patch(Rectangle(corner, side_px, side_px, fill=False, edgecolor=colour, linewidth=width))


def _named(axes: Axes, middle: tuple[float, float], size: int, scale: float, word: str, text: float) -> None:
    x, low = middle[0], middle[1] + size * scale / 2
    axes.text(x, low + 1.2 * text, f"{size}×{size}", ha="center", fontsize=text)
    if word:
        axes.text(x, middle[1] - size * scale / 2 - 0.5 * text, word, ha="center", fontsize=text)


FOUR, THREE = ADDITIONS

CAPTION = f"""Scores of FCN-8s for an image of {IMAGE}×{IMAGE}, to scale, one channel for each class. Those of
the last map, {COARSEST}×{COARSEST}, are enlarged by 2 to {FOUR.sum}×{FOUR.sum}. From the
{FOUR.own}×{FOUR.own} scores of pool4 the framed part is cut, beginning at position {FOUR.offset}, and added.
The sum goes the same way to pool3, and what comes out is enlarged by 8 to {ENLARGED}×{ENLARGED} and
cut to the size of the image.
"""

ALT = (
    f"Three rows of squares. First: scores of the last map, {COARSEST} by {COARSEST}. An arrow “×2” leads to "
    f"the second row: scores of pool4, {FOUR.own} by {FOUR.own}, with a frame of {FOUR.sum} by {FOUR.sum} in "
    f"it, plus the enlarged ones, make a sum of {FOUR.sum} by {FOUR.sum}. An arrow “×2” leads from it to the "
    f"third row: scores of pool3, {THREE.own} by {THREE.own}, with a frame of "
    f"{THREE.sum}, plus the enlarged ones, make a sum of {THREE.sum} by {THREE.sum}, which is "
    f"enlarged by 8 and cut to {CUT}."
)
