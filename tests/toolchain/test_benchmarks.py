"""Every measurement comes to its end; what it measures is no promise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import audits
from benchmarks.audits import MOST_LOST, PAGES
from selfcheck.question_types import discover
from tools import peer_environments


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_every_measurement_is_printed_beside_its_target() -> None:
    sizes = ["--questions", "100", "200", "--checked", "100"]
    # It drives browsers of its own, which it cannot where a test of this process has one.
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--rounds", "1", *sizes], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    rows = done.stdout.splitlines()
    weighed = [f"script and style of {name}," for name in discover()]
    ways = ("cold", "warm", "one question changed", *peer_environments.names())
    built = [f"build CPU, {size} questions, {way}, over lists" for size in (100, 200) for way in ways]
    measured = [
        "build CPU, cold, 200 questions over 100",
        "build CPU, 100 questions, cold, less mkdocs-quiz",
        "build CPU, the plugin where no question is shown",
        "build CPU, the plugin where one question is shown",
        "check, 100 questions, cold, with flaws",
        "check, 100 questions, warm, with flaws",
        "peak memory",
        "script of the menu",
        "HTML a question",
        "marks: script and style",
        "marks: data a question",
        "progress: script and style",
        "first build of this site",
        "saved question file until it is served",
        *(f"{page}: {category}" for page in PAGES for category in (*MOST_LOST, "loads", "layout shift")),
    ]
    for name in weighed + built + measured:
        assert [row for row in rows if row.startswith(name)], name


def test_a_load_without_a_trace_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = ["NO_NAVSTART: no trace", "NO_NAVSTART: no trace", "NO_FCP: nothing painted", "never asked"]
    left = iter(said)

    def load(address: str, report: Path) -> None:
        raise RuntimeError(next(left))

    monkeypatch.setattr(audits, "_load", load)
    with pytest.raises(RuntimeError, match="NO_FCP"):
        audits.audit("http://127.0.0.1:1/", tmp_path / "report.json")
    assert list(left) == ["never asked"]
    left = iter(said[:2])
    with pytest.raises(RuntimeError, match="NO_NAVSTART"):
        audits.audit("http://127.0.0.1:1/", tmp_path / "report.json", attempts=2)
