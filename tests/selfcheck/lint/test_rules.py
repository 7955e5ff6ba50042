"""Every rule finds its flaw in questions that were sound, and nothing in those that are."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from selfcheck.catalogue import explanation
from selfcheck.lint.linter import findings
from selfcheck.lint.page_rules import PAGE_RULES
from selfcheck.lint.question import Question
from selfcheck.lint.rules import RULES
from selfcheck.waivable import WAIVABLE
from tests.selfcheck.lint.mutations import FLAWS, flawed
from tests.selfcheck.lint.questions import choice, found_in, own_choices, quiz_with

SOUND = [question for question in own_choices() if not found_in(question)]


def test_every_rule_can_be_waived_by_its_name() -> None:
    assert sorted([*RULES, *PAGE_RULES]) == list(WAIVABLE)


def test_there_is_a_flaw_for_every_rule_and_there_are_sound_questions_to_put_it_into() -> None:
    assert list(FLAWS) == sorted(RULES)
    assert len(SOUND) >= 5


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_flaw_put_into_a_sound_question_is_found(rule: str) -> None:
    missed = [q["id"] for q in SOUND if rule not in found_in(flawed(q, FLAWS[rule]))]
    assert missed == []


@pytest.mark.parametrize("rule", sorted(RULES))
def test_the_bad_example_has_the_flaw_and_the_good_one_none(rule: str) -> None:
    told = explanation(rule)
    assert rule in found_in(yaml.safe_load(told.bad))
    assert found_in(yaml.safe_load(told.good)) == set()


@pytest.mark.parametrize("rule", WAIVABLE)
def test_every_rule_says_what_why_and_who_says_so(rule: str) -> None:
    told = explanation(rule)
    assert all(len(text.split()) >= 5 for text in (told.says, told.reason, told.source))


@pytest.mark.parametrize("rule", [rule.name for rule in RULES.values() if rule.languages])
def test_a_rule_that_reads_words_is_silent_in_a_language_it_does_not_know(rule: str) -> None:
    question = yaml.safe_load(explanation(rule).bad)
    assert rule not in found_in(question, "eo")
    assert rule in found_in(question, "en-GB")


@pytest.mark.parametrize("rule", [rule.name for rule in RULES.values() if not rule.languages])
def test_a_rule_that_reads_no_words_finds_its_flaw_in_any_language(rule: str) -> None:
    assert rule in found_in(yaml.safe_load(explanation(rule).bad), "eo")


@pytest.mark.parametrize(
    ("stem", "option", "explanation"),
    [
        ("which a " * 1000, "A border", "Because."),
        ("which statement " * 500 + "wrong", "A border", "Because."),
        ("What is x " + "and what " * 1000 + "?", "A border", "Because."),
        ("Which?", "both " + "a and " * 1000, "Because."),
        ("Which?", "1 " * 2000, "(a), (b) " * 1000),
    ],
)
def test_a_text_that_repeats_itself_is_examined_in_a_second(stem: str, option: str, explanation: str) -> None:
    (entry,) = quiz_with(choice("A step", "A weight", option, stem=stem, explanation=explanation)).entries
    started = time.process_time()
    list(findings(Question(entry.item)))
    assert time.process_time() - started < 1


def test_code_is_no_word_of_a_text() -> None:
    assert found_in(choice("`x`", "`never(not, x)`", "`all(y)`", stem="What does `1 # not?` say?")) == set()


def test_the_menus_of_a_text_with_gaps_are_examined_as_choices_are() -> None:
    words = ["large", {"text": "small, which is so for every network of this kind", "correct": True}, "odd"]
    question = {
        "id": "q", "type": "cloze", "stem": "Which word belongs into the gap?",
        "text": "A map after a stride is [_size_].",
        "gaps": {"size": {"options": words}}, "explanation": "Because fewer places are read.",
    }  # fmt: skip
    assert found_in(question) == {"longest-key"}


def test_a_rule_names_the_same_word_in_every_run() -> None:
    question = {
        "id": "a",
        "type": "single-choice",
        "stem": "What do label, logit and depth share?",
        "options": [
            {"text": "The label, logit and depth of a place", "correct": True},
            {"text": "An edge"},
            {"text": "A tile"},
        ],
        "explanation": "They belong to a place, because each is computed there.",
    }
    program = (
        "from selfcheck.lint.linter import findings\n"
        "from selfcheck.lint.question import Question\n"
        "from tests.selfcheck.lint.questions import quiz_with\n"
        f"(entry,) = quiz_with({question!r}).entries\n"
        "print(*(found.message for rule, found in findings(Question(entry.item)) if rule.name == 'echo'))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={
                **os.environ,
                "PYTHONHASHSEED": str(seed),
                "PYTHONPATH": f"{Path.cwd()}:{Path.cwd() / 'plugins'}",
            },
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(6)
    }
    assert said == {
        '"depth" stands in the stem, in the key and in no distractor, so that the key sounds right\n'
    }
