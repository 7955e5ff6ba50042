"""The formula sheet: examples against executed layers, formulas against brute force, and its code."""

import itertools
import re

from windows_on_a_row import PADDED, PLAIN, ROUNDED, SPREAD

from convarith import Convolution, Layer, ShapeError, TransposedConvolution
from tests.site.typed_numbers import ROOT
from values import layer_arithmetic

SHEET = (ROOT / "docs/reference/layer-arithmetic.md").read_text("utf-8")
EXECUTED = {  # PyTorch 2.13.0
    "convolution": 112,
    "dilated": 28,
    "pooling": 56,
    "average": 1,
    "rounded_down": 27,
    "rounded_up": 28,
    "transposed": 56,
    "with_output_padding": 56,
    "upsampling": 56,
    "unpooling": 28,
    "crop": 392,
}


def test_examples_have_the_sizes_of_executed_layers() -> None:
    assert layer_arithmetic.size == EXECUTED


def test_counts_are_those_of_executed_layers() -> None:
    assert (layer_arithmetic.parameters, layer_arithmetic.depthwise) == (18496, 2432)  # numel of PyTorch's
    assert layer_arithmetic.numbers == 64 * 56 * 56
    assert layer_arithmetic.multiply_adds == 64 * 32 * 9 * 56 * 56
    rows = layer_arithmetic.networks
    assert [rows[name].parameters for name in ("vgg16", "resnet50", "unet", "fcn32s")] == [
        138357544,
        25557032,
        31030658,
        134346581,
    ]
    assert [rows[name].field for name in ("resnet50", "resnet50_1x1", "fcn32s", "unet")] == [
        427,
        483,
        404,
        140,
    ]


def test_settings_do_what_they_are_listed_for() -> None:
    for size in (28, 224):
        for kernel, rate in ((3, 1), (5, 1), (7, 1), (3, 2)):
            padding = rate * (kernel - 1) // 2
            assert Convolution(kernel=kernel, padding=padding, dilation=rate).output_size(size) == size
        for kernel, padding in ((2, 0), (3, 1), (4, 1), (7, 3)):
            assert Convolution(kernel=kernel, stride=2, padding=padding).output_size(size) == size / 2
    assert [Convolution(kernel=k, stride=2, padding=p).output_size(29) for k, p in ((3, 1), (2, 0))] == [
        15,
        14,
    ]
    for size, (kernel, padding, extra) in itertools.product((28, 29), ((2, 0, 0), (4, 1, 0), (3, 1, 1))):
        layer = TransposedConvolution(kernel=kernel, stride=2, padding=padding, output_padding=extra)
        assert layer.output_size(size) == 2 * size


def test_the_output_padding_of_the_sheet_leads_back_to_the_size() -> None:
    tried = 0
    for n, k, s, p, d in itertools.product(range(1, 24, 2), range(1, 6), range(1, 4), range(3), (1, 2)):
        try:
            there = Convolution(kernel=k, stride=s, padding=p, dilation=d).output_size(n)
        except ShapeError:
            continue
        rest = (n + 2 * p - d * (k - 1) - 1) % s
        back = TransposedConvolution(kernel=k, stride=s, padding=p, output_padding=rest, dilation=d)
        assert back.output_size(there) == n
        tried += 1
    assert tried > 500


def test_windows_cover_what_brute_force_counts() -> None:
    def counted(starts: range, kernel: int) -> dict[int, int]:
        places = [start + tap for start in starts for tap in range(kernel)]
        return {place: places.count(place) for place in sorted(set(places))}

    for strip, starts in ((PLAIN, range(0, 8, 2)), (PADDED, range(-1, 9, 2)), (ROUNDED, range(0, 10, 2))):
        assert {place: times for place, times in strip.times.items() if times} == counted(starts, 3)
    assert list(SPREAD.times.values()) == list(counted(range(0, 10, 2), 3).values())
    assert PLAIN.times[9] == PADDED.times[10] == 0


def test_the_printed_code_reads_what_its_layers_read() -> None:
    """Its comments are what it printed when it was run; here the layers that it names are followed."""
    kernels = re.findall(r"nn\.(?:Conv2d\(1, 1, (\d), padding=(\d)|AvgPool2d\((\d))\)", SHEET)
    layers: list[Layer] = []
    units = {16}
    for kernel, padding, pooled in reversed(kernels):
        stride, size, pad = (int(pooled), int(pooled), 0) if pooled else (1, int(kernel), int(padding))
        units = {stride * unit - pad + tap for unit in units for tap in range(size)}
        layers.append(Convolution(kernel=size, stride=stride, padding=pad))
    assert len(layers) == 3
    printed = f"# {min(units)} {max(units)} {len(units)}"
    assert printed in SHEET
