"""All question files of a site: items by id, and what is wrong with the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from selfcheck.problems import Problem
from selfcheck.quiz import Entry, Quiz

SUFFIXES = (".yml", ".yaml")


class Reader(Protocol):
    """Reads question files, and keeps for later builds what it found in them."""

    def read(self, name: str, file: Path, shown: str) -> Quiz:
        """The quiz in a file; `name` is the quiz's, `shown` the file's in problems."""

    def save(self) -> None:
        """Keep what has been read."""


@dataclass(frozen=True)
class Bank:
    """The quizzes of a site by name; problems of single files and of all of them together."""

    quizzes: Mapping[str, Quiz]
    problems: tuple[Problem, ...] = ()

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every sound item by id; of two with the same id, the first."""
        found: dict[str, Entry] = {}
        for quiz in self.quizzes.values():
            for entry in quiz.entries:
                found.setdefault(entry.item.id, entry)
        return found

    @cached_property
    def broken(self) -> frozenset[str]:
        """The ids of items that have problems of their own."""
        return frozenset().union(*(quiz.broken for quiz in self.quizzes.values()))


@dataclass
class Shelf:
    """Reads the folders of a site again and again, a file only when it has changed."""

    folders: Sequence[Path]
    root: Path
    make_reader: Callable[[], Reader]
    """Called when there is a file to read."""
    _kept: dict[Path, tuple[tuple[int, int], Quiz]] = field(default_factory=dict)

    def bank(self) -> Bank:
        """The bank as the disk has it now."""
        quizzes: dict[str, Quiz] = {}
        problems: list[Problem] = []
        for folder in self.folders:
            shown = self.shown(folder)
            if not folder.is_dir():
                hint = "create it, or name the right folders by the option `quizzes`"
                problems.append(Problem(shown, None, None, "", "there is no such folder", hint))
                continue
            for file in _question_files(folder):
                name = file.relative_to(folder).with_suffix("").as_posix()
                if name in quizzes:
                    message = f'a second quiz named "{name}"; the first is {quizzes[name].path}'
                    problems.append(
                        Problem(self.shown(file), 1, 1, "", message, "rename one of the two files")
                    )
                elif outside := _leads_outside(file, folder):
                    hint = "copy the file into the folder, or name its own folder by the option `quizzes`"
                    problems.append(Problem(self.shown(file), 1, 1, "", outside, hint))
                else:
                    quizzes[name] = self._quiz(name, file)
        if quizzes:
            self._reader.save()
        problems += [problem for quiz in quizzes.values() for problem in quiz.problems]
        return Bank(quizzes, (*problems, *_twins(quizzes.values())))

    def shown(self, path: Path) -> str:
        """How a path is named in problems: from the root of the site where it lies below it."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)

    @cached_property
    def _reader(self) -> Reader:
        return self.make_reader()

    def _quiz(self, name: str, file: Path) -> Quiz:
        status = file.stat()
        stamp = (status.st_mtime_ns, status.st_size)
        kept = self._kept.get(file)
        if kept is None or kept[0] != stamp:
            kept = self._kept[file] = (stamp, self._reader.read(name, file, self.shown(file)))
        return kept[1]


def _question_files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.suffix in SUFFIXES and not hidden and (file.is_file() or file.is_symlink()):
            yield file


def _leads_outside(file: Path, folder: Path) -> str | None:
    if not file.is_symlink():
        return None
    if not file.exists():
        return "the symbolic link leads nowhere"
    if not file.resolve().is_relative_to(folder.resolve()):
        return "the symbolic link leads out of the folder"
    return None


def _twins(quizzes: Iterable[Quiz]) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for quiz in quizzes:
        for entry in quiz.entries:
            name, place = entry.item.id, entry.place
            if name in first:
                other = first[name].place
                message = f'the id "{name}" is given twice; the first is {other.path}:{other.line}'
                yield Problem(
                    place.path, place.line, place.column, name, message, "give one of the two another id"
                )
            first.setdefault(name, entry)
