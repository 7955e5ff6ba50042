"""A blank figure of a size given in CSS pixels."""

from matplotlib.figure import Figure

PX_PER_INCH = 72


def canvas(width_px: float, height_px: float) -> Figure:
    """Return an empty figure whose SVG is `width_px` by `height_px` user units, one unit a CSS pixel."""
    return Figure(figsize=(width_px / PX_PER_INCH, height_px / PX_PER_INCH))
