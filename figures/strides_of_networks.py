"""Strides from image to label map: since 2018 nearly every way leads back to a grid of stride 4."""

from dataclasses import dataclass
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel, whole_panel
from vision_transformer import STAGES

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from convarith import trace
from convarith.networks import deeplab_backbone, fcn8s, unet

STRIDES = (1, 2, 4, 8, 16, 32)


@dataclass(frozen=True)
class Way:
    """The strides of a network: down through its encoder, back up, and at which of them early maps cross."""

    name: str
    year: int
    down: tuple[int, ...]
    up: tuple[int, ...]
    skips: tuple[int, ...]

    @property
    def words(self) -> str:
        """Both ways and what crosses, in words."""
        down, up = (", ".join(map(str, strides)) for strides in (self.down, self.up))
        crossing = (
            f"early maps cross at {', '.join(map(str, self.skips))}" if self.skips else "nothing crosses"
        )
        return (
            f"{self.name} ({self.year}): {down}; back to {up}; {crossing}"
            if up
            else (f"{self.name} ({self.year}): {down}, and no way back; {crossing}")
        )


def _jumps(names: list[str], traced: object) -> tuple[int, ...]:
    return tuple(int(traced[name].field.jump) for name in names)  # type: ignore[index]


_FCN, _UNET = trace(fcn8s(), 500), trace(unet(), 572)
_RESNET = trace(deeplab_backbone(16), 512)
_PYRAMID = tuple(stage.stride for stage in STAGES)
_RESNET_32 = trace(deeplab_backbone(32), 512)
_STAGES = ["conv1", "maxpool", "layer2.0.add", "layer3.0.add", "layer4.0.add"]

WAYS = [
    Way(
        "FCN-8s",
        2015,
        _jumps([f"pool{block}" for block in range(1, 6)], _FCN),
        _jumps(["fuse_pool4", "fuse_pool3"], _FCN),
        _jumps(["score_pool4", "score_pool3"], _FCN),
    ),
    Way(
        "U-Net",
        2015,
        _jumps([f"down{level}.conv2" for level in range(1, 6)], _UNET),
        _jumps([f"up{level}.conv2" for level in (4, 3, 2, 1)], _UNET),
        _jumps([f"down{level}.conv2" for level in (4, 3, 2, 1)], _UNET),
    ),
    Way("DeepLabv3+", 2018, _jumps(_STAGES, _RESNET), (4,), (4,)),
    Way("Segmenter", 2021, (16, 16, 16), (), ()),
    Way("SegFormer", 2021, _PYRAMID, (4,), (16, 8, 4)),
    Way("MaskFormer", 2021, _jumps(_STAGES, _RESNET_32), (16, 8, 4), (16, 8, 4)),
    Way("SAM", 2023, (16, 16, 16), (8, 4), ()),
    Way("HQ-SAM", 2023, (16, 16, 16), (8, 4), (16,)),
]


def draw() -> Figure:
    figure = canvas(WIDE_PX, 448)
    for place, way in enumerate(WAYS):
        _panel(figure, way, place % 4 * 172, place // 4 * 206, 140, 13)
    _legend(whole_panel(figure), 24, 434, 13, per_row=4)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 862)
    for place, way in enumerate(WAYS):
        _panel(figure, way, place % 2 * 164, place // 2 * 202, 126, 12)
    _legend(whole_panel(figure), 14, 824, 12, per_row=2)
    return figure


def _panel(figure: Figure, way: Way, left: float, top: float, width: float, text: float) -> None:
    """Strides downward, coarser below; from left to right the way through the network."""
    axes = panel(figure, left + 24, top + 26, width, 150)
    levels = {stride: place for place, stride in enumerate(STRIDES)}
    axes.set(xlim=(-0.6, 9.6), ylim=(len(STRIDES) - 0.6, -0.4))
    axes.set_xticks([])
    axes.set_yticks(list(levels.values()), [str(stride) for stride in STRIDES], fontsize=text)
    axes.set_title(f"{way.name}, {way.year}", fontsize=text, loc="left", fontweight="bold")
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    down = [(place, levels[stride]) for place, stride in enumerate(way.down)]
    up = [(place + len(down), levels[stride]) for place, stride in enumerate(way.up)]
    end = (up or down)[-1]
    if end[1] > 0:
        axes.plot([end[0], 9], [end[1], 0], color=GREY, linewidth=1.4, linestyle=(0, (1, 2)))
        axes.plot([9], [0], "o", color=GREY, markersize=5, markerfacecolor="none")
    for stride in way.skips:
        _skip(
            axes,
            [at for at in down if at[1] == levels[stride]],
            [at for at in up if at[1] == levels[stride]],
            up,
        )
    _line(axes, down, BLUE)
    _line(axes, [down[-1], *up], ORANGE)
    axes.plot(*zip(*down, strict=True), "o", color=BLUE, markersize=6)
    if up:
        axes.plot(*zip(*up, strict=True), "s", color=ORANGE, markersize=6)


def _skip(
    axes: Axes, early: list[tuple[int, int]], late: list[tuple[int, int]], up: list[tuple[int, int]]
) -> None:
    """A dashed arrow from the encoder's map to that of the same stride, else to the last one."""
    target = late[0] if late else up[-1]
    arrow = {
        "arrowstyle": "-|>",
        "color": INK,
        "linewidth": 1,
        "linestyle": (0, (3, 2)),
        "shrinkA": 4,
        "shrinkB": 4,
    }
    axes.annotate("", target, early[0], arrowprops=arrow)


def _line(axes: Axes, points: list[tuple[int, int]], colour: str) -> None:
    for before, after in pairwise(points):
        axes.plot(*zip(before, after, strict=True), color=colour, linewidth=1.8)


def _legend(axes: Axes, left: float, top: float, text: float, per_row: int) -> None:
    looks = (
        ("encoder", {"color": BLUE, "marker": "o", "linewidth": 1.8}),
        ("decoder", {"color": ORANGE, "marker": "s", "linewidth": 1.8}),
        ("early maps", {"color": INK, "linestyle": (0, (3, 2)), "linewidth": 1}),
        ("interpolated", {"color": GREY, "linestyle": (0, (1, 2)), "linewidth": 1.4}),
    )
    for place, (words, look) in enumerate(looks):
        x, y = left + place % per_row * 150, top + place // per_row * 22
        axes.plot([x, x + 22], [y - 0.36 * text] * 2, markersize=5, **look)  # type: ignore[arg-type]
        axes.text(x + 30, y, words, fontsize=text)


CAPTION = f"""Eight networks from left to right, each from the image to its label map. The scale counts
strides: at
{STRIDES[-1]} one position stands for {STRIDES[-1]}×{STRIDES[-1]} pixels. Blue is the encoder, orange what is
computed on the way back, dashed what crosses from the encoder, dotted what only interpolation does. A plain
transformer stays on one grid. Where masks or labels are made of finer maps, these come from early in the
network again
(U-Net, DeepLabv3+, SegFormer, MaskFormer), or are enlarged without them (SAM).
"""

ALT = (
    "Eight small charts of strides along networks, fine grids at the top. "
    + ". ".join(way.words for way in WAYS)
    + "."
)
