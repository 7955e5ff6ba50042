"""The receptive field outgrows the image: VGG-16 and ResNet-50, layer by layer."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray
from panels import panel, sheet
from panels.words import percent
from PIL import Image
from skimage import data

from computed_figures.canvas import PX_PER_INCH, canvas
from computed_figures.style import BLUE, INK, NARROW_PX, ORANGE, PURPLE, WIDE_PX
from convarith import Network, trace
from convarith.networks import resnet50, vgg16

SIDE = 224  # of the image, as both papers train
CAT = (80, 0, 380, 300)  # left, top, right, bottom of the square that is shown of the photograph


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


def draw() -> Figure:
    text, top, left, across, height = 13, 24, 34, 360, 290
    figure = canvas(WIDE_PX, 534)
    _chart(panel(figure, left, top, across, height), text)
    _tracks(figure, left, top + height + 58, across, text)
    middle, scale = WIDE_PX - 120, 0.52
    _seen(figure, ON_3X3, middle, 172, scale, text)
    _seen(figure, VGG, middle, 412, scale, text)
    return figure


def draw_narrow() -> Figure:
    text, top, left, across, height = 11.5, 20, 30, 252, 270
    figure = canvas(NARROW_PX, 742)
    _chart(panel(figure, left, top, across, height), text)
    _tracks(figure, left, top + height + 52, across, text)
    _seen(figure, ON_3X3, 98, 646, 0.4, text)
    _seen(figure, VGG, 258, 646, 0.4, text)
    return figure


def _chart(axes: Axes, text: float) -> None:
    axes.set(xlim=(0, LAYERS), ylim=(0, 1.06 * ON_1X1.last))
    axes.set_xticks(range(0, LAYERS + 1, 3))
    axes.set_yticks([0, 100, 200, 300, 400])
    axes.tick_params(labelsize=text)
    axes.set_xlabel("layers with a kernel wider than 1 × 1", fontsize=text)
    axes.axhline(SIDE, color=INK, linewidth=1.2, linestyle=(0, (5, 4)))
    axes.text(0.3, SIDE + 9, f"side of the image, {SIDE}", fontsize=text)
    axes.text(0.3, axes.get_ylim()[1], "side of the field, pixels", va="top", fontsize=text)
    for each in GROWTHS:
        axes.plot(each.fields, color=each.colour, linewidth=2, linestyle=each.dashes)
        ends = [(stage.last, stage.field) for stage in each.stages]
        axes.plot(*zip(*ends, strict=True), "o", color=each.colour, markersize=6, clip_on=False)
        axes.text(LAYERS + 0.5, each.last, str(each.last), va="center", fontsize=text, fontweight="bold")
    axes.text(13.8, SIDE + 100, ON_3X3.name, ha="right", fontsize=text, fontweight="bold")
    axes.text(13.8, 55, VGG.name, fontsize=text, fontweight="bold")


def _tracks(figure: Figure, left: float, top: float, width: float, text: float) -> None:
    """The stages as boxes under the layers that they hold, with the field at the end of each."""
    for place, each in enumerate(reversed(GROWTHS)):
        axes = panel(figure, left, top + (4 * place + 1.6) * text, width, 1.7 * text)
        axes.set(xlim=(0, LAYERS), ylim=(0, 1), xticks=[], yticks=[])
        axes.spines[:].set_visible(False)
        axes.text(0, 1.25, each.full_name, fontsize=text, fontweight="bold")
        for stage in each.stages:
            box = Rectangle(
                (stage.first - 1, 0),
                stage.last - stage.first + 1,
                1,
                facecolor="none",
                edgecolor=each.colour,
                linewidth=1.5,
                linestyle=each.dashes,
                clip_on=False,
            )
            axes.add_patch(box)
            centre = (stage.first - 1 + stage.last) / 2
            axes.text(centre, 0.5, str(stage.field), ha="center", va="center", fontsize=text)


def _seen(figure: Figure, each: Growth, across: float, down: float, scale: float, text: float) -> None:
    """The image and, round its middle at `across`, `down`, what the middle output of each stage sees."""
    axes, bounds = sheet(figure), figure.get_size_inches() * PX_PER_INCH
    side = SIDE * scale
    left, top = across - side / 2, down - side / 2
    axes.imshow(_photograph(side), extent=(left, left + side, top + side, top), aspect="auto")
    axes.set(xlim=(0, bounds[0]), ylim=(bounds[1], 0))
    for stage in each.stages:
        corner, width = (left + stage.begins * scale, top + stage.begins * scale), stage.field * scale
        if stage.field < SIDE:
            axes.add_patch(Rectangle(corner, width, width, fill=False, edgecolor="white", linewidth=3.5))
        axes.add_patch(Rectangle(corner, width, width, fill=False, edgecolor=each.colour, linewidth=1.8))
        if stage.field > SIDE or stage is each.stages[-1]:
            edge = min(corner[1], top)
            axes.text(corner[0], edge - 0.4 * text, str(stage.field), fontsize=text)
    lines = [line for line in (each.name, each.variant) if line]
    for place, line in enumerate(reversed(lines)):
        weight = "bold" if line is each.name else "normal"
        up = (1.7 + 1.4 * place) * text
        axes.text(across, edge - up, line, ha="center", fontsize=text, fontweight=weight)


def _photograph(side: float) -> NDArray[np.uint8]:
    """The cat's face, `side` pixels wide in the drawing, pale, in 32 shades of grey."""
    cat = Image.fromarray(data.chelsea()).convert("L").crop(CAT)  # type: ignore[no-untyped-call]
    small = np.asarray(cat.resize((round(1.5 * side),) * 2, Image.Resampling.LANCZOS), float)
    shades = np.round((70 + small * 0.72).clip(0, 255) / 255 * 31) / 31 * 255
    return shades.astype(np.uint8)[..., np.newaxis].repeat(3, axis=-1)


def _spoken(each: Growth) -> str:
    ends = ", ".join(f"{stage.name} {stage.field}" for stage in each.stages)
    passes = f"wider than the image from layer {each.passes}" if each.passes else "never wider than it"
    return f"{each.full_name}: {ends}; {passes}"


CAPTION = f"""The side of the receptive field after each layer whose kernel is wider than 1×1; both networks
have {LAYERS} of them on the way to their last feature map. A box is a stage (for VGG-16 a block and its
pooling, for ResNet-50 the stem and four stages); its number is the field at its end, marked by a dot above.
Each halving of the grid doubles what a 3×3 layer adds. ResNet-50 halves earlier, so that as many layers see
about twice as far: {ON_3X3.last} pixels where a block strides in its 3×3 convolution, {ON_1X1.last} where it
strides in its 1×1. The squares show the same fields over an image of {SIDE}×{SIDE}, for the middle output of
each stage. The largest of ResNet-50 reaches past every border: the image fills
{percent(ON_3X3.stages[-1].image_share)} of it, the rest is padding. Photograph: Stefan van der Walt, CC0, as
scikit-image ships it.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    return (
        f"Three rising lines against the number of layers, 0 to {LAYERS}, and a dashed line at {SIDE}, the "
        f"side of the image. Side of the field at the end of each stage: {'; '.join(map(_spoken, GROWTHS))}. "
        "Squares over a photograph of a cat show the same fields: those of VGG-16 stay inside the image, the "
        f"last two of ResNet-50 with {ON_3X3.variant} frame it, and the image fills "
        f"{percent(ON_3X3.stages[-1].image_share)} of the largest."
    )
