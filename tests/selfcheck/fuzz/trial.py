"""What must hold for any question file and any page, however damaged."""

from __future__ import annotations

import re
import signal
import tempfile
import traceback
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType

from markdown import Markdown

from selfcheck.bank import Bank
from selfcheck.build import Build
from selfcheck.extension import SelfCheckExtension
from selfcheck.problems import Problem
from selfcheck.quiz import Quiz
from selfcheck.quiz_text import read_quiz
from selfcheck.site import Site
from selfcheck.yaml_syntax import lines_of
from tests.selfcheck.fuzz.damage import Specimen, specimen
from tests.selfcheck.golden import EXTENSIONS

PATH = "quizzes/quiz.yml"
EVERYTHING = ("explanation", "feedback", "hints", "objective", "section")
OPTIONS = {"pymdownx.tabbed": {"alternate_style": True}}

MOST_SECONDS = 1.0
"""Of processor time, for one file and its page."""


class Broken(Exception):
    """A promise that a file or its page breaks."""


class Hang(BaseException):
    """A file took longer than any may; nothing that deals with failures catches it."""


def failures(first: int, count: int) -> tuple[int, dict[int, str]]:
    """How many of these specimens are sound, and by seed what went wrong with others."""
    sound, wrong = 0, {}
    for seed in range(first, first + count):
        try:
            sound += check(specimen(seed), *(EVERYTHING if seed % 2 else ()))
        except (Exception, Hang):  # whatever it is, it is what is looked for
            wrong[seed] = traceback.format_exc()
    return sound, wrong


def check(damaged: Specimen, *require: str) -> bool:
    """Read the file and convert the page; whether the file is sound. Raises where a promise is broken."""
    with _in_time():
        quiz = read_quiz("quiz", PATH, damaged.file, require)
        if not quiz.problems and not quiz.entries:
            raise Broken("a file without questions is told nothing")
        _check_places(quiz.problems, lines_of(damaged.file))
        if quiz.entries:
            problems = _shown(quiz, damaged)
            of_file = {problem for problem in problems if problem.path == PATH}
            _check_places(of_file, lines_of(damaged.file))
            # A carriage return ends a line of a page as well.
            _check_places(set(problems) - of_file, re.split(r"\r\n?|\n", damaged.page))
    return not quiz.problems


def _check_places(problems: Collection[Problem], lines: list[str]) -> None:
    for problem in problems:
        if not problem.message or not problem.hint or "\n" in str(problem):
            raise Broken(f"no message in one line: {problem!r}")
        if problem.line is None or not 1 <= problem.line <= len(lines):
            raise Broken(f"a line outside the file: {problem!r}")
        if problem.column is not None and not 1 <= problem.column <= len(lines[problem.line - 1]) + 1:
            raise Broken(f"a column outside the line: {problem!r}")


def _shown(quiz: Quiz, damaged: Specimen) -> list[Problem]:
    """What is told of the sound questions of a file where a page shows them."""
    page, build = _converter()
    (build.site.root / PATH).write_text(damaged.file, "utf-8", errors="replace")
    build.bank = Bank({"quiz": quiz})
    build.problems.clear()
    page.reset()
    try:
        page.convert(damaged.page)
    except Exception as error:
        # An extension may fail over a text of the page, where nothing of ours is at work.
        if any(
            "selfcheck" in Path(each.filename).parts for each in traceback.extract_tb(error.__traceback__)[1:]
        ):
            raise
    return build.problems


@cache
def _converter() -> tuple[Markdown, Build]:
    """One for all files, as a build has one for all pages."""
    root = Path(_folder().name)
    (root / PATH).parent.mkdir()
    build = Build(Site(root, cache=""))
    return Markdown(
        extensions=[*EXTENSIONS, SelfCheckExtension(build=build)], extension_configs=OPTIONS
    ), build


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Where the file stands while the page is converted; removed when the process ends."""
    return tempfile.TemporaryDirectory(prefix="selfcheck-fuzz-")


@contextmanager
def _in_time() -> Iterator[None]:
    """Raise `Hang` where the code inside takes too long."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise Hang(f"more than {MOST_SECONDS} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
