"""The loop of the guide: a writer who knows no YAML but what the JSON says mends ten flawed drafts."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.selfcheck.cases import quiz_of

GUIDE = Path(__file__).resolve().parents[2] / "docs/authoring/drafting.md"

WHY = "The kernel moves on by it, because it is a step."
LONG = "A step that the kernel takes from one place of the map to the next"

Write = Callable[[str, list[dict[str, Any]]], str]


def choice(*options: str, **fields: Any) -> dict[str, Any]:
    """A single choice whose first option is the key."""
    listed: list[dict[str, Any]] = [{"text": option} for option in options]
    listed[0]["correct"] = True
    question = {"type": "single-choice", "stem": "What is a stride?", "options": listed, "explanation": WHY}
    return {**question, **fields}


def without(question: dict[str, Any], field: str) -> dict[str, Any]:
    return {name: value for name, value in question.items() if name != field}


OPTIONS = ("A step", "A weight", "A border")
STATEMENT = {"type": "true-false", "stem": "A stride is a step.", "answer": True, "explanation": WHY}
NUMBERS = choice("8", "2", "4", stem="How wide is it?")

DRAFTS: dict[str, tuple[dict[str, Any], Mapping[str, Any]]] = {
    "long-key": (choice(LONG, *OPTIONS[1:]), {"longest-key": "A step"}),
    "no-reason": (choice(*OPTIONS, explanation="It is a step."), {"explanation-restates": WHY}),
    "not-explained": (without(STATEMENT, "explanation"), {"missing-field": ("explanation", WHY)}),
    "none-of-them": (choice(*OPTIONS[:2], "None of the above"), {"none-of-the-above": "A border"}),
    "exception": (
        choice(*OPTIONS, stem="Which of these is not a weight?"), {"negative-stem": "What is a stride?"}
    ),
    "heading": (choice(*OPTIONS, stem="# What is a stride?\n"), {"markdown": "What is a stride?"}),
    "two-keys": (
        choice(*OPTIONS) | {"options": [{"text": text, "correct": True} for text in OPTIONS]},
        {"single-choice": ("options", choice(*OPTIONS)["options"])},
    ),
    "disorder": (NUMBERS, {"numbers-out-of-order": ("options", [NUMBERS["options"][n] for n in (1, 2, 0)])}),
    "misspelt": (
        {**without(STATEMENT, "answer"), "type": "true-flase", "anwser": "yes", "sction": "/a.md"}, {}
    ),
    "two-at-once": (
        choice(LONG, *OPTIONS[1:], explanation="Correct!"),
        {"longest-key": "A step", "explanation-restates": WHY},
    ),
}  # fmt: skip
"""A flawed draft by its id, and what its writer would say at the place of a problem with this code."""


def scripted(text: str, problems: list[dict[str, Any]]) -> str:
    """Put what the writer would say where the problem is told."""
    data: Any = yaml.safe_load(text)
    for problem in problems:
        question = next(each for each in data["questions"] if each["id"] == problem["question"])
        said = DRAFTS[problem["question"]][1][problem["code"]]
        path, value = ([said[0]], said[1]) if isinstance(said, tuple) else (problem["field"], said)
        node = question
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = value
    return str(yaml.safe_dump(data, sort_keys=False, allow_unicode=True))


@pytest.fixture
def drafted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """The function of the guide, as it stands there."""
    (code,) = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.S)
    found: dict[str, Any] = {}
    exec(code, found)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=":")
    monkeypatch.chdir(tmp_path)
    return found["drafted"]  # type: ignore[no-any-return]


def drafts() -> str:
    questions = [{"id": name, **question} for name, (question, _) in DRAFTS.items()]
    return quiz_of(*(yaml.safe_dump(each, sort_keys=False) for each in questions))


def test_ten_flawed_drafts_pass_after_three_rounds_at_most(drafted: Callable[..., Any]) -> None:
    assert len(DRAFTS) == 10
    file = Path("drafts.yml")
    file.write_text(drafts(), "utf-8")
    rounds: list[set[str]] = []

    def write(text: str, problems: list[dict[str, Any]]) -> str:
        rounds.append({each["question"] for each in problems})
        return scripted(text, problems)

    assert drafted(file, write) == []
    assert rounds[0] == DRAFTS.keys() - {"misspelt"}  # which --fix has mended before
    assert len(rounds) <= 3
    assert len(yaml.safe_load(file.read_text("utf-8"))["questions"]) == 10


def test_a_writer_who_mends_nothing_is_told_what_is_left(drafted: Callable[..., Any]) -> None:
    file = Path("drafts.yml")
    file.write_text(drafts(), "utf-8")
    left = drafted(file, lambda text, problems: text, rounds=1)
    assert {each["question"] for each in left} == DRAFTS.keys() - {"misspelt"}


def test_the_problem_in_the_guide_is_told_so(
    drafted: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (example,) = re.findall(r"```json\n(.*?)```", GUIDE.read_text("utf-8"), re.S)
    names = re.findall(r"^\| (`.*?`) \|", GUIDE.read_text("utf-8"), re.M)
    question = {"id": "what-a-stride-is", **choice(LONG, *OPTIONS[1:])}
    file = Path("drafts.yml")
    file.write_text(
        quiz_of(yaml.safe_dump(question, sort_keys=False, indent=2, width=200))
        .replace("    - ", "      - ")
        .replace("      correct", "        correct"),
        "utf-8",
    )
    ((told),) = drafted(file, lambda text, problems: text, rounds=1)
    expected = json.loads(example)
    assert {name: told[name] for name in expected} == expected
    assert set(re.findall(r"`([a-z]+)`", " ".join(names))) == told.keys()
