"""The words that a site says in place of ours, by its option `words`."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from selfcheck.cli import main
from selfcheck.configuration import site_of
from selfcheck.errors import ProblemsFound
from selfcheck.frame.words import words
from selfcheck.options import Options, values_of
from selfcheck.pages.path import path_from
from selfcheck.question_types import discover
from selfcheck.site import Site
from selfcheck.toml_places import key_places
from tests.selfcheck.sites import Outcome, build, draw

QUESTION = """
questions:
  - id: how-many
    type: numeric
    stem: How many?
    answer: 3
    explanation: Three.
"""

GIVEN = """
      words:
        check: Verify
        left: {one: "One to go", other: "{count} to go"}
        numeric: {your_answer: Your number}
        de: {check: Auswerten, numeric: {your_answer: Deine Zahl}}
"""


def site_with(folder: Path, given: str, language: str = "en", kind: str = "plugins") -> Path:
    """A site with a page in English and one in German, and options below its plugin or extension."""
    configuration = (
        f"site_name: T\ntheme: {{name: mkdocs, locale: {language}}}\n{kind}:\n  - selfcheck:{given}"
    )
    page = "# Test\n\n```quiz\nown\n```\n"
    files = {
        "quizzes/own.yml": QUESTION,
        "docs/index.md": page,
        "docs/de.md": f"---\nlanguage: de\n---\n{page}",
    }
    return draw(folder, {"mkdocs.yml": configuration, **files})


def built(site: Path) -> Outcome:
    outcome = build(site)
    assert outcome.exit_code == 0, outcome.said
    return outcome


def script_of(folder: Path, language: str) -> str:
    """The frame's script in one language."""
    scripts = [file.read_text("utf-8") for file in (folder / "assets/selfcheck").glob("frame.*.js")]
    return next(each for each in scripts if f'SelfCheck.speak("{language}"' in each)


def test_a_site_says_its_own_words_on_every_page_in_their_language(tmp_path: Path) -> None:
    built(site_with(tmp_path, GIVEN))
    home = (tmp_path / "site/index.html").read_text("utf-8")
    german = (tmp_path / "site/de/index.html").read_text("utf-8")
    assert ">Your number</label>" in home
    assert ">Deine Zahl</label>" in german
    assert '"check":"Verify"' in script_of(tmp_path / "site", "en")
    assert '"check":"Auswerten"' in script_of(tmp_path / "site", "de")


def test_words_below_no_language_are_in_that_of_the_site(tmp_path: Path) -> None:
    built(site_with(tmp_path, "\n      words: {check: Auswerten}\n", language="de"))
    assert '"check":"Auswerten"' in script_of(tmp_path / "site", "de")
    site = site_of(tmp_path / "mkdocs.yml")
    assert site.equipment.words_for("en").frame["check"] == words("en").frame["check"]


@pytest.mark.parametrize("tag", ["de", "DE", "de-AT", "de_at"])
def test_a_language_may_be_named_by_its_tag_in_any_spelling(tmp_path: Path, tag: str) -> None:
    said = GIVEN.replace("de:", f"{tag}:")
    site = site_of(site_with(tmp_path, said) / "mkdocs.yml")
    german = site.equipment.words_for("de")
    assert (german.frame["check"], german.types["numeric"]["your_answer"]) == ("Auswerten", "Deine Zahl")


def test_a_type_of_the_site_may_be_called_as_a_language(tmp_path: Path) -> None:
    shutil.copytree(discover()["numeric"].folder, tmp_path / "types/es_ca")
    for file in (tmp_path / "types/es_ca").rglob("*"):
        if file.suffix in {".py", ".js", ".yml"}:
            file.write_text(file.read_text("utf-8").replace('"numeric"', '"es-ca"'), "utf-8")
    given = "\n      types: [types]\n      words: {es-ca: {your_answer: Your number}}\n"
    site = site_of(site_with(tmp_path, given) / "mkdocs.yml")
    assert list(site.equipment.complaints()) == []
    assert site.equipment.words_for("en").types["es-ca"]["your_answer"] == "Your number"


def test_a_site_may_give_forms_of_number_to_a_word(tmp_path: Path) -> None:
    site = site_of(site_with(tmp_path, GIVEN) / "mkdocs.yml")
    left = site.equipment.words_for("en").frame["left"]
    assert [left.format(count=number) for number in (1, 2)] == ["One to go", "2 to go"]


def test_the_command_writes_the_words_into_the_scripts(tmp_path: Path) -> None:
    site = site_with(tmp_path, GIVEN, kind="markdown_extensions")
    option = ["--config-file", str(site / "mkdocs.yml")]
    written = CliRunner().invoke(main, ["assets", str(tmp_path / "out"), *option])
    assert written.exit_code == 0, written.output
    assert '"check":"Verify"' in script_of(tmp_path / "out", "en")


def test_zensical_says_them_in_toml(tmp_path: Path) -> None:
    text = (
        '[project]\nsite_name = "T"\n[project.markdown_extensions.selfcheck]\nquizzes = ["quizzes"]\n'
        '[project.markdown_extensions.selfcheck.words]\ncheck = "Verify"\nnumeric = { your_answer = "N" }\n'
    )
    draw(tmp_path, {"zensical.toml": text})
    said = site_of(tmp_path / "zensical.toml").equipment.words_for("en")
    assert (said.frame["check"], said.types["numeric"]["your_answer"]) == ("Verify", "N")


def test_a_site_with_words_can_be_compared_and_kept() -> None:
    first, second = (Site(Path(), **values_of(Options, {"words": {"check": "Verify"}})) for _ in range(2))
    assert (first, hash(first)) == (second, hash(second))


