"""Panels: axes at places given in CSS pixels."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from computed_figures.canvas import PX_PER_INCH


def panel(figure: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """Add axes whose top left corner lies `left` and `top` CSS pixels from that of the figure."""
    across, down = figure.get_size_inches() * PX_PER_INCH
    return figure.add_axes((left / across, 1 - (top + height) / down, width / across, height / down))


def whole_panel(figure: Figure) -> Axes:
    """Add axes without lines over the whole figure, in CSS pixels from its top left corner."""
    across, down = figure.get_size_inches() * PX_PER_INCH
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, across), ylim=(down, 0))
    axes.set_axis_off()
    return axes
