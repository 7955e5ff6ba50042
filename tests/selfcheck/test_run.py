"""The builds of one command, of which some run inside another."""

from __future__ import annotations

from pathlib import Path

from selfcheck.build import Run
from selfcheck.site import Site


def test_all_builds_are_told_once_the_outermost_has_ended(tmp_path: Path) -> None:
    run, site = Run(), Site(tmp_path)
    begun, told = [], []
    begun.append(run.begin(site))
    for _ in range(2):
        begun.append(run.begin(site))
        told.append(run.end())
    assert told == [[], []]
    assert run.end() == begun
    assert not run.has_begun


def test_the_next_run_begins_with_nothing(tmp_path: Path) -> None:
    run, site = Run(), Site(tmp_path)
    run.begin(site)
    run.end()
    alone = run.begin(site)
    assert run.end() == [alone]
