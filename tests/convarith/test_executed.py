"""Every size and receptive field in data/executed.json, which PyTorch gave when it was run."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from convarith import (
    AveragePooling,
    Convolution,
    Layer,
    MaxPooling,
    ShapeError,
    TransposedConvolution,
    receptive_field,
)

EXECUTED = json.loads((Path(__file__).parent / "data" / "executed.json").read_text(encoding="utf-8"))
LAYERS: dict[str, type[Layer]] = {
    "conv2d": Convolution,
    "max_pool2d": MaxPooling,
    "avg_pool2d": AveragePooling,
    "conv_transpose2d": TransposedConvolution,
    "conv": Convolution,
    "pool": MaxPooling,
    "tconv": TransposedConvolution,
}
WORDS = {"k": "kernel", "s": "stride", "p": "padding", "d": "dilation", "op": "output_padding"}


def output_size(case: dict[str, Any]) -> int:
    settings = {WORDS.get(name, name): value for name, value in case["params"].items() if name != "n"}
    return LAYERS[case["op"]](**settings).output_size(case["params"]["n"])


def chain(case: dict[str, Any]) -> list[Layer]:
    return [
        LAYERS[layer["type"]](**{WORDS[name]: value for name, value in layer.items() if name != "type"})
        for layer in case["layers"]
    ]


def named(case: dict[str, Any]) -> str:
    return str(case.get("name") or f"{case['op']}-{'-'.join(map(str, case['params'].values()))}")


@pytest.mark.parametrize("case", [case for case in EXECUTED["cases"] if "out" in case], ids=named)
def test_a_layer_gives_the_size_that_the_framework_gave(case: dict[str, Any]) -> None:
    assert output_size(case) == case["out"]


@pytest.mark.parametrize("case", [case for case in EXECUTED["cases"] if "error" in case], ids=named)
def test_a_layer_refuses_what_the_framework_refused(case: dict[str, Any]) -> None:
    with pytest.raises(ShapeError):
        output_size(case)


@pytest.mark.parametrize("case", EXECUTED["chains"], ids=named)
def test_a_chain_reads_the_positions_whose_gradient_was_not_zero(case: dict[str, Any]) -> None:
    layers, size = chain(case), case["n"]
    for layer in layers:
        size = layer.output_size(size)
    example = case["example"]
    reads = receptive_field(layers).positions(example["out_index"])
    assert (size, min(reads), max(reads)) == (case["out_n"], example["in_lo"], example["in_hi"])


@pytest.mark.parametrize("case", [case for case in EXECUTED["chains"] if "start_center" in case], ids=named)
def test_a_chain_has_the_field_that_the_gradients_showed(case: dict[str, Any]) -> None:
    field = receptive_field(chain(case))
    assert (field.size, field.jump, field.start) == (case["rf"], case["jump"], Fraction(case["start_center"]))
    assert field.reads == case["pixels_touched"]
    if case["touched_offsets"] is not None:
        first = min(field.positions(0))
        assert sorted(position - first for position in field.positions(0)) == case["touched_offsets"]


@pytest.mark.parametrize("case", [case for case in EXECUTED["chains"] if "note" in case], ids=named)
def test_after_a_transposed_convolution_neighbouring_fields_may_differ(case: dict[str, Any]) -> None:
    sizes = receptive_field(chain(case)).sizes
    assert sorted(set(sizes)) == sorted({case["rf"]} if isinstance(case["rf"], int) else set(case["rf"]))
