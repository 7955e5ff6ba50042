"""What from the coarse map, where from the fine one: their sum draws better than either of them."""

import numpy as np
from matplotlib.figure import Figure
from panels import panel, whole_panel
from panels.label_maps import legend, outline, painted
from panels.words import percent
from photographs import coffee
from scored_pixels import LABELS, STRIDE, TOLERANCE_PX, Drawing, coarse, colours, fitted, mirrored

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, NARROW_PX, ORANGE, WIDE_PX

PAINT = {coffee.LABELS["saucer"]: ORANGE, coffee.LABELS["spoon"]: GREEN, coffee.LABELS["cup"]: BLUE}
NAMED = {name: PAINT[coffee.LABELS[name]] for name in ("saucer", "cup", "spoon")}


def _drawn(*maps: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Drawing:
    return fitted(maps).drawn(np.column_stack(maps))


DRAWINGS = {
    "coarse scores": _drawn(coarse()),
    "fine scores": _drawn(colours()),
    "both added": _drawn(coarse(), colours()),
    "fine ones mirrored": _drawn(coarse(), mirrored(colours())),
}


def mean_f1(drawing: Drawing) -> float:
    return float(np.mean([*drawing.f1.values()]))


def draw() -> Figure:
    figure = canvas(WIDE_PX, 266)
    for place, name in enumerate(DRAWINGS):
        _panel(figure, name, place * 176, 26, 160, 13)
    legend(whole_panel(figure), 0, 258, NAMED, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 462)
    for place, name in enumerate(DRAWINGS):
        _panel(figure, name, place % 2 * 168, 22 + place // 2 * 216, 152, 12)
    legend(whole_panel(figure), 0, 456, NAMED, 12)
    return figure


def _panel(figure: Figure, name: str, left: float, top: float, side: float, text: float) -> None:
    """The drawing in colours, the true outlines over it, and two numbers below."""
    drawing = DRAWINGS[name]
    axes = panel(figure, left, top, side, side)
    axes.set_axis_off()
    rows, columns = LABELS.shape
    axes.imshow(painted(drawing.labels, PAINT), extent=(0, columns, rows, 0), aspect="auto", alpha=0.8)
    for label in coffee.LABELS.values():
        outline(axes, np.equal(LABELS, label), width=0.9)
    axes.set(xlim=(0, columns), ylim=(rows, 0))
    axes.text(0, -0.5 * text * rows / side, name, fontsize=text, fontweight="bold")
    for line, said in enumerate(
        (f"wrong: {percent(drawing.wrong)}", f"spoon: IoU {drawing.iou['spoon']:.2f}")
    ):
        axes.text(0, rows + (1.3 * line + 1.3) * text * rows / side, said, fontsize=text)


COARSE, FINE, BOTH, MIRRORED = DRAWINGS.values()

CAPTION = f"""Labels of the photograph above by 1×1 convolutions that were fitted to its label map; true
outlines in ink. *Coarse*: scores from the classes' shares in cells of {STRIDE}×{STRIDE} pixels, enlarged
bilinearly. *Fine*: scores from the colour of each pixel. Added, they leave {percent(BOTH.wrong, 1)} of the
pixels wrong instead of {percent(COARSE.wrong, 1)} and {percent(FINE.wrong)}, and the boundary F1
({TOLERANCE_PX} pixels, mean of the three classes) rises from {mean_f1(COARSE):.2f} and {mean_f1(FINE):.2f} to
{mean_f1(BOTH):.2f}. *Mirrored*: the same colours in each cell, but at mirrored places; fitted anew, they
leave {percent(MIRRORED.wrong, 1)} wrong and reach {mean_f1(MIRRORED):.2f}.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(
        f"{name}: {percent(each.wrong)} wrong, IoU "
        + ", ".join(f"{label} {value:.2f}" for label, value in each.iou.items())
        for name, each in DRAWINGS.items()
    )
    return (
        "Four label maps of a cup, a spoon and a saucer with the true outlines. The coarse one has soft, "
        "swollen shapes; the fine one is speckled, without any spoon; their sum follows the outlines "
        f"more closely; with mirrored colours the shapes are soft again, and frayed. {said}."
    )
