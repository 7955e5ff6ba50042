"""Files of a cache that other versions of the code have left: the oldest go, all else stays."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from selfcheck import quiz_file
from selfcheck.cache_version import MOST_KEPT, CacheVersion
from selfcheck.question_types import discover
from selfcheck.site import Site
from tests.selfcheck.cases import accepted, write_quizzes

DAY_S = 24 * 60 * 60


def write(folder: Path, basis: str, kind: str = "questions") -> Path:
    """Keep a value for a basis; returns the file."""
    cache = CacheVersion(folder, kind, basis)
    cache.put("key", basis)
    cache.save()
    return cache.file


def age(file: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(file, (then, then))


def write_versions(folder: Path, count: int) -> list[Path]:
    """Write so many files, each a day older than the next; returns them, the oldest first."""
    files = [write(folder, f"version {number}") for number in range(count)]
    for number, file in enumerate(files):
        age(file, (count - number) * DAY_S)
    return files


def test_a_new_version_leaves_those_that_were_used_last(tmp_path: Path) -> None:
    old = write_versions(tmp_path, MOST_KEPT)
    new = write(tmp_path, "new")
    assert set(tmp_path.glob("questions.*")) == {*old[1:], new}
    assert CacheVersion(tmp_path, "questions", "version 3").get("key") == "version 3"


def test_a_version_that_was_only_read_counts_as_used(tmp_path: Path) -> None:
    old = write_versions(tmp_path, MOST_KEPT)
    read = CacheVersion(tmp_path, "questions", "version 0")
    assert read.get("key") == "version 0"
    read.save()
    write(tmp_path, "new")
    assert old[0].is_file()
    assert not old[1].is_file()


def test_a_version_that_exists_removes_nothing(tmp_path: Path) -> None:
    files = write_versions(tmp_path, MOST_KEPT)
    others = [tmp_path / f"questions.{number:012x}.lines" for number in range(9)]
    for file in others:
        file.touch()
        age(file, 99 * DAY_S)
    cache = CacheVersion(tmp_path, "questions", "version 3")
    cache.put("another", 1)
    cache.save()
    assert set(tmp_path.iterdir()) >= {*files, *others}


@pytest.mark.parametrize(
    "name",
    [
        "questions.txt",
        "questions.0123456789ab.lines.bak",
        "questions.of-another-program.lines",
        "my-questions.0123456789ab.lines",
        "checked.0123456789ab.lines",
        "blocks.01234567.lines",
        "mkdocs.pages",
        f"questions.0123456789ab.lines.{'a' * 32}.tmp",
    ],
)
def test_other_files_stay_however_old(tmp_path: Path, name: str) -> None:
    write_versions(tmp_path, MOST_KEPT)
    other = tmp_path / name
    other.write_text("of others", "utf-8")
    age(other, DAY_S / 2 if name.endswith(".tmp") else 99 * DAY_S)
    write(tmp_path, "new")
    assert other.read_text("utf-8") == "of others"


def test_what_a_killed_build_left_half_written_goes_after_a_day(tmp_path: Path) -> None:
    left = tmp_path / f"questions.0123456789ab.lines.{'a' * 32}.tmp"
    left.touch()
    age(left, 2 * DAY_S)
    write(tmp_path, "new")
    assert not left.exists()


def test_files_of_the_earlier_format_go_as_well(tmp_path: Path) -> None:
    earlier = tmp_path / "questions.0123456789ab.json"
    earlier.touch()
    age(earlier, 99 * DAY_S)
    write_versions(tmp_path, MOST_KEPT)
    assert not earlier.exists()


def test_a_build_whose_file_is_removed_meanwhile_reads_on_and_writes_its_own(tmp_path: Path) -> None:
    first = CacheVersion(tmp_path, "questions", "first")
    first.put("key", "old")
    first.save()
    assert first.get("key") == "old"
    age(first.file, 99 * DAY_S)
    write_versions(tmp_path, MOST_KEPT)
    write(tmp_path, "new")
    assert not first.file.exists()
    first.put("another", "value")
    first.save()
    assert CacheVersion(tmp_path, "questions", "first").get("another") == "value"


def test_versions_of_the_code_leave_a_few_files_and_read_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "quizzes").mkdir()
    write_quizzes(tmp_path / "quizzes", [accepted(kind)[0] for kind in discover().values()])
    for version in range(1_000, 1_003 + MOST_KEPT):
        monkeypatch.setattr(quiz_file, "_FORMAT", version)
        assert len(Site(tmp_path, require=()).bank().entries) == len(discover())
    assert len(list((tmp_path / ".cache/selfcheck").glob("questions.*"))) == MOST_KEPT
