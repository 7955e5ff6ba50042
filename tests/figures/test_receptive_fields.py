"""Growing receptive fields: the figure's numbers against the recurrence, worked on the papers' tables."""

from itertools import product

import numpy as np
import pytest
import receptive_fields
from receptive_fields import BLOCKS, EFFECTIVE, ON_1X1, ON_3X3, VGG, Growth, paths, side_of_square

# (kernel, stride) of each layer: Simonyan and Zisserman 2015, table 1 D; He et al. 2016, table 1.
VGG_LAYERS = [layer for convolutions in (2, 2, 3, 3, 3) for layer in [(3, 1)] * convolutions + [(2, 2)]]
STEM = [(7, 2), (3, 2)]


def bottlenecks(stride_on_1x1: bool) -> list[tuple[int, int]]:
    layers = list(STEM)
    for stage, blocks in enumerate((3, 4, 6, 3)):
        for block in range(blocks):
            stride = 2 if stage > 0 and block == 0 else 1
            layers += [(1, stride), (3, 1)] if stride_on_1x1 else [(1, 1), (3, stride)]
    return layers


def recurrence(layers: list[tuple[int, int]]) -> list[int]:
    """Araujo, Norris and Sim 2019: a layer adds (kernel - 1) times the product of the strides before it."""
    field, jump, grown = 1, 1, [1]
    for kernel, stride in layers:
        field += (kernel - 1) * jump
        jump *= stride
        if kernel > 1:
            grown.append(field)
    return grown


@pytest.mark.parametrize(
    ("each", "layers"),
    [(VGG, VGG_LAYERS), (ON_3X3, bottlenecks(False)), (ON_1X1, bottlenecks(True))],
    ids=["VGG-16", "3x3", "1x1"],
)
def test_every_field_follows_the_recurrence(each: Growth, layers: list[tuple[int, int]]) -> None:
    assert each.fields == recurrence(layers)
    assert len(each.fields) - 1 == receptive_fields.LAYERS == 18


def test_the_stages_end_with_the_fields_that_were_measured_by_gradient() -> None:
    assert [stage.field for stage in VGG.stages] == [6, 16, 44, 100, 212]
    assert [stage.field for stage in ON_3X3.stages] == [11, 35, 91, 267, 427]
    assert [stage.field for stage in ON_1X1.stages] == [11, 35, 99, 291, 483]


def test_stages_follow_each_other_without_a_gap() -> None:
    for each in receptive_fields.GROWTHS:
        layers = [layer for stage in each.stages for layer in range(stage.first, stage.last + 1)]
        assert layers == list(range(1, receptive_fields.LAYERS + 1))


def test_only_residual_networks_outgrow_the_image() -> None:
    assert VGG.passes is None
    assert (ON_1X1.passes, ON_1X1.fields[13]) == (13, 227)
    assert (ON_3X3.passes, ON_3X3.fields[14]) == (14, 235)


def test_the_middle_output_stands_where_its_strides_put_it() -> None:
    """ResNet pads evenly, so output 3 of 7 looks round pixel 96; VGG's poolings shift it to 111.5."""
    assert (ON_3X3.stages[-1].begins, ON_3X3.stages[-1].ends) == (96 - 213, 96 + 213)
    assert VGG.stages[-1].begins + VGG.stages[-1].ends == 2 * 111.5


def test_the_share_of_the_image_is_counted_pixel_by_pixel() -> None:
    for stage in (*VGG.stages, *ON_3X3.stages):
        inside = sum(0 <= place < 224 for place in range(stage.begins, stage.ends + 1))
        assert stage.image_share == (inside / stage.field) ** 2
    assert round(100 * 224**2 / 427**2) == 28


def test_paths_are_counted_as_convolved_boxes() -> None:
    """A layer passes each number on to all positions that it reads, and strides hold them apart."""
    counts, jump = np.ones(1, int), 1
    for kernel, stride in VGG_LAYERS:
        box = np.zeros((kernel - 1) * jump + 1, int)
        box[::jump] = 1
        counts = np.convolve(counts, box)
        jump *= stride
    assert paths() == counts.tolist()
    assert sum(paths()) == 3**13 * 2**5
    assert (paths()[0], paths()[-1]) == (1, 1)


def test_paths_to_a_unit_of_the_first_pooling_are_those_that_can_be_listed() -> None:
    ends = [a + b + c for a, b, c in product(range(3), range(3), range(2))]
    assert paths("pool1") == [ends.count(end) for end in range(6)]


def test_the_smallest_square_is_found_by_trying_all() -> None:
    across = [1.0, 2.0, 4.0, 2.0, 1.0]
    plane = np.outer(across, across) / 100
    assert (plane[1:-1, 1:-1].sum(), plane[2:-2, 2:-2].sum()) == pytest.approx((0.64, 0.16))
    assert [side_of_square(across, share) for share in (0.1, 0.2, 0.6, 0.7, 1)] == [1, 3, 3, 5, 5]


def test_the_measured_squares_lie_inside_the_fields_and_near_what_paths_foretell() -> None:
    for layer, stage in zip(BLOCKS, VGG.stages, strict=True):
        square = EFFECTIVE.square(layer)
        assert receptive_fields.SQUARES[stage.last] == square <= stage.field
        assert square == pytest.approx(side_of_square(paths(layer), EFFECTIVE.share), abs=2)
    assert EFFECTIVE.square() < 0.6 * VGG.last


def test_the_words_carry_the_numbers() -> None:
    for each in receptive_fields.GROWTHS:
        for stage in each.stages:
            assert f"{stage.name} {stage.field}" in receptive_fields.ALT()
    for layer, name in BLOCKS.items():
        assert f"{name} {EFFECTIVE.square(layer):.0f}" in receptive_fields.ALT()
