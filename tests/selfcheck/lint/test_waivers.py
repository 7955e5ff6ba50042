"""A question may break a rule on purpose, and says why: `lint-ok`."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck.bank import Bank
from selfcheck.lint.linter import lint
from selfcheck.quiz_text import read_quiz
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.faulty import QUESTION, problems
from tests.selfcheck.samples import LONG
from tests.selfcheck.sites import draw

WITH_A_NEGATION = LONG.replace(
    "- text: A border\n", "- text: |\n      A border, which is not\n      part of the map\n"
)


def linted(root: Path, question: str) -> list[str]:
    draw(root, {"quizzes/steps.yml": quiz_of(question)})
    quiz = read_quiz("steps", "quizzes/steps.yml", (root / "quizzes/steps.yml").read_text("utf-8"))
    assert quiz.problems == ()
    return [str(problem) for problem in lint(Bank({"steps": quiz}), root, "en")]


def test_a_flaw_is_told_at_the_text_that_has_it(tmp_path: Path) -> None:
    assert linted(tmp_path, LONG) == [
        "quizzes/steps.yml:6:15: long: the key has 66 characters, and the longest distractor 8; "
        "cut the key, or say as much in a distractor [longest-key]"
    ]


def test_a_text_of_several_lines_is_told_where_it_begins(tmp_path: Path) -> None:
    (told,) = [each for each in linted(tmp_path, WITH_A_NEGATION) if "negative-option" in each]
    assert told.startswith("quizzes/steps.yml:10:11: long: ")


def test_words_in_a_text_of_several_lines_are_told_where_they_stand(tmp_path: Path) -> None:
    question = f"{LONG}\n  So option B is out.\n".replace("explanation: ", "explanation: |\n  ")
    (told,) = [each for each in linted(tmp_path, question) if "option-by-letter" in each]
    assert told.startswith("quizzes/steps.yml:13:10: long: ")
    assert quiz_of(question).splitlines()[12][9:] == "option B is out."


def test_a_rule_that_is_waived_is_silent_and_no_other(tmp_path: Path) -> None:
    waived = f"{WITH_A_NEGATION}lint-ok:\n  longest-key: the definition has to be whole\n"
    assert [each.rpartition("[")[2] for each in linted(tmp_path, waived)] == ["negative-option]"]


def test_a_waiver_changes_neither_fingerprint_nor_texts() -> None:
    plain, waived = (
        read_quiz("quiz", "quiz.yml", quiz_of(text)).entries[0].item
        for text in (LONG, f"{LONG}lint-ok: {{longest-key: said so}}\n")
    )
    assert waived.lint_ok == {"longest-key": "said so"}
    assert (plain.fingerprint, list(plain.written_texts())) == (
        waived.fingerprint,
        list(waived.written_texts()),
    )


MAPPING = 'write the rule and why the question may break it, as in {longest-key: "why"}'
EXPECTED = "rules with reasons are expected, not"


@pytest.mark.parametrize(
    ("waiver", "told"),
    [
        (
            "{key-is-longest: why}",
            '"key-is-longest" is found in the bank as a whole, and no question can waive it; remove it',
        ),
        ("{longest-kex: why}", 'there is no rule "longest-kex"; did you mean "longest-key"?'),
        ('{echo: ""}', '"echo" has no value; write it behind the colon, or indented below it, or remove'),
        ("{echo: [why]}", "a reason is expected, not a list; write it behind the rule"),
        ("{echo: true}", '"true" is no reason; write why the question may break the rule'),
        ("{echo: 3}", '"3" is no reason; write why the question may break the rule'),
        ("{echo: Yes}", '"Yes" is no reason; write why the question may break the rule'),
        ("longest-key", f'{EXPECTED} "longest-key"; {MAPPING}'),
        ("{}", f"{EXPECTED} an empty mapping; {MAPPING}"),
    ],
)
def test_a_waiver_that_says_nothing_is_a_problem(waiver: str, told: str) -> None:
    (problem,) = problems(quiz_of(f"{QUESTION}lint-ok: {waiver}\n"))
    line = quiz_of(QUESTION).count("\n") + 1
    assert problem.startswith(f"{line}:")
    assert f"example: {told}" in problem
