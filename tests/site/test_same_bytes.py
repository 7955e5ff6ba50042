"""Whatever earlier builds kept, and however many processes draw, this site has the same bytes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.figures import copy_site

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

BUILD = ["-m", "mkdocs", "build", "--strict", "--quiet"]
WITH_ONE_PROCESS = (
    "import os; os.cpu_count = lambda: 1; from mkdocs.__main__ import cli; cli(['build', '-q'])"
)
DATED = "sitemap.xml.gz"
"""Holds the time at which it was packed."""


def files_of_a_build(site: Path, arguments: Sequence[str] = BUILD) -> dict[str, bytes]:
    subprocess.run([sys.executable, *arguments], cwd=site, check=True)
    folder = site / "site"
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name != DATED
    }


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def forget_half(site: Path) -> None:
    """Delete every second drawing and value, and every second question file's entry in the cache."""
    for folder in ("figures", "values"):
        kept = sorted((site / ".cache" / folder).glob("*.json"))
        assert len(kept) > 10
        for file in kept[::2]:
            file.unlink()
    (kept_questions,) = (site / ".cache/selfcheck").glob("questions.*.lines")
    questions = kept_questions.read_text("utf-8").splitlines(keepends=True)
    assert len(questions) > 3
    kept_questions.write_text("".join(questions[::2]), "utf-8")


def test_cold_warm_half_warm_and_one_process_alone_give_the_same_bytes(tmp_path: Path) -> None:
    site, other = tmp_path / "site", tmp_path / "other"
    copy_site(site)
    copy_site(other)
    cold = files_of_a_build(site)
    assert "lessons/skip-connections/index.html" in cold
    assert differences(cold, files_of_a_build(site)) == [], "warm"
    forget_half(site)
    assert differences(cold, files_of_a_build(site)) == [], "half-warm"
    assert differences(cold, files_of_a_build(other, ["-c", WITH_ONE_PROCESS])) == [], "one process"
