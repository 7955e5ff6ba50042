"""How much longer a build takes, and how much more memory, than one of the same text as plain lists."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.building import Cost, build
from benchmarks.corpus import write_sites
from benchmarks.report import Row

TARGET_COLD, TARGET_WARM = 1.25, 1.10


def measure(folder: Path, rounds: int = 5) -> Iterator[Row]:
    """Alternate the three builds, so that a busy machine is busy for all of them alike."""
    quiz, lists = write_sites(folder)
    build(lists, folder / "out-lists")  # the first run of all pays for byte code and disk
    build(quiz, folder / "out-quiz")
    costs: list[tuple[Cost, Cost, Cost]] = []
    for _ in range(rounds):
        baseline = build(lists, folder / "out-lists")
        shutil.rmtree(quiz / ".cache", ignore_errors=True)
        cold = build(quiz, folder / "out-quiz")
        costs.append((baseline, cold, build(quiz, folder / "out-quiz")))
    base = min(cost[0].cpu_s for cost in costs)
    shown = f"(lists: {base:.2f} s; median of paired ratios "
    for name, place, target in (("cold", 1, TARGET_COLD), ("warm cache", 2, TARGET_WARM)):
        best = min(cost[place].cpu_s for cost in costs) / base
        paired = median(cost[place].cpu_s / cost[0].cpu_s for cost in costs)
        yield Row(
            f"build CPU, 1,000 questions, {name}, over lists", best, "x", target, f"{shown}{paired:.2f})"
        )
    memory = median(cost[1].memory_mib / cost[0].memory_mib for cost in costs)
    peak = median(cost[1].memory_mib for cost in costs)
    yield Row("peak memory, cold, over lists", memory, "x", None, f"({peak:.0f} MiB)")
