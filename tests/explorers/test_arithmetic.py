"""What the explorer computes, against convolutions that are carried out number by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from explorers.layer_arithmetic.arithmetic import Outcome
from explorers.layer_arithmetic.settings import Settings
from tests.explorers.settings import layer, many


def products(each: Settings) -> Iterator[tuple[int, int]]:
    """Input and output of every product that the layer computes, padding left out, by carrying it out."""
    outputs = Outcome.of(each).outputs
    for tap in range(each.kernel):
        if each.transposed:
            for at in range(each.size):
                output = at * each.stride + tap * each.dilation - each.padding
                if 0 <= output < outputs:
                    yield at, output
        else:
            for output in range(outputs):
                at = output * each.stride + tap * each.dilation - each.padding
                if 0 <= at < each.size:
                    yield at, output


@pytest.mark.parametrize("each", [each for each in many(200) if not Outcome.of(each).refusal], ids=str)
def test_what_reads_what_is_what_a_layer_multiplies(each: Settings) -> None:
    outcome, carried_out = Outcome.of(each), sorted(products(each))
    links = [(at, o) for at, o in outcome.links if 0 <= at < each.size and 0 <= o < outcome.outputs]
    assert sorted(links) == carried_out
    met = Counter(pair[1 if each.transposed else 0] for pair in carried_out)
    assert outcome.counts == [met[at] for at in range(len(outcome.counts))]


def test_pixels_that_no_window_reads_are_counted_zero() -> None:
    outcome = Outcome.of(layer(size=12, kernel=2, stride=3))
    assert [at for at, count in enumerate(outcome.counts) if not count] == [2, 5, 8, 11]


def test_overlap_is_even_where_the_stride_divides_the_kernel() -> None:
    for kernel in range(1, 8):
        for stride in range(1, 5):
            turns = Outcome.of(layer(size=5, kernel=kernel, stride=stride, transposed=True)).turns
            assert (min(turns) == max(turns)) == (kernel % stride == 0)


@pytest.mark.parametrize(
    ("each", "words"),
    [
        (layer(size=2, kernel=5), "the kernel reaches over 5 positions but the padded input has 2"),
        (
            layer(size=1, kernel=2, padding=4, transposed=True),
            "the padding cuts 8 positions from an output of 2",
        ),
        (
            layer(output_padding=2, stride=2, transposed=True),
            "output padding must be smaller than the stride or the dilation, "
            "got 2 with stride 2 and dilation 1",
        ),
    ],
)
def test_settings_without_an_output_say_why(each: Settings, words: str) -> None:
    outcome = Outcome.of(each)
    assert (outcome.outputs, outcome.refusal, outcome.links) == (0, words, ())
