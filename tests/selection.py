"""Which tests a run holds and which it leaves out, and for which reason; pytest counts them in its last line.

The quick run asks everything once. What it leaves to `--all-states` is chosen by what a test is about,
never by the place of a type among its neighbours: a new type changes nothing in what the others are asked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sized
from functools import cache
from typing import Literal, TypeVar

import pytest
from _pytest.mark import ParameterSet
from hypothesis import settings

from selfcheck.model.traits import Controls
from selfcheck.question_types import QuestionType, discover
from tests.browsing.visits import Look
from tests.selfcheck.cases import Accepted, first

T = TypeVar("T")

RUNS: Mapping[str, str] = {
    "hosts": "other people's hosts and plugins, in environments of their own",
    "engines": "Firefox and WebKitGTK, which have to be installed",
}
"""The folders of tests that stand apart, and what they need: collected where named, or by an option."""

WIDTHS = (320, 375, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
QUICK_LOOK: Look = ("light", 375)
"""A telephone: where room is short, a state that does not fit is seen first. One scheme, since both take
their colours from the same few variables. A test of a width or of a scheme as such names its own, and one
that looks at no room opens a desktop's window."""

SMALL_FUZZ = settings(max_examples=50, deadline=None, derandomize=True)
"""The same inputs in every run, so that a quick run fails by what was changed and by nothing else."""

LONG_FUZZ = settings(max_examples=1000, deadline=None, print_blob=True)
"""New inputs in every run, since it is there to find something; a failure says how to have it again."""

SMALL_DAMAGE, LONG_DAMAGE = 2_000, 20_000
"""How many damaged files and pages are tried: the same ones in every quick run, new ones in every long run.
`make fuzz` tries more."""

MARKS: Mapping[str, str] = {
    "each_type": "what a type may change: the first case of each type; with --all-states every case",
    "each_control": "what controls may change: a type of each kind of controls; with --all-states each type",
    "one_type": "what no type changes: one type; with --all-states every type",
    "each_scheme": "what a colour scheme may change: the scheme of QUICK_LOOK; with --all-states both",
}

FURTHER = "further"
"""The mark of what differs from another test of a quick run in nothing that its subject depends on;
`one_of_each`, `turns` and `each_look` give it."""

EXAMPLES: Mapping[Controls, str] = {
    "choosing": "single-choice",  # letters, rows of blocks, and feedback to each option
    "typing": "cloze",  # lines to type into among menus, texts and numbers
    "writing": "short-answer",  # the one with two presses
    "arranging": "ordering",  # rows that are moved by buttons, by numbers and by dragging
    "pointing": "hotspot",  # a picture with a cursor, beside a list
}
"""The type that a quick run meets of each kind of controls; where it is gone, another one of the kind."""

QUICKEST = "true-false"
"""The type for what no type changes: nothing is quicker to answer."""


def one_type() -> QuestionType:
    """The type for what no type changes; where it is gone, another one that is answered by choosing."""
    kinds = discover()
    return kinds.get(QUICKEST) or kinds.get(EXAMPLES["choosing"]) or next(iter(kinds.values()))


def examples() -> list[QuestionType]:
    """One type of each kind of controls."""
    kinds = discover()
    any_of = {kind.model.traits.controls: kind for kind in kinds.values()}
    return [kinds.get(EXAMPLES[controls], kind) for controls, kind in any_of.items()]


def one_of_each(things: Iterable[T], by: Callable[[T], Hashable]) -> list[ParameterSet]:
    """Parameters, of which a quick run meets the first of each kind, as `by` tells them apart."""
    kinds: set[Hashable] = set()
    parameters = []
    for thing in things:
        parameters.append(_parameter(thing, is_further=(kind := by(thing)) in kinds))
        kinds.add(kind)
    return parameters


def turns(things: Sized, among: Sized) -> list[ParameterSet]:
    """Turns in which `things` go round `among` others, each of them having the next thing in the next turn.

    All turns give everything to each; a quick run meets those after which everything was given to one.
    """
    return [_parameter(turn, is_further=turn % len(among) > 0) for turn in range(len(things))]


def _parameter(thing: object, *, is_further: bool) -> ParameterSet:
    return pytest.param(thing, marks=[pytest.mark.further] if is_further else [])


def looks(all_states: bool) -> list[Look]:
    """The schemes and widths in which a state is looked at."""
    return [(scheme, width) for scheme in SCHEMES for width in WIDTHS] if all_states else [QUICK_LOOK]


each_look = pytest.mark.parametrize(
    ("scheme", "width"),
    [
        pytest.param(*look, marks=[] if look == QUICK_LOOK else [pytest.mark.further])
        for look in looks(all_states=True)
    ],
)
"""A test in every scheme and width, of which a quick run looks at one."""


def is_of_another_run(name: str, config: pytest.Config) -> bool:
    """Whether a folder of tests has a run of its own, and this is none."""
    return name in RUNS and not config.getoption(name)


def set_fuzz(config: pytest.Config) -> None:
    """How many inputs Hypothesis tries, before the modules that ask it are imported."""
    settings.register_profile("small", SMALL_FUZZ)
    settings.register_profile("long", LONG_FUZZ)
    settings.load_profile("long" if config.getoption("all_states") else "small")


def leave_out(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out of `items` what a quick run leaves to the whole matrix, unless that is wanted."""
    if config.getoption("all_states"):
        return
    sorted_out: dict[bool, list[pytest.Item]] = {True: [], False: []}
    for item in items:
        sorted_out[_is_left_out(item)].append(item)
    config.hook.pytest_deselected(items=sorted_out[True])
    items[:] = sorted_out[False]


def _is_left_out(item: pytest.Item) -> bool:
    if item.get_closest_marker("slow") or item.get_closest_marker(FURTHER):
        return True
    marks = [name for name in MARKS if item.get_closest_marker(name)]
    if not marks or not isinstance(item, pytest.Function):
        return False
    met = item.callspec.params
    return not all(met["scheme" if name == "each_scheme" else "case"] in _met(name) for name in marks)


@cache
def _met(mark: str) -> Collection[Accepted | str]:
    """The cases, or the schemes, that a quick run gives to a test with this mark."""
    if mark == "each_scheme":
        return QUICK_LOOK[:1]
    kinds = {"each_type": list(discover().values()), "each_control": examples(), "one_type": [one_type()]}
    return [first(kind) for kind in kinds[mark]]
