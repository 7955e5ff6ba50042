"""A site: what its options ask for, checked, and what is made from them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selfcheck.bank import IS_PUBLISHED, Bank, Reader, Shelf
from selfcheck.cache import SUFFIX
from selfcheck.complaint import Complaint
from selfcheck.options import ExtensionOptions, SettingError, values_of
from selfcheck.page_index import PageIndex
from selfcheck.pages.language import tag_of
from selfcheck.pages.path import path_from
from selfcheck.problems import Problem, nearest
from selfcheck.repository import Repository
from selfcheck.requirable import REQUIRABLE

if TYPE_CHECKING:
    from selfcheck.block.outline import Outlines
    from selfcheck.equipment import Equipment
    from selfcheck.page_questions import Homes


@dataclass(frozen=True)
class Site(ExtensionOptions):
    """A site by its options. Paths start at `root`, where the configuration stands."""

    def __post_init__(self) -> None:
        if complaints := list(self._complaints()):
            raise SettingError(*complaints)

    def _complaints(self) -> Iterator[Complaint]:
        """What is wrong with the options, each by itself and those that depend on others."""
        for place, name in enumerate(self.require):
            if name not in REQUIRABLE:
                message = f'the option `require` knows no "{name}"'
                yield Complaint(("require", place), message, nearest(name, REQUIRABLE))
        if self.heading_level not in (0, *range(2, 7)):
            message = f"the option `heading_level` is 0 or from 2 to 6, not {self.heading_level}"
            yield Complaint(("heading_level",), message, "leave it out to have it follow the page")
        yield from self._complaints_about_paths()
        yield from self._complaints_about_folders()
        about_language = list(self._complaints_about_language())
        yield from about_language
        if self.types or self.functions or self.words:
            yield from self.equipment.complaints(knows_language=not about_language)

    def _complaints_about_paths(self) -> Iterator[Complaint]:
        """What no path leads to. A cache that cannot be kept is no fault."""
        if not os.path.isdir(self.root):
            message = (
                f'the option `root` names "{path_from(Path.cwd(), self.root)}", and there is no such folder'
            )
            yield Complaint(("root",), message, "write its path, as it is found from the configuration")
        for option, paths in (("quizzes", self.quizzes), ("cache", (self.cache,)), ("types", self.types)):
            for place, path in enumerate(paths):
                if path.startswith("~") and not os.path.exists(self.root / path):
                    message = f'the option `{option}` names "{path}", and ~ stands for no folder here'
                    yield Complaint((option, place), message, "write the whole path")

    def _complaints_about_folders(self) -> Iterator[Complaint]:
        """A folder of questions that is named twice, or lies in another, would be read twice."""
        met: list[Path] = []
        for place, named in enumerate(self.quizzes):
            folder = Path(os.path.normpath(self.root / named))
            above = next((each for each in met if folder.is_relative_to(each)), None)
            below = next((each for each in met if each.is_relative_to(folder)), None)
            if not named.strip():
                message, hint = "the option `quizzes` names no folder", "write its path"
                yield Complaint(("quizzes", place), message, hint)
            elif folder in met:
                message = f'the option `quizzes` names "{named}" twice'
                yield Complaint(("quizzes", place), message, "keep one of the two")
            elif above or below:
                inner, outer = path_from(self.root, below or folder), path_from(self.root, above or folder)
                message = f'the option `quizzes` names "{inner}", which is read with "{outer}" already'
                yield Complaint(("quizzes", place), message, "leave one of the two out")
            met.append(folder)

    def _complaints_about_language(self) -> Iterator[Complaint]:
        for name, given in (("language", self.language), ("page_language", self.page_language)):
            if given and not tag_of(given):
                message = f'the option `{name}` is a language tag, not "{given}"'
                yield Complaint((name,), message, "write one, as en or pt-BR")

    @cached_property
    def equipment(self) -> Equipment:
        """What questions need: their types, words, formulas and templates."""
        # A site that shows no question does not pay for any of it.
        from selfcheck.equipment import Equipment
        from selfcheck.frame.words import site_words

        said = site_words(self.words, self.language or self.page_language)
        return Equipment(self.own_types, self.functions, self.language, self.storage, said)

    @property
    def own_types(self) -> tuple[Path, ...]:
        """The folders that hold the site's own types of question."""
        return tuple(self.root / folder for folder in self.types)

    @property
    def folders(self) -> list[Path]:
        """The folders that hold question files."""
        return [self.root / folder for folder in self.quizzes]

    @property
    def project(self) -> Path:
        """The folder that holds configuration, pages and questions, at most two above the configuration."""
        own = [self.root, self.root / self.docs, *self.folders]
        try:
            project = Path(os.path.commonpath([os.path.abspath(folder) for folder in own]))
        except ValueError:  # on several drives of Windows
            return self.root
        return project if project in (self.root, *self.root.parents[:2]) else self.root

    @cached_property
    def shelf(self) -> Shelf:
        """The question files; a file is read again only when it has changed."""
        return Shelf(self.folders, self.root, self._reader)

    @cached_property
    def outlines(self) -> Outlines | None:
        """The outlines of its blocks that earlier builds have left, if it has a cache."""
        # A site that shows no question does not pay for it.
        from selfcheck.block.outline import Outlines

        return Outlines(self.cache_folder) if self.cache_folder else None

    @property
    def cache_folder(self) -> Path | None:
        """The folder of what is kept for the next build."""
        return self.root / self.cache if self.cache else None

    def published(self, files: Iterable[Path]) -> Iterator[Problem]:
        """A problem for each folder with answers among `files`, which the site publishes."""
        listed = list(files)
        yield from self.shelf.published(listed)
        kept = [file.resolve() for file in listed if file.suffix == SUFFIX]
        if self.cache_folder and any(file.is_relative_to(self.cache_folder.resolve()) for file in kept):
            yield self.published_cache

    @property
    def published_cache(self) -> Problem:
        """The problem that the folder of parsed questions is published."""
        hint = f"name one outside of the pages by the option `cache`, and remove what ends with {SUFFIX}"
        path = self.shelf.display_path(self.cache_folder or self.root)
        return Problem(path, None, None, "", IS_PUBLISHED, hint, "site")

    def _reader(self) -> Reader:
        return self.equipment.reader(frozenset(self.require), self.cache_folder, self.page_language)

    def page_index(self, host: str) -> PageIndex:
        """What each page used when this host converted it last; hosts convert pages at different times."""
        return PageIndex(self.cache_folder and self.cache_folder / f"{host}.pages", self.root)

    def bank(self) -> Bank:
        """The questions as the disk has them now."""
        return self.shelf.bank()

    @cached_property
    def homes(self) -> Homes:
        """Where its questions stand, for hosts without plugins."""
        # A site without lists of questions does not pay for it.
        from selfcheck.page_questions import Homes

        return Homes(self.root / self.docs)

    @cached_property
    def repository(self) -> Repository:
        """Where questions are reported and edited."""
        return Repository(self.repo_url, self.edit_uri, self.root, self.docs)


def further_complaints(
    root: Path, given: Mapping[str, Any], told: Iterable[Complaint]
) -> Iterator[Complaint]:
    """What is wrong with options besides those of which something is told already, as of a wrong kind.

    The words of a site depend on other options, and wait until these can be read.
    """
    left_out = {"root", "words", *(str(each.path[0]) for each in told)}
    sound = {name: value for name, value in given.items() if name not in left_out}
    try:
        Site(**values_of(ExtensionOptions, {**sound, "root": root}))
    except SettingError as error:
        yield from error.complaints
