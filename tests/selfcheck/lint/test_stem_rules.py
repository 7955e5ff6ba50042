"""Phrasings in which rules find the flaws of a stem, and in which they find none."""

from __future__ import annotations

import pytest

from selfcheck.lint.linter import findings
from selfcheck.lint.question import Question
from tests.selfcheck.lint.questions import CLEAN, choice, found_in, quiz_with


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
        "Which layer is LEAST likely to help?",
        "Find the odd one out.",
        "Please mark the odd one:",
        "Where would you NOT put a border?",
        "When should you not pool?",
        "Which of the following is wrong?",
    ],
)
def test_a_stem_that_asks_for_the_exception(stem: str) -> None:
    assert "negative-stem" in found_in(choice(*CLEAN, stem=stem))


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("Which of these isn't a layer?", "isn't"),
        ("Which layers can you **not** train?", "not"),
        ("All of these are layers, except for one. Which?", "except"),
        ("Padding helps against all of the following but one. Which?", "but one"),
        ("Which statement is false?", "false"),
        ("Alle sind Schichten außer einer. Welche?", "außer"),
    ],
)
def test_the_word_that_asks_for_the_exception_is_named(stem: str, word: str) -> None:
    (entry,) = quiz_with(choice(*CLEAN, stem=stem)).entries
    (told,) = (found for rule, found in findings(Question(entry.item)) if rule.name == "negative-stem")
    assert told.words == word


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
        "Which layer does this with the LEAST memory?",
        "Which except clause catches the error?",
        "Which layer reads every row except the last?",
        "Name the exception.",
        "When may the border not be kept?",
        "Which of these is wrong with the layer?",
    ],
)
def test_a_stem_with_a_negation_that_asks_for_no_exception(stem: str) -> None:
    assert "negative-stem" not in found_in(choice(*CLEAN, stem=stem))


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
    ("stem", "breaks_off"),
    [
        ("The stride of a layer is called ____.", True),
        ("The stride of a layer is called ____", True),
        ("The stride of a layer is called \\_\\_\\_.", True),
        ("The stride of a layer is called ___.", True),
        ("The stride of a layer is a __ of the kernel.", True),
        ("The _____ is what the kernel moves by.", True),
        ("The ____ is what the kernel moves by. Name it.", False),
        ("The __`stride`__ of a layer, __(2)__, is ___bold___ here.", False),
        ("The stride of `__init__` is its step.", False),
        ("When a stride is set to 2, the map", True),
        ("In a network, the stride", True),
        ("When is the stride set", False),
        ("How to set the stride", False),
        ("Name the step of the kernel", False),
        ("Describe the stride", False),
    ],
)
def test_a_stem_that_breaks_off_or_has_a_gap(stem: str, breaks_off: bool) -> None:
    assert ("stem-not-a-question" in found_in(choice(*CLEAN, stem=stem))) is breaks_off


@pytest.mark.parametrize(
    ("stem", "is_repeated"),
    [
        ("Which of these hold? Choose all that apply.", True),
        ("Which of these hold (check all correct answers)?", True),
        ("Which of these hold? (pick two)", False),
        ("Select every right option.", True),
        ("Which of these hold? (select all)", True),
        ("Which of these hold? Select all.", True),
        ("Which of these hold? Choose two.", False),
        ("Which of these hold? Select TWO.", False),
        ("Which of these hold? (Choose 2 answers.)", False),
        ("Which of these hold? Please select the two correct answers.", False),
        ("Which of these hold? (Select all the correct answers.)", True),
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
