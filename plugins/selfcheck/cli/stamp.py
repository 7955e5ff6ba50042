"""`selfcheck stamp`: notes in question files what questions and translations were last compared with."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import click

from selfcheck.bank import Bank
from selfcheck.checking import Scope
from selfcheck.cli.configured import CannotRun, config
from selfcheck.cli.scope import scope_of, stop_if_empty
from selfcheck.configuration import plugins_of
from selfcheck.errors import ProblemsFound
from selfcheck.problems import Problem, nearest
from selfcheck.quiz import Entry
from selfcheck.sections.pages import Sections, SectionsUnreadable
from selfcheck.stamping import OF_SECTION, OF_TRANSLATION, Field, NotStampable, write_stamps
from selfcheck.translation.language import files_by_language, lookup


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--question",
    "ids",
    multiple=True,
    metavar="ID",
    help="Stamp this question alone; may be given several times.",
)
@config
def stamp(paths: tuple[Path, ...], ids: tuple[str, ...], config_file: Path) -> None:
    """Stamp questions as in agreement with their sections, and translations with their originals.

    All of them, or those in PATHS. A stamp is a short hash of the section's text, or of the original's texts.
    Once these change, `check` says so, and so does a build.

    Ends with 1 if files have problems, and with 2 if a stamp cannot be written.
    """
    scope = scope_of(paths, config_file)
    stop_if_empty(scope, scope.bank, config_file)
    _stop_if_unknown(ids, scope.bank)
    stamping = _Stamping(scope, frozenset(ids))
    try:
        stamping.run()
    except SectionsUnreadable as error:
        raise CannotRun(f"the pages are not read: {error}") from error
    for line in stamping.left_out:
        click.echo(line, err=True)
    if stamping.problems:
        click.echo(str(ProblemsFound(stamping.problems)), err=True)
    if stamping.failures:
        raise CannotRun("\n".join(stamping.failures))
    sys.exit(1 if stamping.problems else 0)


@dataclass
class _Stamping:
    """Writes the stamps of a scope, file by file; what goes wrong in one keeps none of the others back."""

    scope: Scope
    ids: Collection[str]
    problems: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    """Questions whose section cannot be read, or is another in their language."""
    failures: list[str] = field(default_factory=list)
    """Files that cannot be written."""

    def run(self) -> None:
        """Stamp every question whose file has no problem."""
        sections = Sections(self.scope.site, self.scope.extensions)
        bank = self.scope.bank
        listed = {*(each.path for each in bank.quizzes.values()), *(each.path for each in bank.translations)}
        self.problems += [each for each in bank.problems if each.path not in listed]
        for quiz in bank.quizzes.values():
            self.problems += quiz.problems
            if not quiz.problems:
                self._write(quiz.path, OF_SECTION, self._stamps(quiz.entries, sections))
        for each in bank.translations:
            self.problems += each.problems
            if not each.problems:
                self._write(each.path, OF_TRANSLATION, each.stamps)
                own = (entry for entry in each.entries if entry.section_location != entry.location)
                self._write(each.path, OF_SECTION, self._stamps(own, sections, each.language))
        sections.save(is_whole=not (self.scope.paths or self.ids))

    def _stamps(self, entries: Iterable[Entry], sections: Sections, language: str = "") -> dict[str, str]:
        """The stamps of questions that name a section, by their ids; `language` is that of a translation."""
        found = {}
        for entry in entries:
            if entry.section and self._is_meant(entry.id):
                page = entry.section.partition("#")[0]
                stamp = sections.stamp(entry.section)
                if other := self._file_in(language or entry.language, page):
                    self._leave_out(entry, f"pages in its language show {other}, which is not compared")
                elif stamp is None:
                    reason = sections.unread.get(page, "it is not in the Markdown of the pages")
                    self._leave_out(entry, reason)
                else:
                    found[entry.id] = stamp
        return found

    def _file_in(self, language: str, page: str) -> str | None:
        """The file that mkdocs-static-i18n takes for a page in a language, if it is not the page's own."""
        if not (language and self._has_i18n):
            return None
        beside = files_by_language(self.scope.site.root / self.scope.site.docs / page)
        return next((beside[tag].name for tag in lookup(language) if tag in beside), None)

    @cached_property
    def _has_i18n(self) -> bool:
        file = self.scope.config_file
        return file is not None and "i18n" in plugins_of(file)

    def _leave_out(self, entry: Entry, reason: str) -> None:
        at = entry.section_location or entry.location
        self.left_out.append(
            f"{at.path}:{at.line}:{at.column}: {entry.id}: not stamped: {entry.section}: {reason}"
        )

    def _write(self, path: str, field: Field, stamps: Mapping[str, str]) -> None:
        meant = {name: stamp for name, stamp in stamps.items() if self._is_meant(name)}
        try:
            for question in write_stamps(self.scope.site.root / path, field, meant):
                click.echo(f"{path}: {question} stamped")
        except NotStampable as error:
            self.failures.append(f"{path}:{error}")
        except OSError as error:
            self.failures.append(f"{path}: {error.strerror}; make it writable")

    def _is_meant(self, name: str) -> bool:
        return not self.ids or name in self.ids


def _stop_if_unknown(ids: Iterable[str], bank: Bank) -> None:
    known = {*bank.entries, *(entry.id for each in bank.translations for entry in each.entries)}
    for name in ids:
        if name not in known:
            raise CannotRun(f'there is no sound question "{name}" here; {nearest(name, known)}')
