"""U-Net's weights for the pixels between cells, computed for three discs."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import panel
from scipy import ndimage

from computed_figures.canvas import canvas
from computed_figures.style import GREY, INK, NARROW_PX, WIDE_PX
from maskmetrics import Mask

W0, SIGMA_PX = 10, 5
WIDTH, HEIGHT = 120, 64
DISCS = ((26, 32, 18), (64, 32, 18), (104, 32, 12))
"""Middle and radius of each cell, in pixels."""


def disc(x: int, y: int, radius: int) -> Mask:
    """The pixels whose middles lie within the radius."""
    rows, columns = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    return np.asarray(np.hypot(columns - x, rows - y) <= radius)


CELLS = [disc(*each) for each in DISCS]
INSIDE: Mask = np.logical_or.reduce(CELLS)


def weights() -> NDArray[np.float64]:
    """1 + w0 exp(-(d1 + d2)² / 2σ²) on the ground, d1 and d2 away from the two nearest cells; 1 in cells."""
    nearest = np.sort([ndimage.distance_transform_edt(~cell) for cell in CELLS], axis=0)
    near = np.exp(-((nearest[0] + nearest[1]) ** 2) / (2 * SIGMA_PX**2))
    return np.where(INSIDE, 1.0, 1 + W0 * near)


WEIGHTS = weights()
ROW = HEIGHT // 2
LEFT_GAP = float(WEIGHTS[ROW, DISCS[0][0] + DISCS[0][2] : DISCS[1][0] - DISCS[1][2]].max())
RIGHT_GAP = float(WEIGHTS[ROW, DISCS[1][0] + DISCS[1][2] : DISCS[2][0] - DISCS[2][2]].max())
GAPS_PX = tuple(DISCS[at + 1][0] - DISCS[at + 1][2] - DISCS[at][0] - DISCS[at][2] for at in (0, 1))


def draw() -> Figure:
    figure = canvas(WIDE_PX, 260)
    _map(panel(figure, 1, 26, 400, 400 * HEIGHT / WIDTH), 13)
    _cut(panel(figure, 452, 40, 220, 170), 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 400)
    _map(panel(figure, 1, 24, 318, 318 * HEIGHT / WIDTH), 12)
    _cut(panel(figure, 34, 238, 270, 116), 12)
    return figure


def _map(axes: Axes, text: float) -> None:
    axes.imshow(WEIGHTS, cmap="magma", vmin=0, vmax=1 + W0, extent=(0, WIDTH, HEIGHT, 0), aspect="auto")
    axes.contour(
        np.arange(WIDTH) + 0.5,
        np.arange(HEIGHT) + 0.5,
        INSIDE,
        levels=[0.5],
        colors=["white"],
        linewidths=0.9,
    )
    axes.plot([0, WIDTH], [ROW + 0.5] * 2, color="white", linestyle=":", linewidth=1.4)
    axes.set(xticks=[], yticks=[], xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    axes.annotate(
        "weights", (0, 1), (0, 7), xycoords="axes fraction", textcoords="offset points", fontsize=text
    )


def _cut(axes: Axes, text: float) -> None:
    axes.set(xlim=(0, WIDTH), ylim=(0, W0 + 1))
    axes.set_yticks([1, 5, 10], ["1", "5", "10"], fontsize=text)
    axes.set_xticks([0, 60, 120], ["0", "60", "120"], fontsize=text)
    axes.set_xlabel("pixels along the dotted line", fontsize=text)
    axes.step(np.arange(WIDTH) + 0.5, WEIGHTS[ROW], where="mid", color=INK, linewidth=1.6)
    axes.annotate(
        "weight", (0, 1), (-22, 10), xycoords="axes fraction", textcoords="offset points", fontsize=text
    )


CAPTION = f"""The weights of U-Net (equation 2 of its paper, w₀&nbsp;=&nbsp;{W0},
σ&nbsp;=&nbsp;{SIGMA_PX}&nbsp;pixels) for three
round cells, without the part that balances classes. A ground pixel weighs the more, the nearer it is to
*two* cells: up to {LEFT_GAP:.1f} in the left gap, {GAPS_PX[0]} pixels wide, and up to {RIGHT_GAP:.1f} in
the right one, {GAPS_PX[1]} pixels wide. Beside a single cell it weighs 1.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    return (
        f"Three discs side by side, the gaps between them {GAPS_PX[0]} and {GAPS_PX[1]} pixels wide. The "
        "weights are bright in the "
        f"narrow left gap, up to {LEFT_GAP:.1f}, faintly so in the right one, up to {RIGHT_GAP:.1f}, and "
        "1 elsewhere. A chart of "
        "the weight along a line through the middles of the discs shows the same."
    )
