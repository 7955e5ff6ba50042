"""Entries of a list that say the same, and entries that differ in what little counts."""

from __future__ import annotations

import pytest

from selfcheck.checks.twins import twins


def are_twins(one: str, other: str) -> bool:
    parts = {"options": [{"text": one}, {"text": other}]}
    return bool(list(twins(parts, "options", "text", "option", "options")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the stride", "The  stride"),
        ("Stride", "stride"),
        ("`x`", "`x`"),
        ("AA", "AA"),
        ("A row", "a row"),
        ("Größe", "größe"),
        ("caf\u00e9", "cafe\u0301"),
        ("a stride", "a\u200b stride"),
        ("&lt;", "<"),
        ("&#60;", "&#x3C;"),
        ("a&nbsp;stride", "a stride"),
    ],
)
def test_spaces_and_the_capital_of_a_word_make_no_difference(one: str, other: str) -> None:
    assert are_twins(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AA", "Aa"),
        ("aa", "Aa"),
        ("Aa × aa", "aa × aa"),
        ("`True`", "`true`"),
        ("$P(a)$", "$p(a)$"),
        ("5 mW", "5 MW"),
        ("5 mHz", "5 MHz"),
        ("NULL", "null"),
        ("\U0001f469\u200d\U0001f469", "\U0001f469\U0001f469"),
        ("`&lt;`", "`<`"),
        ("$a &lt; b$", "$a < b$"),
        ("&lt", "<"),
        ("&none;", "none;"),
    ],
)
def test_capitals_of_code_formulas_and_symbols_tell_options_apart(one: str, other: str) -> None:
    assert not are_twins(one, other)


def test_entities_in_plain_text_are_what_they_look_like() -> None:
    parts = {"regions": [{"name": "&lt;"}, {"name": "<"}]}
    assert list(twins(parts, "regions", "name", "region", "regions", is_plain=True)) == []
