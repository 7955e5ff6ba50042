"""What the plugin costs however few questions there are: where none is shown, and where one is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.building import build
from benchmarks.content import Author
from benchmarks.report import Row
from benchmarks.sites import LISTS, OURS, WAYS, write

TARGET_NONE_S, TARGET_ONE_S = 0.03, 0.15


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """Processor time beyond the same site without the plugin; three times the rounds, as they are short."""
    (page,) = Author().pages(1)
    one = [replace(page, questions=page.questions[:1])]
    plain = write(folder / "one-as-list", WAYS[LISTS], one)
    shown = write(folder / "one-question", WAYS[OURS], one)
    none = write(folder / "no-question", replace(WAYS[LISTS], plugin=WAYS[OURS].plugin), one)
    for site in (shown, none):
        build(site, folder / "out")  # pays for byte code
    beyond: dict[Path, list[float]] = {none: [], shown: []}
    for _ in range(3 * rounds):
        lists = build(plain, folder / "out")
        for site, seconds in beyond.items():
            seconds.append(build(site, folder / "out").cpu_s - lists.cpu_s)
    yield Row("build CPU, the plugin where no question is shown", median(beyond[none]), "s", TARGET_NONE_S)
    yield Row("build CPU, the plugin where one question is shown", median(beyond[shown]), "s", TARGET_ONE_S)
