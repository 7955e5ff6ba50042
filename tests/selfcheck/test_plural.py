"""The forms of number: those of each language, those of a word, and which one a script or a template says."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from markupsafe import escape

from selfcheck.frame.assets import assets
from selfcheck.frame.forms import Forms, NumberMissing, changed
from selfcheck.frame.said import words_in
from selfcheck.frame.words import WordsUnusable, languages, words
from selfcheck.pages import plural
from selfcheck.pages.plural import FORMS, form_of, forms_of
from selfcheck.question_types import TypeFolderError, discover
from tests.selfcheck.sites import draw

NUMBERS = (
    "0",
    "0.5",
    "1",
    "1.0",
    "1.5",
    "2",
    "3",
    "7",
    "10",
    "11",
    "12",
    "99",
    "100",
    "101",
    "103",
    "1000000",
)


@pytest.mark.parametrize("language", [*languages(), "pt-PT"])
def test_each_language_has_the_forms_that_babel_knows(language: str) -> None:
    rule = Locale.parse(language, sep="-").plural_form
    assert set(forms_of(language)) == {*rule.rules, "other"}
    assert {each: form_of(language, each) for each in NUMBERS} == {
        each: rule(Decimal(each)) for each in NUMBERS
    }


def test_a_language_that_no_interface_speaks_has_the_forms_of_babel() -> None:
    assert forms_of("pl") == ("one", "few", "many", "other")
    assert [form_of("pl", number) for number in (1, 2, 5, 22)] == ["one", "few", "many", "few"]


@pytest.mark.parametrize("written", ["nan", "inf", "-Infinity", "sNaN", "three"])
def test_what_is_no_number_takes_the_form_other(written: str) -> None:
    assert {form_of(language, written) for language in languages()} == {"other"}


def test_a_language_that_nobody_knows_has_no_forms() -> None:
    assert forms_of("xx") == ()


@pytest.fixture
def without_babel(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "babel", None)
    plural._rules.cache_clear()
    yield
    plural._rules.cache_clear()


@pytest.mark.usefixtures("without_babel")
def test_without_babel_only_the_languages_of_the_interface_have_forms() -> None:
    assert [language for language in languages() if not forms_of(language)] == []
    assert forms_of("ar") == FORMS
    assert forms_of("pl") == ()


def test_the_order_of_the_forms_is_that_of_cldr() -> None:
    assert forms_of("ar") == ("zero", "one", "two", "few", "many", "other") == FORMS


PIXELS = Forms.of("en", "count", {"one": "{count} pixel", "other": "{count} pixels"})


def test_a_word_takes_the_form_of_its_number() -> None:
    assert [PIXELS.format(count=number) for number in (0, 1, 2)] == ["0 pixels", "1 pixel", "2 pixels"]


def test_a_form_that_the_words_lack_is_the_other() -> None:
    word = Forms.of("ar", "count", {"one": "one", "other": "many"})
    assert [word.format(count=number) for number in (1, 2)] == ["one", "many"]


def test_a_change_reaches_every_form_of_a_word() -> None:
    bold = changed(PIXELS, lambda text: f"<{text}>")
    assert [changed(bold, escape).format(count=number) for number in (1, 2)] == [
        "&lt;1 pixel&gt;",
        "&lt;2 pixels&gt;",
    ]


def test_a_template_that_says_such_a_word_without_a_number_is_refused() -> None:
    with pytest.raises(NumberMissing, match=r"write \.format\(count=…\)"):
        escape(PIXELS)
    with pytest.raises(NumberMissing, match=r"is said without \{count\}"):
        PIXELS.format(total=1)


@pytest.mark.parametrize(
    ("script", "gives"),
    [
        ("fill(words.found, { count })", True),
        ("fill(words.found, { total, count: 3 })", True),
        ("this.fill(right ? words.found : words.none, { count })", True),
        ("fill((words.found), counts)", True),
        ("fill(words[`found_${kind}`], { ...counts })", True),
        ("fill(words.found, { total })", False),
        ("fill(words.found)", False),
        ("fill(text, { said: words.found, count })", False),
        ("label(words.found, { count })", False),
        ("fill(tell(words.found), { count })", False),
        ("[words.found, words.none]", False),
        ("refill(words.found, { count })", False),
    ],
)
def test_a_script_gives_a_number_by_fill_alone(script: str, gives: bool) -> None:
    assert next(words_in(script)).gives("count") is gives


def own_type(folder: Path, script: str, **files: str) -> tuple[Path, ...]:
    """A folder with one type, whose script says what is given, and its words by language."""
    kind = Path(__file__).parent / "own_types/estimate"
    said = {f"kinds/estimate/words/{name}.yml": text for name, text in files.items()}
    own = {
        f"kinds/estimate/{each.name}": each.read_text("utf-8") for each in kind.iterdir() if each.is_file()
    }
    behaviour = f"const words = {{/* words */}};\n{script}\n"
    draw(folder, {**own, "kinds/estimate/behaviour.js": behaviour, **said})
    return (folder / "kinds",)


def test_a_word_with_forms_reaches_the_script_with_its_language_and_its_number(tmp_path: Path) -> None:
    written = "your_estimate: E\nfound: {one: '{n} <b>', other: '{n} bs'}\n"
    folders = own_type(tmp_path, "fill(words.found, { n });", en=written)
    (script,) = assets(words("de", folders)).types["estimate"]
    assert '{"found":{"lang":"en","by":"n","one":"{n} <b>","other":"{n} bs"}}' in script.content


def test_a_script_that_says_it_without_a_number_stops_the_build_of_the_assets(tmp_path: Path) -> None:
    written = "your_estimate: E\nfound: {one: '{n} b', other: '{n} bs'}\n"
    folders = own_type(tmp_path, "say(words.found);", en=written)
    with pytest.raises(WordsUnusable) as refused:
        assets(words("en", folders))
    assert str(refused.value) == (
        f'{tmp_path}/kinds/estimate/behaviour.js: "found" has forms of number and is said without one; '
        "say it by fill(words.found, { n }), with the number under this name"
    )


@pytest.mark.parametrize(
    ("language", "written", "told"),
    [
        (
            "en",
            "few: a\n  other: b",
            '2:3: the language "en" has no form "few"; remove it; there are: one, other',
        ),
        ("ja", "one: a\n  other: b", '2:3: the language "ja" has no form "one"; remove it; there are: other'),
        ("en", "ones: a\n  other: '{n}'", '2:3: "ones" is no form of number; did you mean "one"?'),
        ("en", "one: '{n}'", '2:3: "other" is missing; add `other:`, which every number has'),
        ("en", "one: [a]\n  other: '{n}'", '2:8: "one" is no text; write the words behind the name'),
        ("en", "one:\n  other: '{n}'", '2:7: "one" says nothing; write the words behind the name, or ""'),
        (
            "en",
            "{one: a, or none, other: '{n}'}",
            '2:12: "or none" has no value; inside {…} a comma ends a value: put quotes round a text',
        ),
        (
            "en",
            "one: a\n  other: b",
            "2:3: the words do not say which number decides between them; add `by:`",
        ),
        ("ar", "one: a\n  other: '{n} {m}'", "2:3: the words do not say which number decides between them"),
    ],
)
def test_what_is_wrong_with_forms_is_told_at_its_place(
    tmp_path: Path, language: str, written: str, told: str
) -> None:
    words_of = {"en": "your_estimate: E\n"} | {language: f"found:\n  {written}\n"}
    folders = own_type(tmp_path, "", **words_of)
    with pytest.raises((WordsUnusable, TypeFolderError)) as refused:
        words(language, folders)
    assert f"words/{language}.yml:{told}" in str(refused.value)


def test_the_number_that_decides_may_be_named(tmp_path: Path) -> None:
    written = "your_estimate: E\nfound: {by: total, one: '{n} of one', other: '{n} of {total}'}\n"
    found = words("en", own_type(tmp_path, "", en=written)).types["estimate"]["found"]
    assert [found.format(n=1, total=total) for total in (1, 2)] == ["1 of one", "1 of 2"]


def test_every_type_of_ours_says_its_words_with_their_numbers() -> None:
    for language in languages():
        assert assets(words(language)).types.keys() == discover().keys()
