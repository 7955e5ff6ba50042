"""The author's guide lists the actual fields, examples, options and problem messages."""

from __future__ import annotations

import re
import textwrap
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from selfcheck.checks.validation import meanings
from selfcheck.item import Item
from selfcheck.options import ExtensionOptions, Options, options_of
from selfcheck.question_types import QuestionType, discover
from selfcheck.quiz_text import read_quiz
from selfcheck.requirable import REQUIRABLE
from tests.selfcheck.cases import accepted
from tests.selfcheck.messages import HOLE, general_messages, messages_of
from tests.selfcheck.sites import build, draw
from tools import type_pages

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "authoring"
TYPES = list(discover().values())


def rows(model: type[BaseModel], besides: type[BaseModel] | None = None) -> list[str]:
    """The table of a model's own fields, as the guide should have it."""
    inherited = besides.model_fields.keys() if besides else ()
    meaning = meanings(model)
    return [
        f"| `{field.alias}` | {'yes' if field.is_required() else 'no'} | {meaning[field.alias or name]} |"
        for name, field in model.model_fields.items()
        if name not in inherited
    ]


def nested(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models of the mappings inside an item."""
    for field in model.model_fields.values():
        yield from _models_in(field.annotation)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _models_in(argument)


def tables(markdown: str) -> list[list[str]]:
    """The rows of each table of fields."""
    found = re.findall(r"\| field \| needed \| what it says \|\n\|[-|]+\|\n((?:\|.*\|\n)+)", markdown)
    return [table.splitlines() for table in found]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_the_fields_of_a_type_are_those_of_its_model(kind: QuestionType) -> None:
    guide = kind.file("AUTHORING.md").read_text("utf-8")
    expected = [rows(kind.model, Item), *(rows(model) for model in nested(kind.model))]
    assert tables(guide)[: len(expected)] == expected
    # What lies deeper may have its table, too.
    deeper = [rows(inner) for model in nested(kind.model) for inner in nested(model)]
    assert [table for table in tables(guide)[len(expected) :] if table not in deeper] == []


def test_the_fields_of_every_question_are_those_of_the_model() -> None:
    assert tables((GUIDE / "index.md").read_text("utf-8")) == [rows(Item)]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_the_example_of_a_type_is_its_first_case(kind: QuestionType) -> None:
    example = textwrap.indent(accepted(kind)[0].question, "  ").replace("  id:", "- id:", 1)
    assert f"```yaml\n{example}```\n" in kind.file("AUTHORING.md").read_text("utf-8")


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_a_type_stands_in_the_gallery_with_its_first_case(kind: QuestionType) -> None:
    assert f"({kind.name}.md)" in type_pages.gallery()
    assert f"```quiz\ngallery/{kind.name}\n```" in type_pages.gallery()
    everything = ["explanation", "feedback", "objective", "section"]
    quiz = read_quiz("gallery", "gallery.yml", type_pages.quiz(kind), everything)
    assert quiz.problems == ()
    assert [entry.item.id for entry in quiz.entries] == [accepted(kind)[0].id]


def test_the_gallery_forgets_a_type_that_is_gone(tmp_path: Path) -> None:
    type_pages.write_quizzes(tmp_path)
    first = min(tmp_path.iterdir())
    written = first.stat().st_mtime_ns
    (tmp_path / "gone-type.yml").write_text("questions: []\n", "utf-8")
    type_pages.write_quizzes(tmp_path)
    assert sorted(file.stem for file in tmp_path.iterdir()) == sorted(kind.name for kind in TYPES)
    assert first.stat().st_mtime_ns == written  # else a server would build again and again


def plain(text: str) -> str:
    return " ".join(text.replace("`", "").split())


def not_in(page: str, messages: set[str]) -> list[str]:
    """Which of these a page of the guide does not have."""
    patterns = {
        message: re.escape(plain(message).strip(HOLE)).replace(re.escape(HOLE), ".{0,60}?")
        for message in messages
    }
    return sorted(message for message, pattern in patterns.items() if not re.search(pattern, plain(page)))


def test_every_general_message_and_cure_stands_in_the_guide() -> None:
    assert not_in((GUIDE / "problems.md").read_text("utf-8"), general_messages()) == []


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_every_message_and_cure_of_a_type_stands_on_its_page_and_there_alone(kind: QuestionType) -> None:
    _, _, section = kind.file("AUTHORING.md").read_text("utf-8").partition("\n## Problem messages\n")
    own = messages_of(kind)
    assert not_in(section, own) == []
    # What is a phrase of a few words may be part of other messages, too.
    long = {message for message in own - general_messages() if len(message.split()) > 5}
    assert set(not_in((GUIDE / "problems.md").read_text("utf-8"), long)) == long


def test_the_files_of_the_type_of_ones_own_are_put_into_the_guide() -> None:
    page = (GUIDE / "own-types.md").read_text("utf-8")
    # A formatter of code once took the marks of a snippet for operators.
    names = re.findall(r'^--8<-- "estimate/(.+)"$', page, re.M)
    assert names == ["model.py", "template.html", "behaviour.js", "cases.yml"]


def test_the_first_question_is_shown_and_told_as_the_guide_says(tmp_path: Path) -> None:
    """Each step of the page is followed as it stands there, with nothing added but the name of a site."""
    page = (GUIDE / "first-question.md").read_text("utf-8")
    plugins, question = re.findall(r"```yaml\n(.*?)```", page, re.S)
    (fence,) = re.findall(r"````markdown\n(.*?)````", page, re.S)
    (told,) = re.findall(r"```text\n(.*)\n```", page)
    site = {"mkdocs.yml": f"site_name: First\n{plugins}", "docs/index.md": f"# A page\n\nText.\n\n{fence}"}
    draw(tmp_path, {**site, "quizzes/first.yml": question})
    built = build(tmp_path, strict=True)
    assert built.exit_code == 0, built.said
    assert 'id="check-rate-adds-weights"' in (tmp_path / "site/index.html").read_text("utf-8")
    assert "```" not in (tmp_path / "site/index.html").read_text("utf-8")
    draw(tmp_path, {**site, "quizzes/first.yml": question.replace("answer: false", "answer: no")})
    assert build(tmp_path, strict=True).problems == [told]


def test_every_option_stands_in_the_guide_with_its_default_and_its_meaning() -> None:
    page = (GUIDE / "options.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z_]+)` \| `([^`]*)` \| (.*) \|$", page, re.M)
    listed = [(name, default, re.sub(r"\[(.*?)\]\(.*?\)", r"\1", meaning)) for name, default, meaning in rows]
    assert listed == [
        (each.name, _written(each.default_in_file), each.meaning) for each in options_of(ExtensionOptions)
    ]


def test_the_defaults_of_the_plugin_stand_in_the_guide() -> None:
    page = (GUIDE / "options.md").read_text("utf-8")
    (block,) = re.findall(r"```yaml\nplugins:\n  - search\n  - selfcheck:\n(.*?)```", page, re.S)
    assert block.split("\n")[:-1] == [
        f"      {each.name}: {_written(each.default_in_file)}" for each in options_of(Options)
    ]


def test_every_requirable_name_stands_in_the_guide() -> None:
    page = (GUIDE / "options.md").read_text("utf-8")
    section = page[page.index("## require") : page.index("## language")]
    assert tuple(re.findall(r"^\| `([a-z]+)` \|", section, re.M)) == REQUIRABLE


def _written(default: Any) -> str:
    if isinstance(default, list):
        return f"[{', '.join(default)}]"
    if isinstance(default, bool):
        return str(default).lower()
    if isinstance(default, dict):
        return "{}"
    return str(default) if isinstance(default, int) else default or '""'
