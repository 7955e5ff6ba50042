"""Passages: texts that several questions of a file are about."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from selfcheck.block.searchable import stems_as_text
from selfcheck.checking import Checking, Scope
from selfcheck.quiz import Entry
from selfcheck.quiz_text import read_quiz
from selfcheck.schema import quiz_schema, translations_schema
from selfcheck.site import Site
from tests.selfcheck.faulty import problems
from tests.selfcheck.passages import APART, GERMAN, LAST, PASSAGE, QUIZ, SIDE, TOLD
from tests.selfcheck.sites import build, draw

SETTINGS = """
site_name: Passages
theme: {name: null, custom_dir: theme, language: en}
plugins: [search, selfcheck: {course: true}]
markdown_extensions: [attr_list, tables]
"""
SITE = {
    "mkdocs.yml": SETTINGS,
    "theme/main.html": '<!DOCTYPE html>\n<html lang="en"><body>{{ page.content }}</body></html>\n',
    "quizzes/net.yml": QUIZ,
    "docs/index.md": "# Page\n\n```quiz\nnet\n```\n",
}


def entries(text: str) -> dict[str, Entry]:
    quiz = read_quiz("quiz", "quiz.yml", text)
    assert quiz.problems == ()
    return {entry.id: entry for entry in quiz.entries}


def built(root: Path, changed: Mapping[str, str] | None = None) -> str:
    """The page of the site, once files of it are changed."""
    outcome = build(draw(root, {**SITE, **(changed or {})}))
    assert outcome.exit_code == 0, outcome.said
    return (root / "site/index.html").read_text("utf-8")


def shown(html: str) -> dict[str, str]:
    """How each block has its passage: open, folded, or not at all."""
    forms = {"div": "open", "details": "folded"}
    return {
        block[1]: forms[found[1]]
        if (found := re.search(r'<(\w+) class="self-check__passage"', block[0]))
        else "none"
        for block in re.finditer(r'<self-check (?:[^<>]* )?id="check-([\w-]+)".*?</self-check>', html, re.S)
    }


def page(fence: str) -> str:
    return f"# Page\n\n```quiz\n{fence}\n```\n"


# What an author writes


def test_a_passage_is_written_once_and_belongs_to_each_question_that_names_it() -> None:
    found = entries(QUIZ)
    assert {found[name].item.passage for name in ("side", "weights", "last")} == {
        yaml.safe_load(QUIZ)["passages"]["small-network"].strip("\n")
    }
    assert found["apart"].item.passage is None


NO_VALUE = "has no value; write it behind the colon, or indented below it, or remove the field"
NAMED = "    passage: small-network\n    stem: How"
"""How the first question names it."""


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            QUIZ.replace(NAMED, NAMED.replace("small", "smal")),
            '12:14: side: there is no passage "smal-network" in this file; did you mean "small-network"?',
        ),
        (
            f"questions:\n{SIDE}",
            '4:14: side: there is no passage "small-network" in this file; '
            "write its text under `passages:` at the top of the file, behind a name, and that name here",
        ),
        (
            f"{PASSAGE}questions:\n{APART}",
            '2:3: no question names the passage "small-network"; '
            "write `passage: small-network` in each question about it, or remove it",
        ),
        (f"passages:\n  small-network: '  '\nquestions:\n{SIDE}", f'2:3: "small-network" {NO_VALUE}'),
        (f"passages:\n  small-network: |\n\n   \nquestions:\n{SIDE}", f'2:3: "small-network" {NO_VALUE}'),
        (
            f"passages:\n  small-network: [a, b]\nquestions:\n{SIDE}",
            "2:18: a text is expected, not a list; write the text behind the name, or below it after `|`",
        ),
        (
            f"passages:\n  Small network: Three layers.\nquestions:\n{APART}",
            '2:3: "Small network" is no name: small letters, digits and single hyphens only; '
            "write small-network",
        ),
        (
            f"passages: Three layers.\nquestions:\n{APART}",
            '1:11: names with texts are expected, not "Three layers."; '
            "write `name: |` below the field, and the text below that",
        ),
        (
            f"passages: []\nquestions:\n{APART}",
            "1:11: names with texts are expected, not a list; "
            "write `name: |` below the field, and the text below that",
        ),
        (
            f"passages: {{}}\nquestions:\n{APART}",
            "1:11: names with texts are expected, not nothing; "
            "write `name: |` below the field, and the text below that",
        ),
        (f"passages:\nquestions:\n{APART}", f'1:1: "passages" {NO_VALUE}'),
        (
            QUIZ.replace(NAMED, NAMED.replace("small-network", "[small-network]")),
            "12:14: side: a text is expected, not a list; "
            "write the text behind the field, or below it after `|`",
        ),
        (QUIZ.replace(NAMED, NAMED.replace(" small-network", "")), f'12:5: side: "passage" {NO_VALUE}'),
        (
            QUIZ.replace("  small-network: |\n", "  small-network: |\n\n\n").replace("*three*", "[=n]"),
            "5:5: nothing is computed in a passage, which several questions share: [=n]; "
            "write the number itself, or move the text into the stem",
        ),
        (
            QUIZ.replace("*three* layers", "[=n] layers"),
            "3:5: nothing is computed in a passage, which several questions share: [=n]; "
            "write the number itself, or move the text into the stem",
        ),
    ],
)
def test_what_is_wrong_with_passages_is_told_at_its_line(changed: str, told: str) -> None:
    assert problems(changed) == [told]


def test_a_value_that_the_host_computes_may_stand_in_a_passage() -> None:
    found = entries(QUIZ.replace("*three*", "[=net.layers]"))
    assert (found["side"].item.passage or "").startswith("A network of [=net.layers]")


def test_an_editor_knows_passages_as_the_build_does() -> None:
    accepts = jsonschema.Draft202012Validator(quiz_schema()).is_valid

    def as_read(text: str) -> Any:
        return yaml.safe_load(text)

    assert accepts(as_read(QUIZ))
    for wrong in (
        QUIZ.replace("small-network: |", "Small network: |"),
        QUIZ.replace("passage: small-network", "passage: Small network"),
        f"passages: {{}}\nquestions:\n{APART}",
        f"passages: [a]\nquestions:\n{APART}",
    ):
        assert not accepts(as_read(wrong)), wrong
        assert problems(wrong)
    translated = jsonschema.Draft202012Validator(translations_schema()).is_valid
    assert translated(as_read(GERMAN))
    assert not translated(as_read(GERMAN.replace("    stem:", "    passage: x\n    stem:")))


# What readers' answers are kept under


def test_the_fingerprint_covers_the_text_of_a_passage_and_not_its_name() -> None:
    before = {name: entry.item.fingerprint for name, entry in entries(QUIZ).items()}
    renamed = {
        name: entry.item.fingerprint for name, entry in entries(QUIZ.replace("small-network", "net")).items()
    }
    rewritten = {
        name: entry.item.fingerprint for name, entry in entries(QUIZ.replace("*three*", "four")).items()
    }
    assert renamed == before
    assert {name for name in before if rewritten[name] != before[name]} == {"side", "weights", "last"}


# What pages show


def test_it_stands_open_in_the_first_of_blocks_in_a_row_and_folded_in_the_others(tmp_path: Path) -> None:
    html = built(tmp_path)
    assert shown(html) == {"side": "open", "weights": "folded", "apart": "none", "last": "open"}
    assert html.count("Questions 1 to 2") == 2
    described = re.findall(r'aria-describedby="(check-\w+-passage)"', html)
    assert described == ["check-side-passage", "check-weights-passage", "check-last-passage"]
    assert all(html.count(f'id="{name}"') == 1 for name in described)


def test_a_question_that_is_shown_alone_has_it_open(tmp_path: Path) -> None:
    html = built(tmp_path, {"docs/index.md": page("quiz: net\nonly: [weights, apart, side, last]")})
    assert shown(html) == {"weights": "open", "apart": "none", "side": "open", "last": "folded"}


def test_fences_that_follow_each_other_show_it_once(tmp_path: Path) -> None:
    fences = page("quiz: net\nonly: [side]") + "\nText.\n\n" + page("quiz: net\nonly: [weights]")
    assert shown(built(tmp_path, {"docs/index.md": fences})) == {"side": "open", "weights": "folded"}


def test_equal_names_in_two_files_are_two_passages(tmp_path: Path) -> None:
    other = f"passages:\n  small-network: Another.\nquestions:\n{APART}    passage: small-network\n"
    fences = page("quiz: net\nonly: [side]") + page("other")
    changed = {
        "docs/index.md": fences,
        "quizzes/other.yml": other,
        "quizzes/net.yml": QUIZ.replace(APART, ""),
    }
    assert shown(built(tmp_path, changed)) == {"side": "open", "apart": "open"}


def test_sheets_print_it_above_the_first_alone(tmp_path: Path) -> None:
    for kind in ("worksheet", "answer-key"):
        html = built(tmp_path, {"docs/index.md": page(f"quiz: net\nas: {kind}")})
        assert html.count(TOLD) == 2, "above the first two questions, and above the last"
        assert html.count('<p class="self-check__caption" data-search-exclude="" id="') == 2
        assert "<details" not in html
        assert html.index(TOLD) < html.index('class="self-check__label">1<')


def test_its_links_are_those_of_each_page_and_its_markdown_is_that_of_the_page(tmp_path: Path) -> None:
    text = QUIZ.replace("https://example.org", "index.md").replace(
        "| first", "![dot](dot.svg) | 1 |\n    | first"
    )
    changed = {"quizzes/net.yml": text, "docs/dot.svg": "<svg/>", "docs/deep/more.md": page("net")}
    assert '<a href=".">the plan</a>' in built(tmp_path, changed).replace('href="./"', 'href="."')
    deep = (tmp_path / "site/deep/more/index.html").read_text("utf-8")
    assert '<a href="../..">the plan</a>' in deep.replace("../../", "../..")
    assert 'src="../../dot.svg"' in deep
    assert "<td" in deep


def test_what_is_wrong_inside_it_is_told_once_at_its_line(tmp_path: Path) -> None:
    wrong = QUIZ.replace("    A network", "    # A heading\n\n    A network").replace(
        "https://example.org", "gone.md"
    )
    draw(tmp_path, {**SITE, "quizzes/net.yml": wrong})
    (problem,) = build(tmp_path).problems
    assert problem.startswith("quizzes/net.yml:3:5: ")
    assert "heading" in problem
    draw(tmp_path, {**SITE, "quizzes/net.yml": QUIZ.replace("https://example.org", "gone.md")})
    said = build(tmp_path).said
    assert said.count('there is no file "gone.md"') == 1
    assert 'quizzes/net.yml:3:51: side: there is no file "gone.md"' in said, said


def test_search_finds_an_open_passage_with_the_stem_and_exports_have_it_too(tmp_path: Path) -> None:
    html = built(tmp_path)
    index = json.loads((tmp_path / "site/search/search_index.json").read_text("utf-8"))
    (found,) = [each["text"] for each in index["docs"] if each["location"] == ""]
    assert found.count("A network of three layers") == 2, "of the three blocks, one has it folded"
    assert "Passage" not in found
    assert "Questions 1 to 2" not in found
    text = " ".join(re.sub("<[^>]+>", " ", stems_as_text(html)).split())
    assert text.count("A network of three layers") == 2
    assert "How many pixels wide" in text
    assert "Passage" not in text


def test_the_script_by_which_a_question_comes_to_a_review_brings_its_passage(tmp_path: Path) -> None:
    built(tmp_path, {"docs/review.md": "# Review\n\n```review\n```\n"})
    for name in ("side", "weights", "last"):
        script = tmp_path / f"site/assets/selfcheck/course/questions/{name}.js"
        assert TOLD in script.read_text("utf-8")


# What is kept from build to build


CHANGES: Mapping[str, Mapping[str, str]] = {
    "the passage": {"quizzes/net.yml": QUIZ.replace("*three*", "*four*")},
    "which block is first": {"docs/index.md": page("quiz: net\nonly: [weights, side, last]")},
    "how many it is for": {"docs/index.md": page("quiz: net\nonly: [side, weights, last]")},
}


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES)
def test_cold_warm_and_half_warm_builds_show_the_same(tmp_path: Path, changed: Mapping[str, str]) -> None:
    cold = built(tmp_path)
    assert built(tmp_path) == cold
    half_warm = built(tmp_path, changed)
    assert half_warm != cold
    shutil.rmtree(tmp_path / ".cache")
    assert built(tmp_path, changed) == half_warm


# Translations


def test_a_translation_gives_the_text_of_a_passage_under_its_name(tmp_path: Path) -> None:
    changed = {
        "quizzes/net.de.yml": GERMAN,
        "docs/index.md": f"---\nlanguage: de\n---\n{SITE['docs/index.md']}",
    }
    html = built(tmp_path, changed)
    assert "Ein Netz aus drei Schichten." in html
    assert "Material" in html
    assert "Fragen" not in html, "the next question is not translated, and shows the original's passage"
    assert f'<div lang="en"><p>{TOLD}' in html
    bank = Site(tmp_path).bank()
    original, german = bank.entries["side"], bank.translated["side"]["de"]
    assert german.item.passage == "Ein Netz aus drei Schichten."
    assert german.item.fingerprint == original.item.fingerprint


def test_a_changed_passage_makes_the_translations_of_its_questions_stale(tmp_path: Path) -> None:
    bank = Site(draw(tmp_path, {"quizzes/net.yml": QUIZ, "quizzes/net.de.yml": GERMAN})).bank()
    stamp = bank.translations[0].stamps["side"]
    stamped = GERMAN.replace("- id: side", f"- id: side\n    stamp: {stamp}")
    draw(tmp_path, {"quizzes/net.de.yml": stamped})
    assert Site(tmp_path).bank().stale == []
    draw(tmp_path, {"quizzes/net.yml": QUIZ.replace("*three*", "*four*")})
    (stale,) = Site(tmp_path).bank().stale
    assert "the original has changed since" in stale.message


def test_a_passage_without_translation_is_noted_and_a_foreign_one_is_a_problem(tmp_path: Path) -> None:
    files = {
        "quizzes/net.yml": QUIZ,
        "quizzes/net.de.yml": GERMAN.replace(
            "passages:\n  small-network: Ein Netz aus drei Schichten.\n", ""
        ),
    }
    bank = Site(draw(tmp_path, files)).bank()
    assert "not translated yet: passage" in [each.message for each in bank.notes]
    for wrong, told in (
        (
            GERMAN.replace("small-network:", "smal-network:"),
            '2:3: the original has no passage "smal-network"; did you mean "small-network"?',
        ),
        (
            GERMAN.replace("    stem:", "    passage: small-network\n    stem:"),
            '5:5: side: "passage" is the original\'s in every language; '
            "remove it: its text stands under `passages:` at the top of the file",
        ),
        (
            GERMAN.replace("drei", "[=n]"),
            "2:18: nothing is computed in a passage, which several questions share: [=n]; "
            "write the number itself, or move the text into the stem",
        ),
    ):
        bank = Site(draw(tmp_path, {**files, "quizzes/net.de.yml": wrong})).bank()
        assert [str(each) for each in bank.problems] == [f"quizzes/net.de.yml:{told}"]


# Commands


def test_a_check_converts_passages_and_the_linter_does_not_take_them_for_the_stem(tmp_path: Path) -> None:
    echoed = QUIZ.replace("layers, as", "layers; the second sees most, as")
    found, _ = Checking(Scope(Site(draw(tmp_path, {**SITE, "quizzes/net.yml": echoed})), None, ())).run()
    assert [each.code for each in found if each.code == "echo"] == []
    wrong = QUIZ.replace("    A network", "    # A heading\n\n    A network")
    found, _ = Checking(Scope(Site(draw(tmp_path, {"quizzes/net.yml": wrong})), None, ())).run()
    assert [(each.line, each.code) for each in found if each.severity == "error"] == [(3, "markdown")]


def test_a_heading_in_a_translation_is_told_at_its_line_where_its_passage_is_not_translated(
    tmp_path: Path,
) -> None:
    german = "questions:\n  - id: side\n    stem: |\n      # Wie breit?\n\n      Sag es.\n"
    site = Site(draw(tmp_path, {"quizzes/net.yml": QUIZ, "quizzes/net.de.yml": german}))
    found, _ = Checking(Scope(site, None, ())).run()
    assert [(each.path, each.line) for each in found if each.severity == "error"] == [
        ("quizzes/net.de.yml", 4)
    ]


def test_a_passage_may_define_what_a_text_calls_by_a_number() -> None:
    shuffled = LAST.replace("    options:", "    shuffle: true\n    options:").replace(
        "the first", "the lower"
    )
    text = f"{PASSAGE}questions:\n{shuffled}".replace("the second", "the upper")
    text = text.replace("It sees what the lower sees", "Option 1 sees")
    (told,) = problems(text)
    assert '"Option 1" means nothing where options are shuffled' in told
    assert problems(text.replace("A network", "Option 1: a network")) == []
