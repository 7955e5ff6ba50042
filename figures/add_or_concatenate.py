"""Two maps joined in two ways, and the weights that the next layer needs for them."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import sheet
from panels.grids import arrow

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from convarith import Addition, Concatenation, Convolution, Shape, trace
from convarith.networks import unet

TILE = 572
LEVEL = "up1"  # the finest
KERNEL = 3


STEPS = trace(unet(), TILE)
SKIP, RISEN = (STEPS[name].shape for name in STEPS[f"{LEVEL}.concat"].inputs)
OUT = RISEN.channels or 0


@dataclass(frozen=True)
class Joining:
    """A way to join the maps, and the next convolution, which gives as many channels as one of them has."""

    title: str
    shape: Shape

    @property
    def weights(self) -> int:
        layer = Convolution(channels=OUT, kernel=KERNEL, bias=False)
        return layer.parameters(self.shape) or 0

    @property
    def channels(self) -> int:
        return self.shape.channels or 0

    @property
    def product(self) -> str:
        return f"{KERNEL**2} · {self.channels} · {OUT} = {self.weights:,}"


JOININGS = (
    Joining("added", Addition().output_shape(SKIP, RISEN)),
    Joining("concatenated", Concatenation().output_shape(SKIP, RISEN)),
)


def draw() -> Figure:
    figure = canvas(WIDE_PX, 262)
    axes = sheet(figure)
    _maps(axes, 2, 96, 1.0, 13)
    for joining, top in zip(JOININGS, (26, 170), strict=True):
        arrow(axes, (150, 130 + 0.1 * top), (196, top + 34))
        _joined(axes, joining, 208, top, 1.0, 13)
        _weights(axes, joining, 400, top, 1.0, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 366)
    axes = sheet(figure)
    _maps(axes, 2, 22, 0.85, 12)
    for joining, top in zip(JOININGS, (130, 262), strict=True):
        _joined(axes, joining, 2, top, 0.85, 12)
        _weights(axes, joining, 150, top, 0.85, 12)
    return figure


def _maps(axes: Axes, left: float, top: float, scale: float, text: float) -> None:
    """What meets: as wide as there are channels."""
    height = 24 * scale
    for place, (name, shape, colour) in enumerate((("decoder", RISEN, ORANGE), ("skip", SKIP, BLUE))):
        y = top + place * (height + 2.4 * text)
        _box(axes, left, y, (shape.channels or 0) * scale, height, colour)
        axes.text(left, y - 6, f"{name}, {shape.channels} channels", fontsize=text)


def _joined(axes: Axes, joining: Joining, left: float, top: float, scale: float, text: float) -> None:
    """Added maps mix in the same channels; concatenated ones stand side by side."""
    height, width = 24 * scale, OUT * scale
    axes.text(left, top - 8, joining.title, fontsize=text, fontweight="bold")
    if joining.channels == OUT:
        _box(axes, left, top, width, height, ORANGE)
        _box(axes, left, top + height / 2, width, height / 2, BLUE)
    else:
        _box(axes, left, top, width, height, ORANGE)
        _box(axes, left + width, top, width, height, BLUE)
    axes.text(left, top + height + 1.5 * text, f"{joining.channels} channels", fontsize=text)


def _weights(axes: Axes, joining: Joining, left: float, top: float, scale: float, text: float) -> None:
    """As wide as channels are read and as high as channels are given: the area goes with the weights."""
    width, height = joining.channels * scale, OUT * scale
    axes.text(left, top - 8, "weights of the next layer", fontsize=text)
    _box(axes, left, top, width, height, GREY)
    axes.text(left, top + height + 1.5 * text, joining.product, fontsize=text)


def _box(axes: Axes, left: float, top: float, width: float, height: float, colour: str) -> None:
    box = Rectangle((left, top), width, height, facecolor=colour, edgecolor=INK, linewidth=0.8)
    axes.add_patch(box)


ADDED, BOTH = JOININGS
CAPTION = f"""U-Net's finest level, where a map of {RISEN.channels} channels comes up from the decoder and
one of {SKIP.channels} across the skip. Widths are channels. Added, they share {ADDED.channels} channels;
which part came from where can no longer be told. Concatenated they lie side by side, {BOTH.channels}
channels, and the next layer reads both, with {BOTH.weights / ADDED.weights:.0f} times the weights.
"""

ALT = f"A decoder's map of {RISEN.channels} channels and a skip of {SKIP.channels}. " + " ".join(
    f"{joining.title.capitalize()}: {joining.channels} channels; the next layer has {joining.product} "
    "weights."
    for joining in JOININGS
)
