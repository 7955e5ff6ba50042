"""A site: what its options ask for, checked, and what is made from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from selfcheck.bank import Bank, Reader, Shelf
from selfcheck.options import ExtensionOptions, SettingError
from selfcheck.problems import nearest
from selfcheck.repository import Repository
from selfcheck.requirable import REQUIRABLE

if TYPE_CHECKING:
    from selfcheck.equipment import Equipment


@dataclass(frozen=True)
class Site(ExtensionOptions):
    """A site by its options. Paths start at `root`, where the configuration stands."""

    def __post_init__(self) -> None:
        for name in self.require:
            if name not in REQUIRABLE:
                raise SettingError(f'the option `require` knows no "{name}"; {nearest(name, REQUIRABLE)}')
        if self.types or self.functions:
            self.equipment.check()

    @cached_property
    def equipment(self) -> Equipment:
        """What questions need: their types, words, formulas and templates."""
        # A site that shows no question does not pay for any of it.
        from selfcheck.equipment import Equipment

        language = self.language or self.page_language
        return Equipment(self.own_types, self.functions, language, self.page_language, self.storage)

    @property
    def own_types(self) -> tuple[Path, ...]:
        """The folders that hold the site's own types of question."""
        return tuple(self.root / folder for folder in self.types)

    @property
    def folders(self) -> list[Path]:
        """The folders that hold question files."""
        return [self.root / folder for folder in self.quizzes]

    @cached_property
    def shelf(self) -> Shelf:
        """The question files; a file is read again only when it has changed."""
        return Shelf(self.folders, self.root, self._reader)

    def _reader(self) -> Reader:
        return self.equipment.reader(frozenset(self.require), self.root / self.cache if self.cache else None)

    def bank(self) -> Bank:
        """The questions as the disk has them now."""
        return self.shelf.bank()

    @property
    def repository(self) -> Repository:
        """Where questions are reported and edited."""
        return Repository(self.repo_url, self.edit_uri, self.docs)
