"""A question file on the disk: its size, its encoding, and what an earlier build kept of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from selfcheck.expressions import Functions
from selfcheck.kept import Kept
from selfcheck.problems import Problem
from selfcheck.question_types import QuestionType, discover
from selfcheck.quiz import Quiz
from selfcheck.quiz_data import frozen, thawed
from selfcheck.quiz_text import read_quiz
from selfcheck.yaml_syntax import lines_of

MOST_BYTES = 1_000_000
"""A question file above this is refused: some 1,000 questions stay far below it."""

_FORMAT = 2
"""Raise it when what is kept changes its meaning."""


@dataclass(frozen=True)
class QuizFiles:
    """Reads question files. Parsing is slow: what was sound is kept in `cache` by the hash of its bytes."""

    require: frozenset[str]
    cache: Path | None = None
    types: Mapping[str, QuestionType] = field(default_factory=discover)
    functions: Functions = field(default_factory=dict)

    def read(self, name: str, file: Path, shown: str) -> Quiz:
        """The quiz in `file`; `shown` is its name in problems."""
        size = file.stat().st_size
        if size > MOST_BYTES:
            message = f"the file has {size:,} bytes; at most {MOST_BYTES:,}"
            return _unreadable(name, Problem(shown, 1, 1, "", message, "split it into several files"))
        content = file.read_bytes()
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = lines_of(error.object[: error.start].decode("utf-8-sig"))
            line, column = len(before), len(before[-1]) + 1
            message, hint = "the file is not UTF-8", "save it with the encoding UTF-8"
            return _unreadable(name, Problem(shown, line, column, "", message, hint))
        key = hashlib.sha256(f"{name}\n{shown}\n".encode() + content).hexdigest()[:24]
        return self._known(key, name, shown) or self._read_afresh(key, name, shown, text)

    def save(self) -> None:
        """Keep what has been read since."""
        if self._kept:
            self._kept.save()

    def _known(self, key: str, name: str, shown: str) -> Quiz | None:
        data = self._kept.get(key) if self._kept else None
        return thawed(data, name, shown, self.types, self.functions) if data else None

    def _read_afresh(self, key: str, name: str, shown: str, text: str) -> Quiz:
        quiz = read_quiz(name, shown, text, self.require, self.types, self.functions)
        if self._kept and not quiz.problems:
            self._kept.put(key, frozen(quiz))
        return quiz

    @cached_property
    def _kept(self) -> Kept | None:
        """One file for each version of the code and each set of options that decides what is sound."""
        if self.cache is None:
            return None
        basis = f"{_FORMAT} {_code_hash(self.types.values())} {sorted(self.require)}"
        return Kept(self.cache / f"questions.{hashlib.sha256(basis.encode()).hexdigest()[:12]}.json")


def _unreadable(name: str, problem: Problem) -> Quiz:
    return Quiz(name, problem.path, None, (), frozenset(), (problem,))


def _code_hash(types: Iterable[QuestionType]) -> str:
    """A hash of the models: what an older version kept is not read by a newer one."""
    folders = (Path(__file__).parent, *(kind.folder for kind in types))
    files = dict.fromkeys(file for each in folders for file in sorted(each.rglob("*.py")))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
