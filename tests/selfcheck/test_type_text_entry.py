"""Normalization of typed texts, and checks of patterns."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck.typed import pattern as patterns
from selfcheck.typed.spelling import normalize, plain
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.faulty import colon_told, example, problems
from tests.selfcheck.sites import build, draw


@pytest.mark.parametrize(
    "typed",
    [
        "max-pool",
        " max‑pool ",
        "max–pool",
        "ｍａｘ-pool",
        "ma\u200bx-po\u00adol",
        "\u200fmax-pool\u200e",
        "max-pool\t",
    ],
)
def test_texts_that_differ_in_typography_alone_are_equal(typed: str) -> None:
    assert normalize(typed) == "max-pool"


@pytest.mark.parametrize("typed", ["5\" 3'", "5″ 3′", "5” 3’", "５＂ ３＇", "5″ 3´"])
def test_primes_are_read_as_the_quotes_of_a_keyboard(typed: str) -> None:
    assert normalize(typed) == "5\" 3'"


def test_runs_of_spaces_become_one_space() -> None:
    assert normalize("a \u00a0\u3000b\x00c\n\nd") == "a b c d"


@pytest.mark.parametrize(
    ("one", "other", "needed"),
    [
        ("ReLU", "relu", "case"),
        ("STRASSE", "straße", "case"),
        ("max pooling", "maxpooling", "space"),
        ("(1, 2)", "(1,2)", "space"),
        ("x.shape", "xshape", "punctuation"),
        ("déjà vu", "deja vu", "accents"),
    ],
)
def test_ignoring_a_difference_affects_that_difference_only(one: str, other: str, needed: str) -> None:
    for name in ("accents", "case", "punctuation", "space"):
        assert (plain(one, [name]) == plain(other, [name])) == (name == needed), name


def test_punctuation_leaves_no_double_space_behind() -> None:
    assert plain("yes, - no", ["punctuation"]) == plain("yes no", ["punctuation"])


@pytest.mark.parametrize(
    ("pattern", "text", "covers"),
    [
        (r"\d+ px", "12 px", True),
        (r"\d+ px", "٣ px", False),
        (r"\w+", "naïve", False),
        (r"[\w ï]+", "naïve it is", True),
        (r"strides?", "stride 2", False),
        (r"(?:a|b)c{2}", "bcc", True),
        (r"\(8, ?3\)", "(8,3)", True),
        (r".*", "x" * 201, False),
        (r"[-\d./]+", "3-4.5/6", True),
        (r"[\d\-./]+", "3-4.5/6", True),
        (r"[^\w-]", "-", False),
        (r"[a-c-\d]+", "b-3", True),
        (r"[\\\d-]+", "\\3-", True),
    ],
)
def test_a_pattern_matches_a_whole_text_and_its_sets_are_ascii(pattern: str, text: str, covers: bool) -> None:
    assert patterns.complaint_about(pattern) is None
    assert patterns.matches(pattern, text, []) == covers


def test_a_pattern_is_case_sensitive_unless_case_is_ignored() -> None:
    assert not patterns.matches("relu", "ReLU", ["space"])
    assert patterns.matches("relu", "ReLU", ["case"])


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "(a*)*",
        "((ab)?c)*",
        "(a|b)+",
        "(x[ab]{1,3}){2}",
        "a*b*c*d*",
        r"\1",
        "(?=a)",
        "(?P<n>a)",
        "a*?",
        "a++",
    ],
)
def test_slow_and_ambiguous_patterns_are_refused(pattern: str) -> None:
    assert patterns.complaint_about(pattern) is not None


@pytest.mark.parametrize(
    ("pattern", "range_"),
    [
        (r"[\d-./]+", r"\d-."),
        (r"[^\w-a]", r"\w-a"),
        (r"[a\s-z]", r"\s-z"),
        (r"[!-\d]", r"!-\d"),
        (r"a[.-\w]", r".-\w"),
        (r"[\\-\d]", r"\\-\d"),
        (r"[+\--\d]", r"\--\d"),
    ],
)
def test_a_range_of_a_set_is_refused_which_browsers_do_not_read(pattern: str, range_: str) -> None:
    complaint = patterns.complaint_about(pattern)
    assert complaint is not None
    assert complaint.message == f"browsers and Python do not both read {range_} in this place"
    assert complaint.hint == r"put the hyphen first, as in [-\d], or write \-"


@pytest.mark.parametrize(
    "pattern", ["[]", "[^]", "]", "{", "a{2", "(", ")", "|*", r"\p{L}", r"\-", "[a&&b]", "[[a]", "\\"]
)
def test_an_invalid_pattern_is_refused_without_an_exception(pattern: str) -> None:
    assert patterns.complaint_about(pattern) is not None


@pytest.mark.parametrize(
    "fields",
    [
        "answers: [Encoder: halves it]",
        "answers: [a]\nmistakes: [{text: [the encoder: halves it], feedback: no}]",
    ],
)
def test_a_colon_in_an_answer_is_told_as_in_any_text(fields: str) -> None:
    assert colon_told(example("text-entry", fields))


@pytest.mark.parametrize("entry", ["answer: a", "Text: a", "<text>: a", "{Encoder: a, Decoder: b}"])
def test_a_mapping_that_may_be_meant_as_one_is_told_by_its_names(entry: str) -> None:
    question = example("text-entry", "answers:", f"  - {entry}")
    assert any("unknown field" in each for each in problems(quiz_of(question)))


def test_a_question_with_the_id_of_the_field_is_told(tmp_path: Path) -> None:
    relu = example("text-entry", "answers: [a]").replace("id: example", "id: relu")
    files = {
        "quizzes/relu.yml": quiz_of(relu, relu.replace("id: relu", "id: relu-text")),
        "docs/index.md": "# Test\n\n```quiz\nrelu\n```\n",
    }
    line = 2 + relu.count("\n")
    assert build(draw(tmp_path, files)).problems == [
        f'quizzes/relu.yml:{line}:9: relu-text: a part of the question "relu" has this id on a page '
        "that shows both; give one of the two another id"
    ]
