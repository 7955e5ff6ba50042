"""Work that processes share gives what one process would give, and fails as it would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from selfcheck import processes
from selfcheck.processes import each_in_processes
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.samples import LONG
from tests.selfcheck.sites import draw, environment

pytestmark = pytest.mark.skipif(not processes.CAN_FORK, reason="this system has no safe fork")

SHARED = """
from selfcheck import processes
processes._processors = lambda: 2
"""


def in_own_process(code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process without threads, as the command is."""
    return subprocess.run([sys.executable, "-c", SHARED + code], capture_output=True, text=True, timeout=60)


def test_results_of_other_processes_come_in_the_order_of_things() -> None:
    done = in_own_process(
        "import os\n"
        "work = lambda thing: (thing * thing, os.getpid())\n"
        "found = list(processes.each_in_processes(work, range(1000), is_worth_it=True))\n"
        "assert [square for square, _ in found] == [n * n for n in range(1000)]\n"
        "print(os.getpid() in {process for _, process in found})\n"
    )
    assert (done.stdout, done.stderr) == ("False\n", "")


def test_an_error_of_one_thing_is_raised_where_the_work_was_asked_for() -> None:
    done = in_own_process(
        "try:\n"
        "    list(processes.each_in_processes((1).__floordiv__, [1, 0], is_worth_it=True))\n"
        "except ZeroDivisionError as error:\n"
        "    print('told', error)\n"
    )
    assert done.stdout.startswith("told integer division"), done.stderr


def test_a_process_that_dies_ends_the_work_with_an_error() -> None:
    done = in_own_process(
        "import os, signal\n"
        "die = lambda thing: os.kill(os.getpid(), signal.SIGKILL)\n"
        "list(processes.each_in_processes(die, range(8), is_worth_it=True))\n"
    )
    assert done.returncode == 1
    assert BrokenProcessPool.__name__ in done.stderr


@pytest.mark.parametrize(
    ("is_worth_it", "processors", "other_thread"),
    [(False, 2, False), (True, 1, False), (True, 2, True)],
    ids=["little to do", "one processor", "another thread"],
)
def test_one_process_does_it_all_where_a_fork_is_no_gain_or_not_safe(
    is_worth_it: bool, processors: int, other_thread: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_processors", lambda: processors)
    monkeypatch.setattr(threading, "active_count", lambda: 1 + other_thread)
    found = each_in_processes(lambda _: os.getpid(), range(4), is_worth_it=is_worth_it)
    assert set(found) == {os.getpid()}


CHECK = """
from selfcheck import file_checks
file_checks._FEWEST_QUESTIONS = 10
from selfcheck.cli import main
main(["check", "--format", "json"])
"""


@pytest.mark.parametrize("processors", [1, 2])
def test_a_check_finds_the_same_by_any_number_of_processes(processors: int, tmp_path: Path) -> None:
    names = [f"long-{number:02}" for number in range(40)]
    files = {f"quizzes/{name}.yml": quiz_of(LONG.replace("id: long", f"id: {name}")) for name in names}
    code = SHARED.replace("lambda: 2", f"lambda: {processors}") + CHECK
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=draw(tmp_path, files),
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (1, "")
    found = [(each["path"], each["code"]) for each in json.loads(done.stdout)["problems"]]
    of_files = [each for each in found if each[0].endswith(".yml")]
    assert of_files == [(f"quizzes/{name}.yml", "longest-key") for name in names]
    assert ("quizzes", "key-is-longest") in found
