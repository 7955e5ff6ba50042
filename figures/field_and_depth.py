"""Layer by layer the field grows in a straight line, and the part that acts grows ever more slowly."""

from functools import cache

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from panels.words import percent
from random_stacks import SHARE, side_of_square, threes

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, NARROW_PX, ORANGE, WIDE_PX

MOST = 40
NETWORKS = 24
DEPTHS = range(1, MOST + 1)
MEASURED = (5, 10, 15, 20)

FIELDS = {depth: threes(depth).field for depth in DEPTHS}
SQUARES = {depth: threes(depth).square_of_paths for depth in DEPTHS}


@cache
def measured(depth: int) -> int:
    """Side of the square that holds SHARE of the squared gradient of networks with random weights."""
    return side_of_square(threes(depth).squared_gradients(NETWORKS))


def draw() -> Figure:
    figure = canvas(WIDE_PX, 300)
    _chart(panel(figure, 44, 26, WIDE_PX - 44 - 150, 226), 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 300)
    _chart(panel(figure, 32, 26, NARROW_PX - 32 - 108, 226), 12)
    return figure


def _chart(axes: Axes, text: float) -> None:
    axes.set(xlim=(0, MOST), ylim=(0, FIELDS[MOST]))
    axes.set_xticks(range(0, MOST + 1, 10))
    axes.tick_params(labelsize=text)
    axes.set_xlabel("convolutions of 3×3, stride 1", fontsize=text)
    axes.annotate(
        "pixels along a side",
        (0, 1),
        (-24, 12),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=text,
    )
    axes.plot([*FIELDS], [*FIELDS.values()], color=ORANGE, linewidth=2, linestyle="--", clip_on=False)
    axes.plot([*SQUARES], [*SQUARES.values()], color=BLUE, linewidth=2)
    dots = [measured(depth) for depth in MEASURED]
    axes.plot(MEASURED, dots, "o", color=BLUE, markersize=7, clip_on=False)
    for word, value, off in (
        ("field", FIELDS[MOST], 0.0),
        (f"holds {percent(SHARE)}", SQUARES[MOST], 0.5 * text),
        ("of the gradient", SQUARES[MOST], -0.8 * text),
    ):
        axes.annotate(word, (MOST, value), (7, off - 0.36 * text), textcoords="offset points", fontsize=text)


CAPTION = f"""The side of the receptive field of stacked 3×3 convolutions (broken line), and that of the
square which holds {percent(SHARE)} of the squared gradient if this goes with the number of paths (unbroken
line). The dots were measured, each on {NETWORKS} networks with random weights. At {MOST} layers the field has
{FIELDS[MOST]} pixels a side and the square {SQUARES[MOST]}.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(f"{depth} layers: {FIELDS[depth]} and {SQUARES[depth]}" for depth in (5, 10, 20, 40))
    dots = ", ".join(f"{measured(depth)} at {depth} layers" for depth in MEASURED)
    return (
        f"Two lines against the number of layers, 1 to {MOST}. The side of the field rises in a straight "
        f"line, that of the square which holds most of the gradient rises ever more slowly. {said}. Measured "
        f"dots lie on the lower line: {dots}."
    )
