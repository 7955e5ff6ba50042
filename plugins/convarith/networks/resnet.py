"""ResNet-50: He, Zhang, Ren and Sun, CVPR 2016 (arXiv 1512.03385), table 1, in both variants, and dilated."""

from dataclasses import dataclass
from typing import Literal

from convarith.batch_normalization import BatchNormalization
from convarith.convolution import Convolution
from convarith.errors import ShapeError
from convarith.joining import Addition
from convarith.linear import Linear
from convarith.network import Draft, Network
from convarith.pooling import AveragePooling, MaxPooling

BLOCKS = (3, 4, 6, 3)
"""Bottleneck blocks of each stage."""
STEM_STRIDE = 4
EXPANSION = 4

StrideOn = Literal["1x1", "3x3"]


@dataclass(frozen=True, slots=True)
class Stage:
    """How one stage is built: its inner width, the stride of its first block, and the dilation of its blocks.

    `first_dilation` is that of the first block, whose 3x3 still reads the map before this stage's change.
    """

    width: int
    stride: int
    first_dilation: int
    dilation: int


def resnet50(
    stride_on: StrideOn = "3x3",
    classes: int | None = 1000,
    input_channels: int = 3,
    output_stride: int = 32,
) -> Network:
    """The classifier, or its backbone alone where `classes` is None.

    The paper's blocks reduce in their first 1x1 convolution (`stride_on="1x1"`), torchvision's ("v1.5") in
    their 3x3: that changes the receptive field, not the shapes. An `output_stride` of 16 or 8 takes the
    stride out of the last stage or the last two and dilates instead, as torchvision does. Names: `conv1`,
    `conv1.norm`, `maxpool`, `layer1.0.conv1` … `layer4.2.add`, `avgpool` (made for an input of 224), `fc`.
    Raises ShapeError for another output stride.
    """
    if output_stride not in (8, 16, 32):
        raise ShapeError(f"output stride must be 8, 16 or 32, got {output_stride}")
    draft = Draft("ResNet-50", input_channels)
    _convolved(draft, "conv1", Convolution(channels=64, kernel=7, stride=2, padding=3, bias=False))
    draft.add("maxpool", MaxPooling(kernel=3, stride=2, padding=1))
    for number, stage in enumerate(_stages(output_stride), start=1):
        for block in range(BLOCKS[number - 1]):
            _bottleneck(draft, f"layer{number}.{block}", stage, stride_on, first=block == 0)
    if classes is not None:
        draft.add("avgpool", AveragePooling(kernel=224 // output_stride))
        draft.add("fc", Linear(channels=classes))
    return draft.network()


def _stages(output_stride: int) -> list[Stage]:
    stages: list[Stage] = []
    reduced, dilation = STEM_STRIDE, 1
    for number in range(len(BLOCKS)):
        before, stride = dilation, 1
        if number > 0 and reduced < output_stride:
            stride, reduced = 2, 2 * reduced
        elif number > 0:
            dilation *= 2
        stages.append(Stage(64 * 2**number, stride, before, dilation))
    return stages


def _bottleneck(draft: Draft, name: str, stage: Stage, stride_on: StrideOn, first: bool) -> None:
    entered = draft.last
    stride = stage.stride if first else 1
    dilation = stage.first_dilation if first else stage.dilation
    narrow, wide = stage.width, EXPANSION * stage.width
    early, late = (stride, 1) if stride_on == "1x1" else (1, stride)
    middle = Convolution(
        channels=narrow, kernel=3, stride=late, padding=dilation, dilation=dilation, bias=False
    )
    _convolved(draft, f"{name}.conv1", Convolution(channels=narrow, kernel=1, stride=early, bias=False))
    _convolved(draft, f"{name}.conv2", middle)
    main = _convolved(draft, f"{name}.conv3", Convolution(channels=wide, kernel=1, bias=False))
    if first:
        shortcut = Convolution(channels=wide, kernel=1, stride=stride, bias=False)
        entered = _convolved(draft, f"{name}.shortcut", shortcut, entered)
    draft.add(f"{name}.add", Addition(), main, entered)


def _convolved(draft: Draft, name: str, convolution: Convolution, *inputs: str) -> str:
    draft.add(name, convolution, *inputs)
    return draft.add(f"{name}.norm", BatchNormalization())
