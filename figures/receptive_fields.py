"""How far a unit can look, and how far it does: receptive fields, theoretical and measured."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray
from panels import panel
from panels.words import percent
from PIL import Image
from skimage import data

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, INK, NARROW_PX, ORANGE, PURPLE, WIDE_PX
from convarith import Network, trace
from convarith.networks import resnet50, vgg16

DATA = ["experiments/results/effective-field.json"]
SIDE = 224  # of the image, as both papers train
CAT = (80, 0, 380, 300)  # left, top, right, bottom of the square that is shown of the photograph

Plane = NDArray[np.float64]


@dataclass(frozen=True)
class Stage:
    """A stage of a network, from one layer to another, and what its middle output sees.

    `field` is its side; `begins` and `ends` are its first and last row (or column), counted as the image's.
    """

    name: str
    first: int
    last: int
    field: int
    begins: int
    ends: int

    @property
    def image_share(self) -> float:
        """The share of the field's area that the image fills; the rest is padding."""
        inside = min(self.ends, SIDE - 1) - max(self.begins, 0) + 1
        return (inside / self.field) ** 2


@dataclass(frozen=True)
class Growth:
    """The side of the field after each layer with a kernel wider than a pixel, from the image itself on."""

    name: str
    variant: str
    colour: str
    dashes: str
    fields: list[int]
    stages: list[Stage]

    @property
    def last(self) -> int:
        return self.fields[-1]

    @property
    def passes(self) -> int | None:
        """The first layer whose field is wider than the image."""
        return next((place for place, field in enumerate(self.fields) if field > SIDE), None)

    @property
    def full_name(self) -> str:
        return f"{self.name}, {self.variant}" if self.variant else self.name


