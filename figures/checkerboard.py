"""An even map through six enlarging layers: some give a checkerboard, some none."""

import numpy as np
from enlargers import Values, convolved, copied, linear_kernel, shuffled, transposed
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel

from computed_figures.canvas import canvas
from computed_figures.style import GREY, NARROW_PX, WIDE_PX

SIDE = 12
SHOWN = 10
SEED = 4
STRIDE = 2
EVEN: Values = np.ones((SIDE, SIDE))
"""The map that goes in: every number is 1."""


def inner(found: Values) -> Values:
    """SHOWN x SHOWN outputs from the middle, away from the borders."""
    start = 2 * ((len(found) - SHOWN) // 4)
    return found[start : start + SHOWN, start : start + SHOWN]


def contrast(found: Values) -> float:
    """The span of the values by the sum of the largest and the smallest; 0 for an even map."""
    return float((found.max() - found.min()) / (found.max() + found.min()))


def shuffle_layer(kernels: Values) -> Values:
    """Four 3x3 convolutions, whose maps are woven into one."""
    return shuffled(np.array([convolved(EVEN, kernel) for kernel in kernels]), STRIDE)


def layers(random: np.random.Generator) -> dict[str, Values]:
    """What comes out of each layer; weights are drawn evenly between 0 and 1."""
    three, four, after, same = (random.random((side, side)) for side in (3, 4, 3, 3))
    line = linear_kernel(STRIDE)
    linear = np.array([0.5, 1, 0.5])
    return {
        "kernel 3": inner(transposed(EVEN, three, STRIDE)),
        "kernel 4": inner(transposed(EVEN, four, STRIDE)),
        "pixel shuffle": inner(shuffle_layer(random.random((4, 3, 3)))),
        "kernel 3, linear": inner(transposed(EVEN, np.outer(linear, linear), STRIDE)),
        "kernel 4, linear": inner(transposed(EVEN, np.outer(line, line), STRIDE)),
        "copied, then 3×3": inner(convolved(copied(EVEN, STRIDE), after)),
        "pixel shuffle, equal kernels": inner(shuffle_layer(np.stack([same] * 4))),
    }


OUT = layers(np.random.default_rng(SEED))
SHOWN_LAYERS = list(OUT)[:6]
DRAWS = 200
MANY = [
    {name: contrast(found) for name, found in layers(np.random.default_rng(seed)).items()}
    for seed in range(DRAWS)
]
MEDIAN = {name: float(np.median([each[name] for each in MANY])) for name in OUT}
LEAST = {name: min(each[name] for each in MANY) for name in OUT}


def unequal(sums: Values) -> float:
    """The span of sums by the root of their mean square: unlike contrast, it serves sums of both signs."""
    return float(np.ptp(sums) / np.sqrt(np.mean(np.square(sums))))


def sums_of_mean_0(random: np.random.Generator) -> dict[str, Values]:
    """For each place of a block the sum of the weights that reach it; they are normal, of mean 0."""
    kernels = {f"kernel {side}": random.standard_normal((side, side)) for side in (3, 4)}
    stamped = {
        name: np.array([kernel[place[0] :: STRIDE, place[1] :: STRIDE].sum() for place in PLACES])
        for name, kernel in kernels.items()
    }
    return stamped | {"pixel shuffle": random.standard_normal((len(PLACES), 3, 3)).sum(axis=(1, 2))}


PLACES = list(np.ndindex(STRIDE, STRIDE))
_SUMS = [sums_of_mean_0(np.random.default_rng(seed)) for seed in range(DRAWS)]
UNEQUAL = {name: float(np.median([unequal(each[name]) for each in _SUMS])) for name in _SUMS[0]}
"""The median over all draws of weights of mean 0."""


def draw() -> Figure:
    side, gap = 150, 80
    figure = canvas(WIDE_PX, 2 * (side + 64))
    for place, name in enumerate(SHOWN_LAYERS):
        row, column = divmod(place, 3)
        _map(panel(figure, 10 + column * (side + gap), 26 + row * (side + 64), side, side), name, 13)
    return figure


def draw_narrow() -> Figure:
    side, gap = 130, 40
    figure = canvas(NARROW_PX, 3 * (side + 60))
    for place, name in enumerate(SHOWN_LAYERS):
        row, column = place % 3, place // 3
        _map(panel(figure, 6 + column * (side + gap), 24 + row * (side + 60), side, side), name, 12)
    return figure


def _map(axes: Axes, name: str, text: float) -> None:
    """Grey from 0 to the largest value of the layer, so that an even map is one light grey."""
    found = OUT[name]
    axes.imshow(
        found / found.max(), cmap="gray", vmin=0, vmax=1.15, extent=(0, SHOWN, SHOWN, 0), aspect="auto"
    )
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    for words, at, up in ((name, 1, 7), (f"contrast {abs(contrast(found)):.2f}", 0, -1.4 * text - 2)):
        axes.annotate(
            words, (0, at), (0, up), xycoords="axes fraction", textcoords="offset points", fontsize=text
        )


FIRST, SECOND, THIRD = SHOWN_LAYERS[:3]
CAPTION = f"""A map in which every number is 1, enlarged twofold by six layers; a piece from the middle.
Weights are random, between 0 and 1, but for the linear ones, which interpolate. *Contrast* is the span of
the outputs, divided by the sum of the largest and the smallest. Over {DRAWS} draws of the weights its median
is {MEDIAN[FIRST]:.2f} with a kernel of 3, {MEDIAN[SECOND]:.2f} with a kernel of 4, whose overlap is even, and
{MEDIAN[THIRD]:.2f} with pixel shuffle. The linear kernel of 3 has uneven overlap and no checkerboard; a map
that is copied first has none with any weights.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(f"{name}: {abs(contrast(OUT[name])):.2f}" for name in SHOWN_LAYERS)
    return (
        "Six pieces of maps in grey. The first three show a regular pattern that repeats every two "
        "pixels, the first the "
        f"strongest; the last three are even. Contrast: {said}."
    )
