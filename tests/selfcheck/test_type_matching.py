"""Matching: the order of targets, and whether they can stand in a menu."""

from __future__ import annotations

import itertools

import pytest

from selfcheck.item import Match
from selfcheck.question_types import discover
from selfcheck.question_types.matching.model import Matching
from selfcheck.question_types.matching.targets import are_short_and_plain, in_order
from selfcheck.quiz import Translation
from selfcheck.quiz_text import read_quiz
from selfcheck.translation.reading import Original, read_translation
from tests.selfcheck.cases import Accepted, accepted, quiz_of
from tests.selfcheck.faulty import colon_told, example, problems

CASES = accepted(discover()["matching"])


@pytest.mark.parametrize(
    ("matched", "surplus", "offered"),
    [
        (["b", "C", "a"], [], "a b C"),
        (["10", "9", "2.5"], ["2.25"], "2.25 2.5 9 10"),
        (["28 x 28", "7 x 7"], ["14 x 14"], "7 x 7, 14 x 14, 28 x 28"),
        (["b", "a", "b"], ["c", "a2"], "a a2 b c"),
        (["a", "c", "b"], [], "a b c"),
    ],
)
def test_targets_are_offered_by_alphabet_and_size(
    matched: list[str], surplus: list[str], offered: str
) -> None:
    expected = offered.split(", ") if ", " in offered else offered.split()
    assert in_order(matched, surplus) == tuple(expected)


def test_the_order_of_the_pairs_is_never_that_of_the_targets() -> None:
    for surplus in ([], ["0"], ["a1", "z"]):
        for matched in itertools.permutations(["a", "b", "c", "d"]):
            shown = [each for each in in_order(matched, surplus) if each in matched]
            assert shown != list(matched)


def test_the_order_of_targets_does_not_depend_on_that_of_the_surplus() -> None:
    surplus = ["x", "10", "9", "B"]
    assert {in_order(["c", "a"], list(order)) for order in itertools.permutations(surplus)} == {
        ("9", "10", "a", "B", "c", "x")
    }


@pytest.mark.parametrize(
    "text",
    [
        "**bold**",
        "*",
        "`code`",
        "$x$",
        "x_1",
        "[a](b.md)",
        "<b>",
        "a > b",
        "one\n\ntwo",
        "- a list",
        "1. a list",
        r"\(x\)",
        "a | b",
        "&nbsp;",
        ":smile:",
        "==marked==",
        "https://example.org",
        "{ .class }",
        "a text that is longer than forty letters.",
    ],
)
def test_all_targets_get_letters_if_a_menu_cannot_show_one_of_them(text: str) -> None:
    assert not are_short_and_plain(["plain", text])


@pytest.mark.parametrize(
    "text", ["3 × 3", "1/4", "-1", "50 %", "a: b", "x = 2", "A & B", "(n + 1), at most", "0.5"]
)
def test_plain_words_and_numbers_stand_in_the_menu(text: str) -> None:
    assert are_short_and_plain([text])


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_right_response_of_a_case_is_its_pairs(case: Accepted) -> None:
    (entry,) = read_quiz("quiz", "quiz.yml", quiz_of(case.question)).entries
    asked = entry.item.interaction
    assert isinstance(asked, Match)
    matched = [asked.targets[int(case.right[f"pair-{n}"]) - 1] for n in range(1, len(asked.pairs) + 1)]
    assert matched == [pair.target for pair in asked.pairs]


def test_a_reader_is_told_whether_each_target_matches_one_row() -> None:
    pairs = "pairs: [{prompt: a, target: x}, {prompt: b, target: x}, {prompt: c, target: y}]"
    start = "id: example\ntype: matching\nstem: Which?\n"
    distinct = pairs.replace("b, target: x", "b, target: z")
    told = [
        read_quiz("quiz", "quiz.yml", quiz_of(start + each)).entries[0].item
        for each in (pairs, f"{pairs}\nsurplus: [z]", distinct, f"{distinct}\nsurplus: [w]")
    ]
    assert [item.is_one_to_one for item in told if isinstance(item, Matching)] == [False, False, True, False]


FRUIT = """\
id: fruit
type: matching
stem: Which colour?
pairs:
  - {prompt: lemon, target: yellow}
  - {prompt: cherry, target: red}
  - {prompt: banana, target: yellow}
surplus: [blue]
explanation: because
"""
OBST = """\
questions:
  - id: fruit
    pairs:
      - {prompt: Zitrone, target: gelb}
      - {prompt: Kirsche, target: rot}
      - {prompt: Banane, target: gelb}
    surplus: [azurblau]
"""


def translated(text: str) -> Translation:
    original = quiz_of(FRUIT)
    quiz = read_quiz("quiz", "quizzes/quiz.yml", original)
    return read_translation(
        Original(quiz, original), "de", "quizzes/quiz.de.yml", text, (), discover(), functions={}
    )


def test_a_translation_offers_its_targets_in_the_order_of_the_original() -> None:
    (original,) = read_quiz("quiz", "quizzes/quiz.yml", quiz_of(FRUIT)).entries
    (entry,) = translated(OBST).entries
    assert isinstance(original.item, Matching)
    assert isinstance(entry.item, Matching)
    assert original.item.targets == ("blue", "red", "yellow")
    assert entry.item.targets == ("azurblau", "rot", "gelb")
    assert entry.item.key == original.item.key


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "{prompt: Banane, target: gelb}",
            "{prompt: Banane, target: hellgelb}",
            "6:34: fruit: the original has the target of pair 1 here; translate both alike",
        ),
        (
            "target: rot",
            "target: gelb",
            "5:35: fruit: the same text as the target of pair 1, from which the original tells it apart; "
            "make the two differ",
        ),
    ],
)
def test_targets_are_alike_in_a_translation_where_they_are_in_the_original(
    before: str, after: str, told: str
) -> None:
    problems = translated(OBST.replace(before, after)).problems
    assert [str(problem) for problem in problems] == [f"quizzes/quiz.de.yml:{told}"]


def test_a_colon_in_a_surplus_target_is_told_as_in_any_text() -> None:
    pairs = "pairs: [{prompt: a, target: b}, {prompt: c, target: d}]"
    assert colon_told(example("matching", pairs, "surplus: [A: b]"))


def test_what_is_wrong_below_a_misspelt_field_is_told_where_it_stands() -> None:
    entries = ("{prompt: a, target: b}", "{prmpt: a, target: }", "{prompt: d, target: [e]}")
    question = example("matching", "pair:", *(f"  - {each}" for each in entries))
    assert [each.split(";")[0] for each in problems(quiz_of(question))] == [
        '6:5: example: unknown field "pair"',
        '8:10: example: unknown field "prmpt"',
        "8:17: example: the same text as pair 1",
        '8:20: example: "target" has no value',
        "9:29: example: a text is expected, not a list",
    ]


def test_capitals_of_code_and_symbols_tell_targets_apart() -> None:
    pairs = "pairs: [{prompt: a, target: 5 mW}, {prompt: b, target: 5 MW}, {prompt: c, target: '`True`'}]"
    assert problems(quiz_of(example("matching", pairs, "surplus: ['`true`']"))) == []
