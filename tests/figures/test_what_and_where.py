"""What against where: each dot against the papers' sizes and the recurrence of receptive fields."""

import pytest
import what_and_where
from what_and_where import DOWN, SKIPS, UP, VGG

from computed_figures.style import NARROW_PX, WIDE_PX


def test_the_encoder_of_u_net_stands_at_the_sizes_of_its_paper() -> None:
    assert [each.positions for each in DOWN] == [568, 280, 136, 64, 28]
    assert [each.positions for each in UP] == [52, 100, 196, 388]


def test_its_fields_follow_from_two_convolutions_and_a_pooling_a_level() -> None:
    field, jump, fields = 1, 1, []
    for _ in DOWN:
        field += 2 * 2 * jump
        fields.append(field)
        field += jump
        jump *= 2
    assert [each.field for each in DOWN] == fields == [5, 14, 32, 68, 140]


def test_vgg_stands_where_it_was_measured_by_gradient() -> None:
    assert [each.point for each in VGG] == [(112, 6), (56, 16), (28, 44), (14, 100), (7, 212)]


def positions_read(output: int) -> set[int]:
    """Walk back from one output of U-Net to the input, layer by layer, along the way without skips.

    Every layer's reach is written out: a 3x3 reads three neighbours, a 2x2 pooling two, and an
    up-convolution's output the one position that it grew from.
    """
    read = {output}
    for _ in range(4):
        read = {place + step for place in read for step in range(5)}
        read = {place // 2 for place in read}
    for _ in range(4):
        read = {place + step for place in read for step in range(5)}
        read = {2 * place + step for place in read for step in range(2)}
    return {place + step for place in read for step in range(5)}


def test_the_last_stage_sees_what_walking_back_finds() -> None:
    spans = {max(read) - min(read) + 1 for read in map(positions_read, range(UP[-1].positions))}
    assert max(spans) == UP[-1].field == 204
    assert min(spans) == 188


def test_the_view_grows_all_the_way_while_the_grid_shrinks_and_comes_back() -> None:
    fields = [each.field for each in (*DOWN, *UP)]
    assert fields == sorted(fields)
    positions = [each.positions for each in DOWN]
    assert positions == sorted(positions, reverse=True)
    assert [each.positions for each in UP] == sorted(each.positions for each in UP)


def test_a_skip_leads_to_the_stage_of_the_nearest_grid() -> None:
    for source, target in SKIPS:
        nearest = min(UP, key=lambda stage: abs(stage.positions - source.positions))
        assert target == nearest


@pytest.mark.parametrize(("drawn", "width"), [("draw", WIDE_PX), ("draw_narrow", NARROW_PX)])
def test_every_dot_lies_within_the_axes(drawn: str, width: float) -> None:
    figure = getattr(what_and_where, drawn)()
    assert figure.get_figwidth() * 72 == width
    (left, right), (bottom, top) = figure.axes[0].get_xlim(), figure.axes[0].get_ylim()
    for each in (*VGG, *DOWN, *UP):
        assert left < each.positions < right
        assert bottom < each.field < top


def test_the_words_carry_every_dot() -> None:
    for each in (*VGG, *DOWN, *UP):
        assert each.words in what_and_where.ALT
