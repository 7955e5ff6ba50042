"""What a transformer layer costs: attention grows with the square of the number of tokens."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from vision_transformer import SIDE, WIDTH, Layer, tokens

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, INK, NARROW_PX, ORANGE, WIDE_PX

PATCHES = {16: (BLUE, "o"), 8: (ORANGE, "s")}
SIDES = range(128, 769, 32)
TOP = 140


def cost(side: int, patch: int) -> tuple[float, float]:
    """Billion multiply-adds of a layer: on each token by itself, and in all."""
    layer = Layer(tokens(side, patch))
    return layer.each / 1e9, (layer.each + layer.among) / 1e9


def draw() -> Figure:
    figure = canvas(WIDE_PX, 340)
    _chart(panel(figure, 60, 34, 500, 250), 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 330)
    _chart(panel(figure, 34, 32, NARROW_PX - 34 - 18, 244), 12)
    return figure


def _chart(axes: Axes, text: float) -> None:
    axes.set(xlim=(SIDES[0], SIDES[-1]), ylim=(0, TOP))
    axes.set_xticks([128, 256, 512, 768], ["128", "256", "512", "768"], fontsize=text)
    axes.set_yticks([0, 50, 100], ["0", "50", "100"], fontsize=text)
    axes.set_xlabel("side of the image, pixels", fontsize=text)
    axes.annotate(
        "billion multiply-adds of a layer",
        (0, 1),
        (-24, 12),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=text,
    )
    for patch, (colour, marker) in PATCHES.items():
        each, whole = zip(*(cost(side, patch) for side in SIDES), strict=True)
        axes.plot(SIDES, whole, color=colour, linewidth=1.8)
        axes.plot(SIDES, each, color=colour, linewidth=1.4, linestyle=(0, (4, 3)))
        axes.plot(SIDE, cost(SIDE, patch)[1], color=colour, marker=marker, markersize=8)
    axes.axvline(SIDE, color=INK, linewidth=0.6)
    for place, (patch, words) in enumerate(((8, "patches of 8"), (16, "patches of 16"))):
        colour, marker = PATCHES[patch]
        y = TOP * (0.93 - 0.1 * place)
        axes.plot([150], [y], color=colour, marker=marker, markersize=7)
        axes.text(168, y - 0.012 * TOP, words, fontsize=text, va="center")
    axes.plot([134, 162], [TOP * 0.73] * 2, color=INK, linewidth=1.2, linestyle=(0, (3, 2)))
    axes.text(168, TOP * 0.718, "without attention", fontsize=text, va="center")


CAPTION = f"""One layer of ViT-Base, {WIDTH} numbers a token. Solid: all multiply-adds. Dashed: the part
that is
done on each token by itself; what lies between the two is attention, where every token meets every other. At
{SIDE} pixels a side patches of 16 give {tokens(SIDE, 16):,} tokens and cost {cost(SIDE, 16)[1]:.1f}
billion, patches of 8
give {tokens(SIDE, 8):,} and cost {cost(SIDE, 8)[1]:.1f}.
"""

ALT = (
    "A chart of the cost of one layer against the side of the image. Both solid curves bend upward, "
    "that of patches of "
    "8 far more steeply; the dashed curves, without attention, lie below them, and the gap widens with "
    "the side. "
    + "; ".join(
        f"patches of {patch} at {SIDE} pixels: {cost(SIDE, patch)[1]:.1f} billion multiply-adds, "
        f"{cost(SIDE, patch)[0]:.1f} of them without attention"
        for patch in PATCHES
    )
    + "."
)
