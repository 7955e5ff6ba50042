"""A label map at strides 1 to 32 and back: the overlap fades slowly, the boundary collapses."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray
from photographs import coffee
from PIL import Image
from skimage import measure, transform

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, INK, NARROW_PX, ORANGE, PURPLE, WIDE_PX
from convarith import MaxPooling, receptive_field
from maskmetrics import Mask, best_cells, boundary_f1, spread

TOLERANCE_PX = 2
HALVINGS = range(6)
STRIDES = [int(receptive_field([MaxPooling(kernel=2)] * halvings).jump) for halvings in HALVINGS]
# The largest part of the photograph that the largest stride divides, so that no cell is cut.
ROWS, COLUMNS = (slice((n % STRIDES[-1]) // 2, n - (n % STRIDES[-1] + 1) // 2) for n in (400, 600))
# Painted in this order: where two claim a cell, the thinner thing stays visible.
COLOURS = {"saucer": ORANGE, "cup": BLUE, "spoon": GREEN}


@dataclass(frozen=True)
class Reached:
    """The best that one label a cell can do at one stride, each class on its own."""

    stride: int
    cells: dict[str, Mask]
    iou: dict[str, float]
    boundary_f1: dict[str, float]

    @property
    def grid(self) -> str:
        rows, columns = self.cells["cup"].shape
        return f"{columns} × {rows}"


def reached(labels: NDArray[np.int64], stride: int) -> Reached:
    masks = {name: labels == coffee.LABELS[name] for name in COLOURS}
    best = {name: best_cells(mask, stride) for name, mask in masks.items()}
    back = {name: spread(cells.cells, stride, labels.shape) for name, cells in best.items()}
    return Reached(
        stride,
        {name: cells.cells for name, cells in best.items()},
        {name: cells.iou for name, cells in best.items()},
        {name: boundary_f1(masks[name], back[name], TOLERANCE_PX) for name in masks},
    )


def outlines(labels: NDArray[np.int64]) -> list[NDArray[np.float64]]:
    """The outlines of all classes, each an array of (x, y) in pixels, at most one pixel from the truth."""
    lines: list[NDArray[np.float64]] = []
    for name in COLOURS:
        framed = np.pad(labels == coffee.LABELS[name], 1).astype(float)
        for line in measure.find_contours(framed, 0.5):  # type: ignore[no-untyped-call]
            fewer = measure.approximate_polygon(line, 1)  # type: ignore[no-untyped-call]
            lines.append(fewer[:, ::-1] - 0.5)
    return lines


LABELS = coffee.label_map()[ROWS, COLUMNS]
OUTLINES = outlines(LABELS)
LADDER = [reached(LABELS, stride) for stride in STRIDES]
MEAN_IOU = [float(np.mean(list(step.iou.values()))) for step in LADDER]
MEAN_F1 = [float(np.mean(list(step.boundary_f1.values()))) for step in LADDER]


def draw() -> Figure:
    figure = canvas(WIDE_PX, 600)
    _pictures(figure, columns=3, gap=20, text=13)
    _chart(figure, top=380, height=130, header=96, text=13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 600)
    _pictures(figure, columns=2, gap=14, text=11.5)
    _chart(figure, top=420, height=100, header=76, text=11.5)
    return figure


def _pictures(figure: Figure, columns: int, gap: float, text: float) -> None:
    width = (_width(figure) - (columns - 1) * gap) / columns
    height = width * LADDER[0].cells["cup"].shape[0] / LADDER[0].cells["cup"].shape[1]
    pictures: list[tuple[str, NDArray[np.generic]]] = [("photograph", _photograph(width, height))]
    pictures += [(_title(step), _painted(step)) for step in LADDER if step.stride != 2]
    for place, (title, picture) in enumerate(pictures):
        row, column = divmod(place, columns)
        left, top = column * (width + gap), 22 + row * (height + 34)
        axes = _axes(figure, left, top, width, height)
        axes.imshow(picture, extent=(0, width, height, 0), aspect="auto")
        axes.set(xticks=[], yticks=[], xlim=(0, width), ylim=(height, 0))
        axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
        axes.text(0, -7, title, fontsize=text)
        if place == 1:
            _name_classes(axes, width, height, text)
        elif place > 1:
            _outline(axes, width)


def _outline(axes: Axes, width: float) -> None:
    """Where the classes really end."""
    for outline in OUTLINES:
        axes.plot(*(outline * width / LABELS.shape[1]).T, color=INK, linewidth=0.7)


def _name_classes(axes: Axes, width: float, height: float, text: float) -> None:
    for name, at, tip, align in (
        ("cup", (0.03, 0.12), (0.33, 0.13), "left"),
        ("spoon", (0.97, 0.12), (0.70, 0.19), "right"),
        ("saucer", (0.97, 0.96), (0.70, 0.83), "right"),
    ):
        axes.annotate(
            name,
            (tip[0] * width, tip[1] * height),
            (at[0] * width, at[1] * height),
            ha=align,
            fontsize=text,
            arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.8, "shrinkA": 1, "shrinkB": 0},
        )


def _chart(figure: Figure, top: float, height: float, header: float, text: float) -> None:
    width = _width(figure) - header
    axes = _axes(figure, header, top, width, height)
    axes.set(xlim=(-0.5, len(STRIDES) - 0.5), ylim=(0, 1.08), xticks=[])
    axes.set_yticks([0, 0.5, 1], ["0", "0.5", "1"], fontsize=text)
    axes.plot(MEAN_IOU, color=INK, marker="o", linewidth=2)
    axes.plot(MEAN_F1, color=PURPLE, marker="s", linewidth=2, linestyle="--")
    axes.text(4.5, float(np.mean(MEAN_IOU[4:])) + 0.08, "IoU", ha="center", fontsize=text)
    axes.text(3.3, float(np.mean(MEAN_F1[3:5])) - 0.02, "boundary F1", ha="right", va="top", fontsize=text)
    rows = [
        ("stride", [str(stride) for stride in STRIDES]),
        ("best IoU", [f"{value:.2f}" for value in MEAN_IOU]),
        ("boundary F1", [f"{value:.2f}" for value in MEAN_F1]),
    ]
    for line, (name, values) in enumerate(rows):
        down = (line + 1) * 1.55 * text + 2
        for column, value in [(-0.5, name), *enumerate(values)]:
            axes.annotate(
                value,
                (column, 0),
                (0 if column >= 0 else -header, -down),
                textcoords="offset points",
                ha="center" if column >= 0 else "left",
                fontsize=text,
                annotation_clip=False,
            )


def _title(step: Reached) -> str:
    return f"stride {step.stride} · {step.grid}"


def _painted(step: Reached) -> NDArray[np.float64]:
    picture = np.zeros((*step.cells["cup"].shape, 4))
    for name, colour in COLOURS.items():
        picture[step.cells[name]] = to_rgba(colour)
    return picture


def _photograph(width: float, height: float) -> NDArray[np.uint8]:
    """Two pixels for one of the drawing, in 64 colours: sharp, and light to load."""
    shape = (round(2 * height), round(2 * width))
    photograph = coffee.photograph()[ROWS, COLUMNS]
    pixels = transform.resize(photograph, shape, anti_aliasing=True)  # type: ignore[no-untyped-call]
    picture = Image.fromarray((pixels * 255).astype(np.uint8)).quantize(64)
    return np.asarray(picture.convert("RGB"))


def _width(figure: Figure) -> float:
    return float(figure.get_figwidth() * 72)


def _axes(figure: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """Axes at a place given in CSS pixels from the top left."""
    across, down = figure.get_size_inches() * 72
    return figure.add_axes((left / across, 1 - (top + height) / down, width / across, height / down))


CAPTION = f"""A label map drawn by hand on a photograph, brought down to one label a cell and back to full
size. For each class the cells are those that give the highest IoU that any choice of cells can reach; thin
lines show where the classes really end. At stride {STRIDES[3]} the mean IoU of the {len(COLOURS)} classes is
still {MEAN_IOU[3]:.2f}, but the boundary F1 of the same cells (how much of each outline lies within
{TOLERANCE_PX} pixels of the other) is down to {MEAN_F1[3]:.2f}; at stride {STRIDES[5]} it is
{MEAN_IOU[5]:.2f} against {MEAN_F1[5]:.2f}. The thin handle of the spoon goes first. Photograph: Rachel
Michetti, CC0, as scikit-image ships it; label map: this project, CC0.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    steps = [
        f"stride {step.stride}, {step.grid} labels: IoU {iou:.2f} (spoon {step.iou['spoon']:.2f}), "
        f"boundary F1 {f1:.2f} (spoon {step.boundary_f1['spoon']:.2f})"
        for step, iou, f1 in zip(LADDER, MEAN_IOU, MEAN_F1, strict=True)
    ]
    return (
        "A photograph of a cup of espresso on a saucer with a spoon; its label map of cup, saucer and spoon; "
        "the same map at larger and larger strides, its outlines in ever larger steps, the spoon's handle "
        "broken up and then gone. Below, two lines against the stride, means over the classes: "
        + "; ".join(steps)
        + "."
    )
