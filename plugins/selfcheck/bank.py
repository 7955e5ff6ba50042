"""All question files of a site: items by id, and the problems of the files together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from selfcheck.pages.path import path_from
from selfcheck.problems import Problem
from selfcheck.quiz import Entry, Quiz

SUFFIXES = (".yml", ".yaml")


class Reader(Protocol):
    """Reads question files, and caches the results for later builds."""

    def read(self, name: str, file: Path, display_path: str) -> Quiz:
        """The quiz with this name in a file, which problems name by `display_path`."""

    def save(self) -> None:
        """Write the cache."""


@dataclass(frozen=True)
class Bank:
    """The quizzes of a site by name, and the problems of single files and of all of them together."""

    quizzes: Mapping[str, Quiz]
    problems: tuple[Problem, ...] = ()

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every valid item by id; of two with the same id, the first."""
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
    """The question folders of a site. Each file is parsed again only after it has changed."""

    folders: Sequence[Path]
    root: Path
    make_reader: Callable[[], Reader]
    """Called once there is a file to read, since a site without questions should not load a reader."""
    _kept: dict[Path, tuple[tuple[int, int], Quiz]] = field(default_factory=dict)

    def bank(self) -> Bank:
        """The bank with the present content of the folders."""
        quizzes: dict[str, Quiz] = {}
        problems: list[Problem] = []
        for folder in self.folders:
            path = self.display_path(folder)
            if not folder.is_dir():
                hint = "create it, or name the right folders by the option `quizzes`"
                problems.append(Problem(path, None, None, "", "there is no such folder", hint))
                continue
            for file in _question_files(folder):
                name = file.relative_to(folder).with_suffix("").as_posix()
                if name in quizzes:
                    message = f'a second quiz named "{name}"; the first is {quizzes[name].path}'
                    problems.append(
                        Problem(self.display_path(file), 1, 1, "", message, "rename one of the two files")
                    )
                elif outside := _leads_outside(file, folder):
                    hint = "copy the file into the folder, or name its own folder by the option `quizzes`"
                    problems.append(Problem(self.display_path(file), 1, 1, "", outside, hint))
                else:
                    quizzes[name] = self._quiz(name, file)
        if quizzes:
            self._reader.save()
        problems += [problem for quiz in quizzes.values() for problem in quiz.problems]
        return Bank(quizzes, (*problems, *_twins(quizzes.values())))

    def display_path(self, path: Path) -> str:
        """A path as problems name it: from the root of the site."""
        return path_from(self.root, path)

    @cached_property
    def _reader(self) -> Reader:
        return self.make_reader()

    def _quiz(self, name: str, file: Path) -> Quiz:
        status = file.stat()
        stamp = (status.st_mtime_ns, status.st_size)
        kept = self._kept.get(file)
        if kept is None or kept[0] != stamp:
            kept = self._kept[file] = (stamp, self._reader.read(name, file, self.display_path(file)))
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
            name, at = entry.item.id, entry.location
            if name in first:
                other = first[name].location
                message = f'the id "{name}" is given twice; the first is {other.path}:{other.line}'
                yield Problem(at.path, at.line, at.column, name, message, "give one of the two another id")
            first.setdefault(name, entry)
