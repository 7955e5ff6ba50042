"""What a build keeps of question files: the next one reads the same, however much of it is still there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from selfcheck.question_types import discover
from selfcheck.quiz import Quiz
from selfcheck.site import Site
from tests.selfcheck.cases import accepted, write_quizzes

CASES = [accepted(kind)[0] for kind in discover().values()]


def write(root: Path) -> None:
    (root / "quizzes").mkdir()
    write_quizzes(root / "quizzes", CASES)


def read(root: Path) -> dict[str, Quiz]:
    return dict(Site(root, require=()).bank().quizzes)


def kept(root: Path) -> Path:
    (file,) = (root / ".cache" / "selfcheck").iterdir()
    return file


def without_half(file: Path) -> None:
    entries = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(dict(list(entries.items())[::2])), "utf-8")


def cut_short(file: Path) -> None:
    file.write_text(file.read_text("utf-8")[:200], "utf-8")


def of_another_shape(file: Path) -> None:
    entries = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({key: ["nothing"] for key in entries}), "utf-8")


@pytest.mark.parametrize("damage", [lambda _: None, without_half, cut_short, of_another_shape, Path.unlink])
def test_what_is_kept_is_read_as_the_files_were(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    write(tmp_path)
    cold = read(tmp_path)
    assert len(cold) == len(CASES)
    whole = kept(tmp_path).read_text("utf-8")
    damage(kept(tmp_path))
    assert read(tmp_path) == cold
    assert json.loads(kept(tmp_path).read_text("utf-8")) == json.loads(whole)


def test_what_no_file_says_any_more_is_kept_no_longer(tmp_path: Path) -> None:
    write(tmp_path)
    read(tmp_path)
    first, second, *_ = sorted((tmp_path / "quizzes").iterdir())
    first.unlink()
    second.write_text(f"{second.read_text('utf-8')}# a comment\n", "utf-8")
    quizzes = read(tmp_path)
    assert len(json.loads(kept(tmp_path).read_text("utf-8"))) == len(quizzes) == len(CASES) - 1
