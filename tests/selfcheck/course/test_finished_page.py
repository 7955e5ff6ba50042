"""What a course knows of a finished page: addresses from the site's root, sections, minutes."""

from __future__ import annotations

import pytest

from selfcheck.course.finished_page import course_questions, minutes_of, rooted


@pytest.mark.parametrize(
    ("address", "written", "moved"),
    [
        ("lessons/skip/", "../../pictures/a.png", "{root}pictures/a.png"),
        ("lessons/skip.html", "other.html#part", "{root}lessons/other.html#part"),
        ("lessons/skip/", "#part", "{root}lessons/skip/#part"),
        ("", "lessons/skip/", "{root}lessons/skip/"),
        ("lessons/skip/", "../..", "{root}"),
        ("a/", "b/?x=1&amp;y=2", "{root}a/b/?x=1&amp;y=2"),
        ("a/", "https://example.org/b", "https://example.org/b"),
        ("a/", "mailto:me@example.org", "mailto:me@example.org"),
        ("a/", "/b", "/b"),
    ],
)
def test_addresses_of_a_block_are_written_from_the_root(address: str, written: str, moved: str) -> None:
    assert rooted(f'<a class="x" href="{written}">href="y"</a>', address) == (
        f'<a class="x" href="{moved}">href="y"</a>'
    )


def test_a_part_of_a_drawing_still_refers_to_another() -> None:
    assert rooted('<svg><use href="#arrow"/></svg>', "a/") == '<svg><use href="#arrow"/></svg>'


def test_a_question_has_its_objective_and_the_address_of_its_section() -> None:
    block = (
        '<self-check data-fingerprint="0123abcd" data-type="cloze" id="check-one">'
        '<p class="self-check__section"><a href="../b/#part">Read</a></p></self-check>'
    )
    (question,) = course_questions(block, "a/", {"one": "Count", "other": "Add"})
    assert (question.objective, question.section) == ("Count", "b/#part")


def test_objectives_of_questions_that_are_not_open_are_left_out() -> None:
    assert course_questions("<p>Encrypted</p>", "a/", {"one": "Count"}) == ()


@pytest.mark.parametrize(
    ("content", "minutes"),
    [("", 1), ("<p>word</p> " * 200, 1), ("<p>word</p> " * 201, 2), ("字" * 801, 3)],
)
def test_minutes_follow_from_the_number_of_words(content: str, minutes: int) -> None:
    assert minutes_of(content) == minutes
