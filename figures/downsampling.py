"""A label map through grids of stride 1 to 32: what one label a cell loses, what shares of classes keep."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray
from panels import panel
from panels.words import percent
from photographs import coffee
from PIL import Image
from skimage import measure, transform
from through_grids import (
    BY_LABEL,
    BY_SHARES,
    COLUMNS,
    LABELS,
    ROWS,
    STRIDES,
    TOLERANCE_PX,
    TRUTH,
    WAYS,
    claims,
)

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, INK, NARROW_PX, ORANGE, PURPLE, WIDE_PX
from maskmetrics import Mask

# Painted in this order: where two claim a cell, the thinner thing stays visible.
COLOURS = {"saucer": ORANGE, "cup": BLUE, "spoon": GREEN}
LOOKS = {"one label a cell": (INK, "-", "o"), "a share of each class": (PURPLE, "--", "s")}
CROP = (352, 96, 64, 128)
"""Left, top, width and height of the piece that is enlarged, in pixels: whole cells of every stride."""
CLOSE = [4, 8, 16]


def draw() -> Figure:
    figure = canvas(WIDE_PX, 644)
    _overview(figure, columns=4, gap=20, text=13)
    for line, way in enumerate(WAYS):
        top = 150 + line * 250
        _row(figure, way, top, ["truth" if line == 0 else "photograph", *CLOSE], 96, 14, 13)
        _chart(figure, list(SCORES)[line], 488, top + 44, 188, 150, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 950)
    _overview(figure, columns=2, gap=14, text=12)
    for line, way in enumerate(WAYS):
        _row(figure, way, 280 + line * 248, [*CLOSE], 96, 16, 12)
        _chart(figure, list(SCORES)[line], 26 + line * 164, 808, 126, 100, 12)
    return figure


def _overview(figure: Figure, columns: int, gap: float, text: float) -> None:
    """The photograph, its label map, and the two ways at the largest stride."""
    width = (_width(figure) - (columns - 1) * gap - 2) / columns
    height = width * LABELS.shape[0] / LABELS.shape[1]
    last = STRIDES[-1]
    pictures: dict[str, NDArray[np.generic]] = {
        "photograph": _photograph(width, height),
        "label map": _painted(TRUTH),
        f"stride {last}, a label": _painted(BY_LABEL[last].masks),
        f"stride {last}, shares": _painted(BY_SHARES[last].masks),
    }
    for place, (title, picture) in enumerate(pictures.items()):
        row, column = divmod(place, columns)
        axes = panel(figure, 1 + column * (width + gap), 22 + row * (height + 34), width, height)
        _picture(axes, title, picture, (0, 0, LABELS.shape[1], LABELS.shape[0]), text)
        if place < 2:
            _frame(axes, "white" if place == 0 else INK)
        if place == 1:
            _name_classes(axes, text)


def _row(
    figure: Figure, way: str, top: float, shown: list[str | int], width: float, gap: float, text: float
) -> None:
    """The enlarged piece, as one of the ways leaves it at several strides."""
    left, above, across, down = CROP
    piece = slice(above, above + down), slice(left, left + across)
    height = width * down / across
    for place, what in enumerate(shown):
        axes = panel(figure, 1 + place * (width + gap), top + 44, width, height)
        if what == "photograph":
            picture: NDArray[np.generic] = _photograph(LABELS.shape[1], LABELS.shape[0], piece)
        else:
            masks = WAYS[way][int(what)].masks if what in STRIDES else TRUTH
            picture = _painted({name: mask[piece] for name, mask in masks.items()})
        _picture(axes, f"stride {what}" if what in STRIDES else str(what), picture, CROP, text)
        if what in STRIDES:
            _outline(axes)
        if place == len(shown) - len(CLOSE):
            axes.annotate(
                way,
                (0, 1),
                (0, 26),
                xycoords="axes fraction",
                textcoords="offset points",
                fontsize=text,
                fontweight="bold",
            )


def _picture(
    axes: Axes, title: str, picture: NDArray[np.generic], box: tuple[int, int, int, int], text: float
) -> None:
    left, top, width, height = box
    axes.imshow(picture, extent=(left, left + width, top + height, top), aspect="auto")
    axes.set(xticks=[], yticks=[], xlim=(left, left + width), ylim=(top + height, top))
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    axes.annotate(title, (0, 1), (0, 7), xycoords="axes fraction", textcoords="offset points", fontsize=text)


def _frame(axes: Axes, colour: str) -> None:
    left, top, width, height = CROP
    axes.add_patch(Rectangle((left, top), width, height, fill=False, edgecolor=colour, linewidth=1.3))


def _outline(axes: Axes) -> None:
    """Where the spoon really ends."""
    for line in measure.find_contours(TRUTH["spoon"].astype(float), 0.5):  # type: ignore[no-untyped-call]
        fewer = measure.approximate_polygon(line, 0.5)  # type: ignore[no-untyped-call]
        axes.plot(*(fewer[:, ::-1] + 0.5).T, color=INK, linewidth=0.8)


def _name_classes(axes: Axes, text: float) -> None:
    height, width = LABELS.shape
    for name, at, tip, align in (
        ("cup", (0.03, 0.14), (0.33, 0.13), "left"),
        ("spoon", (0.98, 0.14), (0.70, 0.19), "right"),
        ("saucer", (0.98, 0.96), (0.72, 0.83), "right"),
    ):
        axes.annotate(
            name,
            (tip[0] * width, tip[1] * height),
            (at[0] * width, at[1] * height),
            ha=align,
            fontsize=text,
            arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.8, "shrinkA": 1, "shrinkB": 0},
        )


SCORES = {
    "mean IoU": {way: [kept.mean_iou for kept in ladder.values()] for way, ladder in WAYS.items()},
    f"mean boundary F1, {TOLERANCE_PX} px": {
        way: [kept.mean_f1(TOLERANCE_PX) for kept in ladder.values()] for way, ladder in WAYS.items()
    },
}
"""What the charts show: by measure and way, a number for each stride."""


def _chart(
    figure: Figure, measure: str, left: float, top: float, width: float, height: float, text: float
) -> None:
    axes = panel(figure, left, top, width, height)
    last = len(STRIDES) - 1
    axes.set(xlim=(-0.3, last + 0.3), ylim=(0, 1.1))
    axes.set_xticks(range(len(STRIDES)), map(str, STRIDES), fontsize=text)
    axes.set_yticks([0, 0.5, 1], ["0", "0.5", "1"], fontsize=text)
    axes.annotate(
        measure, (0, 1), (-22, 12), xycoords="axes fraction", textcoords="offset points", fontsize=text
    )
    axes.set_xlabel("stride", fontsize=text)
    for half in (0.5, 1):
        axes.axhline(half, color=GREY, linewidth=0.5, zorder=0)
    for way, (colour, line, marker) in LOOKS.items():
        drawn = SCORES[measure][way]
        axes.plot(drawn, line, color=colour, marker=marker, markersize=5, linewidth=2, clip_on=False)
    labels, shares = (np.array(drawn) for drawn in SCORES[measure].values())
    above = shares[-2] + 0.09
    axes.text(last + 0.3, above if above < 0.95 else 1.04, "shares", ha="right", fontsize=text)
    if labels[-1] > 1 / 2:
        axes.text(last + 0.3, labels[-1] - 0.08, "one label", ha="right", va="top", fontsize=text)
    else:
        axes.text(2.75, labels[-3:-1].mean(), "one label", ha="right", va="top", fontsize=text)


def _painted(masks: dict[str, Mask]) -> NDArray[np.float64]:
    picture = np.zeros((*masks["cup"].shape, 4))
    for name, colour in COLOURS.items():
        picture[masks[name]] = to_rgba(colour)
    return picture


def _photograph(
    width: float, height: float, piece: tuple[slice, slice] = (slice(None), slice(None))
) -> NDArray[np.uint8]:
    """Two pixels for one of the drawing, at most those there are, in 64 colours: sharp, and light to load."""
    shape = tuple(
        min(round(2 * side), most) for side, most in zip((height, width), LABELS.shape, strict=True)
    )
    photograph = coffee.photograph()[ROWS, COLUMNS]
    pixels = transform.resize(photograph, shape, anti_aliasing=True)[piece]  # type: ignore[no-untyped-call]
    picture = Image.fromarray((pixels * 255).astype(np.uint8)).quantize(64)
    return np.asarray(picture.convert("RGB"))


def _width(figure: Figure) -> float:
    return float(figure.get_figwidth() * 72)


CAPTION = f"""A label map drawn by hand on a photograph, brought through a grid in two ways. *One label a
cell*: for each class on its own, those cells are filled that give the highest IoU that any choice of cells
can reach. *A share of each class*: each cell keeps which share of its pixels is cup, saucer, spoon and
background; the shares are enlarged bilinearly, and the largest wins. The framed piece, with the neck of the
spoon, is enlarged; thin lines show where the spoon really ends. At stride {CLOSE[1]} the boundary F1 (how
much of each outline lies within {TOLERANCE_PX} pixels of the other) is
{BY_LABEL[CLOSE[1]].mean_f1(TOLERANCE_PX):.2f} with labels and
{BY_SHARES[CLOSE[1]].mean_f1(TOLERANCE_PX):.2f} with shares, yet the neck is nearly all lost both ways. With
one label a cell the classes were filled independently: at that stride {claims(CLOSE[1])[0]} cells are
filled twice (the spoon is drawn on top), and {claims(CLOSE[1])[1]} by nobody, although background has less
than half of them. The charts show means over the {len(COLOURS)} classes. Photograph: Rachel Michetti, CC0,
as scikit-image ships it; label map: this project, CC0.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    return (
        "A photograph of a cup of espresso on a saucer with a spoon; its label map of cup, saucer and spoon; "
        f"that map at stride {STRIDES[-1]}: with one label a cell all outlines are steps of whole cells, "
        "with shares they are slightly wavy, and both ways the neck of the spoon is missing. Below, the neck "
        f"enlarged, a thin slanting band between cup and saucer. At stride {CLOSE[0]} most of it is there "
        f"both ways, at stride {CLOSE[1]} hardly any, at stride {CLOSE[2]} none; the edge of the cup is a "
        "flight of stairs with one label a cell and stays close to the truth with shares. Two charts against "
        "the stride. " + " ".join(map(_step, STRIDES))
    )


def _step(stride: int) -> str:
    said = [
        f"{way}, IoU {kept.mean_iou:.2f}, boundary F1 {kept.mean_f1(TOLERANCE_PX):.2f}, "
        f"{percent(kept.neck)} of the neck left"
        for way, kept in (("one label", BY_LABEL[stride]), ("shares", BY_SHARES[stride]))
    ]
    return f"Stride {stride}: {'; '.join(said)}."
