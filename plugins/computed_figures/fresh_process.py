"""A question put to a Python process of its own, and how that process answers it: JSON both ways.

Such a process reads the newest source of the project's modules, keeps what it imports out of the host, and
lets no file's settings reach another. Where forking is safe, it is a fork of a process that has imported
`module` alone, and does not read that one again.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from computed_figures import forks
from computed_figures.fresh_import import read_sources_of
from computed_figures.problems import Problem, ProblemError

_PACKAGES = Path(__file__).parent.parent

_ONE_THREAD = dict.fromkeys(("MKL_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
"""What lets the libraries below numpy compute in one thread. There is a process for each core already: their
threads would wait for each other, and on two cores took up to six times the time. Nor may the number of cores
decide the order in which numbers are added.
"""

Request = Mapping[str, Any]


class ProcessEndedError(RuntimeError):
    """The process ended without an answer; the message gives its exit code."""


def ask(module: str, request: Request, roots: Sequence[Path], project: Path) -> dict[str, Any]:
    """Run `module`, whose `main` calls `answer`, in the project's folder; return what it replied.

    It finds modules under `roots`. Raises ProblemError for a problem that it replied with, and
    ProcessEndedError.
    """
    written, code = _answered(
        module, json.dumps({**request, "roots": [str(root) for root in roots]}), project
    )
    if code != 0:
        raise ProcessEndedError(f"ended with exit code {code}")
    reply: dict[str, Any] = json.loads(written)
    if "problem" in reply:
        raise ProblemError(readable(Problem(**reply["problem"]), project))
    return reply


def readable(problem: Problem, project: Path) -> Problem:
    """Return a problem whose message names the project's files from its root."""
    return replace(problem, message=problem.message.replace(f"{project}{os.sep}", ""))


def _answered(module: str, request: str, project: Path) -> tuple[str, int]:
    """Return what the process wrote, and its exit code."""
    if forks.CAN_FORK:
        # A server may have been ended from outside: then a process of its own answers.
        with contextlib.suppress(forks.ServerEndedError):
            return forks.answered(module, request, _environment(), project)
    done = subprocess.run(
        [sys.executable, "-P", "-m", module],
        input=request,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=_environment(),
        cwd=project,
        check=False,
    )
    return done.stdout, done.returncode


def answer(reply: Callable[[Request], Mapping[str, object]]) -> None:
    """Answer the request on standard input with what `reply` returns, or with the problem that it raises."""
    request = json.load(sys.stdin)
    read_sources_of(map(Path, request["roots"]))
    stdout = sys.stdout.fileno()
    # What a project's own code prints, or a program that it starts, must not mix with the answer.
    with (
        os.fdopen(os.dup(stdout), "w", encoding="utf-8") as answers,
        contextlib.redirect_stdout(sys.stderr),
    ):
        os.dup2(sys.stderr.fileno(), stdout)
        try:
            said = reply(request)
        except ProblemError as error:
            said = {"problem": asdict(error.problem)}
        json.dump(said, answers)


def _environment() -> dict[str, str]:
    paths = [str(_PACKAGES), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **os.environ,
        **_ONE_THREAD,
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
        "MPLBACKEND": "svg",
    }
