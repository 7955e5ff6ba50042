"""The palette, the sizes and the matplotlib settings that every figure shares."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

INK: Final = "#010203"
"""Stands for the colour of the page's own text; becomes `currentColor`. Black means the same."""

BLUE: Final = "#2878B8"
ORANGE: Final = "#D55E00"
GREEN: Final = "#009E73"
PURPLE: Final = "#B565A7"
GREY: Final = "#7d7f86"

PALETTE: Final = (BLUE, ORANGE, GREEN, PURPLE, GREY)
"""Each at least 3:1 on white and on Material's slate. For colour-blind readers blue and purple,
and green and grey, may look alike: give such a pair a second cue (hatch, dash, direct label)."""

WIDE_PX: Final = 688
"""Width of the text column of a Material page on a desktop, in CSS pixels."""

NARROW_PX: Final = 320
"""Width for `draw_narrow()`: the text column of a common phone, in CSS pixels."""

TEXT_PX: Final = 13
"""Size of text in a figure; nothing that must be read goes below 11."""

SETTINGS: Final[Mapping[Any, object]] = MappingProxyType(
    {
        # One SVG user unit is one CSS pixel: matplotlib writes SVG at 72 units an inch, whatever the dpi.
        "figure.dpi": 72,
        "savefig.dpi": 72,
        "svg.fonttype": "none",
        "svg.hashsalt": "computed-figures",
        "svg.image_inline": True,
        # Pixels go out as they are, not resampled to the size of the drawing.
        "image.interpolation": "none",
        "image.composite_image": False,
        # The ground is the page's own.
        "figure.facecolor": "none",
        "savefig.facecolor": "none",
        "axes.facecolor": "none",
        "legend.frameon": False,
        "text.color": INK,
        "axes.edgecolor": INK,
        "axes.labelcolor": INK,
        "axes.titlecolor": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "xtick.labelcolor": INK,
        "ytick.labelcolor": INK,
        "hatch.color": INK,
        "patch.edgecolor": INK,
        "grid.color": GREY,
        "lines.color": INK,
        "font.family": "DejaVu Sans",
        "mathtext.fontset": "dejavusans",
        "font.size": TEXT_PX,
        "axes.titlesize": TEXT_PX,
        "axes.labelsize": TEXT_PX,
        "xtick.labelsize": TEXT_PX - 1,
        "ytick.labelsize": TEXT_PX - 1,
        "legend.fontsize": TEXT_PX,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.unicode_minus": True,
    }
)
"""Set by `draw.py` over matplotlib's defaults: before a figure file is imported, and before it is written."""
