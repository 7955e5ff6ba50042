"""Checks question files without building a site: all of a site's, or some, wherever they stand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from selfcheck.bank import Bank, Reader, Shelf
from selfcheck.configuration import published_files
from selfcheck.configuration_file import is_of_zensical, settings_of
from selfcheck.errors import in_order
from selfcheck.kept_findings import CheckedFiles, ShowProgress, cache_of_checks, unshown
from selfcheck.lint.bank_tests import examine_bank
from selfcheck.lint.waived import unused_waivers
from selfcheck.pages.path import path_from
from selfcheck.problems import Problem
from selfcheck.site import Site
from selfcheck.translation.naming import SUFFIXES
from selfcheck.waivable import OF_LINTER

if TYPE_CHECKING:
    from selfcheck.built_site import BuiltSite

OF_PAGES = "what needs pages (sections, links, pictures, fences): "
"""Begins what is said of them where none are looked at."""


@dataclass(frozen=True)
class Scope:
    """The question files of a site, or those below `paths`, which may stand anywhere."""

    site: Site
    config_file: Path | None = None
    paths: tuple[Path, ...] = ()

    @cached_property
    def bank(self) -> Bank:
        """What stands in the files, with the problems of those in the scope alone."""
        return self._within(self.whole_bank)

    @cached_property
    def whole_bank(self) -> Bank:
        """What stands in all files read, also outside the scope, such as the original of a translation."""
        return self._shelf.bank()

    def read_by(self, reader: CheckedFiles) -> Bank:
        """The same as another reader gives it."""
        shelf = self._shelf
        anew = Shelf(shelf.folders, shelf.root, lambda: reader, shelf.alone, shelf.unnamed)
        return self._within(anew.bank())

    @property
    def make_reader(self) -> Callable[[], Reader]:
        """Makes what reads the files."""
        return self._shelf.make_reader

    @property
    def is_of_site(self) -> bool:
        """Whether all files stand in the folders of the site, which keeps what was found in them."""
        return self._shelf is self.site.shelf

    def _within(self, bank: Bank) -> Bank:
        if not self.paths:
            return bank
        return Bank(
            {name: quiz for name, quiz in bank.quizzes.items() if self.includes(quiz.path)},
            tuple(problem for problem in bank.problems if self.includes(problem.path)),
            tuple(each for each in bank.translations if self.includes(each.path)),
        )

    def anew(self) -> Scope:
        """The same files as they are now."""
        return Scope(replace(self.site), self.config_file, self.paths)

    def includes(self, path: str) -> bool:
        """Whether a file, as problems name it, is meant."""
        file = Path(os.path.abspath(self.site.root / path))
        return not self.paths or any(each in self._meant for each in (file, *file.parents))

    @property
    def folders(self) -> list[Path]:
        """The folders that question files are looked for in, and single files."""
        return self._absolute or [Path(os.path.abspath(folder)) for folder in self.site.folders]

    @property
    def name(self) -> str:
        """What the questions of the scope are called together: the first of their folders."""
        return path_from(self.site.root, next(iter([*self._absolute, *self.site.folders]), self.site.root))

    @property
    def published(self) -> Iterator[Problem]:
        """Problems for folders of questions that the site publishes."""
        if self.config_file and not self.paths:
            yield from self.site.published(published_files(self.config_file, self.site))

    @property
    def extensions(self) -> object:
        """The Markdown extensions of the site as its configuration names them; None where there is none."""
        return (settings_of(self.config_file).get("markdown_extensions") or []) if self.config_file else None

    @cached_property
    def _absolute(self) -> list[Path]:
        return [Path(os.path.abspath(path)) for path in self.paths]

    @cached_property
    def _meant(self) -> frozenset[Path]:
        return frozenset(self._absolute)

    @cached_property
    def _shelf(self) -> Shelf:
        """The site's own folders, if a path leads into one, and those of all other paths."""
        own = [Path(os.path.abspath(folder)) for folder in self.site.folders]
        outside = [path for path in self._absolute if not any(path.is_relative_to(folder) for folder in own)]
        if not outside:
            return self.site.shelf
        inside = own if len(outside) < len(self.paths) else []
        named = dict.fromkeys([*inside, *(path for path in outside if path.is_dir())])
        whole = [folder for folder in named if not any(_is_read_with(folder, each) for each in named)]
        alone: dict[Path, list[Path]] = {}
        for file in (path for path in outside if path.is_file()):
            if not any(file.parent == folder or _is_read_with(file, folder) for folder in whole):
                alone.setdefault(file.parent, []).extend(_with_its_like(file))
        # A cache holds what was read last, and these files are no part of the site.
        uncached = replace(self.site, cache="")
        listed = {folder: list(dict.fromkeys(files)) for folder, files in alone.items()}
        folders = [*whole, *alone]
        unnamed = frozenset(folders).difference(own)
        return Shelf(folders, self.site.root, uncached.shelf.make_reader, listed, unnamed)


