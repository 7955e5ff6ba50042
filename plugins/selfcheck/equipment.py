"""What the questions of a site need: their types, words, formulas, templates, scripts and styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from selfcheck.bank import Reader
from selfcheck.block.rendering import Renderer
from selfcheck.complaint import Complaint
from selfcheck.expressions import Functions, FunctionsUnusable, load_functions
from selfcheck.frame.assets import Assets, assets
from selfcheck.frame.site_words import NO_WORDS, SiteWords
from selfcheck.frame.words import Words, WordsUnusable, complaints_about, words
from selfcheck.pages.page import Page
from selfcheck.question_types import QuestionType, TypeFolderError, discover
from selfcheck.quiz_file import QuizFiles
from selfcheck.table import Table


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

    def complaints(self, *, knows_language: bool = True) -> Iterator[Complaint]:
        """What is wrong with what the site brings of its own, which is loaded.

        `knows_language` says that the language in which the site has words is the one that it means.
        """
        about_types = list(self._complaints_about_types())
        yield from about_types
        yield from self._complaints_about_functions()
        if knows_language and not about_types:
            yield from self._complaints_about_words()
        else:
            # Forms are those of a language, and tables may be those of a type.
            texts = tuple((name, each) for name, each in self.words.written.pairs if isinstance(each, str))
            yield from complaints_about(replace(self.words, written=Table(texts)), ())

    def _complaints_about_functions(self) -> Iterator[Complaint]:
        about_modules = []
        for place, module in enumerate(self.function_modules):
            try:
                load_functions((module,))
            except FunctionsUnusable as error:
                about_modules.append(_refused("functions", str(error), place))
        yield from about_modules
        try:
            if not about_modules:
                load_functions(self.function_modules)  # together, where names may meet
        except FunctionsUnusable as error:
            yield _refused("functions", str(error))

    def _complaints_about_types(self) -> Iterator[Complaint]:
        try:
            if self.type_folders:
                # A site without types of its own does not pay for it.
                from selfcheck.own_types import check_own_types

                check_own_types(self.type_folders)
        except (TypeFolderError, WordsUnusable) as error:
            yield from (_refused("types", each) for each in str(error).splitlines())

    def _complaints_about_words(self) -> Iterator[Complaint]:
        if complaints := list(complaints_about(self.words, self.type_folders)):
            yield from complaints
            return
        try:
            for language in self.words.given(self.types):
                assets(words(language, self.type_folders, "", self.words))
        except WordsUnusable as error:
            yield _refused("words", str(error))

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


def _refused(option: str, fault: str, *place: int) -> Complaint:
    """The complaint about an option whose modules or folders cannot be used; many say the cure themselves.

    `place` is that of the module in the option.
    """
    said, _, cure = fault.partition("; ")
    message = f"the option `{option}`: {said}"
    return Complaint((option, *place), message, cure or "mend it, or leave it out")
