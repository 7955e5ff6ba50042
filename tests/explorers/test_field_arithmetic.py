"""What the receptive field explorer computes, against layers that are carried out number by number."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from convarith import receptive_field, trace
from convarith.networks import deeplab_backbone, resnet50, unet, vgg16
from explorers.receptive_field.arithmetic import WIDEST, Outcome, shades
from explorers.receptive_field.networks import NETWORKS
from explorers.receptive_field.stack import Stack, Window
from tests.explorers.stacks import many_stacks, rates, threes


def carried_out(stack: Stack, impulse: int, length: int) -> int:
    """What the first output of the last layer becomes of a row that is 1 at one pixel and 0 elsewhere.

    All weights are 1, and no layer is padded.
    """
    row = [int(at == impulse) for at in range(length)]
    for each in stack.windows:
        span = each.dilation * (each.kernel - 1) + 1
        row = [
            sum(row[at + each.dilation * tap] for tap in range(each.kernel))
            for at in range(0, len(row) - span + 1, each.stride)
        ]
    return row[0]


SHOWN = [each for each in many_stacks(120, most_layers=4) if Outcome.of(each).steps]


@pytest.mark.parametrize(
    "stack", [each for each in SHOWN if Outcome.of(each).field <= 60], ids=lambda each: each.text
)
def test_the_paths_of_a_pixel_are_what_ones_make_of_it(stack: Stack) -> None:
    outcome = Outcome.of(stack)
    shown = Stack(stack.size, stack.windows[: len(outcome.steps)])
    found = [carried_out(shown, at, outcome.field) for at in range(outcome.field)]
    assert list(outcome.paths) == found


@pytest.mark.parametrize("stack", SHOWN, ids=lambda each: each.text)
def test_a_pixel_has_paths_where_convarith_says_that_it_is_read(stack: Stack) -> None:
    outcome = Outcome.of(stack)
    reach = receptive_field(each.window.layer for each in outcome.steps)
    first = min(reach.positions(0))
    read = {first + at for at, count in enumerate(outcome.paths) if count}
    assert read == set(reach.positions(0))
    assert (outcome.reads, outcome.field) == (reach.reads, reach.size)


@pytest.mark.parametrize("stack", [threes(2), threes(5), rates(1, 2, 9), Stack(9, (Window(kernel=2),) * 3)])
def test_the_middle_squares_are_the_smallest_that_hold_their_share(stack: Stack) -> None:
    outcome = Outcome.of(stack)
    total = sum(outcome.paths) ** 2
    for side, share in ((outcome.half, Fraction(1, 2)), (outcome.most, Fraction(95, 100))):
        held = {}
        for smaller in range(outcome.field, 0, -2):
            cut = (outcome.field - smaller) // 2
            inside = range(cut, outcome.field - cut)
            held[smaller] = sum(outcome.paths[x] * outcome.paths[y] for x, y in product(inside, inside))
        assert side == min(each for each, paths in held.items() if paths >= share * total)


@pytest.mark.parametrize(
    ("name", "network", "end", "size"),
    [
        ("vgg-16", vgg16(), "pool5", 224),
        ("resnet-50", resnet50(), "layer4.2.add", 224),
        ("deeplabv3", deeplab_backbone(), "layer4.2.add", 224),
        ("u-net", unet(), "down5.conv2", 572),
    ],
)
def test_the_stack_of_a_network_ends_as_the_whole_network_does(
    name: str, network: object, end: str, size: int
) -> None:
    found = Outcome.of(NETWORKS[name][1]).steps[-1]
    whole = trace(network, size)[end]  # type: ignore[arg-type]
    assert (found.size, found.field) == (whole.shape.size, whole.field.size)
    assert (found.reach.jump, found.start) == (whole.field.jump, whole.field.start)


def test_a_field_that_is_too_wide_ends_what_is_shown() -> None:
    outcome = Outcome.of(Stack(600, (Window(kernel=7, stride=4),) * 6))
    assert len(outcome.steps) == 4
    assert outcome.field <= WIDEST < outcome.field + 6 * outcome.steps[-1].step


def test_a_layer_without_an_output_keeps_its_field() -> None:
    outcome = Outcome.of(threes(3, size=4))
    assert (outcome.refused, outcome.field) == (2, 7)
    assert outcome.refusal == "the kernel reaches over 3 positions but the padded input has 2"
    assert [step.size for step in outcome.steps] == [2, 0, 0]


def test_every_pixel_that_is_read_has_a_shade_and_no_other() -> None:
    for stack in SHOWN:
        outcome = Outcome.of(stack)
        rows = shades(outcome.paths, 1)
        read = [[bool(row * column) for column in outcome.paths] for row in outcome.paths]
        assert [[bool(shade) for shade in row] for row in rows] == read
        assert max(map(max, rows)) == 8
