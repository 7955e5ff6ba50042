"""The cache of question files: a build reads the same quizzes with it, without it, or with a damaged one."""

from __future__ import annotations

import json
import subprocess
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


def cache_file(root: Path) -> Path:
    (file,) = (root / ".cache" / "selfcheck").glob("*.json")
    return file


def lose_half(file: Path) -> None:
    entries = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(dict(list(entries.items())[::2])), "utf-8")


def truncate(file: Path) -> None:
    file.write_text(file.read_text("utf-8")[:200], "utf-8")


def replace_values(file: Path) -> None:
    entries = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({key: ["nothing"] for key in entries}), "utf-8")


@pytest.mark.parametrize("damage", [lambda _: None, lose_half, truncate, replace_values, Path.unlink])
def test_quizzes_are_the_same_with_any_state_of_the_cache(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    write(tmp_path)
    cold = read(tmp_path)
    assert len(cold) == len(CASES)
    whole = cache_file(tmp_path).read_text("utf-8")
    damage(cache_file(tmp_path))
    assert read(tmp_path) == cold
    assert json.loads(cache_file(tmp_path).read_text("utf-8")) == json.loads(whole)


def test_entries_of_changed_and_removed_files_leave_the_cache(tmp_path: Path) -> None:
    write(tmp_path)
    read(tmp_path)
    first, second, *_ = sorted((tmp_path / "quizzes").iterdir())
    first.unlink()
    second.write_text(f"{second.read_text('utf-8')}# a comment\n", "utf-8")
    quizzes = read(tmp_path)
    assert len(json.loads(cache_file(tmp_path).read_text("utf-8"))) == len(quizzes) == len(CASES) - 1


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout


def test_git_passes_over_the_cache(tmp_path: Path) -> None:
    write(tmp_path)
    git(tmp_path, "init", "--quiet")
    before = git(tmp_path, "status", "--short")
    read(tmp_path)
    assert cache_file(tmp_path).is_file()
    assert git(tmp_path, "status", "--short") == before


def test_a_folder_that_held_something_is_not_hidden_from_git(tmp_path: Path) -> None:
    write(tmp_path)
    kept = tmp_path / ".cache" / "selfcheck" / "notes.txt"
    kept.parent.mkdir(parents=True)
    kept.touch()
    read(tmp_path)
    assert not (kept.parent / ".gitignore").exists()
