"""Typed texts and patterns, as far as the build judges them."""

from __future__ import annotations

import pytest

from selfcheck.typed import pattern as patterns
from selfcheck.typed.spelling import normalize, plain


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
def test_what_only_looks_different_is_the_same(typed: str) -> None:
    assert normalize(typed) == "max-pool"


def test_spaces_within_a_text_stay_as_one() -> None:
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
def test_each_thing_to_ignore_makes_its_own_pairs_the_same(one: str, other: str, needed: str) -> None:
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
    ],
)
def test_a_pattern_covers_a_text_whole_and_knows_ascii_sets(pattern: str, text: str, covers: bool) -> None:
    assert patterns.complaint_about(pattern) is None
    assert patterns.matches(pattern, text, []) == covers


def test_a_pattern_minds_capitals_unless_they_are_ignored() -> None:
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
def test_what_could_be_slow_or_read_in_two_ways_is_refused(pattern: str) -> None:
    assert patterns.complaint_about(pattern) is not None


@pytest.mark.parametrize(
    "pattern", ["[]", "[^]", "]", "{", "a{2", "(", ")", "|*", r"\p{L}", r"\-", "[a&&b]", "[[a]", "\\"]
)
def test_what_is_no_pattern_is_refused_and_raises_nothing(pattern: str) -> None:
    assert patterns.complaint_about(pattern) is not None
