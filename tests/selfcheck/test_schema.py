"""The JSON Schema accepts and rejects the same files as the build."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from pydantic import ValidationError

from selfcheck.checks.parts import drop_empty_fields
from selfcheck.cli import main
from selfcheck.model.fields import BEYOND_SCHEMA
from selfcheck.question_types import discover
from selfcheck.quiz_text import read_quiz
from selfcheck.schema import quiz_schema, translations_schema
from selfcheck.source import read
from tests.selfcheck.cases import Accepted, Rejected, all_accepted, all_rejected, quiz_of
from tests.selfcheck.translating import translation_of


def is_about_shape(case: Rejected) -> bool:
    """Whether the fields alone tell it; the whole item, Markdown and formulas are for the build to judge."""
    try:
        discover()[case.type].model.model_validate(drop_empty_fields(read(case.question).data))
    except ValidationError as error:
        return any(each["type"] != BEYOND_SCHEMA for each in error.errors())
    return False


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = quiz_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 booleans, as editors do: `true` and `false` and nothing else."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tf"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_an_editor_reads(question: str) -> Any:
    return yaml.load(quiz_of(question), EditorLoader)


@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_an_editor_accepts_what_the_build_accepts(case: Accepted, validator: Any) -> None:
    assert [error.message for error in validator.iter_errors(as_an_editor_reads(case.question))] == []


@pytest.mark.parametrize(
    "case",
    [case for case in all_rejected() if is_about_shape(case)],
    ids=str,
)
def test_an_editor_refuses_what_the_build_refuses_for_its_shape(case: Rejected, validator: Any) -> None:
    assert list(validator.iter_errors(as_an_editor_reads(case.question)))


def test_an_editor_offers_each_field_with_its_meaning() -> None:
    for definition in quiz_schema()["$defs"].values():
        for name, field in definition["properties"].items():
            assert field.get("description"), name


@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_a_title_and_a_schema_line_change_nothing(case: Accepted) -> None:
    text = f"# yaml-language-server: $schema=selfcheck.schema.json\ntitle: 2024\n{quiz_of(case.question)}"
    quiz = read_quiz("quiz", "quiz.yml", text)
    assert quiz.problems == ()
    assert quiz.title == "2024"


@pytest.fixture(scope="module")
def translations() -> Any:
    schema = translations_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_an_editor_accepts_a_translation_of_every_question(case: Accepted, translations: Any) -> None:
    text = translation_of(case.question)
    assert [error.message for error in translations.iter_errors(yaml.load(text, EditorLoader))] == []


def test_an_editor_accepts_entries_that_have_no_text_yet(translations: Any) -> None:
    choice = {"id": "a", "options": [{}, {}], "hints": [{}, "b"]}
    data = {"questions": [choice, {"id": "c", "pairs": [{}], "surplus": [{}]}]}
    assert [error.message for error in translations.iter_errors(data)] == []


@pytest.mark.parametrize(
    "text",
    [
        "questions: [{id: a, stm: misspelt}]",
        "questions: [{id: a, correct: 1}]",
        "questions: [{id: a, hints: [{text: x}]}]",
        "questions: [{stem: without an id}]",
        "questions: [{id: a, options: [{text: x, correct: true}]}]",
        "questions: []",
        "titel: misspelt\nquestions: [{id: a}]",
    ],
)
def test_an_editor_refuses_what_a_translation_may_not_hold(text: str, translations: Any) -> None:
    assert list(translations.iter_errors(yaml.load(text, EditorLoader)))


def test_the_command_prints_the_schema_of_translations(translations: Any) -> None:
    printed = CliRunner().invoke(main, ["schema", "--translation"])
    assert (printed.exit_code, json.loads(printed.output)) == (0, translations.schema)
