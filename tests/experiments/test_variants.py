"""The variants: what differs between them, and how many numbers each learns."""

import pytest

from convarith import Addition, AveragePooling, Concatenation, trace
from experiments.settings import EXPERIMENTS
from experiments.variants import VARIANTS, network

SETTINGS = EXPERIMENTS[0]
TRACES = {variant: trace(network(variant, SETTINGS), SETTINGS.side) for variant in VARIANTS}


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_pixel_gets_a_score_for_each_class(variant: str) -> None:
    shape = TRACES[variant].output.shape
    assert (shape.channels, shape.size) == (SETTINGS.classes, SETTINGS.side)


@pytest.mark.parametrize("variant", VARIANTS)
def test_three_poolings_make_an_output_stride_of_eight(variant: str) -> None:
    assert SETTINGS.side // TRACES[variant]["down4.conv"].shape.size == 8


def test_parameters_agree_with_a_count_by_hand() -> None:
    def normalized(taken: int, given: int) -> int:
        return 9 * taken * given + 2 * given

    def pointwise(taken: int, given: int) -> int:
        return (taken + 1) * given

    encoder = normalized(1, 8) + normalized(8, 16) + normalized(16, 24) + normalized(24, 32)
    levels = ((32, 24), (24, 16), (16, 8))
    plain = sum(pointwise(taken, given) + normalized(given, given) for taken, given in levels)
    doubled = sum(pointwise(taken, given) + normalized(2 * given, given) for taken, given in levels)
    wider = sum(
        pointwise(taken, given) + normalized(given, given) for taken, given in ((32, 32), (32, 24), (24, 16))
    )
    assert TRACES["none"].parameters == TRACES["add"].parameters == encoder + plain + pointwise(8, 3)
    assert TRACES["concat"].parameters == encoder + doubled + pointwise(8, 3)
    assert TRACES["wider"].parameters == encoder + wider + pointwise(16, 3)


def test_the_wider_decoder_learns_more_numbers_than_any_other_variant() -> None:
    assert max(VARIANTS, key=lambda variant: TRACES[variant].parameters) == "wider"


def test_only_the_variants_with_skips_join_what_comes_across() -> None:
    joined = {
        variant: [step.layer for step in steps.steps if isinstance(step.layer, Addition | Concatenation)]
        for variant, steps in TRACES.items()
    }
    assert joined["none"] == joined["wider"] == []
    assert joined["add"] == joined["coarse"] == [Addition()] * 3
    assert joined["concat"] == [Concatenation()] * 3


def test_a_skip_comes_from_before_the_pooling_of_its_own_level() -> None:
    for level in (1, 2, 3):
        assert TRACES["add"][f"up{level}.joined"].inputs == (f"up{level}.enlarged", f"down{level}.normalized")


def test_the_control_has_the_parameters_and_the_joinings_of_added_skips() -> None:
    assert TRACES["coarse"].parameters == TRACES["add"].parameters
    assert [
        step.name for step in TRACES["coarse"].steps if step.name.startswith(("down", "up", "output"))
    ] == [step.name for step in TRACES["add"].steps if step.name.startswith(("down", "up", "output"))]


def test_every_skip_of_the_control_is_averaged_over_one_cell_of_the_narrowest_map() -> None:
    narrowest = TRACES["coarse"]["down4.conv"].shape.size
    for level in (1, 2, 3):
        averaged = TRACES["coarse"][f"skip{level}.averaged"]
        assert isinstance(averaged.layer, AveragePooling)
        assert averaged.inputs == (f"down{level}.normalized",)
        assert averaged.shape.size == narrowest
        back = TRACES["coarse"][f"skip{level}.enlarged"].shape
        assert back == TRACES["add"][f"down{level}.normalized"].shape
        assert TRACES["coarse"][f"up{level}.joined"].inputs == (
            f"up{level}.enlarged",
            f"skip{level}.enlarged",
        )
