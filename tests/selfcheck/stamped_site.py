"""A site of two questions whose sections can be stamped, and what the command says of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from selfcheck.cli import main
from tests.selfcheck.sites import draw

PAGE = """\
# Strides

## Steps of a stride

A stride skips places.

## Borders

A border adds places.

```quiz
strides
```
"""
QUESTIONS = """\
questions:
  - id: first
    type: true-false
    section: strides.md#steps-of-a-stride
    stem: A stride skips places.
    answer: true
    explanation: It does.
  - id: second
    type: true-false
    section: strides.md#borders
    stem: A border takes places.
    answer: false
    explanation: It adds some.
"""
FIRST, SECOND = "njmnibpn", "gkpheeom"
"""The stamps of the two sections, by `sha256sum` over their letters without spaces.

A change would make every question stale.
"""


def write_site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site in a folder, which becomes the present one."""
    draw(folder, {"quizzes/strides.yml": QUESTIONS, "docs/strides.md": PAGE})
    monkeypatch.chdir(folder)
    return folder


def run(*command: str) -> Result:
    return CliRunner().invoke(main, command)


def told(*options: str) -> list[tuple[Any, ...]]:
    done = run("check", "--format", "json", *options)
    assert done.exit_code in (0, 1), done.output
    return [
        (each["question"], each["line"], each["column"], each["code"], each["severity"], each["hint"])
        for each in json.loads(done.stdout)["problems"]
    ]


def codes(*options: str) -> list[tuple[str, str]]:
    return [(each[0], each[3]) for each in told(*options)]


def change(root: Path, before: str, after: str, name: str = "docs/strides.md") -> None:
    text = (root / name).read_text("utf-8")
    assert before in text
    (root / name).write_text(text.replace(before, after), "utf-8")
