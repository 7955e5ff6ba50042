"""The JSON Schema that editors use and the build agree."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
import yaml

from selfcheck.quiz_text import read_quiz
from selfcheck.schema import quiz_schema
from tests.selfcheck.cases import Accepted, Rejected, all_accepted, all_rejected, quiz_of

BEYOND_SCHEMA = (
    "no option is the key",
    "a second key",
    "one option leaves",
    "the same text as",
    "no idea of the rubric is required",
    "a heading inside",
    "a footnote definition",
    "a text underlined",
    "this code fence",
)
"""What needs the whole item, or Markdown, and so the build alone can tell."""


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
    [case for case in all_rejected() if not case.problem.startswith(BEYOND_SCHEMA)],
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
