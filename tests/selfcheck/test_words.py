"""The interface words: which languages there are, what they lack, and which a page gets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selfcheck.question_types import discover
from selfcheck.words import FRAME, languages, words
from tests.selfcheck.contract import COMPLETE, gaps_in_words, interface_words

KNOWN_GAPS = Path(__file__).parent / "known_gaps_in_words.txt"
FOLDERS = {"frame": FRAME, **{name: kind.folder for name, kind in discover().items()}}
OTHERS = sorted(set(languages()) - set(COMPLETE))


def test_what_a_language_lacks_is_known() -> None:
    lacking = {
        f"{name}: {gap}"
        for name, folder in FOLDERS.items()
        for language in OTHERS
        for gap in gaps_in_words(folder, language)
    }
    lines = KNOWN_GAPS.read_text("utf-8").splitlines()
    known = {line for line in lines if line and not line.startswith("#")}
    assert sorted(lacking - known) == [], "say these, or let English stand in and list them"
    assert sorted(known - lacking) == [], "these have come: take them off the list"


def test_a_gap_is_a_word_too_few_too_many_or_with_other_placeholders(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    for language, text in {
        "en": "a: A\nb: '{count} B'\nc: C\n",
        "de": "a: A\nb: '{count} B'\nc: C\n",
        "fr": "a: A\nb: '{number} B'\nd: D\n",
    }.items():
        (tmp_path / "words" / f"{language}.yml").write_text(text, "utf-8")
    assert list(gaps_in_words(tmp_path, "fr")) == [
        'words/fr.yml lacks "c"',
        'words/fr.yml: the placeholders of "b" differ',
        'words/fr.yml has "d", which nothing says',
    ]
    assert len(list(gaps_in_words(tmp_path, "es"))) == 3


@pytest.mark.parametrize("language", languages())
def test_a_language_has_words_of_its_own(language: str) -> None:
    everyone = [interface_words(FRAME, each)["verdict_wrong"] for each in languages()]
    assert everyone.count(words(language).frame["verdict_wrong"]) == 1


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        *[(language, language) for language in ("en", "de", "fr", "es", "pt", "zh", "ja", "ar")],
        ("pt-BR", "pt"),
        ("pt_BR", "pt"),
        ("de-AT", "de"),
        ("zh_CN", "zh"),
        ("zh-Hans", "zh"),
        ("zh-Hans-HK", "zh"),
        # Traditional characters are another script.
        ("zh-TW", "en"),
        ("zh_TW", "en"),
        ("zh-Hant", "en"),
        ("sw", "en"),
        ("", "en"),
    ],
)
def test_a_page_gets_the_words_of_its_language(wanted: str, given: str) -> None:
    assert words(wanted).language == given


def test_arabic_alone_runs_from_the_right() -> None:
    assert {each: words(each).direction for each in languages()} == {
        each: "rtl" if each == "ar" else "ltr" for each in languages()
    }


def test_the_guide_lists_every_language_with_its_decimal_sign() -> None:
    signs = {".": "point", ",": "comma"}
    guide = (Path(__file__).parents[2] / "docs/authoring/options.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w\w)` \| .+ \| (point|comma) \|$", guide, flags=re.MULTILINE)
    spoken = {each: words(each).types.values() for each in languages()}
    decimals = {each: {own["decimal"] for own in types if "decimal" in own} for each, types in spoken.items()}
    assert rows == [(each, signs[sign]) for each in languages() for sign in decimals[each]]
