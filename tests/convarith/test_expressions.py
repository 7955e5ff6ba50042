"""What question files can compute."""

from collections.abc import Callable
from typing import Any

import pytest

from convarith import NetworkError, ShapeError, expressions


@pytest.mark.parametrize(
    ("function", "arguments", "answer"),
    [
        ("convolution_size", {"size": 572, "kernel": 3}, 570),
        ("pooling_size", {"size": 7, "kernel": 3, "stride": 2, "ceil_mode": True}, 3),
        ("transposed_size", {"size": 28, "kernel": 2, "stride": 2}, 56),
        ("effective_kernel", {"kernel": 3, "dilation": 12}, 25),
        ("convolution_parameters", {"input_channels": 3, "channels": 64, "kernel": 3}, 1792),
        ("network_size", {"network": "vgg-16", "size": 224, "layer": "pool5"}, 7),
        ("network_channels", {"network": "unet", "size": 572, "layer": "up4.concat"}, 1024),
        ("network_field", {"network": "resnet-50-1x1", "size": 224, "layer": "layer4.2.add"}, 483),
        ("network_stride", {"network": "deeplab-os8", "size": 224, "layer": "layer4.2.add"}, 8),
        ("network_parameters", {"network": "unet", "size": 572}, 31_030_658),
    ],
)
def test_it_answers_with_a_whole_number(function: str, arguments: dict[str, Any], answer: int) -> None:
    computed = getattr(expressions, function)(**arguments)
    assert (computed, type(computed)) == (answer, int)


def test_rates_may_be_listed() -> None:
    assert (expressions.rates_field(2, 4, 8), expressions.rates_read(2, 4, 8)) == (29, 15)


@pytest.mark.parametrize("name", expressions.NETWORKS)
def test_every_network_can_be_asked_by_name(name: str) -> None:
    assert expressions.network_parameters(name, 572 if name == "unet" else 224) > 10**7


@pytest.mark.parametrize(
    ("call", "error", "reason"),
    [
        (lambda: expressions.convolution_size(2, 5), ShapeError, "reaches over 5"),
        (lambda: expressions.network_size("alexnet", 224, "x"), NetworkError, "there are vgg-16, resnet-50"),
        (lambda: expressions.network_size("vgg-16", 224, "pool6"), NetworkError, "pool6: vgg-16 has no such"),
        (lambda: expressions.convolution_parameters(3, 4, 1, groups=2), ShapeError, "cannot be split"),
    ],
)
def test_a_mistake_is_named(call: Callable[[], int], error: type[Exception], reason: str) -> None:
    with pytest.raises(error, match=reason):
        call()


def test_what_is_offered_is_what_is_listed() -> None:
    assert all(callable(getattr(expressions, name)) for name in expressions.__all__)
    assert sorted(set(expressions.__all__)) == list(expressions.__all__)
