"""What checks have found in question files, kept so that the next check examines no unchanged file again."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias, cast

from selfcheck.bank import Reader
from selfcheck.cache import Cache, key_of
from selfcheck.cache_version import CacheVersion
from selfcheck.code_version import version_of
from selfcheck.lint.trace import Trace
from selfcheck.lint.waived import Waiver
from selfcheck.problems import Problem
from selfcheck.quiz import Entry, Location, Quiz, Translation
from selfcheck.site import Site

_FORMAT = 3
"""The version of the kept data: raise it when their meaning changes."""

_PARTS_OF_CODE = (".py", ".html", ".yml")
_PACKAGES = ("markdown", "pymdown-extensions", "pydantic", "pyyaml", "pygments")
"""Whose versions may decide what is found, beside our own code."""


@dataclass(frozen=True, slots=True)
class FileFindings:
    """What was found in one file once it could be read: in its texts, and by the linter."""

    texts: tuple[Problem, ...] = ()
    flaws: tuple[Problem, ...] = ()
    traces: tuple[Trace, ...] = ()
    waivers: tuple[Waiver, ...] = ()


ShowProgress: TypeAlias = "Callable[[Iterable[FileFindings], int], Iterable[FileFindings]]"
"""Hands on what is found, file by file, and may show how many of so many are done."""


def unshown(findings: Iterable[FileFindings], files: int) -> Iterable[FileFindings]:
    """Hand on what is found, and show nothing."""
    return findings


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that has changed since the last check, as it was read; of a translation, with its original."""

    key: str
    quiz: Quiz
    translation: Translation | None = None

    @property
    def path(self) -> str:
        """The file, as problems name it."""
        return self.translation.path if self.translation else self.quiz.path


@dataclass(frozen=True, slots=True)
class _KeptQuestion:
    """A question of which only the id is kept, and the section where its file has stamps of sections."""

    id: str
    section: str | None = None


@dataclass
class CheckedFiles:
    """Reads question files and keeps what was found in them; without a cache, all count as changed."""

    make_reader: Callable[[], Reader]
    cache: Cache | None = None
    changed: list[ChangedFile] = field(default_factory=list)
    findings: dict[str, FileFindings] = field(default_factory=dict)
    """What was found in each file that has not changed, by the path that problems name."""

    def read(self, name: str, file: Path, display_path: str) -> Quiz:
        """The quiz in a file; of one that has not changed, its questions have nothing but an id."""
        try:
            key = key_of(name, display_path, file.read_bytes())
        except OSError:  # the reader says why
            return self._reader.read(name, file, display_path)
        if (data := self._kept(key, display_path)) is not None:
            entries = _entries(data["entries"], display_path)
            return Quiz(
                name, display_path, None, entries, frozenset(data["broken"]), _problems(data["problems"])
            )
        quiz = self._reader.read(name, file, display_path)
        self.changed.append(ChangedFile(key, quiz))
        return quiz

    def read_translation(
        self, original: Quiz, original_file: Path, language: str, file: Path, display_path: str
    ) -> Translation:
        """The translation in a file, likewise."""
        try:
            texts = (original_file.read_bytes(), file.read_bytes())
        except OSError:
            return self._reader.read_translation(original, original_file, language, file, display_path)
        key = key_of(original.name, original.path, language, display_path, *texts)
        if (data := self._kept(key, display_path)) is not None:
            return Translation(
                original.name,
                language,
                display_path,
                _entries(data["entries"], display_path),
                missing=_problems(data["missing"]),
                stale=_problems(data["stale"]),
                problems=_problems(data["problems"]),
            )
        whole = original
        if any(isinstance(entry.question, _KeptQuestion) for entry in original.entries):
            whole = self._reader.read(original.name, original_file, original.path)
        translation = self._reader.read_translation(whole, original_file, language, file, display_path)
        self.changed.append(ChangedFile(key, whole, translation))
        return translation

    def save(self) -> None:
        """Write what the reader keeps; what was found is written by `keep`."""
        if "_reader" in self.__dict__:
            self._reader.save()

    def keep(self, found: Iterable[tuple[ChangedFile, FileFindings]]) -> None:
        """Keep what was found in changed files for the next check."""
        if self.cache:
            for file, finding in found:
                self.cache.put(file.key, _to_json(file, finding))
            self.cache.save()

    @cached_property
    def _reader(self) -> Reader:
        return self.make_reader()

    def _kept(self, key: str, path: str) -> dict[str, Any] | None:
        data = self.cache.get(key) if self.cache else None
        if isinstance(data, dict):
            self.findings[path] = FileFindings(
                _problems(data["texts"]),
                _problems(data["flaws"]),
                tuple(map(Trace.from_json, data["traces"])),
                tuple(map(Waiver.from_json, data["waivers"])),
            )
            return data
        return None


def cache_of_checks(site: Site, extensions: object, with_lint: bool) -> Cache | None:
    """What is kept for checks of a site: one file for each state of code, options and extensions."""
    if site.cache_folder is None:
        return None
    folders = (Path(__file__).parent, *site.own_types)
    run_by = [sys.version, *map(version_of, _PACKAGES)]
    basis = f"{_FORMAT} {_code(folders)} {site!r} {extensions!r} {with_lint} {run_by}"
    return CacheVersion(site.cache_folder, "checked", basis)


def _code(folders: Iterable[Path]) -> str:
    """A hash of the code, since another version may find something else."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in _PARTS_OF_CODE:
                digest.update(file.read_bytes())
    return digest.hexdigest()


def _to_json(file: ChangedFile, finding: FileFindings) -> dict[str, Any]:
    read = file.translation or file.quiz
    has_stamps = any(each.section_stamp for each in read.entries)
    places = [_place(each, has_stamps) for each in read.entries]
    told = {"problems": read.problems, "texts": finding.texts, "flaws": finding.flaws}
    if file.translation:
        told |= {"missing": file.translation.missing, "stale": file.translation.stale}
    return {
        "entries": places,
        "broken": [] if file.translation else sorted(file.quiz.broken),
        "traces": [each.to_json() for each in finding.traces],
        "waivers": [each.to_json() for each in finding.waivers],
        **{name: list(map(_problem_to_json, problems)) for name, problems in told.items()},
    }


def _place(entry: Entry, has_stamps: bool) -> list[Any]:
    """An id with its line and column; where stamps are compared, also the section with its own and stamp."""
    place = [entry.id, entry.location.line, entry.location.column]
    at = entry.section_location
    return [*place, entry.section, at.line, at.column, entry.section_stamp] if has_stamps and at else place


def _entries(places: Iterable[Sequence[Any]], path: str) -> tuple[Entry, ...]:
    return tuple(_entry(path, *place) for place in places)


def _entry(path: str, name: str, line: int, column: int, section: str = "", *stamped: Any) -> Entry:
    question, at = cast(Any, _KeptQuestion(name, section or None)), Location(path, line, column)
    if not stamped:
        return Entry(question, at, None)
    section_line, section_column, stamp = stamped
    return Entry(question, at, Location(path, section_line, section_column), section_stamp=stamp)


def _problem_to_json(problem: Problem) -> list[Any]:
    return [getattr(problem, each.name) for each in fields(Problem)]


def _problems(listed: Iterable[Sequence[Any]]) -> tuple[Problem, ...]:
    return tuple(Problem(*each) for each in listed)
