"""Adding and concatenating as architecture diagrams draw them: boxes for maps, a sign for the operation."""

from add_or_concatenate import ADDED, BOTH, RISEN, SKIP, Joining
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle
from panels import whole_panel
from panels.grids import arrow

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, INK, NARROW_PX, ORANGE, PURPLE, WIDE_PX
from convarith import Shape

HEIGHT = 64


def draw() -> Figure:
    figure = canvas(WIDE_PX, 236)
    axes = whole_panel(figure)
    for joining, left in ((ADDED, 4), (BOTH, 360)):
        _diagram(axes, joining, left, 20, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 480)
    axes = whole_panel(figure)
    for joining, top in ((ADDED, 20), (BOTH, 262)):
        _diagram(axes, joining, 4, top, 12)
    return figure


def _diagram(axes: Axes, joining: Joining, left: float, top: float, text: float) -> None:
    """Two maps to the left, the operation in a circle, what comes out to the right; widths are channels."""
    middle = (left + 130, top + HEIGHT + 20)
    for shape, y, colour in ((RISEN, top, ORANGE), (SKIP, top + HEIGHT + 44, BLUE)):
        _map(axes, left, y, shape, colour, text)
        arrow(axes, (left + 44, y + HEIGHT / 2), (middle[0] - 12, middle[1]))
    axes.add_patch(Circle(middle, 11, fill=False, edgecolor=INK, linewidth=1.4))
    sign = "+" if joining is ADDED else "C"
    axes.text(middle[0], middle[1] + 0.36 * text, sign, ha="center", fontsize=text)
    arrow(axes, (middle[0] + 12, middle[1]), (middle[0] + 62, middle[1]))
    out = (middle[0] + 70, middle[1] - HEIGHT / 2)
    if joining is ADDED:
        _map(axes, *out, joining.shape, PURPLE, text)
    else:
        half = _width(joining.shape) / 2
        _map(axes, *out, joining.shape, ORANGE, text)
        axes.add_patch(Rectangle((out[0] + half, out[1]), half, HEIGHT, facecolor=BLUE, edgecolor=INK))


def _map(axes: Axes, left: float, top: float, shape: Shape, colour: str, text: float) -> None:
    axes.add_patch(Rectangle((left, top), _width(shape), HEIGHT, facecolor=colour, edgecolor=INK))
    axes.text(left, top + HEIGHT + 1.4 * text, f"{shape.channels}×{shape.size}×{shape.size}", fontsize=text)


def _width(shape: Shape) -> float:
    return (shape.channels or 0) / 2


CAPTION = f"""Element-wise addition (+) and concatenation along the channels (C) of two maps at U-Net's finest
level. The sum has {ADDED.channels} channels, the concatenation {BOTH.channels}.
"""

ALT = (
    f"Two diagrams. Two boxes of {RISEN.channels} and {SKIP.channels} channels lead into a circle. From a "
    f"plus comes a box of {ADDED.channels} channels; from a C a box twice as wide, {BOTH.channels} channels."
)
