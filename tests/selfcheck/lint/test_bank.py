"""A bank whose keys can be guessed without understanding is told, and one that leaves it to chance is not."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable
from typing import Any

import pytest
from scipy import stats

from selfcheck.lint.bank_tests import examine_bank, longest_keys, trace_of
from selfcheck.lint.exact import Successes, chi_square_tail, holm
from selfcheck.lint.question import Question
from selfcheck.lint.robot import STRATEGIES, attempts
from tests.selfcheck.lint.questions import quiz_with

WORDS = "map row cell kernel stride border layer weight class grid pixel share".split()  # noqa: SIM905 -- a list of words


def text(draw: random.Random, words: int = 4) -> str:
    return " ".join(draw.choice(WORDS) for _ in range(words))


def bank(count: int = 24, key: str = "", distractor: str = "", **fields: Any) -> list[Question]:
    """Choices among four options of random words, with more words in the key or in the distractors."""
    draw = random.Random(7)
    questions = []
    for number in range(count):
        options: list[dict[str, Any]] = [{"text": f"{text(draw)} {index}{distractor}"} for index in range(4)]
        place = number % 4
        options[place] |= {"text": f"{text(draw)} {place}{key}", "correct": True}
        questions.append(
            {
                "id": f"q-{number}",
                "type": "single-choice",
                "stem": f"What is a zebra {number}?",
                "options": options,
                "explanation": "So.",
                **fields,
            }
        )
    return asked(questions)


def asked(questions: Iterable[dict[str, Any]]) -> list[Question]:
    return [Question(entry.item) for entry in quiz_with(*questions).entries]


def at_place(place: int, **fields: Any) -> list[Question]:
    """Choices whose key always stands at one place."""
    options: list[dict[str, Any]] = [{"text": name} for name in ("one", "two", "six", "ten")]
    options[place]["correct"] = True
    more = {"type": "single-choice", "options": options, "explanation": "So.", **fields}
    return asked({"id": f"q-{number}", "stem": f"Which {number}?", **more} for number in range(60))


def statements(true: int, false: int) -> list[Question]:
    more = {"type": "true-false", "stem": "It is so.", "explanation": "So."}
    answers = [True] * true + [False] * false
    return asked({"id": f"q-{n}", "answer": answer, **more} for n, answer in enumerate(answers))


def codes(questions: list[Question]) -> dict[str, str]:
    return {problem.code: problem.severity for problem in examine_bank(map(trace_of, questions), "quizzes")}


def test_a_bank_that_leaves_it_to_chance_is_clean() -> None:
    assert codes(bank()) == {}


@pytest.mark.parametrize(
    ("fields", "strategy"),
    [
        ({"key": " and a layer further on"}, "picking the longest option"),
        ({"distractor": " and a layer further on"}, "picking the shortest option"),
        ({"key": " zebra"}, "picking what shares most words with the stem"),
        ({"distractor": " always"}, "passing over words such as always"),
    ],
)
def test_a_strategy_that_works_is_told(fields: dict[str, Any], strategy: str) -> None:
    told = [problem.message for problem in examine_bank(map(trace_of, bank(**fields)), "quizzes")]
    assert any(message.startswith(strategy) for message in told), told


def test_the_option_that_is_made_of_the_others_is_told() -> None:
    """Distractors that each change one thing of the key have it in their midst."""
    changed = [{"text": name} for name in ("rose map", "blue map", "rose row")]
    more = {"type": "single-choice", "explanation": "So."}
    options = [[{**each, "correct": index == 0} for index, each in enumerate(changed)] for _ in range(24)]
    questions = [
        {"id": f"q-{n}", "stem": f"Which {n}?", "options": [*each[n % 3 :], *each[: n % 3]], **more}
        for n, each in enumerate(options)
    ]
    (told,) = examine_bank(map(trace_of, asked(questions)), "quizzes")
    assert told.message.startswith("picking what is most like the other options is right in 24 of 24")


def test_the_robot_needs_twenty_questions() -> None:
    longer = " and a layer further on"
    assert "test-wise-robot" in codes(bank(20, key=longer))
    assert codes(bank(19, key=longer)) == {}


@pytest.mark.parametrize("place", range(4))
def test_keys_at_one_place_are_told_unless_they_are_shuffled(place: int) -> None:
    assert codes(at_place(place))["key-position-bias"] == "warning"
    assert codes(at_place(place, shuffle=True)) == {}


def at_places(*counts: int) -> list[Question]:
    """Choices whose key stands so often at each place."""
    places = [place for place, count in enumerate(counts) for _ in range(count)]
    banks = [at_place(place) for place in range(4)]
    return [banks[place][number] for number, place in enumerate(places)]


@pytest.mark.parametrize(
    ("counts", "is_told"),
    [((22, 22, 8, 8), True), ((18, 18, 12, 12), False), ((9, 9, 1, 1), True), ((7, 7, 3, 3), False)],
)
def test_places_that_keys_avoid_together_are_told(counts: tuple[int, ...], is_told: bool) -> None:
    assert ("key-position-bias" in codes(at_places(*counts))) == is_told


def test_a_key_that_is_mostly_the_longest_is_told() -> None:
    assert "key-is-longest" in codes(bank(key=" and a layer further on"))
    assert "key-is-longest" not in codes(bank(distractor=" and a layer further on"))


@pytest.mark.parametrize(
    ("options", "longest"),
    [
        (("`f(**xs)`", "`f(xyz)`", "`f(x)`"), 1),
        (("`f(xyz)`", "`f(**xs)`", "`f(x)`"), 0),
        (("two **rows** of it", "three rows of it", "a row of it"), 1),
        (("`a * b * c`", "`a % bc`", "`a`"), 1),
        (("`a ** b`", "`a / bc`", "`a`"), 1),
    ],
)
def test_a_star_of_code_or_of_emphasis_makes_no_option_longer(options: tuple[str, ...], longest: int) -> None:
    listed = [{"text": text, "correct": index == longest} for index, text in enumerate(options)]
    more = {"type": "single-choice", "options": listed, "explanation": "So."}
    traces = [trace_of(each) for each in asked([{"id": "q", "stem": "Which?", **more}])]
    picking = next(each for each in attempts(traces) if each.strategy.name == "longest")
    assert (longest_keys(traces).hits, picking.hits) == (1, 1)


@pytest.mark.parametrize(
    ("true", "false", "told"),
    [(10, 10, {}), (12, 8, {}), (13, 7, {"true-false-imbalance": "note"}), (9, 9, {}), (17, 1, {}),
     (18, 2, {"true-false-imbalance": "warning"}), (2, 18, {"true-false-imbalance": "warning"})],
)  # fmt: skip
def test_statements_are_to_be_true_about_as_often_as_false(
    true: int, false: int, told: dict[str, str]
) -> None:
    assert codes(statements(true, false)) == told


def test_there_are_eight_strategies_and_each_tries_every_question() -> None:
    assert len({each.name for each in STRATEGIES}) == len(STRATEGIES) == 8
    assert {each.asked for each in attempts(map(trace_of, bank()))} == {24}


def test_strategies_of_words_are_silent_in_other_languages() -> None:
    foreign = [Question(each.item, "eo") for each in bank(key=" zebra")]
    silent = {each.strategy.name for each in attempts(map(trace_of, foreign)) if not each.asked}
    assert silent == {"stem-words", "fewest-absolutes"}


@pytest.mark.parametrize("chances", [(0.25,), (0.25, 0.5), (0.25,) * 6 + (1 / 3,) * 3 + (0.5,)])
def test_a_tail_is_the_sum_over_all_outcomes(chances: tuple[float, ...]) -> None:
    for successes in range(len(chances) + 1):
        total = 0.0
        for outcome in itertools.product((0, 1), repeat=len(chances)):
            if sum(outcome) >= successes:
                product = 1.0
                for happened, chance in zip(outcome, chances, strict=True):
                    product *= chance if happened else 1 - chance
                total += product
        assert Successes(chances).at_least(successes) == pytest.approx(total, rel=1e-12)


@pytest.mark.parametrize(
    ("trials", "chance", "successes"), [(155, 0.25, 50), (10_000, 0.25, 2400), (30, 0.5, 3)]
)
def test_tails_agree_with_scipys_binomial_test(trials: int, chance: float, successes: int) -> None:
    ours = Successes([chance] * trials)
    for alternative, tail in (("greater", ours.at_least), ("less", ours.at_most)):
        theirs = stats.binomtest(successes, trials, chance, alternative=alternative).pvalue
        assert tail(successes) == pytest.approx(theirs, rel=1e-8)


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 7])
@pytest.mark.parametrize("statistic", [0.0, 0.3, 2.0, 11.4, 60.0])
def test_the_tail_of_chi_square_agrees_with_scipy(statistic: float, freedom: int) -> None:
    assert chi_square_tail(statistic, freedom) == pytest.approx(stats.chi2.sf(statistic, freedom), rel=1e-9)


def test_holms_correction_by_hand() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