@dataclass
class Checking:
    """One check of a scope: its problems in the order of files and lines, and what was left out."""

    scope: Scope
    with_lint: bool = True
    progress: ShowProgress = unshown
    """Hands on what is found, file by file, and may show how many of so many are done."""
    is_built: bool = False
    """Whether the site is built for the check, to see what only pages show."""
    built: BuiltSite | None = None
    bank: Bank | None = None
    """The questions as they were read; of those in files that have not changed, the id alone."""
    fences: int = 0

    def run(self, built: Path | None = None) -> tuple[list[Problem], list[str]]:
        """The problems that were found, and what was not checked; with `built`, a built site is compared."""
        unchecked: list[str] = []
        found = [*self.scope.published, *self._of_files(unchecked)]
        if not self.with_lint:
            unchecked.append("flaws of questions, as asked")
        if self.is_built:
            found += self._build(unchecked)
        if built:
            found += self._compare(built)
        if not (built or self.is_built):
            only_zensical_builds = self.scope.config_file and is_of_zensical(self.scope.config_file)
            told_by = "--site tells of sections and fences" if only_zensical_builds else "--build tells"
            unchecked.append(OF_PAGES + told_by)
        return sorted(set(found), key=in_order), unchecked

    def _of_files(self, unchecked: list[str]) -> Iterator[Problem]:
        """What is wrong in the files, in each of them and in all together."""
        scope, site = self.scope, self.scope.site
        cache = cache_of_checks(site, scope.extensions, self.with_lint) if scope.is_of_site else None
        reader = CheckedFiles(scope.make_reader, cache)
        self.bank = scope.read_by(reader)
        yield from (*self.bank.problems, *self.bank.notes, *self._stale(self.bank, unchecked))
        # What a translation breaks, its original may waive.
        changed = [
            each for each in reader.changed if scope.includes(each.path) or scope.includes(each.quiz.path)
        ]
        findings = dict(reader.findings)
        if changed:
            # Where no file has changed, a check is over before these could be loaded.
            from selfcheck.file_checks import check_files, is_lasting

            found, unconverted = check_files(site, changed, scope.extensions, self.with_lint, self.progress)
            findings |= found
            if unconverted:
                unchecked.append(f"what pages make of texts: {unconverted}")
            else:
                reader.keep((each, found[each.path]) for each in changed if is_lasting(site, each))
        shown = [each for path, each in findings.items() if scope.includes(path)]
        for each in shown:
            yield from (*each.texts, *each.flaws)
        if self.with_lint:
            yield from examine_bank((trace for each in shown for trace in each.traces), scope.name)
            unused = unused_waivers(waiver for each in findings.values() for waiver in each.waivers)
            yield from (each for each in unused if scope.includes(each.path))

    def _stale(self, bank: Bank, unchecked: list[str]) -> list[Problem]:
        """Questions whose section has changed since they were stamped."""
        if not any(entry.section_stamp for entry in bank.every_entry):
            return []
        # A bank without stamps does not pay for reading pages.
        from selfcheck.sections.pages import Sections, SectionsUnreadable
        from selfcheck.sections.stale import stale_questions

        sections = Sections(self.scope.site, self.scope.extensions)
        try:
            found = list(stale_questions(bank.every_entry, sections))
        except SectionsUnreadable as error:
            unchecked.append(f"whether sections have changed: {error}")
            return []
        unchecked += [f"the sections of {page}: {reason}" for page, reason in sections.unread.items()]
        sections.save(is_whole=not self.scope.paths)
        return [each for each in found if not (self.is_built and each.code == "section")]  # a build tells

    def _build(self, unchecked: list[str]) -> Iterator[Problem]:
        """What a build tells, and what the rules find that read the passage above a question.

        Raises TrialImpossible.
        """
        from selfcheck.trial_build import TrialImpossible, trial_of

        if self.scope.config_file is None:
            raise TrialImpossible("--build builds a site, and there is no configuration of one here")
        with trial_of(self.scope.config_file) as trial:
            for problem in trial.problems:
                is_flaw = problem.code in OF_LINTER and problem.severity != "error"
                if self.scope.includes(problem.path) and (self.with_lint or not is_flaw):
                    yield problem
            if not trial.is_complete:
                unchecked.append(
                    "what no page shows, links and passages: the build stopped at these problems"
                )
                return
            if not trial.is_watched:
                found = self._compared(trial.site).problems
                yield from (each for each in found if self.scope.includes(each.path))
            if self.with_lint:
                yield from self._below_passages(trial.site)

    def _below_passages(self, folder: Path) -> Iterator[Problem]:
        """Flaws of questions where they stand on the pages of a built site."""
        from selfcheck.lint.linter import flaws_below
        from selfcheck.passages_above import passages_above

        site, bank = self.scope.site, self.scope.bank
        yield from flaws_below(passages_above(folder), bank, site.root, site.page_language)

    def _compare(self, folder: Path) -> Iterator[Problem]:
        self.built = self._compared(folder)
        yield from self.built.problems
        yield from (replace(note, severity="note") for note in self.built.notes)

    def _compared(self, folder: Path) -> BuiltSite:
        """A built site, compared with its pages unless it is empty."""
        from selfcheck.built_site import BuiltSite

        built = BuiltSite(self.scope.site, self.scope.bank, folder)
        if not built.is_empty:
            self.fences = built.compare()
        return built


def _is_read_with(path: Path, folder: Path) -> bool:
    """Whether what lies at a path is read with a folder above it, which passes over hidden ones."""
    below = path.relative_to(folder).parts if path.is_relative_to(folder) else ()
    return bool(below) and not any(part.startswith(".") for part in below)


def _with_its_like(file: Path) -> Iterable[Path]:
    """A file, and what it may translate or be translated by: those of one name up to the first point."""
    name = file.name.partition(".")[0]
    alike = sorted(file.parent.glob(f"{escape(name)}.*"))
    return [file, *(each for each in alike if each.suffix in SUFFIXES)]
