"""Checks question files without building a site: all of a site's, or some, wherever they stand."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from selfcheck.bank import Bank, Shelf
from selfcheck.built_site import BuiltSite
from selfcheck.configuration import published_files
from selfcheck.configuration_file import settings_of
from selfcheck.errors import in_order
from selfcheck.extension.offline import ExtensionsUnusable
from selfcheck.extension.rehearsal import rehearse
from selfcheck.lint.linter import lint
from selfcheck.pages.path import path_from
from selfcheck.problems import Problem
from selfcheck.site import Site
from selfcheck.translation.naming import SUFFIXES

_OF_PAGES = "what needs pages (sections, links, pictures, fences): a build tells, or --site"


@dataclass(frozen=True)
class Scope:
    """The question files of a site, or those below `paths`, which may stand anywhere."""

    site: Site
    config_file: Path | None = None
    paths: tuple[Path, ...] = ()

    @cached_property
    def bank(self) -> Bank:
        """What stands in the files, with the problems of those in the scope alone."""
        bank = self._shelf.bank()
        if not self.paths:
            return bank
        return Bank(
            {name: quiz for name, quiz in bank.quizzes.items() if self.includes(quiz.path)},
            tuple(problem for problem in bank.problems if self.includes(problem.path)),
            tuple(each for each in bank.translations if self.includes(each.path)),
        )

    def includes(self, path: str) -> bool:
        """Whether a file, as problems name it, is meant."""
        file = Path(os.path.abspath(self.site.root / path))
        return not self.paths or any(file == each or file.is_relative_to(each) for each in self._absolute)

    @property
    def name(self) -> str:
        """What the questions of the scope are called together: the first of their folders."""
        return path_from(self.site.root, [*self._absolute, *self.site.folders][0])

    @property
    def published(self) -> Iterator[Problem]:
        """Problems for folders of questions that the site publishes."""
        if self.config_file and not self.paths:
            yield from self.site.shelf.published(published_files(self.config_file, self.site))

    @property
    def extensions(self) -> object:
        """The Markdown extensions of the site as its configuration names them."""
        return settings_of(self.config_file).get("markdown_extensions") if self.config_file else None

    @property
    def _absolute(self) -> list[Path]:
        return [Path(os.path.abspath(path)) for path in self.paths]

    @property
    def _shelf(self) -> Shelf:
        """The site's own folders, if a path leads into one, and those of all other paths."""
        own = [Path(os.path.abspath(folder)) for folder in self.site.folders]
        outside = [path for path in self._absolute if not any(path.is_relative_to(folder) for folder in own)]
        if not outside:
            return self.site.shelf
        inside = own if len(outside) < len(self.paths) else []
        alone: dict[Path, list[Path]] = {}
        for file in (path for path in outside if path.is_file()):
            alone.setdefault(file.parent, []).extend(_with_its_like(file))
        folders = [*inside, *(path for path in outside if path.is_dir()), *alone]
        # A cache holds what was read last, and these files are no part of the site.
        uncached = replace(self.site, cache="")
        listed = {folder: list(dict.fromkeys(files)) for folder, files in alone.items()}
        return Shelf(list(dict.fromkeys(folders)), self.site.root, uncached.shelf.make_reader, listed)


@dataclass
class Checking:
    """One check of a scope: its problems in the order of files and lines, and what was left out."""

    scope: Scope
    with_lint: bool = True
    built: BuiltSite | None = None
    fences: int = 0

    def run(self, built: Path | None = None) -> tuple[list[Problem], list[str]]:
        """The problems that were found, and what was not checked; with `built`, a built site is compared."""
        bank, site = self.scope.bank, self.scope.site
        unchecked: list[str] = []
        found = [*bank.problems, *bank.notes, *self.scope.published, *self._texts(unchecked)]
        if self.with_lint:
            found += (each for each in lint(bank, site.root, site.page_language, self.scope.name))
        else:
            unchecked.append("flaws of questions, as asked")
        if built:
            found += self._compare(built)
        else:
            unchecked.append(_OF_PAGES)
        return sorted(set(found), key=in_order), unchecked

    def _texts(self, unchecked: list[str]) -> Sequence[Problem]:
        """What a page would tell of a text, such as a heading."""
        try:
            return rehearse(self.scope.site, self.scope.bank, self.scope.extensions)
        except ExtensionsUnusable as error:
            unchecked.append(f"what pages make of texts: {error}")
            return ()

    def _compare(self, folder: Path) -> Iterator[Problem]:
        self.built = BuiltSite(self.scope.site, self.scope.bank, folder)
        if not self.built.is_empty:
            self.fences = self.built.compare()
            yield from self.built.problems
            yield from (replace(note, severity="note") for note in self.built.notes)


def _with_its_like(file: Path) -> Iterable[Path]:
    """A file, and what it may translate or be translated by: those of one name up to the first point."""
    name = file.name.partition(".")[0]
    return [file, *(each for each in sorted(file.parent.glob(f"{name}.*")) if each.suffix in SUFFIXES)]