WRONG = [
    ("{chek: x}", '9: there is no word "chek"; did you mean "check"?'),
    ("{numerc: {empty: x}}", '9: there is no word "numerc"; did you mean "numeric"?'),
    ("{numeric: {emty: x}}", '19: there is no word "emty"; did you mean "empty"?'),
    ("{fr: {chek: x}}", '14: there is no word "chek"; did you mean "check"?'),
    ("{numeric: x}", '9: the words of a type are a mapping, not the text "x"; write names'),
    ("{de: x}", '9: the words of a language are a mapping, not the text "x"; write names'),
    ("{eo: {check: x}}", '9: there are no words in the language "eo"; words come in ar, de, en, es, fr'),
    ("{la: {check: x}}", '9: there are no words in the language "la"; words come in ar, de, en, es, fr'),
    ("{zh_TW: {check: x}}", '9: there are no words in the language "zh_TW"; words come in ar, de'),
    ("{DE: {chek: x}}", '14: there is no word "chek"; did you mean "check"?'),
    ("{DE: x}", '9: the words of a language are a mapping, not the text "x"; write names'),
    (
        "{de: {check: x}, de-AT: {label: y}}",
        '25: "de-AT" and "de" are the same language to the words; write all words below one of them',
    ),
    ("{left: '{cuont} left'}", '9: nothing is put into "{cuont}" here; did you mean "count"?'),
    ("{check: 'Check {count}'}", '9: nothing is put into "{count}" here; leave it out'),
    ("{left: '{count} {left'}", "9: a brace stands alone; put a name between two of them"),
    ("{check: {one: a, other: b}}", '9: "check" is said without a number; write one text instead'),
    ("{check: {one: a, other: b, by: c}}", '9: "check" is said without a number; write one text instead'),
    ("{left: {one: a, other: b, by: c}}", '34: no number is called "c" here; valid: count'),
    ("{left: {few: a, other: '{count}'}}", '16: the language "en" has no form "few"; remove it'),
    ("{left: {one: a}}", '9: "other" is missing; add `other:`'),
    ("{decimal: ';'}", '9: ";" is no sign before decimals; write "." or ","'),
    ("{numeric: {decimal: ','}}", '19: there is no word "decimal"; valid: '),
    ("{check: yes}", "9: the option `words.check` is read as true; put quotes round it"),
    ("{check: }", "9: the option `words.check` is read as nothing; write a text there"),
    ("{check: ''}", '9: "check" says nothing; write the words behind the name, or leave it out'),
    ('{check: " "}', '9: "check" says nothing; write the words behind the name, or leave it out'),
    ("{de: {check: ''}}", '14: "check" says nothing; write the words behind the name'),
    ('{numeric: {your_answer: "\\u200b"}}', '19: "your_answer" says nothing; write the words'),
    ("{left: {one: '', other: '{count} left'}}", '16: "one" says nothing; write the words behind the name'),
    ("{decimal: ''}", '9: "decimal" says nothing; write the words behind the name, or leave it out'),
    ("[check]", "1: the option `words` is a mapping, not a list; write names with their texts below it"),
]


@pytest.mark.parametrize(("given", "told"), WRONG)
def test_what_is_wrong_is_told_at_its_line_and_column(tmp_path: Path, given: str, told: str) -> None:
    site = site_with(tmp_path, f"\n      words: {given}\n")
    with pytest.raises(ProblemsFound) as found:
        site_of(site / "mkdocs.yml")
    column, _, said = told.partition(": ")
    place = f"/mkdocs.yml:5:{int(column) + 6}"
    assert f"{place}: {said}" in str(found.value).replace(path_from(Path.cwd(), tmp_path), "")


def test_every_mistake_is_told_at_once_and_stops_a_build(tmp_path: Path) -> None:
    outcome = build(site_with(tmp_path, "\n      words: {chek: x, numeric: {emty: y}}\n"))
    assert outcome.exit_code == 1
    assert re.findall(r'no word "(\w+)"', outcome.said) == ["chek", "emty"]
    assert "Traceback" not in outcome.said


def test_a_mistake_is_told_at_its_line_in_toml(tmp_path: Path) -> None:
    head = '[project]\nsite_name = "T"\n[project.markdown_extensions.selfcheck'
    for text, place in [
        (f'{head}]\nwords.chek = "x"\n', "4:7"),
        (f'{head}]\nwords = {{ check = "y", chek = "x" }}\n', "4:24"),
        (f'{head}.words]\n# chek\nchek = "x"\n', "5:1"),
        (f'{head}.words.fr]\n"chek" = "x"\n', "4:1"),
    ]:
        draw(tmp_path, {"zensical.toml": text})
        with pytest.raises(ProblemsFound) as found:
            site_of(tmp_path / "zensical.toml")
        assert f'zensical.toml:{place}: there is no word "chek"; did you mean "check"?' in str(found.value)


TOML = '''a = 1
b.c = [1, { x = 2 }, # no
  "e = 3"]
[t."u v"]
d = { e = "}", f.g = 'h' }
m = """
n = 1
"""
[[list]]
k = 1.5
o = 2
'''


def test_the_keys_of_toml_are_found_where_they_stand() -> None:
    tomllib.loads(TOML)
    assert [(".".join(key), *place) for key, place in key_places(TOML)] == [
        ("a", 1, 1),
        ("b", 2, 1),
        ("b.c", 2, 3),
        ("t", 4, 2),
        ("t.u v", 4, 4),
        ("t.u v.d", 5, 1),
        ("t.u v.d.e", 5, 7),
        ("t.u v.d.f", 5, 16),
        ("t.u v.d.f.g", 5, 18),
        ("t.u v.m", 6, 1),
        ("list", 9, 3),
        ("list.k", 10, 1),
        ("list.o", 11, 1),
    ]
