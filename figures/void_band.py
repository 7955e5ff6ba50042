"""A band along the borders, left out as void or counted alone: the score goes up, or the errors come out."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import panel
from panels.label_maps import painted
from scored_map import COLOURS, FINE, FINE_STRIDE, LABELS, band, scored, show

from computed_figures.canvas import canvas
from computed_figures.style import GREY, INK, NARROW_PX, PURPLE, WIDE_PX

WIDTHS_PX = [0, 1, 2, 3, 4, 6, 8]
SHOWN_PX = 4
LOOKS = {"one label a cell": (INK, "-", "o"), "shares": (PURPLE, "--", "s")}
"""As in the figure `downsampling`: the colours of the classes name classes alone."""

BANDS = {width: band(LABELS, width) for width in WIDTHS_PX}
WITHOUT = {
    name: {width: scored(guess, ~BANDS[width]).mean_iou for width in WIDTHS_PX}
    for name, guess in FINE.items()
}
"""Mean IoU by drawing and width if the band is void."""

WITHIN = {
    name: {width: scored(guess, BANDS[width]).mean_iou for width in WIDTHS_PX[1:]}
    for name, guess in FINE.items()
}
"""Mean IoU by drawing and width if the band alone is counted."""

SHARE = {width: float(BANDS[width].mean()) for width in WIDTHS_PX}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 268)
    _picture(panel(figure, 1, 24, 226, 226 * LABELS.shape[0] / LABELS.shape[1]), 13)
    _chart(panel(figure, 276, 40, 152, 174), "band left out", WITHOUT, 13)
    _chart(panel(figure, 506, 40, 152, 174), "band alone", WITHIN, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 440)
    _picture(panel(figure, 30, 24, 260, 260 * LABELS.shape[0] / LABELS.shape[1]), 12)
    _chart(panel(figure, 30, 244, 112, 150), "band left out", WITHOUT, 12)
    _chart(panel(figure, 194, 244, 112, 150), "band alone", WITHIN, 12)
    return figure


def _picture(axes: Axes, text: float) -> None:
    """The label map, faint, and the band in the middling grey."""
    show(axes, np.zeros_like(LABELS))
    faint: NDArray[np.float64] = painted(LABELS, COLOURS)
    faint[..., 3] *= 0.45
    faint[BANDS[SHOWN_PX]] = 0
    rows, columns = LABELS.shape
    axes.imshow(faint, extent=(0, columns, rows, 0), aspect="auto")
    dark = painted(BANDS[SHOWN_PX].astype(np.int64), {1: GREY})
    axes.imshow(dark, extent=(0, columns, rows, 0), aspect="auto")
    _title(axes, f"a band of {SHOWN_PX} pixels", text, 0)


def _chart(axes: Axes, title: str, scores: dict[str, dict[int, float]], text: float) -> None:
    axes.set(xlim=(-0.2, WIDTHS_PX[-1] + 0.2), ylim=(0.2, 1.03), xticks=[0, 2, 4, 6, 8])
    axes.set_yticks([0.4, 0.6, 0.8, 1], ["0.4", "0.6", "0.8", "1"])
    axes.tick_params(labelsize=text)
    axes.set_xlabel("width, pixels", fontsize=text)
    _title(axes, f"mean IoU, {title}", text, -24)
    for name, (colour, line, marker) in LOOKS.items():
        values = scores[name]
        axes.plot(
            list(values),
            list(values.values()),
            line,
            color=colour,
            marker=marker,
            linewidth=2,
            markersize=5,
            clip_on=False,
        )
    last = WIDTHS_PX[-1]
    if scores is WITHIN:
        for name, below in (("shares", 24), ("one label a cell", 40)):
            short = name.removesuffix(" a cell")
            axes.annotate(
                short,
                (last, scores[name][last]),
                (0, -below),
                textcoords="offset points",
                ha="right",
                fontsize=text,
            )


def _title(axes: Axes, words: str, text: float, across: float) -> None:
    axes.annotate(
        words,
        (0, 1),
        (across, 10),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=text,
        color=INK,
    )


LABEL, SHARES = LOOKS
FURTHEST_PX = max(WIDTHS_PX[1:], key=lambda width: WITHIN[SHARES][width] - WITHIN[LABEL][width])
CAPTION = f"""Mean IoU of two drawings from cells of {FINE_STRIDE}×{FINE_STRIDE} pixels, one label a cell
and shares of each class, with a band along all borders between classes, {SHOWN_PX} pixels wide to either
side in the picture. *Band left out*: its pixels are void, as in many data sets, and the scores rise until
nothing tells the two apart, {WITHOUT[LABEL][SHOWN_PX]:.3f} and {WITHOUT[SHARES][SHOWN_PX]:.3f} at
{SHOWN_PX} pixels. *Band alone*: a trimap. The same pixels, counted by themselves, keep the two apart, the
furthest with a band of {FURTHEST_PX} pixels: {WITHIN[LABEL][FURTHEST_PX]:.2f} and
{WITHIN[SHARES][FURTHEST_PX]:.2f}.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = [
        ". ".join(
            f"{name}: " + ", ".join(f"{value:.3f} at {width}" for width, value in values.items())
            for name, values in scores.items()
        )
        for scores in (WITHOUT, WITHIN)
    ]
    return (
        "The label map of cup, saucer and spoon with a grey band along every border between classes. Two "
        "charts of mean IoU "
        f"by the width of the band in pixels. Band left out. {said[0]}. Band alone. {said[1]}."
    )
