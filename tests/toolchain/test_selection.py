"""What a quick run leaves out: the sizes that `tests/selection.py` states are those that the tests meet."""

from hypothesis import settings

from tests.selection import LONG_FUZZ, QUICK_LOOK, SCHEMES, SMALL_FUZZ, WIDTHS, looks
from tools.python_environment import ROOT


def test_a_quick_run_looks_at_one_width_in_one_scheme_and_the_whole_matrix_at_all() -> None:
    assert looks(all_states=False) == [QUICK_LOOK] == [("light", 375)]
    assert QUICK_LOOK in looks(all_states=True)
    assert len(looks(all_states=True)) == len(SCHEMES) * len(WIDTHS)


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
