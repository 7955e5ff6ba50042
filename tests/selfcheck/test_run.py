"""The builds of one command, of which some run inside another."""

from __future__ import annotations

from pathlib import Path

from selfcheck.build import Run
from selfcheck.site import Site


def test_all_builds_are_told_once_the_outermost_has_ended(tmp_path: Path) -> None:
    run, site = Run(), Site(tmp_path)
    outer = run.begin(site)
    assert not run.is_nested
    inner = [run.begin(site)]
    assert run.is_nested
    assert run.end() == []
    inner.append(run.begin(site))
    assert run.end() == []
    assert run.has_begun
    assert run.end() == [outer, *inner]
    assert not run.has_begun


def test_the_next_run_begins_with_nothing(tmp_path: Path) -> None:
    run, site = Run(), Site(tmp_path)
    run.begin(site)
    run.end()
    alone = run.begin(site)
    assert run.end() == [alone]
