"""A site: what its options ask for, checked, and what is made from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selfcheck.bank import Bank, Reader, Shelf
from selfcheck.block.rendering import Renderer
from selfcheck.errors import SelfCheckError
from selfcheck.expressions import Functions, FunctionsUnusable, load_functions
from selfcheck.frame.assets import Assets, assets
from selfcheck.frame.words import WordsUnusable, words
from selfcheck.options import ExtensionOptions
from selfcheck.problems import nearest
from selfcheck.question_types import QuestionType, TypeFolderError, discover
from selfcheck.repository import Repository
from selfcheck.requirable import REQUIRABLE


class SettingError(SelfCheckError):
    """An option of the plugin or the extension has a value that it cannot have."""


@dataclass(frozen=True)
class Site(ExtensionOptions):
    """A site by its options. Paths start at `root`, where the configuration stands."""

    def __post_init__(self) -> None:
        for name in self.require:
            if name not in REQUIRABLE:
                raise SettingError(f'the option `require` knows no "{name}"; {nearest(name, REQUIRABLE)}')
        try:
            discover(self.own_types)
        except TypeFolderError as error:
            raise SettingError(f"the option `types`: {error}") from error
        if self.types:
            self._try_words()
        try:
            load_functions(self.functions)
        except FunctionsUnusable as error:
            raise SettingError(f"the option `functions`: {error}") from error

    def _try_words(self) -> None:
        """The words of the site's own types, and those that their scripts say."""
        try:
            assets(words(self.language or self.page_language, self.own_types))
        except WordsUnusable as error:
            raise SettingError(f"the option `types`: {error}") from error

    @property
    def own_types(self) -> tuple[Path, ...]:
        """The folders that hold the site's own types of question."""
        return tuple(self.root / folder for folder in self.types)

    @property
    def kinds(self) -> Mapping[str, QuestionType]:
        """Every type of question that the site may ask, by name."""
        return discover(self.own_types)

    @cached_property
    def offered(self) -> Functions:
        """The functions that formulas may call beside those that each knows."""
        return load_functions(self.functions)

    @property
    def folders(self) -> list[Path]:
        """The folders that hold question files."""
        return [self.root / folder for folder in self.quizzes]

    @cached_property
    def shelf(self) -> Shelf:
        """The question files; a file is read again only when it has changed."""
        return Shelf(self.folders, self.root, self._reader)

    def _reader(self) -> Reader:
        # A site without questions does not pay for pydantic and the models.
        from selfcheck.quiz_file import QuizFiles

        cache = self.root / self.cache if self.cache else None
        return QuizFiles(frozenset(self.require), cache, self.kinds, self.offered)

    def bank(self) -> Bank:
        """The questions as the disk has them now."""
        return self.shelf.bank()

    @property
    def repository(self) -> Repository:
        """Where questions are reported and edited."""
        return Repository(self.repo_url, self.edit_uri, self.docs)

    @cached_property
    def renderer(self) -> Renderer:
        """Makes blocks in the site's language."""
        return Renderer(words(self.language or self.page_language, self.own_types), self.page_language)

    @cached_property
    def assets(self) -> Assets:
        """Scripts and styles in the site's language."""
        return assets(self.renderer.words)
