"""Options that their author has numbered: the numbers are kept, seen once, and never shuffled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import Markdown

from selfcheck.extension import SelfCheckExtension
from selfcheck.lint.linter import findings
from selfcheck.lint.question import Question
from selfcheck.option_labels import OptionLabels, are_labelled, shown_option
from selfcheck.quiz_text import read_quiz
from selfcheck.site import Site
from tests.selfcheck.faulty import problems

STATEMENTS = """\
questions:
  - id: statements
    type: multiple-response
    stem: Which of the statements 1 to 3 hold?
    options:
      - text: "1. A stride of 2 halves both sides."
        correct: true
      - text: "2. A stride adds weights."
      - text: "3. A stride widens what later layers see."
        correct: true
    explanation: Statements 1 and 3 hold, because a stride skips places.
"""


@pytest.mark.parametrize(
    ("texts", "kind", "names", "written"),
    [
        (("1. a", "2. b"), "1", "1 2", 2),
        (("1) a", "2) b", "3) c"), "1", "1 2 3", 3),
        (("(1) a", "(2) b"), "1", "1 2", 2),
        (("**1.** a", "**2.** b"), "1", "1 2", 2),
        (("A. a", "B. b"), "A", "A B", 2),
        (("a) a", "b) b"), "a", "a b", 2),
        (("I. a", "II. b", "III. c", "IV. d"), "I", "I II III IV", 4),
        (("i. a", "ii. b"), "i", "i ii", 2),
        (("1", "2", "3"), "1", "1 2 3", 3),
        (("A", "B"), "A", "A B", 2),
        (("1. a", "2. b", "none of them"), "1", "1 2 3", 2),
        (("one", "two"), "A", "A B", 0),
        (("1", "2", "4"), "A", "A B C", 0),
        (("1", "2", "more"), "A", "A B C", 0),
        (("2. a", "1. b"), "A", "A B", 0),
        (("1. a", "2. b", "5. c"), "A", "A B C", 0),
        (("1. a", "b"), "A", "A B", 0),
        (("1.5", "2.5"), "A", "A B", 0),
        (("3 × 3", "5 × 5"), "A", "A B", 0),
    ],
)
def test_options_are_called_by_their_own_numbers_where_these_stand_in_order(
    texts: tuple[str, ...], kind: str, names: str, written: int
) -> None:
    assert OptionLabels.of(texts) == OptionLabels(kind, tuple(names.split()), written)


def test_letters_and_roman_numerals_count_on_as_lists_in_html_do() -> None:
    names = OptionLabels.of(["one"] * 30).names
    assert names[24:29] == ("Y", "Z", "AA", "AB", "AC")
    assert OptionLabels.of(["i. a", "ii. b", *["more"] * 40]).names[28:42] == (
        *("xxix", "xxx", "xxxi", "xxxii", "xxxiii", "xxxiv", "xxxv"),
        *("xxxvi", "xxxvii", "xxxviii", "xxxix", "xl", "xli", "xlii"),
    )


def test_where_options_are_shuffled_they_have_letters() -> None:
    assert OptionLabels.of(("1", "2"), shuffled=True) == OptionLabels("A", ("A", "B"))


@pytest.mark.parametrize(
    "text",
    [
        "1. a stride",
        "7. a stride",
        "12) a stride",
        "IV. a stride",
        "a) a stride",
        "(2) a stride",
        "3. [a](b.md)",
    ],
)
@pytest.mark.parametrize("extensions", [[], ["sane_lists"], ["pymdownx.fancylists"]])
def test_a_number_is_seen_as_it_was_written(text: str, extensions: list[str]) -> None:
    html = Markdown(extensions=extensions).convert(shown_option(text))
    assert "<li>" not in html
    assert re.sub("<[^>]+>", "", html).startswith(text.partition("[")[0])


@pytest.mark.parametrize(
    "text", ["1. first\n2. second", "a stride", "1.5 pixels", "e.g. a stride", "- a\n- b"]
)
def test_a_list_and_any_other_text_stay_what_they_are(text: str) -> None:
    assert shown_option(text) == text


def test_what_belongs_to_a_numbered_option_stays_with_it() -> None:
    assert shown_option("1. a:\n\n        code\n\n    more") == "1\\. a:\n\n    code\n\nmore"


def block(root: Path, text: str, fence: str = "quiz") -> str:
    (root / "quizzes").mkdir()
    (root / "quizzes/quiz.yml").write_text(text, "utf-8")
    return Markdown(extensions=[SelfCheckExtension(Site(root, cache=""))]).convert(f"```quiz\n{fence}\n```")


def test_numbers_are_seen_once_and_key_and_reasons_call_options_by_them(tmp_path: Path) -> None:
    html = block(tmp_path, STATEMENTS)
    labels = re.findall(r'<b class="self-check__letter"[^>]*>(.*?)</b><span>(.*?)</span>', html)
    assert labels == [
        ("", "1. A stride of 2 halves both sides."),
        ("", "2. A stride adds weights."),
        ("", "3. A stride widens what later layers see."),
    ]
    (key,) = re.findall(r'<p class="self-check__key">(.*?)</p>', html)
    assert " ".join(re.sub("<[^>]+>", "", key).split()) == "The answer: 1, 3"
    assert '<ol class="self-check__reasons" type="1">' in html


def test_an_option_below_the_numbered_ones_is_counted_on(tmp_path: Path) -> None:
    html = block(tmp_path, STATEMENTS.replace("3. A stride widens", "A stride widens"))
    assert re.findall(r'<b class="self-check__letter"[^>]*>(.*?)</b>', html) == ["", "", "3"]


def test_numbers_alone_are_seen_once_on_a_sheet_too(tmp_path: Path) -> None:
    text = re.sub(r'"(\d)\. [^"]*"', r'"\1"', STATEMENTS).replace("multiple-response", "single-choice", 1)
    text = text.replace("        correct: true\n", "", 1)
    html = block(tmp_path, text, "quiz: quiz\nas: answer-key")
    assert re.findall(r'<b class="self-check__letter"[^>]*>(.*?)</b>', html) == ["", "", ""]
    assert re.findall(r"</b><span>(\d)</span>", html) == ["1", "2", "3"]
    assert "The answer:</span> 3</p>" in html


@pytest.mark.parametrize("kind", ["multiple-response", "single-choice"])
def test_numbered_options_are_not_shuffled(kind: str) -> None:
    text = STATEMENTS.replace("multiple-response", kind)
    if kind == "single-choice":
        text = text.replace("        correct: true\n", "", 1)
    shuffled = text.replace("    options:", "    shuffle: true\n    options:")
    assert problems(text) == []
    told = "the options begin with their numbers, and would be shuffled against them"
    assert [each for each in problems(shuffled) if "shuffled against" in each] == [
        f"5:14: statements: {told}; remove `shuffle`, or the numbers"
    ]


def test_calling_an_option_by_its_own_number_is_no_flaw() -> None:
    def flaws(text: str) -> set[str]:
        (entry,) = read_quiz("quiz", "quiz.yml", text).entries
        return {rule.name for rule, _ in findings(Question(entry.item))}

    called = STATEMENTS.replace("Statements 1 and 3 hold", "Option 2 fails, and 1 and 3 hold")
    assert "option-by-letter" not in flaws(called)
    unnumbered = re.sub(r'"\d\. ', '"', called).replace("the statements 1 to 3", "these").replace("of 2 ", "")
    assert "option-by-letter" in flaws(unnumbered)


@pytest.mark.parametrize(
    ("texts", "kinds", "expected"),
    [
        (("1. load", "2. scale"), "1", True),
        (("A) load", "B) scale", "predict"), "1AaIi", True),
        (("(A) the blue curve", "(B) the red one"), "1", False),
        (("(1)", "(2)", "(3)"), "1AaIi", False),  # places in a picture
        (("B) load", "A) scale"), "1AaIi", False),
        (("3×3 convolution", "5×5 convolution"), "1AaIi", False),
    ],
)
def test_texts_are_labelled_where_labels_in_order_stand_before_them(
    texts: tuple[str, ...], kinds: str, expected: bool
) -> None:
    assert are_labelled(texts, kinds) is expected