def growth(
    network: Network, ends: dict[str, str], name: str, variant: str, colour: str, dashes: str
) -> Growth:
    """Follow a network to the last of `ends`, which names each stage by the layer that ends it."""
    fields: list[int] = [1]
    stages: list[Stage] = []
    for step in trace(network, SIDE).steps:
        if step.field.size > fields[-1]:
            fields.append(step.field.size)
        if step.name in ends:
            first = stages[-1].last + 1 if stages else 1
            seen = step.field.positions(step.shape.size // 2)
            stages.append(
                Stage(ends[step.name], first, len(fields) - 1, step.field.size, min(seen), max(seen))
            )
        if len(stages) == len(ends):
            break
    return Growth(name, variant, colour, dashes, fields, stages)


BLOCKS = {f"pool{block}": f"block {block}" for block in range(1, 6)}
STAGES = {"maxpool": "stem"} | {
    f"layer{stage}.{blocks - 1}.add": f"stage {stage}" for stage, blocks in enumerate((3, 4, 6, 3), start=1)
}
VGG = growth(vgg16(), BLOCKS, "VGG-16", "", BLUE, "-")
ON_3X3 = growth(resnet50("3x3"), STAGES, "ResNet-50", "stride on the 3×3", ORANGE, "--")
ON_1X1 = growth(resnet50("1x1"), STAGES, "ResNet-50", "stride on the 1×1", PURPLE, "-")
GROWTHS = [VGG, ON_3X3, ON_1X1]
LAYERS = len(VGG.fields) - 1


def paths(last: str = "pool5") -> list[int]:
    """On how many paths each pixel of a row, from the first to the last, reaches the middle unit of a layer.

    In a plane the numbers of a pixel's row and of its column are multiplied.
    """
    middle = trace(vgg16(), SIDE)[last].shape.size // 2
    nodes = vgg16().in_order()
    end = [node.name for node in nodes].index(last) + 1
    counts = {middle: 1}
    for layer in (node.layer for node in reversed(nodes[:end])):
        before: Counter[int] = Counter()
        for output, number in counts.items():
            for position in layer.taps().positions(output):
                before[position] += number
        counts = before
    return [counts[pixel] for pixel in sorted(counts)]


def side_of_square(across: Iterable[float], share: float) -> int:
    """Side of the smallest square round the middle that holds so much of a plane `across` times `across`."""
    shares = np.asarray([*across], float)
    shares /= shares.sum()
    cuts = range((len(shares) - 1) // 2, -1, -1)
    cut = next(cut for cut in cuts if shares[cut : len(shares) - cut].sum() ** 2 >= share)
    return len(shares) - 2 * cut


@dataclass(frozen=True)
class Effective:
    """The stored measurement of `experiments/effective_field.py`."""

    path: str

    @cached_property
    def read(self) -> dict[str, Any]:
        values: dict[str, Any] = json.loads(Path(self.path).read_text("utf-8"))
        return values

    @property
    def settings(self) -> dict[str, Any]:
        values: dict[str, Any] = self.read["settings"]
        return values

    @property
    def share(self) -> float:
        return float(self.settings["share"])

    def field(self, layer: str = "pool5", images: str = "photographs") -> dict[str, Any]:
        values: list[dict[str, Any]] = self.read["fields"]
        return next(each for each in values if (each["images"], each["layer"]) == (images, layer))

    def square(self, layer: str = "pool5", images: str = "photographs") -> float:
        """Side of the square that holds `share` of the squared gradient, in the mean over the seeds."""
        return fmean(self.field(layer, images)["squares"])

    def deviation(self, layer: str = "pool5", images: str = "photographs") -> float:
        """Standard deviation of the squared gradient round the middle, in pixels, mean over the seeds."""
        return fmean(self.field(layer, images)["deviations"])


EFFECTIVE = Effective(DATA[0])
THEORY = VGG.stages[-1]
SQUARES = {place.last: EFFECTIVE.square(layer) for layer, place in zip(BLOCKS, VGG.stages, strict=True)}
MARGIN = (THEORY.field - EFFECTIVE.square()) / 2


def draw() -> Figure:
    text, top, side = 13, 26, 150
    figure = canvas(WIDE_PX, 392)
    _chart(panel(figure, 34, top, 248, 314), text)
    right = WIDE_PX - 2 * side - 20
    _can(panel(figure, right, top, side, side), text)
    _does(panel(figure, right + side + 18, top, side, side), text)
    _profile(panel(figure, right, top + side + 34, 2 * side + 18, 130), text)
    return figure


def draw_narrow() -> Figure:
    text, top, side = 12, 24, 150
    figure = canvas(NARROW_PX, 706)
    _chart(panel(figure, 30, top, 216, 270), text)
    _can(panel(figure, 2, 374, side, side), text)
    _does(panel(figure, side + 16, 374, side, side), text)
    _profile(panel(figure, 2, 550, NARROW_PX - 6, 110), text)
    return figure


def _chart(axes: Axes, text: float) -> None:
    axes.set(xlim=(0, LAYERS), ylim=(0, 1.06 * ON_1X1.last))
    axes.set_xticks(range(0, LAYERS + 1, 3))
    axes.set_yticks([0, 100, 200, 300, 400])
    axes.tick_params(labelsize=text)
    axes.set_xlabel("layers with a kernel wider than 1 × 1", fontsize=text)
    axes.axhline(SIDE, color=INK, linewidth=1.2, linestyle=(0, (5, 4)))
    axes.text(0.3, SIDE + 9, "side of the image", fontsize=text)
    axes.text(0.3, axes.get_ylim()[1], "side of the field, pixels", va="top", fontsize=text)
    for each in GROWTHS:
        axes.plot(each.fields, color=each.colour, linewidth=2, linestyle=each.dashes)
        ends = [(stage.last, stage.field) for stage in each.stages]
        axes.plot(*zip(*ends, strict=True), "o", color=each.colour, markersize=6, clip_on=False)
        axes.text(LAYERS + 0.7, each.last, str(each.last), va="center", fontsize=text, fontweight="bold")
    axes.text(14.2, 1.45 * SIDE, ON_1X1.name, ha="right", fontsize=text)
    axes.plot(*zip(*SQUARES.items(), strict=True), ":", color=BLUE, linewidth=2)
    axes.plot(*zip(*SQUARES.items(), strict=True), "s", color=BLUE, markersize=6, clip_on=False)
    axes.text(LAYERS + 0.7, VGG.last - 2.6 * text, VGG.name, fontsize=text)
    axes.text(LAYERS + 0.7, EFFECTIVE.square() - 2.6 * text, "measured", fontsize=text)
    side = f"{EFFECTIVE.square():.0f}"
    axes.text(LAYERS + 0.7, EFFECTIVE.square(), side, va="center", fontsize=text, fontweight="bold")


def _can(axes: Axes, text: float) -> None:
    """The photograph, and the theoretical field of VGG-16's middle unit, all of it in one tone."""
    _photograph(axes)
    _toned(axes, np.full((1, 1), 1 / 3))
    _titled(axes, "what can act", text)
    _frame(axes, THEORY.begins, THEORY.field, "-")


def _does(axes: Axes, text: float) -> None:
    """The photograph, and over it the tone of each cell by its share of the squared gradient."""
    _photograph(axes)
    _toned(axes, np.asarray(EFFECTIVE.read["plane"]))
    _titled(axes, "how strongly", text)
    _frame(axes, THEORY.begins + MARGIN, EFFECTIVE.square(), ":")


def _toned(axes: Axes, strength: Plane) -> None:
    """Blue over the theoretical field, as strong as `strength` says for each of its cells."""
    first, last = THEORY.begins - 0.5, THEORY.ends + 0.5
    tone = np.dstack([np.full(strength.shape, part) for part in to_rgb(BLUE)] + [0.85 * strength])
    axes.imshow(tone, extent=(first, last, last, first), aspect="auto")
    axes.set(xlim=(-0.5, SIDE - 0.5), ylim=(SIDE - 0.5, -0.5))


def _frame(axes: Axes, begins: float, side: float, dashes: str) -> None:
    """A square in pixels of the image, whose first pixel reaches from -0.5 to 0.5."""
    corner = (begins - 0.5, begins - 0.5)
    square = Rectangle(corner, side, side, fill=False, edgecolor=BLUE, linewidth=2.2, linestyle=dashes)
    axes.add_patch(square)


def _titled(axes: Axes, title: str, text: float) -> None:
    axes.text(-0.5, -10, title, fontsize=text, fontweight="bold")
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, linewidth=1.2, linestyle=(0, (5, 4)))


def _photograph(axes: Axes) -> None:
    """The cat's face, pale, in 24 shades of grey."""
    cat = Image.fromarray(data.chelsea()).convert("L").crop(CAT)  # type: ignore[no-untyped-call]
    grey = np.asarray(cat.resize((SIDE * 3 // 4,) * 2, Image.Resampling.LANCZOS), float) / 255
    pale = np.round((0.45 + 0.55 * grey) * 43) / 43
    edge = SIDE - 0.5
    axes.imshow(np.dstack([pale] * 3), extent=(-0.5, edge, edge, -0.5), aspect="auto")


def _profile(axes: Axes, text: float) -> None:
    """The share of each column: as measured, as the number of paths, and as if all pixels acted alike."""
    measured = np.asarray(EFFECTIVE.field()["across"])
    number = np.asarray(paths(), float)
    pixels = np.arange(len(measured)) - (len(measured) - 1) / 2
    half = THEORY.field / 2
    axes.set(xlim=(-SIDE / 2, SIDE / 2), ylim=(0, 1.12 * measured.max()), yticks=[])
    axes.fill_between(pixels, measured, color=BLUE, alpha=0.55, linewidth=0)
    axes.plot(pixels, number / number.sum(), color=INK, linewidth=1.6, linestyle=(0, (2, 1.5)))
    axes.plot(
        [-half, -half, half, half], [0, 1 / len(measured), 1 / len(measured), 0], color=BLUE, linewidth=2
    )
    axes.spines["left"].set_visible(False)
    axes.set_xticks(ticks := [-100, -50, 0, 50, 100], [str(abs(tick)) for tick in ticks])
    axes.tick_params(labelsize=text)
    axes.set_xlabel("pixels from the middle of the field", fontsize=text)
    high = axes.get_ylim()[1]
    axes.text(-SIDE / 2, 0.9 * high, "share of each column", fontsize=text)
    axes.text(34, 0.62 * high, "as many paths", fontsize=text)
    axes.text(-half + 2, 1.4 / len(measured), "all alike", fontsize=text)


def _spoken(each: Growth) -> str:
    ends = ", ".join(f"{stage.name} {stage.field}" for stage in each.stages)
    passes = f"wider than the image from layer {each.passes}" if each.passes else "never wider than it"
    return f"{each.full_name}: {ends}; {passes}"


SEEDS, PHOTOGRAPHS = (len(EFFECTIVE.settings[name]) for name in ("seeds", "photographs"))
CELL = int(EFFECTIVE.read["cell_px"])

CAPTION = f"""The lines show the side of the receptive field after each layer whose kernel is wider than 1×1;
dots end blocks and stages. For ResNet-50 the broken line belongs to blocks that stride in their 3×3
convolution, the unbroken one to blocks that stride in a 1×1. The dotted line was measured on VGG-16 before
any training: the smallest square round the middle that holds {percent(EFFECTIVE.share)} of the squared
gradient of the middle unit, with random weights from {SEEDS} seeds and {PHOTOGRAPHS} photographs each. The
pictures show the last field of VGG-16 over an image of {SIDE}×{SIDE} pixels; in the second one the tone of
each cell of {CELL}×{CELL} pixels goes with its squared gradient. The curve adds the same field up by columns:
the flat line would hold if all pixels acted alike, the area is what was measured, and the dashes are the
share of the paths that lead from a column to the unit. Photograph: Stefan van der Walt, CC0, as scikit-image
ships it.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    squares = ", ".join(f"{name} {EFFECTIVE.square(layer):.0f}" for layer, name in BLOCKS.items())
    return (
        f"Three rising lines against the number of layers, 0 to {LAYERS}, and a dashed line at {SIDE}, the "
        f"side of the image. Side of the field at the end of each stage: {'; '.join(map(_spoken, GROWTHS))}. "
        f"A dotted line below that of VGG-16 gives the measured squares: {squares}. Two pictures of a cat's "
        "face, with the field in blue: in the first an even tone covers nearly all of the face; in the "
        "second the tone is strong between the eyes and fades in all directions, nearly all of it in a frame "
        "little more than half as wide. The columns of the measured field form a bell, which agrees with the "
        "number of paths."
    )
