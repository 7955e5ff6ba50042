"""Parameters against mean IoU, from one table: three kinds of networks, and what they began from."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel, whole_panel
from panels.words import percent

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, NARROW_PX, ORANGE, PURPLE, WIDE_PX


@dataclass(frozen=True)
class Row:
    """A row of table 1 of Cheng, Schwing, Kirillov 2021 (arXiv 2107.06278): ADE20K val, several scales."""

    kind: str
    backbone: str
    millions: int
    miou: float
    larger_data: bool = False


ROWS = [
    Row("DeepLabv3+", "R50c", 44, 44.9),
    Row("DeepLabv3+", "R101c", 63, 46.4),
    Row("Swin-UPerNet", "Swin-T", 60, 46.1),
    Row("Swin-UPerNet", "Swin-S", 81, 49.3),
    Row("Swin-UPerNet", "Swin-B", 121, 51.6, larger_data=True),
    Row("Swin-UPerNet", "Swin-L", 234, 53.5, larger_data=True),
    Row("MaskFormer", "R50", 41, 46.7),
    Row("MaskFormer", "R101", 60, 47.2),
    Row("MaskFormer", "R101c", 60, 48.1),
    Row("MaskFormer", "Swin-T", 42, 48.8),
    Row("MaskFormer", "Swin-S", 63, 51.0),
    Row("MaskFormer", "Swin-B", 102, 52.3),
    Row("MaskFormer", "Swin-B", 102, 53.9, larger_data=True),
    Row("MaskFormer", "Swin-L", 212, 55.6, larger_data=True),
]
LOOKS = {"DeepLabv3+": (GREY, "s"), "Swin-UPerNet": (ORANGE, "^"), "MaskFormer": (BLUE, "o")}
TICKS = [40, 60, 100, 200]


def draw() -> Figure:
    figure = canvas(WIDE_PX, 400)
    _chart(panel(figure, 60, 30, 580, 290), 13)
    _legend(whole_panel(figure), 60, 392, 13, 4)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 402)
    _chart(panel(figure, 30, 28, NARROW_PX - 30 - 8, 288), 12)
    _legend(whole_panel(figure), 8, 374, 12, 2)
    return figure


def _chart(axes: Axes, text: float) -> None:
    axes.set(xscale="log", xlim=(36, 260), ylim=(43.5, 57))
    axes.set_xticks(TICKS, [str(tick) for tick in TICKS], fontsize=text)
    axes.minorticks_off()
    axes.set_yticks([45, 50, 55], ["45", "50", "55"], fontsize=text)
    axes.set_xlabel("million parameters", fontsize=text)
    axes.annotate(
        "mean IoU, %", (0, 1), (-20, 9), xycoords="axes fraction", textcoords="offset points", fontsize=text
    )
    for row in ROWS:
        colour, marker = LOOKS[row.kind]
        fill = colour if row.larger_data else "none"
        axes.plot(
            row.millions,
            row.miou,
            marker,
            color=colour,
            markersize=8,
            markerfacecolor=fill,
            markeredgewidth=1.6,
        )
    low, high = (row for row in ROWS if row.kind == "MaskFormer" and row.backbone == "Swin-B")
    arrow = {"arrowstyle": "-|>", "color": PURPLE, "linewidth": 1.6, "shrinkA": 6, "shrinkB": 6}
    axes.annotate("", (high.millions, high.miou), (low.millions, low.miou), arrowprops=arrow)
    axes.annotate(
        "same network,",
        (high.millions, high.miou),
        (-10, 10),
        textcoords="offset points",
        ha="right",
        fontsize=text,
    )
    axes.annotate(
        "more images before",
        (high.millions, high.miou),
        (-10, 10 - 1.3 * text),
        textcoords="offset points",
        ha="right",
        fontsize=text,
    )


def _legend(axes: Axes, left: float, top: float, text: float, per_row: int) -> None:
    entries = [(name, *look) for name, look in LOOKS.items()]
    for place, (name, colour, marker) in enumerate(entries):
        x, y = left + place % per_row * 150, top + place // per_row * 22
        axes.plot([x + 6], [y - 0.36 * text], marker, color=colour, markersize=8, markerfacecolor="none")
        axes.text(x + 18, y, name, fontsize=text)


_SMALL, _LARGE = (row.miou for row in ROWS if row.kind == "MaskFormer" and row.backbone == "Swin-B")

CAPTION = f"""ADE20K val, from one table (Cheng and others 2021, table 1, several scales). Filled signs
had learned from
the larger collection, ImageNet-22K, before; hollow ones from ImageNet-1K, or the table does not say. The
arrow joins
one network with itself: the images that it had learned from before are worth {_LARGE - _SMALL:.1f}
points. Compare
only networks of about one size that are both filled or both hollow. The axis of parameters is
logarithmic.
"""

ALT = (
    "A chart of mean IoU against the number of parameters; everything rises to the right. "
    + "; ".join(
        f"{row.kind} with {row.backbone}{', more images before' if row.larger_data else ''}: "
        f"{row.millions} million, {percent(row.miou / 100, 1)}"
        for row in ROWS
    )
    + "."
)
