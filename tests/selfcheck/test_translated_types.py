"""Questions of every type can be translated, with nothing said about it beside the fields of the type."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from selfcheck.question_types import discover
from selfcheck.quiz import Translation
from selfcheck.quiz_text import read_quiz
from selfcheck.translation.reading import Original, read_translation
from tests.selfcheck.cases import Accepted, all_accepted, quiz_of, write_pages, write_quizzes
from tests.selfcheck.sites import build, draw
from tests.selfcheck.translating import MARK, translation_of

CASES = all_accepted()


def translated(case: Accepted, text: str) -> Translation:
    original = quiz_of(case.question)
    quiz = read_quiz("quiz", "quizzes/quiz.yml", original)
    return read_translation(
        Original(quiz, original), "fr", "quizzes/quiz.fr.yml", text, (), discover(), functions={}
    )


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_text_of_a_question_is_translated_and_its_record_stays_one(case: Accepted) -> None:
    translation = translated(case, translation_of(case.question))
    assert translation.problems == translation.missing == translation.stale == ()
    (entry,) = translation.entries
    (original,) = read_quiz("quiz", "quizzes/quiz.yml", quiz_of(case.question)).entries
    assert MARK in entry.item.stem
    assert entry.untranslated == frozenset()
    assert entry.item.fingerprint == original.item.fingerprint
    assert len(entry.item.variations) == len(original.item.variations)


def places(data: Any) -> Any:
    """The lists of data and what leads to them, with `{}` in place of each entry."""
    if isinstance(data, dict):
        return {name: places(each) for name, each in data.items() if isinstance(each, dict | list)}
    return [{} for _ in data]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_question_of_which_nothing_is_translated_is_its_original(case: Accepted) -> None:
    (written,) = json.loads(translation_of(case.question, typed=False))["questions"]
    nothing = translated(case, json.dumps({"questions": [{"id": case.id}]}))
    no_texts_yet = translated(case, json.dumps({"questions": [{"id": case.id, **places(written)}]}))
    (original,) = read_quiz("quiz", "quizzes/quiz.yml", quiz_of(case.question)).entries
    for translation in (nothing, no_texts_yet):
        assert translation.problems == ()
        (entry,) = translation.entries
        assert entry.item.model_dump() == original.item.model_dump()
        assert entry.item.key == original.item.key
        assert entry.item.stem in entry.untranslated
        assert entry.untranslated == nothing.entries[0].untranslated


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page a case in English, one in French, and one in German, which nothing is translated into."""
    root = tmp_path_factory.mktemp("translated")
    configuration = (
        "site_name: Cases\ntheme: {name: null, custom_dir: theme}\nplugins: [selfcheck]\n"
        "markdown_extensions: [attr_list, tables, pymdownx.superfences]\n"
    )
    draw(root, {"mkdocs.yml": configuration, "theme/main.html": "{{ page.content }}"})
    write_pages(root / "docs", CASES)
    write_quizzes(root / "quizzes", CASES)
    for case in CASES:
        (root / "quizzes" / f"{case}.fr.yml").write_text(translation_of(case.question), "utf-8")
        french = f"---\nlanguage: fr\n---\n\n```quiz\n{case}\n```\n"
        (root / "docs" / f"{case}-fr.md").write_text(french, "utf-8")
        (root / "docs" / f"{case}-de.md").write_text(french.replace(": fr", ": de", 1), "utf-8")
    outcome = build(root, strict=True)
    assert outcome.exit_code == 0, outcome.said
    return root / "site"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_page_shows_the_question_in_its_language(site: Path, case: Accepted) -> None:
    english = (site / str(case) / "index.html").read_text("utf-8")
    french = (site / f"{case}-fr" / "index.html").read_text("utf-8")
    assert MARK not in english
    assert MARK in french
    assert 'lang="en"' not in french


class Plain(HTMLParser):
    """The texts of a page that stand in no element which is said to be in English."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "hr", "img", "input", "col", "wbr"):
            is_foreign = bool(self._open and self._open[-1][1])
            self._open.append((tag, is_foreign or dict(attrs).get("lang") == "en"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not self._open[-1][1]:
            self.texts.append(data)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_not_translated_is_marked_with_its_language(site: Path, case: Accepted) -> None:
    german = (site / f"{case}-de" / "index.html").read_text("utf-8")
    (block,) = re.findall(r"<self-check .*?</self-check>", german, re.DOTALL)
    (entry,) = read_quiz("quiz", "quizzes/quiz.yml", quiz_of(case.question)).entries
    said = " ".join(Plain(block).texts)
    for text in entry.item.written_texts():
        if re.fullmatch(r"[0-9A-Za-z ,.?]*[a-z]{4}[0-9A-Za-z ,.?]*", text):
            assert text not in said
