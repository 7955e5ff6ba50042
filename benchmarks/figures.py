"""What the figures cost: drawing all of them for the first time, and building when they are drawn already."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.building import build
from benchmarks.report import Row

ROOT = Path(__file__).parent.parent
LEFT_OUT = (".*", "__pycache__", "dist", "node_modules", "site", "tests")
"""What no build of the site reads, the drawings above all."""


def measure(folder: Path) -> Iterator[Row]:
    """Build this project's own site in a copy, first without and then with its drawings."""
    copy = folder / "site"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    first = build(copy, folder / "out-site")
    warm = build(copy, folder / "out-site")
    yield Row(
        "first build of this site over a warm one",
        first.cpu_s / warm.cpu_s,
        "x",
        None,
        f"(warm: {warm.cpu_s:.2f} s)",
    )
    yield Row("peak memory of a warm build", warm.memory_mib, "MiB", None)
