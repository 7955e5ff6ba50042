"""What Dice pushes at one pixel of an object: by the size of the object, and by how sure the pixel is."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from pixel_losses import Values, dice_slope

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, NARROW_PX, ORANGE, WIDE_PX

PIXELS = 10_000
SIZES = (10, 30, 100, 300, 1000, 3000)
GIVEN = 0.9, 0.1
"""Probability of object that object pixels and ground pixels have in the first chart."""

OBJECT = 100
SURE: Values = np.asarray([0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97], np.float64)
LOOKS = {"cross-entropy": (BLUE, "-", "o"), "Dice": (ORANGE, "--", "s")}


def truth(size: int) -> Values:
    """1 for the first `size` pixels, 0 for the others."""
    return (np.arange(PIXELS) < size).astype(np.float64)


def by_size(size: int, beside: int = 0) -> dict[str, float]:
    """Push on the score of an object pixel that is uncertain, one half, where all others are nearly right.

    The image may hold a second object beside, of so many pixels.
    """
    known = truth(size + beside)
    p = np.where(known > 0, 0.99, 0.001)
    p[0] = 0.5
    return {"cross-entropy": 0.5 / PIXELS, "Dice": float(-dice_slope(p, known)[0])}


def by_sureness(p: float) -> dict[str, float]:
    """Push on the score of an object pixel if every pixel has the same probability of object."""
    known = truth(OBJECT)
    return {
        "cross-entropy": (1 - p) / PIXELS,
        "Dice": float(-dice_slope(np.full(PIXELS, p), known)[0]),
    }


BY_SIZE = {name: [by_size(size)[name] for size in SIZES] for name in LOOKS}
ALIKE = {name: [by_sureness(float(p))[name] for p in SURE] for name in LOOKS}


def wrong_pixel(p: float) -> dict[str, float]:
    """Push on an object pixel that alone has a low probability, while all others are nearly right."""
    known = truth(OBJECT)
    given = np.where(known > 0, 0.99, 0.001)
    given[0] = p
    return {"cross-entropy": (1 - p) / PIXELS, "Dice": float(-dice_slope(given, known)[0])}


BY_SURENESS = {name: [wrong_pixel(float(p))[name] for p in SURE] for name in LOOKS}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 276)
    _chart(panel(figure, 58, 36, 256, 184), SIZES, BY_SIZE, "pixels of the object", (8, 4000), 13)
    _chart(
        panel(figure, 418, 36, 256, 184),
        SURE,
        BY_SURENESS,
        "probability of the true class",
        (0.0007, 1.2),
        13,
    )
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 500)
    _chart(panel(figure, 58, 34, 244, 160), SIZES, BY_SIZE, "pixels of the object", (8, 4000), 12)
    _chart(
        panel(figure, 58, 282, 244, 160),
        SURE,
        BY_SURENESS,
        "probability of the true class",
        (0.0007, 1.2),
        12,
    )
    return figure


def _chart(
    axes: Axes,
    along: Sequence[float] | Values,
    lines: dict[str, list[float]],
    label: str,
    limits: tuple[float, float],
    text: float,
) -> None:
    axes.set(xscale="log", yscale="log", xlim=limits, ylim=(1e-6, 1e-1))
    axes.set_yticks([1e-6, 1e-4, 1e-2], ["10⁻⁶", "10⁻⁴", "10⁻²"], fontsize=text)
    ticks = [10, 100, 1000] if limits[1] > 2 else [0.001, 0.01, 0.1, 1]
    axes.set_xticks(ticks, [f"{tick:,}" for tick in ticks], fontsize=text)
    axes.minorticks_off()
    axes.set_xlabel(label, fontsize=text)
    axes.annotate(
        "push on one pixel",
        (0, 1),
        (-44, 12),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=text,
    )
    for name, (colour, line, marker) in LOOKS.items():
        axes.plot(
            along, lines[name], line, color=colour, marker=marker, markersize=5, linewidth=2, label=name
        )
    axes.legend(
        loc="upper right" if limits[1] > 2 else "upper left",
        fontsize=text - 1,
        borderpad=0.2,
        handlelength=1.8,
    )


TIMES = BY_SIZE["Dice"][0] / BY_SIZE["Dice"][-1]
LOW = {name: values[0] / max(values) for name, values in BY_SURENESS.items()}
CAPTION = f"""The push on the score of one object pixel, in an image of {PIXELS:,} pixels of which all
others are nearly right. *Against the pixels of the object*: the pixel has a probability of one half; under
Dice it is pushed the more, the smaller the object is, {TIMES:.0f} times as strongly with {SIZES[0]} pixels as
with {SIZES[-1]:,}; under cross-entropy always alike. *Against the probability of the true class*: an object
of {OBJECT} pixels, and the pixel more or less wrong; cross-entropy pushes hardest where it is wrong for sure,
Dice with {LOW["Dice"]:.3f} of its largest push.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    sizes = ", ".join(
        f"{1e6 * value:,.0f} with {size:,}" for size, value in zip(SIZES, BY_SIZE["Dice"], strict=True)
    )
    sure = ", ".join(f"{1e6 * value:,.0f} at {p}" for p, value in zip(SURE, BY_SURENESS["Dice"], strict=True))
    return (
        "Two charts of the push on one pixel, both axes logarithmic; here it is given in millionths. "
        "Against the size of the object: cross-entropy is a level line at "
        f"{1e6 * BY_SIZE['cross-entropy'][0]:.0f}; Dice falls: {sizes} pixels. "
        "Against the probability of the true class: cross-entropy falls from left to right; "
        f"Dice rises, then falls: {sure}."
    )
