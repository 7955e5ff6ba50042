"""Where fields lie: five units over one place of a photograph, and one in the corner of the map."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import panel
from panels.words import percent
from photographs import square

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, INK, NARROW_PX, WIDE_PX
from convarith import trace
from convarith.networks import vgg16

SIDE = 224
TRACE = trace(vgg16(), SIDE)
OVER = (150, 152)
"""Column and row of the pixel that is looked at: on the bowl of the spoon."""
STAGES = [f"pool{stage}" for stage in range(1, 6)]


@dataclass(frozen=True)
class Seen:
    """What a unit sees along each axis: its first and its last pixel, counted as the image's."""

    columns: tuple[int, int]
    rows: tuple[int, int]

    @property
    def side(self) -> int:
        return self.columns[1] - self.columns[0] + 1

    @property
    def inside(self) -> float:
        """The share of the field that lies in the image; the rest is padding."""
        shares = (
            (min(last, SIDE - 1) - max(first, 0) + 1) / (last - first + 1)
            for first, last in (self.columns, self.rows)
        )
        across, down = shares
        return across * down


def seen(layer: str, column: int, row: int) -> Seen:
    """What the unit in a column and row of a layer's map sees."""
    field = TRACE[layer].field
    reads = [field.positions(unit) for unit in (column, row)]
    (left, right), (top, bottom) = ((min(each), max(each)) for each in reads)
    return Seen((left, right), (top, bottom))


def above(layer: str) -> Seen:
    """What the unit sees whose field has its middle nearest to the pixel that is looked at."""
    step = TRACE[layer]
    column, row = (
        min(range(step.shape.size), key=lambda unit: abs(step.field.start + unit * step.field.jump - pixel))
        for pixel in OVER
    )
    return seen(layer, column, row)


FIELDS = {layer: above(layer) for layer in STAGES}
CORNER = seen(STAGES[-1], 0, 0)
RIM = -CORNER.columns[0] + 4
"""Pixels that are shown to the left of the image and above it, so that the corner's field has room."""
LABELS = (38, 102, 128, 152, 176)
"""How far down the words for the fields stand, from the largest field to the smallest."""


def draw() -> Figure:
    figure = canvas(WIDE_PX, 350)
    _nested(figure, 0, 24, 1, 13)
    _corner(figure, WIDE_PX - RIM - SIDE - 6, 24, 1, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 640)
    _nested(figure, 0, 22, 0.95, 12)
    _corner(figure, 0, 322, 0.95, 12)
    return figure


def _nested(figure: Figure, left: float, top: float, pixel: float, text: float) -> None:
    """The five fields over the photograph, their names to its right."""
    axes = _photograph(figure, left, top, (0, 330), (0, 254), pixel)
    axes.text(0, -0.6 * text, "units over the spoon", fontsize=text, fontweight="bold")
    for place, (layer, each) in enumerate(FIELDS.items()):
        _frame(axes, each, *_look(place))
        height = LABELS[-1 - place]
        axes.plot([each.columns[1] + 1, 256], [each.rows[0], height], color=INK, linewidth=0.9)
        axes.text(260, height, f"{layer}: {each.side}", va="center", fontsize=text)


def _look(place: int) -> tuple[str, str]:
    """Colour and dash of a field: neighbours differ in both, and each looks alike in both pictures.

    White stays within the photograph, where orange would be lost on the saucer.
    """
    return ("white", "--") if place % 2 else (BLUE, "-")


def _corner(figure: Figure, left: float, top: float, pixel: float, text: float) -> None:
    axes = _photograph(figure, left, top, (-RIM, SIDE + 6), (-RIM, SIDE + 6), pixel)
    axes.text(-RIM, -RIM - 0.6 * text, f"the corner unit of {STAGES[-1]}", fontsize=text, fontweight="bold")
    _frame(axes, CORNER, *_look(len(STAGES) - 1))
    axes.text(CORNER.columns[0] + 6, CORNER.rows[0] + 1.7 * text, "padding", fontsize=text)


def _photograph(
    figure: Figure, left: float, top: float, columns: tuple[int, int], rows: tuple[int, int], pixel: float
) -> Axes:
    """The photograph in axes that show so many pixels, the image's first being 0."""
    axes = panel(figure, left, top, (columns[1] - columns[0]) * pixel, (rows[1] - rows[0]) * pixel)
    edge = SIDE - 0.5
    axes.imshow(square.photograph(SIDE), extent=(-0.5, edge, edge, -0.5), aspect="auto")
    axes.set(xlim=columns, ylim=rows[::-1])
    axes.set_axis_off()
    return axes


def _frame(axes: Axes, each: Seen, colour: str, dashes: str) -> None:
    corner = (each.columns[0] - 0.5, each.rows[0] - 0.5)
    frame = Rectangle(corner, each.side, each.side, fill=False, edgecolor=colour, linestyle=dashes)
    frame.set(linewidth=2.2, clip_on=False)
    axes.add_patch(frame)


CAPTION = f"""What units of VGG-16 see of an image of {SIDE}×{SIDE} pixels. *Units over the spoon*: after each
of the five poolings, the one whose field has its middle nearest to the same pixel of the bowl; fields of
{", ".join(str(each.side) for each in FIELDS.values())} pixels a side. *The corner unit*: the one in the
upper left corner of the last map. Its field is as large as that of its neighbours, and only
{percent(CORNER.inside)} of it lies in the image. Photograph: Rachel Michetti, CC0, as scikit-image ships it.
"""

ALT = (
    f"Twice the photograph of a cup of coffee, {SIDE} pixels a side, with room round it. First, five nested "
    "squares round the bowl of the spoon: "
    + ", ".join(f"after {layer} {each.side} pixels a side" for layer, each in FIELDS.items())
    + f"; the largest leaves the image, {percent(FIELDS[STAGES[-1]].inside)} of it lies inside. Second, a "
    f"square of {CORNER.side} pixels that begins {-CORNER.columns[0]} pixels to the left of the image and as "
    f"many above it and ends inside; {percent(CORNER.inside)} of it covers the photograph."
)
