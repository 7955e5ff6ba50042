"""Phrasings in which a key stands out among the distractors, and in which it does not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.selfcheck.lint.questions import CLEAN, choice, found_in


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
        ("What does `reverse()` do?", "It reverses the row", ("It empties the row", "It copies the row")),
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
        ("What is needed for a fire?", "All three are needed", ("fuel", "heat")),
        ("What does `use()` do?", "It uses the row", ("It empties the row", "It copies the row")),
    ],
)
def test_a_key_that_echoes_no_more_than_others_do(stem: str, key: str, distractors: tuple[str, str]) -> None:
    assert "echo" not in found_in(choice(key, *distractors, stem=stem))


@pytest.mark.parametrize("stem", ["What moves is an ____ of the kernel.", "It is an ___."])
def test_an_article_before_a_gap_fits_the_key_alone(stem: str) -> None:
    assert "grammar-cue" in found_in(choice("index", "kernel", "row", stem=stem))


@pytest.mark.parametrize(
    ("stem", "options", "fits_alone"),
    [
        ("What moves is an", ("SVM kernel", "map", "row"), True),
        ("What moves is an", ("index", "URL", "USB key"), True),
        ("What moves is a", ("URL", "index", "edge"), True),
        ("What moves is an", ("index", "HTML page", "map"), False),
        ("What moves is an", ("index", "RAM module", "map"), False),
        ("What moves is a", ("kernel", "X-ray", "edge"), True),
        ("What moves is a/an", ("index", "kernel", "row"), False),
        ("What moves is a/an ____", ("index", "kernel", "row"), False),
        (f"What moves {'_' * 40}% of all", ("index", "kernel", "row"), False),
        ("Which two layers halve the map?", ("Stride and pooling", "Padding", "A border"), True),
        ("What three numbers are learned?", ("weight, shift & scale", "stride", "rate"), True),
        ("Which are the two layers that halve?", ("Stride and pooling", "Padding", "A border"), True),
        ("What are three kinds of layer?", ("Stride, rate and pooling", "Padding", "A border"), True),
        ("Which two layers halve the map?", ("Stride and pooling", "Padding, rate", "A border"), False),
        ("Which two layers halve the map?", ("Stride and pooling", "The paddings", "A border"), False),
        ("Which two layers halve the map?", ("Poolings", "Padding", "A border"), False),
        ("Which two of them halve the map?", ("Stride and pooling", "Padding", "A border"), False),
    ],
)
def test_an_article_or_a_number_that_fits_the_key_alone(
    stem: str, options: tuple[str, ...], fits_alone: bool
) -> None:
    assert ("grammar-cue" in found_in(choice(*options, stem=stem))) is fits_alone


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
        (("all of the above", "`map(row)`", "`map(cell)`"), False),
        (("none of the above", "`map(row)`", "`map(cell)`"), False),
    ],
)
def test_a_form_that_tells_the_key_from_the_distractors(options: tuple[str, ...], are_unlike: bool) -> None:
    assert ("unlike-options" in found_in(choice(*options, stem="Which one?"))) is are_unlike


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


def test_a_key_is_not_compared_in_length_with_a_distractor_about_all_others() -> None:
    long = "`let rows = read(map); print(rows)`"
    other = "`let rows = read(map); rows.print()`"
    options = [{"text": text, "correct": True} for text in (long, other)] + [{"text": "None of these"}]
    question = {**choice(*CLEAN), "type": "multiple-response", "options": options}
    assert "longest-key" not in found_in(question)
    assert "longest-key" in found_in({**question, "options": [*options, {"text": "`print(map)`"}]})
