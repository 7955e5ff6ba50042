"""A label map reduced and enlarged again at several strides, with the mean IoU, as it is mostly drawn."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import panel
from through_grids import BY_VOTE, LABELS, NAMES, STRIDES, TRUTH

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, INK, NARROW_PX, ORANGE, WIDE_PX

COLOURS = dict(zip(NAMES, (ORANGE, BLUE, GREEN), strict=True))
SHOWN = [8, 16, 32]
IOU = {stride: kept.mean_iou for stride, kept in BY_VOTE.items()}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 330)
    _maps(figure, columns=4, text=13)
    _chart(panel(figure, 60, 170, WIDE_PX - 80, 110), 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 460)
    _maps(figure, columns=2, text=12)
    _chart(panel(figure, 50, 306, NARROW_PX - 60, 100), 12)
    return figure


def _maps(figure: Figure, columns: int, text: float) -> None:
    """The truth, then what is left of it at some strides, side by side and whole."""
    gap = 14
    width = (figure.get_figwidth() * 72 - (columns - 1) * gap - 2) / columns
    height = width * LABELS.shape[0] / LABELS.shape[1]
    maps = {"ground truth": TRUTH} | {f"stride {stride}": BY_VOTE[stride].masks for stride in SHOWN}
    for place, (title, masks) in enumerate(maps.items()):
        row, column = divmod(place, columns)
        axes = panel(figure, 1 + column * (width + gap), 22 + row * (height + 34), width, height)
        axes.imshow(_painted(masks), aspect="auto")
        axes.set(xticks=[], yticks=[])
        axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
        axes.annotate(
            title, (0, 1), (0, 7), xycoords="axes fraction", textcoords="offset points", fontsize=text
        )


def _painted(masks: dict[str, NDArray[np.bool_]]) -> NDArray[np.float64]:
    picture = np.zeros((*LABELS.shape, 4))
    for name, colour in COLOURS.items():
        picture[masks[name]] = to_rgba(colour)
    return picture


def _chart(axes: Axes, text: float) -> None:
    axes.set(xlim=(-0.3, len(STRIDES) - 0.7), ylim=(0, 1.04))
    axes.set_xticks(range(len(STRIDES)), map(str, STRIDES), fontsize=text)
    axes.set_yticks([0, 0.5, 1], ["0", "0.5", "1"], fontsize=text)
    axes.set_xlabel("downsampling factor", fontsize=text)
    axes.set_ylabel("mean IoU", fontsize=text)
    axes.plot(list(IOU.values()), color=INK, marker="o", linewidth=2, clip_on=False)


CAPTION = f"""A label map reduced to the majority label of each cell and enlarged again, at strides
{SHOWN[0]}, {SHOWN[1]} and {SHOWN[2]}, and the mean IoU of cup, saucer and spoon by the factor:
{IOU[8]:.2f} at a factor of {SHOWN[0]}, {IOU[32]:.2f} at {SHOWN[2]}.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    scores = ", ".join(f"{stride}: {value:.2f}" for stride, value in IOU.items())
    return (
        "The label map of cup, saucer and spoon, and the same map in steps of whole cells that grow from "
        f"picture to picture. A chart of the mean IoU by the downsampling factor: {scores}."
    )
