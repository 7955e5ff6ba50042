"""`selfcheck stats`: a bank at a glance, counted by hand."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from selfcheck.cli import main
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import CONFIGURATION, draw

CHOICE = """\
id: {id}
type: single-choice
objective: say what a stride is
section: {section}
stem: What is a stride?
options:
  - text: A weight
  - text: A step
    correct: true
  - text: A border of pixels
explanation: The kernel moves on by it, because it is a step.
"""
STATEMENT = (
    "id: {id}\ntype: true-false\nstem: A stride is a step.\nanswer: {answer}\nexplanation: So it is.\n"
)

PAGE = """\
---
title: Strides
---
# Strides

## Steps

### Wide ones

## Borders { #the-border }

### Thin ones

## Sources

```quiz
strides
```
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    questions = [
        CHOICE.format(id="one", section="strides.md#wide-ones"),
        CHOICE.format(id="two", section="strides.md#the-border").replace("say what", "know what"),
        CHOICE.format(id="three", section="strides.md#wide-ones") + "shuffle: true\n",
        STATEMENT.format(id="four", answer="true"),
    ]
    files = {
        "quizzes/strides.yml": quiz_of(*questions),
        "quizzes/strides.de.yml": "questions:\n  - id: four\n    stem: Ein Stride ist ein Schritt.\n",
        "quizzes/other.yml": quiz_of(
            STATEMENT.format(id="five", answer="false"), "id: six\ntype: true-false\n"
        ),
        "docs/strides.md": PAGE,
        "docs/empty.md": "# Empty\n\n## Nothing\n",
    }
    monkeypatch.chdir(draw(tmp_path, files))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["stats", *arguments])


def numbers(*arguments: str) -> Any:
    return json.loads(run(*arguments, "--format", "json").stdout)


def test_what_the_questions_are_is_counted(root: Path) -> None:
    told = numbers()
    assert (told["files"], told["questions"], told["broken"]) == (2, 5, 1)
    assert told["types"] == {"single-choice": 3, "true-false": 2}
    assert told["objectives"] == {"say what a stride is": ["one", "three"], "know what a stride is": ["two"]}
    assert told["without-objective"] == ["five", "four"]
    assert told["sections"] == {"strides.md#wide-ones": ["one", "three"], "strides.md#the-border": ["two"]}
    assert told["languages"]["de"]["translated"] == 1


def test_sections_without_questions_and_questions_without_pages_are_named(root: Path) -> None:
    assert numbers()["passages"] == {"empty": ["strides.md#sources"], "unshown": ["five"]}
    assert numbers("quizzes")["passages"] is None


def test_keys_are_counted_where_they_stand(root: Path) -> None:
    told = numbers()
    assert told["places"] == [{"hits": hits, "of": 2, "by-chance": 0.67} for hits in (0, 2, 0)]
    assert told["longest"] == {"hits": 0, "of": 3, "by-chance": 1.0}
    assert told["true"] == {"hits": 1, "of": 2, "by-chance": 1.0}


def test_what_the_check_finds_is_counted_by_code(root: Path) -> None:
    checked = json.loads(CliRunner().invoke(main, ["check", "--format", "json"]).stdout)["problems"]
    for severity, counts in numbers()["problems"].items():
        assert counts == Counter(each["code"] for each in checked if each["severity"] == severity)
    assert numbers()["problems"]["error"] == {"missing-field": 3}


def test_the_text_says_the_same_in_lines(root: Path) -> None:
    told = run().stdout
    assert told.startswith("5 questions in 2 files; 1 more cannot be read, see `selfcheck check`\n")
    for line in (
        "  single-choice  3", "  option 2, not shuffled  2 of 2, by chance 0.7",
        "  true statements         1 of 2 (50 %), by chance 1.0", "  without a question  1",
        "                      five", "  missing-field  3",
    ):  # fmt: skip
        assert f"{line}\n" in told


def test_nothing_to_count_is_no_success(root: Path) -> None:
    done = run("docs")
    assert (done.exit_code, "there is no question file in docs" in done.output) == (2, True)
    draw(root, {"mkdocs.yml": CONFIGURATION.replace("- selfcheck", "- selfcheck: {quizzes: [nowhere]}")})
    done = run()
    assert (done.exit_code, "nowhere: there is no such folder" in done.output) == (2, True)
