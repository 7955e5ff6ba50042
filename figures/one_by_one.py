"""A 1×1 convolution looks at one pixel at a time: with shuffled pixels, their labels are shuffled too."""

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import panel, whole_panel
from panels.label_maps import legend, painted
from panels.words import percent
from photographs import coffee, square
from PIL import Image
from scored_pixels import CLASSES, LABELS, SIDE, Drawing, colours, fitted

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, NARROW_PX, ORANGE, WIDE_PX

PAINT = {coffee.LABELS["saucer"]: ORANGE, coffee.LABELS["spoon"]: GREEN, coffee.LABELS["cup"]: BLUE}
NAMED = {name: PAINT[coffee.LABELS[name]] for name in ("saucer", "cup", "spoon")}
LAYER = fitted([colours()])
WEIGHTS, BIASES = LAYER.weights.size, LAYER.biases.size
DRAWN = LAYER.drawn(colours())

ORDER = np.random.default_rng(0).permutation(SIDE**2)
SHUFFLED = LAYER.drawn(colours()[ORDER])


def put_back(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """The labels of shuffled pixels at the places that the pixels came from."""
    back = np.empty(SIDE**2, np.int64)
    back[ORDER] = labels.ravel()
    return back.reshape(labels.shape)


BACK = Drawing(put_back(SHUFFLED.labels))
EQUAL = int((BACK.labels == DRAWN.labels).sum())


def draw() -> Figure:
    figure = canvas(WIDE_PX, 236)
    side, gap = 160, 16
    for place, title in enumerate(PANELS):
        _panel(figure, title, place * (side + gap), 40, side, 13)
    legend(whole_panel(figure), 0, 222, NAMED, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 420)
    side = 152
    for place, title in enumerate(PANELS):
        _panel(figure, title, place % 2 * (side + 16), 36 + place // 2 * (side + 40), side, 11.5)
    legend(whole_panel(figure), 0, 408, NAMED, 11.5)
    return figure


PANELS = ("photograph", "labels", "pixels shuffled", "labels, put back")


def _panel(figure: Figure, title: str, left: float, top: float, side: float, text: float) -> None:
    axes = panel(figure, left, top, side, side)
    axes.set_axis_off()
    picture: NDArray[np.generic]
    if title == "photograph":
        picture = square.photograph(SIDE)
    elif title == "pixels shuffled":
        picture = square.photograph(SIDE).reshape(-1, 3)[ORDER].reshape(SIDE, SIDE, 3)
        picture = np.asarray(Image.fromarray(np.asarray(picture, np.uint8)[: SIDE // 2, : SIDE // 2]))
    else:
        picture = painted((DRAWN if title == "labels" else BACK).labels, PAINT)
    axes.imshow(picture, aspect="auto")
    axes.text(0, 1 + 0.5 * text / side, title, transform=axes.transAxes, fontsize=text, fontweight="bold")


CAPTION = f"""A 1×1 convolution from the three colours to {CLASSES} scores, {WEIGHTS} weights and {BIASES}
biases, fitted to the label map of this photograph; background is left blank. It tells light from dark and red
from grey, gives {percent(DRAWN.wrong)} of the pixels a wrong label, and not one the label "spoon". With all
pixels shuffled (a quarter of the shuffled photograph is shown), and their labels put back, {EQUAL:,} of
{LABELS.size:,} labels are the same. Photograph: Rachel Michetti, CC0, as scikit-image ships it.
"""

ALT = (
    "Four squares. The photograph of a white cup on a red saucer with a spoon. Its labels by a 1×1 "
    "convolution: most of the saucer is found; light parts of cup, spoon and table are labelled cup, dark "
    "parts of all of them are blank. The shuffled pixels, brown noise. The labels of these, put back: the "
    "same picture as the labels before."
)
