"""Published networks against their papers' tables and against PyTorch's own counts."""

from fractions import Fraction

import pytest

from convarith import Convolution, Linear, Network, ShapeError, Trace, trace
from convarith.networks import deeplab_backbone, fcn8s, fcn16s, fcn32s, resnet50, segnet, vgg16

# Executed: shapes (channels, side) and parameters with PyTorch; receptive fields by gradient.
VGG = {
    "conv1_2": (64, 224),
    "pool1": (64, 112),
    "pool2": (128, 56),
    "conv3_3": (256, 56),
    "pool3": (256, 28),
    "pool4": (512, 14),
    "conv5_3": (512, 14),
    "pool5": (512, 7),
    "fc8": (1000, 1),
}
# Name: side, jump and centre of the first receptive field, by gradient.
VGG_FIELDS = {
    "pool1": (6, 2, "1/2"),
    "pool2": (16, 4, "3/2"),
    "pool3": (44, 8, "7/2"),
    "pool4": (100, 16, "15/2"),
    "conv5_3": (196, 16, "15/2"),
    "pool5": (212, 32, "31/2"),
}
RESNET = {8: (28, 28, 28), 16: (28, 14, 14), 32: (28, 14, 7)}


def shape(traced: Trace, layer: str) -> tuple[int | None, int]:
    step = traced[layer]
    return step.shape.channels, step.shape.size


@pytest.mark.parametrize(("layer", "expected"), VGG.items(), ids=VGG.keys())
def test_vgg_16_gives_the_shapes_that_were_executed(layer: str, expected: tuple[int, int]) -> None:
    assert shape(trace(vgg16(), 224), layer) == expected


@pytest.mark.parametrize(("layer", "expected"), VGG_FIELDS.items(), ids=VGG_FIELDS.keys())
def test_vgg_16_has_the_fields_that_the_gradients_showed(layer: str, expected: tuple[int, int, str]) -> None:
    field = trace(vgg16(), 224)[layer].field
    assert (field.size, int(field.jump), field.start) == (expected[0], expected[1], Fraction(expected[2]))


def test_vgg_16_has_as_many_parameters_as_pytorch_counts() -> None:
    traced = trace(vgg16(), 224)
    assert [traced[name].parameters for name in ("fc6", "fc7", "fc8")] == [102_764_544, 16_781_312, 4_097_000]
    assert traced.parameters == 138_357_544
    assert (
        sum(step.parameters or 0 for step in traced.steps if isinstance(step.layer, Convolution))
        == 14_714_688
    )


def test_positions_fall_1024_times_but_values_only_6_times() -> None:
    given, left = (trace(vgg16(), 224)[name].shape for name in ("input", "pool5"))
    assert given.size**2 // left.size**2 == 1024
    assert (given.values, left.values) == (150_528, 25_088)


@pytest.mark.parametrize(
    ("stride_on", "fields"), [("3x3", (35, 91, 267, 427)), ("1x1", (35, 99, 291, 483))], ids=["v1.5", "v1"]
)
def test_resnet_50_sees_427_or_483_pixels_by_where_its_stride_sits(
    stride_on: str, fields: tuple[int, ...]
) -> None:
    traced = trace(resnet50(stride_on), 224)  # type: ignore[arg-type]
    ends = ["layer1.2.add", "layer2.3.add", "layer3.5.add", "layer4.2.add"]
    assert tuple(traced[name].field.size for name in ends) == fields
    assert traced.parameters == 25_557_032


@pytest.mark.parametrize("output_stride", RESNET)
def test_dilating_keeps_every_parameter_and_enlarges_the_map(output_stride: int) -> None:
    traced = trace(deeplab_backbone(output_stride), 224)
    sides = [traced[f"layer{stage}.0.add"].shape.size for stage in (2, 3, 4)]
    assert tuple(sides) == RESNET[output_stride]
    assert traced.output.shape.channels == 2048
    assert traced.output.field.jump == output_stride
    assert traced.parameters == 23_508_032


def test_a_backbone_of_another_output_stride_is_refused() -> None:
    with pytest.raises(ShapeError, match="8, 16 or 32"):
        deeplab_backbone(4)


@pytest.mark.parametrize("network", [fcn32s(), fcn16s(), fcn8s()], ids=lambda network: str(network.name))
@pytest.mark.parametrize("size", [1, 64, 223, 500])
def test_fcn_scores_every_pixel_of_any_image(network: Network, size: int) -> None:
    assert shape(trace(network, size), "score") == (21, size)


def test_fcn_has_the_parameters_that_pytorch_counts_without_its_upsampling() -> None:
    traced = trace(fcn32s(), 500)
    assert traced.parameters - (traced["upscore"].parameters or 0) == 134_346_581
    assert traced["fc6"].field.size == 404


@pytest.mark.parametrize(
    ("network", "pool"), [(fcn16s(), "pool4"), (fcn8s(), "pool4"), (fcn8s(), "pool3")], ids=str
)
def test_where_fcn_adds_scores_both_look_at_the_same_place(network: Network, pool: str) -> None:
    traced = trace(network, 500)
    coarse, fine = (traced[name].field for name in _fused(traced, pool))
    period = coarse.taps.period
    centres = [_centre(coarse.positions(output)) for output in range(period)]
    assert sum(centres) / period == sum(_centre(fine.positions(output)) for output in range(period)) / period


def _fused(traced: Trace, pool: str) -> tuple[str, ...]:
    return traced[f"fuse_{pool}"].inputs


def _centre(positions: frozenset[int]) -> Fraction:
    return Fraction(min(positions) + max(positions), 2)


def test_segnet_drops_the_fully_connected_layers_and_mirrors_the_rest() -> None:
    traced = trace(segnet(), 224)
    assert shape(traced, "conv1_1_d") == (11, 224)
    convolutions = [step for step in traced.steps if isinstance(step.layer, Convolution)]
    decoder = [step for step in convolutions if step.name.endswith("_d")]
    assert len(decoder) == 13
    assert sum(step.parameters or 0 for step in convolutions if step not in decoder) == 14_714_688
    assert not any(isinstance(step.layer, Linear) for step in traced.steps)
