"""Every rule finds its flaw in questions that were sound, and nothing in those that are."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from selfcheck.catalogue import explanation
from selfcheck.lint.linter import findings
from selfcheck.lint.page_rules import PAGE_RULES
from selfcheck.lint.question import Question
from selfcheck.lint.rules import RULES
from selfcheck.waivable import WAIVABLE
from tests.selfcheck.lint.mutations import FLAWS, flawed
from tests.selfcheck.lint.questions import found_in, own_choices, quiz_with

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


def choice(*options: str, stem: str = "What is a stride?", **fields: Any) -> dict[str, Any]:
    """A single choice whose first option is the key."""
    texts: list[dict[str, Any]] = [{"text": option} for option in options]
    texts[0]["correct"] = True
    why = "The kernel moves on by it, because it is a step."
    return {
        "id": "q", "type": "single-choice", "stem": stem, "options": texts, "explanation": why, **fields
    }  # fmt: skip


CLEAN = ("A step", "A weight", "A border")


def test_numbers_in_order_are_out_of_order_once_they_are_shuffled() -> None:
    row = choice("3", "9", "12", stem="How many pixels?")
    assert found_in(row) == set()
    assert found_in({**row, "shuffle": True}) == {"numbers-out-of-order"}


@pytest.mark.parametrize(
    "numbers",
    [
        ("12", "9", "3"),
        ("1,000", "2,000", "10,000"),
        ("−3", "0", "3"),
        ("3 px", "9 px", "12 px"),
        ("1/12", "1/6", "7/36", "1/2"),
        ("$1$", "$2$", "$3$"),
        ("about 3", "about 5", "about 9"),
        ("10^2", "10^3", "10^4"),
        ("one", "two", "three"),
        ("< 10", "10–20", "> 20"),
        ("3.6", "3.8", "3.10"),
        ("1.9.3", "1.10.0", "2.0.0"),
        ("$5", "$10", "$20"),
        ("1–5 °C", "6–9 °C", "10–20 °C"),
        ("30 s", "2 min", "1 hour"),
        ("2 m/s²", "3 m/s²", "18 m/s²"),
    ],
)
def test_numbers_may_run_up_or_down_with_units_and_signs(numbers: tuple[str, ...]) -> None:
    assert found_in(choice(*numbers, stem="How many?")) == set()


@pytest.mark.parametrize(
    "numbers",
    [
        ("1/3", "1/8", "1/2"),
        ("$3$", "$1$", "$2$"),
        ("~5 km", "~1 km", "~9 km"),
        ("$10^{3}$", "$10^{2}$", "$10^{4}$"),
        ("three", "one", "two"),
        ("60–80", "120–160", "80–100"),
        ("2 min", "30 s", "1 hour"),
        ("€50", "€5", "€20"),
        ("18 m/s²", "2 m/s²", "3 m/s²"),
        ("64 KB", "1 GB", "2 MB"),
    ],
)
def test_numbers_in_no_order_in_several_notations(numbers: tuple[str, ...]) -> None:
    assert "numbers-out-of-order" in found_in(choice(*numbers, stem="How much?"))


@pytest.mark.parametrize(
    "texts", [("3 m", "1 s", "2 g"), ("404 Gone", "200 Fine", "301 Moved"), ("2", "many", "1")]
)
def test_texts_that_begin_with_numbers_of_several_kinds_have_no_order(texts: tuple[str, ...]) -> None:
    assert "numbers-out-of-order" not in found_in(choice(*texts, stem="Which?"))


@pytest.mark.parametrize(
    "stem",
    [
        "Which of these is NOT a layer?",
        "Which statement is **not** true of a layer?",
        "Which one does not belong?",
        "All of these are layers except:",
        "With a stride of 2, which of these layers may not keep the size?",
        "What should you never do with a mask?",
        "Which of these statements is false?",
        "Which is least likely to help?",
        "All but one of these layers keep the size. Which one is the exception?",
        "Padding helps against all of the following but one. Which?",
        "Which layer is the odd one out?",
        "All of the following, EXCEPT one, are layers. Which?",
        "Each of the following is a layer EXCEPT",
        "Which statement about strides is wrong?",
        "Choose the incorrect statement.",
        "Select the statement that is false.",
        "Identify the false statement about strides.",
        "Which of the following is an INCORRECT statement?",
        "Which option is untrue?",
        "Mark the sentence that is grammatically wrong.",
        "Pick the option that does not belong.",
        "Select the protocols that do **not** run over TCP.",
        "Name the layer that never changes size.",
        "Which of these can't be cached?",
        "What won't change?",
        "Which of the following is the LEAST costly?",
        "Which is the least effective?",
    ],
)
def test_a_stem_that_asks_for_the_exception(stem: str) -> None:
    assert "negative-stem" in found_in(choice(*CLEAN, stem=stem))


@pytest.mark.parametrize(
    "stem",
    [
        "Why is the border not kept?",
        "Which of these explains why the border is not kept?",
        "What happens if the stride does not divide the side?",
        "The layer does not keep the size. What is a stride?",
        "A layer, which is not padded, comes first. What comes out?",
        "Which layer comes out smaller, and not larger?",
        "What is the least number of layers?",
        "Which values are false here?",
        "All but the last layer keep the size. What is a stride?",
        "Which exception does this call raise?",
        "Which layer cuts what does not fit?",
        "Select the command that lists files that are not tracked.",
        "Find the least common multiple of 4 and 6.",
        "What is the principle of least privilege?",
        "Which statement about incorrect labels is true?",
        "What happens after a wrong answer?",
        "Name the file that a build reads if there is no other.",
    ],
)
def test_a_stem_with_a_negation_that_asks_for_no_exception(stem: str) -> None:
    assert "negative-stem" not in found_in(choice(*CLEAN, stem=stem))


@pytest.mark.parametrize(
    "text",
    [
        "No",
        "No, it is a weight",
        "None of the above",
        "`not x`",
        "A note",
        "404 Not Found",
        'It says "not found"',
        "A not-equal sign",
        "204 No Content",
    ],
)
def test_what_is_no_negative_option(text: str) -> None:
    assert "negative-option" not in found_in(choice(*CLEAN[:2], text))


@pytest.mark.parametrize(
    "text",
    [
        "It is not a step",
        "It isn’t a step",
        "There is no step",
        "It can never be",
        "Not a step",
        "no Step is it",
    ],
)
def test_what_is_a_negative_option(text: str) -> None:
    assert "negative-option" in found_in(choice(*CLEAN[:2], text))


@pytest.mark.parametrize(
    "options",
    [
        ("It is always a step", "It is never a weight", "A border"),
        ("A step", "No border at all is kept there", "A weight"),
        ("A step", "A read-only map of the classes", "A weight"),
        ("A step", "The first layer only", "A weight"),
        ("A step", "`all(x) and only(y) == z + 1`", "A weight"),
        ("A step", "Reads all rows", "A weight"),
        ("all steps of layers", "all of the weights that it has, and more", "a weight"),
        ("A step", "It adds up all rows of the map", "A weight"),
        ("A step", "It reads nothing at all of the map", "A weight"),
    ],
)
def test_a_word_without_exceptions_is_no_flaw_where_the_key_has_one_or_it_claims_nothing(
    options: tuple[str, ...],
) -> None:
    assert "absolute-in-distractors" not in found_in(choice(*options))


@pytest.mark.parametrize(
    "claim",
    [
        "All rows are kept.",
        "It eliminates all errors",
        "It guarantees that every row is read",
        "Only layers have it",
        "It reads the map at all times",
        "It is right under all settings",
    ],
)
def test_a_short_claim_without_exceptions_gives_a_distractor_away(claim: str) -> None:
    assert "absolute-in-distractors" in found_in(choice("It is a step", "It is a weight", claim))


@pytest.mark.parametrize(
    ("option", "is_made_of_others"),
    [
        ("A weight and a border", True),
        ("Neither a weight nor a border", True),
        ("Both", True),
        ("A and B", True),
        ("A weight and a kernel", False),
        ("Both borders of the row", False),
        ("1, 4, 4", False),
        ("Both weights and borders", True),
        ("Both weights and kernels", False),
        ("Both step and weight", True),
        ("Both A and B", True),
        ('It is neither "weight" nor "border."', True),
        ("Only A and B", True),
        ("(a) and (b)", True),
        ("Either of them", True),
    ],
)
def test_an_option_that_is_made_of_others(option: str, is_made_of_others: bool) -> None:
    found = found_in(choice("A step", "A weight", "A border", option))
    assert ("complex-options" in found) == is_made_of_others


def test_an_expression_with_and_is_not_made_of_other_options() -> None:
    question = choice("`a = 1`", "`b = 2`", "`a = 1 and b = 2`", stem="Which one is short?")
    assert "complex-options" not in found_in(question)
    assert "complex-options" in found_in(choice("`map`", "`sum`", "Both `map` and `sum`", stem="Which?"))
    assert "complex-options" in found_in(
        choice("`let` only", "`var` only", "Both `let` and `var`", stem="Which?")
    )


def test_both_of_two_things_is_made_of_the_options_that_say_more_of_them() -> None:
    options = (
        "both the strides and the paddings",
        "strides of the layers",
        "the paddings",
        "the age of the weights",
    )
    assert "complex-options" in found_in(choice(*options, stem="What counts?"))
    assert "complex-options" not in found_in(
        choice("both sides and corners", *options[1:], stem="What counts?")
    )


@pytest.mark.parametrize(
    ("stem", "is_double"),
    [
        ("What does a stride do, and when would you use a pooling?", True),
        ("Which layer halves the map and which side is rounded?", True),
        ("What is the rank of the matrix, and what is its trace?", True),
        ("How wide is the map and how many weights has the layer?", True),
        ("Is the map wider? How wide is it?", True),
        ("Does it halve the map, and if so, which side?", True),
        ("Who wrote it, and when?", True),
        ("What is printed and why?", True),
        ("Which of these explains what a stride does and why it halves the map?", False),
        ("Which statement says which key is used and which value comes back?", False),
        ("What do strides and paddings change?", False),
        ("Which layer reads the map and is the smallest?", False),
        ("What is true of a map whose rows and columns are read?", False),
        ("What happens when a layer ends and which others it feeds?", False),
        ("Which layer halves the map (and why does it)?", False),
    ],
)
def test_a_stem_that_asks_twice(stem: str, is_double: bool) -> None:
    assert ("double-stem" in found_in(choice(*CLEAN, stem=stem))) is is_double


def test_two_questions_are_too_many_for_one_field_and_not_for_a_written_answer() -> None:
    typed = {"id": "q", "type": "text-entry", "answers": ["stride"], "explanation": "Because it is a step."}
    written = {"id": "q", "type": "short-answer", "model-answer": "A step.", "explanation": "Because.",
               "rubric": [{"idea": "a step", "required": True}]}  # fmt: skip
    stem = "What is it called? And why?"
    assert "double-stem" in found_in({**typed, "stem": stem})
    assert "double-stem" not in found_in({**written, "stem": stem})


@pytest.mark.parametrize(
    ("stem", "key", "distractors"),
    [
        ("A program asks for a ransom. What is it?", "ransomware", ("spyware", "adware")),
        (
            "Which part lets a network attend to places?",
            "multi-head attention",
            ("layer scaling", "token mixing"),
        ),
        ("Which hormone moves the thyroid?", "thyroid-stimulating agent", ("prolactin", "oxytocin")),
        ("What does the server respond?", "the response code", ("the kernel", "the border")),
        ("What is encapsulation?", "encapsulating data", ("copying rows", "naming maps")),
        ("What is a memory leak?", "memory kept in vain", ("a lock", "a thread")),
    ],
)
def test_a_key_that_echoes_another_form_of_a_word(stem: str, key: str, distractors: tuple[str, str]) -> None:
    assert "echo" in found_in(choice(key, *distractors, stem=stem))


@pytest.mark.parametrize(
    ("stem", "key", "distractors"),
    [
        ("Which count is it?", "a country", ("a river", "a town")),
        ("A program asks for a ransom. What is it?", "ransomware", ("a ransom note", "adware")),
        ("Which second is meant?", "a section", ("a river", "a town")),
        ("Which sorting is stable?", "merge sort", ("heapsort", "quicksort")),
    ],
)
def test_a_key_that_echoes_no_more_than_others_do(stem: str, key: str, distractors: tuple[str, str]) -> None:
    assert "echo" not in found_in(choice(key, *distractors, stem=stem))


@pytest.mark.parametrize(
    ("stem", "breaks_off"),
    [
        ("The stride of a layer is called ____.", True),
        ("The stride of a layer is called ____", True),
        ("The stride of a layer is called \\_\\_\\_.", True),
        ("When a stride is set to 2, the map", True),
        ("In a network, the stride", True),
        ("When is the stride set", False),
        ("How to set the stride", False),
        ("Name the step of the kernel", False),
        ("Describe the stride", False),
    ],
)
def test_a_stem_that_breaks_off(stem: str, breaks_off: bool) -> None:
    assert ("stem-not-a-question" in found_in(choice(*CLEAN, stem=stem))) is breaks_off


def test_an_article_before_a_gap_fits_the_key_alone() -> None:
    assert "grammar-cue" in found_in(
        choice("index", "kernel", "row", stem="What moves is an ____ of the kernel.")
    )


@pytest.mark.parametrize(
    ("key", "is_hedged"),
    [
        ("It normally moves", True),
        ("Under certain conditions a step", True),
        ("It may move", True),
        ("May moves", True),
        ("The release of May", False),
        ("It moves", False),
    ],
)
def test_a_key_that_alone_is_careful(key: str, is_hedged: bool) -> None:
    assert ("hedged-key" in found_in(choice(key, "It is a weight", "It is a border"))) is is_hedged


def explained(explanation: str, key: str = "It halves both sides when asked", **fields: Any) -> bool:
    question = choice(
        key, "It halves the channels", "It doubles both sides", stem="What does a stride of 2 do?"
    )
    return "explanation-restates" in found_in(question | fields | {"explanation": explanation})


@pytest.mark.parametrize(
    "explanation",
    [
        "A stride of 2 halves both sides when asked.",
        "Correct. A stride halves both sides.",
        "It halves both sides of every map.",
    ],
)
def test_an_explanation_that_says_the_key_again(explanation: str) -> None:
    assert explained(explanation)


@pytest.mark.parametrize(
    "explanation",
    [
        "A stride of 2 halves both sides when asked, because each second place is left out.",
        "Every second place is left out. So both sides halve.",
        "Each step skips a place. Both sides are halved.",
        "The sides have places, neighbours, kernels and borders.",
    ],
)
def test_an_explanation_that_gives_a_reason(explanation: str) -> None:
    assert not explained(explanation)


@pytest.mark.parametrize(
    ("explanation", "restates"),
    [
        ("True. A stride of two halves the sides of a map.", True),
        ("A stride of two halves the sides of a map.", True),
        ("Every second place of the map is skipped.", False),
        ("That is what makes it a stride.", False),
    ],
)
def test_an_explanation_of_a_true_statement_that_says_it_again(explanation: str, restates: bool) -> None:
    question = {"id": "q", "type": "true-false", "stem": "A stride of two halves the sides of a map.",
                "answer": True, "explanation": explanation}  # fmt: skip
    assert ("explanation-restates" in found_in(question)) is restates


@pytest.mark.parametrize(
    ("options", "fits_alone"),
    [
        (("weights and borders", "the stride", "a kernel"), True),
        (("weights", "an edge", "the map"), True),
        (("weights, biases and scales", "an edge", "the map"), True),
        (("weights and borders", "the strides", "a kernel"), False),
        (("the weight", "the stride", "a kernel"), False),
    ],
)
def test_a_plural_that_is_asked_for_fits_the_key_alone(options: tuple[str, ...], fits_alone: bool) -> None:
    stem = "Which parameters are learned in a layer?"
    assert ("grammar-cue" in found_in(choice(*options, stem=stem))) is fits_alone


@pytest.mark.parametrize(
    ("options", "are_unlike"),
    [
        (("$\\max(0, x)$", "the identity", "the hyperbolic tangent"), True),
        (("the identity", "$x$", "$x^2$"), True),
        (("$x$", "$x^2$", "the identity"), False),
        (("Ask whom they visit", "holding the door", "looking away"), True),
        (("adding layers", "weight decay", "early stopping"), False),
        (("asking whom they visit", "holding the door", "looking away"), False),
        (("a string of signs", "nothing at all here", "a ring of signs"), False),
        (("at 9 a.m.", "at noon", "at night"), False),
        (("the map and so on etc.", "the map alone", "the row alone"), False),
    ],
)
def test_a_form_that_tells_the_key_from_the_distractors(options: tuple[str, ...], are_unlike: bool) -> None:
    assert ("unlike-options" in found_in(choice(*options, stem="Which one?"))) is are_unlike


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


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"answer": "4", "hints": ["The row has 8 pixels, so the answer is 4."]}, True),
        ({"answer": "4", "hints": ["Four steps of 2, with a kernel of 4×4, fit into the row."]}, False),
    ],
)
def test_a_hint_that_says_a_number(fields: dict[str, Any], is_told: bool) -> None:
    question = {"id": "q", "type": "numeric", "stem": "How many?", "explanation": "8 / 2 = 4.", **fields}
    assert ("hint-holds-key" in found_in(question)) == is_told


def test_a_multiple_response_has_the_longest_key_only_if_every_key_is_long() -> None:
    long = "a step that the kernel takes from one place to the next"
    options: list[dict[str, Any]] = [
        {"text": long, "correct": True},
        {"text": "a step", "correct": True},
        {"text": "a map"},
    ]
    question = choice(*CLEAN) | {"type": "multiple-response", "options": options}
    assert "longest-key" not in found_in(question)
    options[1]["text"] = f"{long}, again"
    assert "longest-key" in found_in(question)


@pytest.mark.parametrize(
    ("option", "rule"),
    [
        ("None of the mentioned", "none-of-the-above"),
        ("None of these programs", "none-of-the-above"),
        ("None of the above.", "none-of-the-above"),
        ("All of the listed", "all-of-the-above"),
        ("All the above", "all-of-the-above"),
        ("All three are right", "all-of-the-above"),
        ("Everything mentioned above", "all-of-the-above"),
        ("Every option above", "all-of-the-above"),
        ("Each of these", "all-of-the-above"),
        ("All of the aforementioned.", "all-of-the-above"),
        ("No option is correct", "none-of-the-above"),
        ("Not any of the above", "none-of-the-above"),
    ],
)
def test_an_option_about_all_others_in_several_wordings(option: str, rule: str) -> None:
    assert rule in found_in(choice(*CLEAN[:2], option))


@pytest.mark.parametrize(
    "option",
    ["None", "`None`", "All pixels of the map", "None but the first layer", "No option is needed for that"],
)
def test_what_is_no_option_about_all_others(option: str) -> None:
    assert not {"none-of-the-above", "all-of-the-above"} & found_in(choice(*CLEAN[:2], option))


@pytest.mark.parametrize(
    ("stem", "is_repeated"),
    [
        ("Which of these hold? Choose all that apply.", True),
        ("Which of these hold (check all correct answers)?", True),
        ("Which of these hold? (pick two)", True),
        ("Select every right option.", True),
        ("Which of these hold? (select all)", True),
        ("Which of these hold? Select all.", True),
        ("Which of these hold? Choose two.", True),
        ("Which of these hold? Please select the two correct answers.", True),
        ("Which of these hold? Check all boxes that apply.", True),
        ("Which of these hold? [all that apply] Choose all of the options that apply.", True),
        ("Which of these hold? Select as many as apply.", True),
        ("Which of these hold? (Multiple answers are possible.)", True),
        ("Which of these hold (several may be right)?", True),
        ("Which of these hold? There may be more than one correct answer.", True),
        ("Tick all the statements that are true of a stride.", False),
        ("Several answers of the server are correct. Which?", False),
        ("Which settings choose two channels of the map?", False),
        ("Select all layers that halve the map.", False),
        ("Which of these hold (and for which sizes)?", False),
    ],
)
def test_a_stem_that_says_that_several_may_be_chosen(stem: str, is_repeated: bool) -> None:
    options = [{"text": f"layer {name}", "correct": name != "c"} for name in "abc"]
    question = {"id": "asked", "type": "multiple-response", "stem": stem, "options": options}
    assert ("demand-repeated" in found_in({**question, "explanation": "because"})) is is_repeated


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
    assert said == {'"depth" stands in the stem, in the key and in no distractor\n'}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$x^2$", "$3x^2$"),
        ("the limit $\\frac{1}{n}$", "the limit $\\frac{1}{2n}$"),
        ("C", "C#"),
        ("A ∪ B", "A ∩ B"),
        ("(a, b]", "[a, b)"),
        ("rows & columns", "rows | columns"),
        ("5 mW of power", "5 MW of power"),
        ("1", "1.0"),
        ("`1`", "`1.0`"),
        ("`'a b'`", "`'ab'`"),
        ("NULL", "null"),
        ("Aa", "aa"),
        ("two rows", "three rows"),
        ("It grows", "It drops"),
        ("from the image to the label", "to the image from the label"),
    ],
)
def test_options_that_differ_in_signs_that_count(one: str, other: str) -> None:
    assert "near-duplicate-options" not in found_in(choice(one, other, "a border"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$x^2$", "$x ^ 2$"),
        ("The rows halve.", "the rows halve"),
        ("It doesn't halve", "It does not halve"),
        ("two rows", "2 rows"),
        ('the "row" alone', "the row alone"),
        ("It deletes the large map", "It removes the big map"),
        ("to store data", "to save information"),
        ("It ends", "It finishes"),
        ("1/2", "0.5"),
        ("25 %", "1/4"),
    ],
)
def test_options_that_differ_in_signs_that_do_not_count(one: str, other: str) -> None:
    assert "near-duplicate-options" in found_in(choice(one, other, "a border"))
