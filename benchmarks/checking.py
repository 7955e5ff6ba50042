"""What `selfcheck check` takes over a bank of questions, with and without looking for flaws."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.building import PYTHON
from benchmarks.content import QUESTIONS_A_PAGE, Author
from benchmarks.report import Row
from benchmarks.sites import OURS, WAYS, write

COMMAND = PYTHON.with_name("selfcheck")
FEW, MANY = 1_000, 10_000
TARGETS_WARM_S = {FEW: 0.5, MANY: 2}
TARGET_COLD_S = 12


def measure(folder: Path, rounds: int, sizes: Sequence[int]) -> Iterator[Row]:
    """Processor time of the command, and time on the clock where processes share the work.

    A target is for the number of questions it was set for.
    """
    for questions in sizes:
        pages = Author().pages(questions // QUESTIONS_A_PAGE)
        bank = write(folder / str(questions), WAYS[OURS], pages)
        name = f"check, {questions} questions"
        cold = [_check(bank, is_cold=True) for _ in range(rounds)]
        target = TARGET_COLD_S if questions == MANY else None
        yield Row(f"{name}, cold, with flaws, by the clock", median(each.clock for each in cold), "s", target)
        yield Row(f"{name}, cold, with flaws", median(each.processor for each in cold), "s", None)
        warm = TARGETS_WARM_S.get(questions)
        for said, options in (("with flaws", ()), ("without flaws", ("--no-lint",))):
            _check(bank, *options)
            spent = [_check(bank, *options).processor for _ in range(rounds)]
            yield Row(f"{name}, warm, {said}", median(spent), "s", warm)


@dataclass(frozen=True)
class _Spent:
    """Seconds of one run: on the clock, and of all processors together."""

    clock: float
    processor: float


def _check(bank: Path, *options: str, is_cold: bool = False) -> _Spent:
    """What one run took. Raises RuntimeError with its output where it could not look at the bank."""
    if is_cold:
        shutil.rmtree(bank / ".cache", ignore_errors=True)
    log = bank.with_suffix(".log")
    # Byte code is kept, as on most machines.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with log.open("w") as output:
        command = [str(COMMAND), "check", *options]
        begin = perf_counter()
        process = subprocess.Popen(command, cwd=bank, stdout=output, stderr=output, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        clock = perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(log.read_text())
    return _Spent(clock, usage.ru_utime + usage.ru_stime)
