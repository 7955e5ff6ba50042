"""Receptive fields against brute force: change one input position and see which outputs move.

The layers are carried out here, on plain lists and with weights of one, by other code than convarith's: an
output moves exactly if it comes out positive when a single input is one and all others are zero.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from convarith import (
    Addition,
    AveragePooling,
    Convolution,
    Draft,
    Layer,
    MaxPooling,
    ShapeError,
    TransposedConvolution,
    Upsampling,
    receptive_field,
    trace,
)

SIZE = 160
Signal = list[Any]
"""Numbers; or vectors, to carry out many signals at once."""


def slide(layer: Convolution | MaxPooling | AveragePooling, signal: Signal) -> Signal:
    stride = layer.stride if isinstance(layer, Convolution) else layer.step
    dilation = 1 if isinstance(layer, AveragePooling) else layer.dilation
    padded = [0] * layer.padding + signal + [0] * layer.padding
    starts = range(0, len(padded) - dilation * (layer.kernel - 1), stride)
    return [sum(padded[start + dilation * t] for t in range(layer.kernel)) for start in starts]


def scatter(layer: TransposedConvolution, signal: Signal) -> Signal:
    spread = [0] * (layer.stride * (len(signal) - 1) + layer.dilation * (layer.kernel - 1) + 1)
    for place, value in enumerate(signal):
        for t in range(layer.kernel):
            spread[layer.stride * place + layer.dilation * t] += value
    spread += [0] * layer.output_padding
    return spread[layer.padding : len(spread) - layer.padding]


def interpolate(layer: Upsampling, signal: Signal) -> Signal:
    """Weights in halves of an output: twice the distance to the neighbour's centre."""
    enlarged = []
    for place in range(len(signal) * layer.scale):
        cell, phase = divmod(place, layer.scale)
        beyond = 0 if layer.mode == "nearest" else 2 * phase + 1 - layer.scale
        neighbour = min(max(cell + (beyond > 0) - (beyond < 0), 0), len(signal) - 1)
        enlarged.append((2 * layer.scale - abs(beyond)) * signal[cell] + abs(beyond) * signal[neighbour])
    return enlarged


def carried_out(layer: Layer, signal: Signal) -> Signal:
    if isinstance(layer, TransposedConvolution):
        return scatter(layer, signal)
    if isinstance(layer, Upsampling):
        return interpolate(layer, signal)
    assert isinstance(layer, Convolution | MaxPooling | AveragePooling)
    return slide(layer, signal)


def moved(network: Callable[[Signal], Signal], output: int) -> set[int]:
    """Input positions that move the output."""
    # Position by position, what each of the impulses has there.
    impulses = list(np.eye(SIZE, dtype=int))
    return set(np.flatnonzero(network(impulses)[output]).tolist())


@st.composite
def layers(draw: st.DrawFn) -> Layer:
    kernel, stride, dilation = draw(st.integers(1, 4)), draw(st.integers(1, 3)), draw(st.integers(1, 3))
    kind = draw(st.sampled_from(["convolution", "max", "average", "transposed", "nearest", "bilinear"]))
    if kind == "transposed":
        padding, extra = draw(st.integers(0, 2)), draw(st.integers(0, max(stride, dilation) - 1))
        return TransposedConvolution(
            kernel=kernel, stride=stride, padding=padding, output_padding=extra, dilation=dilation
        )
    if kind in ("nearest", "bilinear"):
        return Upsampling(scale=stride, mode=kind)  # type: ignore[arg-type]
    padding = draw(st.integers(0, kernel // 2))
    if kind == "average":
        return AveragePooling(kernel=kernel, stride=stride, padding=padding)
    if kind == "max":
        return MaxPooling(kernel=kernel, stride=stride, padding=padding, dilation=dilation)
    return Convolution(kernel=kernel, stride=stride, padding=draw(st.integers(0, 3)), dilation=dilation)


@given(st.lists(layers(), min_size=1, max_size=3), st.integers(0, 5))
def test_a_chain_reads_exactly_what_moves_its_outputs(chain: list[Layer], beside: int) -> None:
    size = SIZE
    try:
        for layer in chain:
            size = layer.output_size(size)
    except ShapeError:
        assume(False)

    def network(signal: Signal) -> Signal:
        for layer in chain:
            signal = carried_out(layer, signal)
        return signal

    assert len(network([0] * SIZE)) == size
    output = min(size // 2 + beside, size - 1)
    positions = receptive_field(chain).positions(output)
    assume(all(10 < position < SIZE - 10 for position in positions))
    assert moved(network, output) == positions


@given(*[st.tuples(st.sampled_from([1, 3, 5]), st.integers(1, 4)) for _ in range(2)], st.integers(1, 3))
def test_where_paths_meet_the_fields_unite(one: tuple[int, int], two: tuple[int, int], stride: int) -> None:
    first, second = (
        Convolution(kernel=kernel, stride=stride, dilation=rate, padding=rate * (kernel - 1) // 2)
        for kernel, rate in (one, two)
    )
    draft = Draft("two paths", None)
    draft.add("one", first)
    draft.add("two", second, "input")
    draft.add("sum", Addition(), "one", "two")
    step = trace(draft.network(), SIZE)["sum"]
    output = step.shape.size // 2

    def network(signal: Signal) -> Signal:
        return [a + b for a, b in zip(slide(first, signal), slide(second, signal), strict=True)]

    assert moved(network, output) == step.field.positions(output)
