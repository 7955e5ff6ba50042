"""One small network with and without skip connections, trained from five seeds each."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray
from trained.two_shapes import (
    GROUND,
    SETTINGS,
    VARIANTS,
    Errors,
    errors,
    never_right,
    parameters,
    reached,
    shown,
    summary,
)

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, PURPLE, WIDE_PX

MEASURES = {
    "mean_iou": ("mean IoU", BLUE),
    "boundary_f1": (f"boundary F1, {SETTINGS['tolerance_px']} pixel", PURPLE),
}


@dataclass(frozen=True)
class Layout:
    """Sizes of a drawing in CSS pixels."""

    width: float
    text: float
    columns: int
    row: float
    mark: float

    @property
    def is_narrow(self) -> bool:
        return self.columns == 2

    @property
    def line(self) -> float:
        return 1.25 * self.text

    @property
    def header(self) -> float:
        """Room for the title over a picture."""
        return 3 * self.line + 4


def draw() -> Figure:
    return _drawn(Layout(WIDE_PX, text=13, columns=3, row=42, mark=4))


def draw_narrow() -> Figure:
    return _drawn(Layout(NARROW_PX, text=11.5, columns=2, row=42, mark=2.8))


def _drawn(layout: Layout) -> Figure:
    gap = 14 if layout.is_narrow else 20
    side = (layout.width - (layout.columns - 1) * gap) / layout.columns
    chart = len(VARIANTS) * layout.row
    lines, width = (len(MEASURES), layout.width) if layout.is_narrow else (1, (layout.width - 2 * gap) / 2)
    pictures = lines * (chart + 64)
    rows = (len(VARIANTS) + 2) // layout.columns
    figure = canvas(layout.width, pictures + rows * (side + layout.header + 10))
    for place, measure in enumerate(MEASURES):
        line, column = divmod(place, len(MEASURES) // lines)
        at = column * (width + 2 * gap), 26 + line * (chart + 64)
        _chart(_axes(figure, *at, width, chart), measure, layout, width, chart)
    for place, name in enumerate(("scenes", "truth", *VARIANTS)):
        row, column = divmod(place, layout.columns)
        at = column * (side + gap), pictures + row * (side + layout.header + 10) + layout.header
        _picture(_axes(figure, *at, side, side), name, layout)
    return figure


def _chart(axes: Axes, measure: str, layout: Layout, width: float, height: float) -> None:
    """A row a variant, a dot a seed, a line at the mean."""
    title, colour = MEASURES[measure]
    lowest = min(min(reached(variant, measure)) for variant in VARIANTS)
    start = np.floor(lowest * 10 - 0.2) / 10
    margin = 14 * (1 - start) / width
    ticks = np.linspace(start, 1, round((1 - start) * 10) + 1)
    axes.set(xlim=(start - margin, 1 + margin), ylim=(height, 0), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_bounds(start, 1)
    axes.set_xticks(ticks, [f"{tick:.1f}" for tick in ticks], fontsize=layout.text)
    axes.text(0, -10, title, fontsize=layout.text, fontweight="bold", transform=_from_left(axes))
    for place, variant in enumerate(VARIANTS):
        _row(axes, variant, measure, place * layout.row + 12, colour, layout)


def _row(axes: Axes, variant: str, measure: str, top: float, colour: str, layout: Layout) -> None:
    values = reached(variant, measure)
    mean, spread = summary(variant, measure)
    axes.text(0, top, VARIANTS[variant], fontsize=layout.text, va="center", transform=_from_left(axes))
    number = f"{mean:.3f} ± {spread:.3f}"
    axes.text(1, top, number, fontsize=layout.text, va="center", ha="right", transform=_from_left(axes))
    middle = top + layout.row * 0.42
    axes.axhline(middle, color=GREY, linewidth=0.6)
    axes.plot([mean, mean], [middle - 8, middle + 8], color=INK, linewidth=1.6)
    heights = middle + 2.2 * (np.arange(len(values)) - (len(values) - 1) / 2)
    axes.plot(values, heights, "o", color=colour, markersize=6, markeredgewidth=0.8, clip_on=False)


def _from_left(axes: Axes) -> Any:
    """Across as a share of the axes, down as the axes count it."""
    return axes.get_yaxis_transform()


def _picture(axes: Axes, name: str, layout: Layout) -> None:
    side = SETTINGS["side"]
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    if name == "scenes":
        axes.imshow(shown(name), cmap="gray", vmin=0, vmax=255)
        _title(axes, ["scene", f"{side} × {side} pixels"], layout)
    elif name == "truth":
        axes.imshow(_filled(shown(name) != GROUND, BLUE))
        _title(axes, ["truth", f"{(shown(name) != GROUND).sum()} pixels of shapes"], layout)
    else:
        found = errors(name)
        axes.imshow(_filled(found.right, BLUE) + _filled(found.invented, ORANGE))
        _marks(axes, found.missed, "o", layout, markerfacecolor="none")
        _marks(axes, found.invented, "x", layout)
        if name == "none":
            _name_marks(axes, found, layout)
        _title(axes, [VARIANTS[name], f"{found.right.sum()} right,", found.wrong()], layout)
    axes.set(xlim=(-0.5, side - 0.5), ylim=(side - 0.5, -0.5))


def _filled(mask: NDArray[np.bool_], colour: str) -> NDArray[np.float64]:
    picture: NDArray[np.float64] = mask[..., None] * np.array(to_rgba(colour))
    return picture


def _marks(axes: Axes, mask: NDArray[np.bool_], sign: str, layout: Layout, **look: Any) -> None:
    rows, columns = np.nonzero(mask)
    axes.plot(columns, rows, sign, color=INK, markersize=layout.mark, markeredgewidth=0.8, **look)


def _name_marks(axes: Axes, found: Errors, layout: Layout) -> None:
    """Each sign by name, led to the nearest pixel that bears it; the places are free ground in this scene."""
    for name, mask, place in (
        ("right", found.right, (20, 4)),
        ("missed", found.missed, (26, 9)),
        ("invented", found.invented, (17, 36.5)),
    ):
        rows, columns = np.nonzero(mask)
        nearest = np.argmin(np.hypot(columns - place[0], rows - place[1]))
        axes.annotate(
            name,
            (columns[nearest], rows[nearest]),
            place,
            va="center",
            fontsize=layout.text - 0.5,
            arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.8, "shrinkA": 1, "shrinkB": 2},
        )


def _title(axes: Axes, lines: list[str], layout: Layout) -> None:
    for place, line in enumerate(reversed(lines)):
        axes.annotate(
            line,
            (0, 1),
            (0, 6 + place * layout.line),
            xycoords="axes fraction",
            textcoords="offset points",
            fontsize=layout.text - (0 if line == lines[0] else 0.5),
        )


def _axes(figure: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """Axes at a place given in CSS pixels from the top left."""
    across, down = figure.get_size_inches() * 72
    return figure.add_axes((left / across, 1 - (top + height) / down, width / across, height / down))


def _means(*variants: str) -> str:
    return " and ".join(f"{summary(variant, 'mean_iou')[0]:.3f}" for variant in variants)


CAPTION = f"""Discs and thin-armed crosses on textured ground, told apart by shape alone. Each dot is a
network, trained from one of {len(SETTINGS["seeds"])} seeds; the upright line is their mean, the number mean ±
standard deviation. Without skips mean IoU is {_means("none")}, and a wider decoder (more parameters than any
other variant) brings it to {_means("wider")}; with skips, added and concatenated, it is
{_means("add", "concat")}. The dots far to the left are networks that give no pixel of any cross its label:
{never_right("none", "cross")} without skips and {never_right("add", "cross")} with skips added. Below, one
scene that no network has seen in training, labelled by the networks of the first seed: plain blue is right, a
ring is a pixel missed, a cross on orange one invented (a pixel of the wrong shape has both). Without skips it
is the arms that are lost.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    rows = [
        f"{label} ({parameters(variant):,} parameters): mean IoU "
        + ", ".join(f"{value:.3f}" for value in reached(variant, "mean_iou"))
        + "; boundary F1 "
        + ", ".join(f"{value:.3f}" for value in reached(variant, "boundary_f1"))
        for variant, label in VARIANTS.items()
    ]
    samples = [f"{label}: {errors(variant).counted()}" for variant, label in VARIANTS.items()]
    return (
        f"Two charts with one dot for each of {len(SETTINGS['seeds'])} seeds. "
        + ". ".join(rows)
        + ". Below, a scene of bright discs and crosses, its true label map, and the pixels of shapes that "
        "each variant got right, missed or invented: " + "; ".join(samples) + "."
    )
