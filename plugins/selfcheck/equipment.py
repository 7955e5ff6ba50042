"""What the questions of a site need: their types, words, formulas, templates, scripts and styles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selfcheck.bank import Reader
from selfcheck.block.rendering import Renderer
from selfcheck.complaint import Complaint
from selfcheck.errors import SelfCheckError
from selfcheck.expressions import Functions, FunctionsUnusable, load_functions
from selfcheck.frame.assets import Assets, assets
from selfcheck.frame.site_words import NO_WORDS, SiteWords
from selfcheck.frame.words import Words, WordsUnusable, complaints_about, words
from selfcheck.options import SettingError
from selfcheck.pages.page import Page
from selfcheck.question_types import QuestionType, TypeFolderError, discover
from selfcheck.quiz_file import QuizFiles


@dataclass(frozen=True)
class Equipment:
    """`type_folders` hold the site's own types, `function_modules` the functions that formulas may call.

    `language` is that of all interface words; "" lets them follow each page. `storage` is the name under
    which answers are kept, or "".
    """

    type_folders: tuple[Path, ...]
    function_modules: tuple[str, ...]
    language: str
    storage: str = ""
    words: SiteWords = NO_WORDS

    def check(self) -> None:
        """Load what the site brings of its own. Raises SettingError, which names the option."""
        try:
            discover(self.type_folders)
            if self.type_folders:
                assets(words(self.language, self.type_folders))
        except (TypeFolderError, WordsUnusable) as error:
            raise _refused("types", error) from error
        try:
            load_functions(self.function_modules)
        except FunctionsUnusable as error:
            raise _refused("functions", error) from error
        if complaints := list(complaints_about(self.words, self.type_folders)):
            raise SettingError(*complaints)
        try:
            for language in self.words.given(self.types):
                assets(words(language, self.type_folders, "", self.words))
        except WordsUnusable as error:
            raise _refused("words", error) from error

    @property
    def types(self) -> Mapping[str, QuestionType]:
        """Every type of question that the site may ask, by name."""
        return discover(self.type_folders)

    @cached_property
    def functions(self) -> Functions:
        """The functions that formulas may call beside those that each knows."""
        return load_functions(self.function_modules)

    def words_for(self, language: str) -> Words:
        """The interface words on a page in this language."""
        return words(self.language or language, self.type_folders, self.storage, self.words)

    def renderer_for(self, page: Page) -> Renderer:
        """Makes the blocks of a page whose languages are known."""
        return Renderer(self.words_for(page.language), page.language, page.html_language)

    def assets_for(self, language: str) -> Assets:
        """Scripts and styles of a page in this language."""
        return assets(self.words_for(language))

    def reader(self, require: frozenset[str], cache_folder: Path | None, language: str) -> Reader:
        """What reads question files, and keeps valid ones in a folder, if there is one.

        `language` is that of files that name none.
        """
        return QuizFiles(require, cache_folder, self.types, self.functions, language)


def _refused(option: str, error: SelfCheckError) -> SettingError:
    """The error of an option whose modules or folders cannot be used; many say the cure themselves."""
    said, _, cure = str(error).partition("; ")
    message = f"the option `{option}`: {said}"
    return SettingError(Complaint((option,), message, cure or "mend it, or leave it out"))
