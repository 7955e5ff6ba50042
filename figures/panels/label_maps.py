"""Label maps as pictures: classes in colour, and the line where a class really ends."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from numpy.typing import NDArray
from photographs.regions import borders

from computed_figures.style import GREY, INK
from maskmetrics import Mask


def painted(labels: NDArray[np.generic], colours: Mapping[int, str]) -> NDArray[np.float64]:
    """Each label in its colour, as rows, columns and RGBA; bare where it has none."""
    picture = np.zeros((*labels.shape, 4))
    for label, colour in colours.items():
        picture[labels == label] = to_rgba(colour)
    return picture


def outline(axes: Axes, mask: Mask, width: float = 1) -> None:
    """Draw where a mask ends, along the borders of its pixels; (0, 0) is the top left corner of the first."""
    xs, ys = borders(np.pad(mask, 1).astype(np.int64))
    axes.plot(np.subtract(xs, 1), np.subtract(ys, 1), color=INK, linewidth=width, scalex=False, scaley=False)


def legend(axes: Axes, left: float, height: float, colours: Mapping[str, str], text: float) -> None:
    """In one line, in CSS pixels: a square of its colour before each name; "none" is a bare one."""
    for name, colour in colours.items():
        rim = GREY if colour == "none" else colour
        axes.plot([left + 5], [height - 0.36 * text], "s", color=colour, markeredgecolor=rim, markersize=9)
        axes.text(left + 14, height, name, fontsize=text)
        left += 14 + 0.54 * text * len(name) + 18
