"""What a quick run leaves out: the sizes that `tests/selection.py` states are those that the tests meet."""

import pytest
from hypothesis import settings

from tests.selection import (
    LONG_FUZZ,
    QUICK_LOOK,
    SCHEMES,
    SMALL_FUZZ,
    WIDTHS,
    each_look,
    looks,
    one_of_each,
    turns,
)
from tools.python_environment import ROOT


def test_a_quick_run_looks_at_one_width_in_one_scheme_and_the_whole_matrix_at_all() -> None:
    assert looks(all_states=False) == [QUICK_LOOK] == [("light", 375)]
    assert QUICK_LOOK in looks(all_states=True)
    assert len(looks(all_states=True)) == len(SCHEMES) * len(WIDTHS)


def test_a_test_of_each_look_has_them_all_and_leaves_all_but_one_to_the_whole_matrix() -> None:
    _, parameters = each_look.args
    assert [parameter.values for parameter in parameters] == looks(all_states=True)
    assert [parameter.values for parameter in parameters if not parameter.marks] == [QUICK_LOOK]


def test_this_run_fuzzes_as_long_as_its_kind_is_meant_to(all_states: bool) -> None:
    meant = LONG_FUZZ if all_states else SMALL_FUZZ
    assert (settings().max_examples, settings().derandomize) == (meant.max_examples, meant.derandomize)
    assert SMALL_FUZZ.max_examples * 10 <= LONG_FUZZ.max_examples


def test_no_test_states_a_number_of_inputs_of_its_own() -> None:
    own = [
        file.name
        for file in (ROOT / "tests").rglob("*.py")
        if "max_examples=" in file.read_text("utf-8") and "toolchain" not in file.parts
    ]
    assert own == ["selection.py"]


def test_of_things_of_one_kind_a_quick_run_meets_the_first() -> None:
    parameters = one_of_each(["oak", "fir", "ash", "beech"], by=len)
    assert [parameter.values for parameter in parameters] == [("oak",), ("fir",), ("ash",), ("beech",)]
    assert [bool(parameter.marks) for parameter in parameters] == [False, True, True, False]


@pytest.mark.parametrize(("things", "others"), [(13, 11), (13, 13), (13, 14), (4, 1), (30, 7)])
def test_the_turns_of_a_quick_run_give_everything_and_all_turns_give_everything_to_each(
    things: int, others: int
) -> None:
    """A thing is given in a turn by the number of the turn and the place of who gets it."""
    parameters = turns(range(things), range(others))
    assert [parameter.values for parameter in parameters] == [(turn,) for turn in range(things)]
    quick = [turn for turn, parameter in enumerate(parameters) if not parameter.marks]
    assert {(turn + place) % things for turn in quick for place in range(others)} == set(range(things))
