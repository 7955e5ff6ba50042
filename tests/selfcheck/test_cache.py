"""The cache of question files: a build reads the same quizzes with it, without it, or with a damaged one."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

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
    (file,) = (root / ".cache" / "selfcheck").glob("*.lines")
    return file


def kept(file: Path) -> dict[str, object]:
    """The values in the file of a cache, by key."""
    lines = (line.split(" ", 2) for line in file.read_text("utf-8").split("\n") if line)
    return {key: json.loads(text) for key, _, text in lines}


def lose_half(file: Path) -> None:
    file.write_text("".join(file.read_text("utf-8").splitlines(keepends=True)[::2]), "utf-8")


def truncate(file: Path) -> None:
    file.write_text(file.read_text("utf-8")[:-200], "utf-8")


def lose_all(file: Path) -> None:
    file.write_text(file.read_text("utf-8")[:200], "utf-8")


def replace_values(file: Path) -> None:
    text = '["nothing"]'
    lines = (f"{key} {crc32(text.encode()):08x} {text}\n" for key in kept(file))
    file.write_text("".join(lines), "utf-8")


def change_a_text(file: Path) -> None:
    """Change what is kept, as an editor that replaces a word in all files of a project would."""
    file.write_text(file.read_text("utf-8").replace("stem", "root"), "utf-8")


def replace_file(file: Path) -> None:
    file.write_bytes(b"\xff\x00")


DAMAGES = [
    lambda _: None,
    lose_half,
    truncate,
    lose_all,
    replace_values,
    change_a_text,
    replace_file,
    Path.unlink,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_quizzes_are_the_same_with_any_state_of_the_cache(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    write(tmp_path)
    cold = read(tmp_path)
    assert len(cold) == len(CASES)
    whole = kept(cache_file(tmp_path))
    damage(cache_file(tmp_path))
    assert read(tmp_path) == cold
    assert kept(cache_file(tmp_path)) == whole


def test_a_site_that_is_served_keeps_what_has_not_changed(tmp_path: Path) -> None:
    write(tmp_path)
    site = Site(tmp_path, require=())
    site.bank()
    before = kept(cache_file(tmp_path))
    first, *_ = sorted((tmp_path / "quizzes").iterdir())
    first.write_text(f"{first.read_text('utf-8')}# a comment\n", "utf-8")
    site.bank()
    assert kept(cache_file(tmp_path)).items() > before.items()


def test_entries_of_changed_and_removed_files_leave_the_cache(tmp_path: Path) -> None:
    write(tmp_path)
    read(tmp_path)
    first, second, *_ = sorted((tmp_path / "quizzes").iterdir())
    first.unlink()
    second.write_text(f"{second.read_text('utf-8')}# a comment\n", "utf-8")
    quizzes = read(tmp_path)
    assert len(kept(cache_file(tmp_path))) == len(quizzes) == len(CASES) - 1


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


def test_a_machine_without_a_folder_for_temporary_files_keeps_questions_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr("selfcheck.cache.TemporaryFile", fail)
    write(tmp_path)
    cold = read(tmp_path)
    assert len(kept(cache_file(tmp_path))) == len(cold) == len(CASES)
