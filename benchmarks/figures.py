"""What the figures cost: drawing all of them for the first time, and building when they are drawn already."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.building import Cost, build
from benchmarks.report import Row

ROOT = Path(__file__).parent.parent
LEFT_OUT = (".*", "__pycache__", "dist", "node_modules", "published", "site", "tests")
"""What no build of the site reads, the drawings above all."""
NEEDED = Path("tests/selfcheck/own_types")
"""What it reads of the tests: an example that the guide shows."""


def measure(copy: Path) -> Iterator[Row]:
    """Build this project's own site in a copy, first without and then with its drawings."""
    copy_site(copy)
    (first, first_s), (warm, warm_s) = _timed(copy), _timed(copy)
    name = "first build of this site over a warm one"
    yield Row(f"{name}, CPU", first.cpu_s / warm.cpu_s, "x", None, f"(warm: {warm.cpu_s:.2f} s)")
    yield Row(f"{name}, by the clock", first_s / warm_s, "x", None, f"({first_s:.1f} s, {warm_s:.1f} s)")
    yield Row("peak memory of a warm build of this site", warm.memory_mib, "MiB", None)


def copy_site(copy: Path) -> None:
    """Copy what a build of this project's own site reads, without anything that earlier builds kept."""
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    shutil.copytree(ROOT / NEEDED, copy / NEEDED, ignore=shutil.ignore_patterns("__pycache__"))


def _timed(site: Path) -> tuple[Cost, float]:
    begin = time.perf_counter()
    cost = build(site, site.with_name("out-site"))
    return cost, time.perf_counter() - begin
