"""Dots: one a seed, in a row, with a line at their mean."""

from collections.abc import Sequence
from statistics import fmean
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from computed_figures.style import BLUE, INK, ORANGE

LOOKS: dict[str, dict[str, Any]] = {
    "none": {"color": ORANGE, "marker": "s"},
    "wider": {"color": ORANGE, "marker": "D"},
    "add": {"color": BLUE, "marker": "o"},
    "concat": {"color": BLUE, "marker": "^"},
}
"""By variant: orange without skips, blue with them, and a sign of its own for each."""


def dots(axes: Axes, values: Sequence[float], middle: float, *, hollow: bool = False, **look: Any) -> None:
    """A dot a value about the height `middle`, each lower than the one before, and a line at the mean."""
    heights = middle + 2 * (np.arange(len(values)) - (len(values) - 1) / 2)
    face = {"markerfacecolor": "none", "markeredgewidth": 1.4} if hollow else {}
    axes.plot(values, heights, linestyle="", clip_on=False, **{"markersize": 5.5, **face, **look})
    axes.plot([fmean(values)] * 2, [middle - 7, middle + 7], color=INK, linewidth=1.4)
