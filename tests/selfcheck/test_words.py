"""The interface words: languages, missing words, and the language of a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selfcheck.frame.words import FRAME, languages, words
from selfcheck.question_types import discover
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.contract import COMPLETE, KNOWN_GAPS, gaps_in_words, interface_words, known_gaps
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import build_apart, draw

FOLDERS = {"frame": FRAME, **{name: kind.folder for name, kind in discover().items()}}
OTHERS = sorted(set(languages()) - set(COMPLETE))


@pytest.mark.parametrize("name", FOLDERS)
def test_the_missing_words_of_each_language_are_listed(name: str) -> None:
    lacking = [gap for language in OTHERS for gap in gaps_in_words(FOLDERS[name], language)]
    known = known_gaps(FOLDERS[name])
    file = FOLDERS[name] / KNOWN_GAPS
    assert sorted(set(lacking) - known) == [], f"say these, or let English stand in and list them in {file}"
    assert sorted(known - set(lacking)) == [], f"these have come: take them out of {file}"


def test_missing_and_surplus_words_and_differing_placeholders_are_gaps(tmp_path: Path) -> None:
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


def test_missing_words_are_listed_in_the_folder_of_the_words(tmp_path: Path) -> None:
    assert known_gaps(tmp_path) == set()
    (tmp_path / "words").mkdir()
    (tmp_path / KNOWN_GAPS).write_text('# until someone says it\nwords/fr.yml lacks "c"\n\n', "utf-8")
    assert known_gaps(tmp_path) == {'words/fr.yml lacks "c"'}


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


@pytest.mark.parametrize(("given", "said"), [("deutsch", "deutsch"), ("[de]", "['de']"), ("3", "3")])
def test_a_page_with_questions_tells_of_a_language_that_is_none(
    tmp_path: Path, given: str, said: str
) -> None:
    page = f"---\ntitle: A\nlanguage: {given}\n---\n# A\n"
    draw(tmp_path, {"quizzes/a.yml": quiz_of(sample("a")), "docs/a.md": f"{page}\n```quiz\na\n```\n"})
    draw(tmp_path, {"docs/other.md": page, "docs/german.md": "---\nlanguage: DE_at\n---\n```quiz\na\n```\n"})
    built = build_apart(tmp_path, "--strict")
    assert built.exit_code == 0
    told = f'the page has the language "{said}", which is no language tag; write one, as en or pt-BR'
    assert built.said.count("no language tag") == 1
    assert f"docs/a.md:3: {told} [site]" in built.said


@pytest.mark.parametrize(("language", "sign"), [("en", "."), ("de", ","), ("pt-BR", ","), ("ja", ".")])
def test_a_type_says_the_sign_before_decimals_as_the_frame_does(language: str, sign: str) -> None:
    said = words(language)
    assert said.frame["decimal"] == sign
    assert {own["decimal"] for own in said.types.values() if "decimal" in own} == {sign}
