"""The words that a site says in place of ours, by its option `words`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from selfcheck.complaint import Complaint
from selfcheck.frame.forms import Forms, placeholders, word_complaints, word_of
from selfcheck.pages.language import tag_of
from selfcheck.problems import closest, nearest
from selfcheck.table import Table
from selfcheck.written_value import is_empty

OPTION = "words"
_SIGNS = (".", ",")
_TAG = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""A language of two letters, perhaps with a script and a region."""


@dataclass(frozen=True, slots=True)
class SiteWords:
    """The option as written: the words of one language, and those of others below the names of these.

    `language` is that of the words that stand below no language; `tags` are the names in the option that are
    tags of a language, in any spelling, each with the language of ours that it means.
    """

    written: Table
    language: str
    tags: tuple[tuple[str, str], ...]

    def language_of(self, name: str, types: Container[str]) -> str:
        """The language that a name in the option means, unless a type is called so; "" for any other name."""
        return "" if name in types else dict(self.tags).get(name, "")

    def in_language(self, language: str, types: Container[str]) -> Table:
        """The words of one language: texts, forms, and tables by the name of a type."""
        said: dict[str, str | Table] = {}
        for name, each in self.written.pairs:
            named = self.language_of(name, types)
            if not named and language == self.language:
                said.setdefault(name, each)
            elif named == language and isinstance(each, Table):
                said.update(each.pairs)
        return Table(tuple(said.items()))

    def given(self, types: Container[str]) -> Iterator[str]:
        """The languages that the site has words in."""
        found = {self.language_of(name, types) or self.language for name in self.written}
        yield from sorted(language for language in found if self.in_language(language, types))


NO_WORDS = SiteWords(Table(), "", ())


def said_instead(ours: Mapping[str, str], given: Table, language: str) -> dict[str, str]:
    """Our words with those of the site in their places."""
    return {**ours, **{name: word_of(each, language) for name, each in given.items() if name in ours}}


@dataclass(frozen=True, slots=True)
class OurWords:
    """What may be said otherwise in one language."""

    language: str
    frame: Mapping[str, str]
    types: Mapping[str, Mapping[str, str]]

    def complaints(self, given: Mapping[str, str | Table]) -> Iterator[Complaint]:
        """What is wrong with the words of a site; each path begins below the language."""
        for name, each in given.items():
            if name in self.types and isinstance(each, Table):
                for complaint in self._about_all(each, self.types[name]):
                    yield complaint.within((name,))
            elif name in self.types and name not in self.frame:
                message = f'the words of a type are a mapping, not the text "{each}"'
                yield Complaint((name,), message, "write names with their texts below it")
            else:
                yield from self._about(name, each, self.frame, (*self.frame, *self.types))

    def _about_all(self, given: Table, ours: Mapping[str, str]) -> Iterator[Complaint]:
        for name, each in given.items():
            yield from self._about(name, each, ours, ours)

    def _about(
        self,
        name: str,
        given: str | Table,
        ours: Mapping[str, str],
        known: tuple[str, ...] | Mapping[str, str],
    ) -> Iterator[Complaint]:
        if name not in ours:
            yield Complaint((name,), f'there is no word "{name}"', nearest(name, known))
            return
        if isinstance(given, Table) and not placeholders(ours[name]):
            message = f'"{name}" is said without a number'
            yield Complaint((name,), message, "write one text instead of its forms")
            return
        complaints = list(word_complaints(name, given, self.language))
        yield from complaints or self._about_text(name, word_of(given, self.language), ours[name])

    def _about_text(self, name: str, word: str, ours: str) -> Iterator[Complaint]:
        """Complaints about the numbers in a word, and about the sign before decimals."""
        numbers = placeholders(ours)
        for each in sorted(placeholders(word) - numbers):
            hint = nearest(each, numbers) if numbers else "leave it out"
            yield Complaint((name,), f'nothing is put into "{{{each}}}" here', hint)
        if isinstance(word, Forms) and word.by not in numbers:
            yield Complaint((name, "by"), f'no number is called "{word.by}" here', nearest(word.by, numbers))
        texts = word.texts if isinstance(word, Forms) else {"": word}
        empty = [form for form, text in texts.items() if is_empty(text)]
        if empty and not is_empty(ours):
            for form in empty:
                hint = "write the words behind the name, or leave it out"
                yield Complaint((name, form) if form else (name,), f'"{form or name}" says nothing', hint)
            return
        if any(re.search("[{}]", re.sub(r"{\w+}", "", text)) for text in texts.values()):
            hint = "put a name between two of them, as in {count}, or leave it out"
            yield Complaint((name,), "a brace stands alone", hint)
        if name == "decimal" and word not in _SIGNS:
            yield Complaint((name,), f'"{word}" is no sign before decimals', 'write "." or ","')


def site_complaints(site: SiteWords, ours: Mapping[str, OurWords]) -> Iterator[Complaint]:
    """What is wrong with the option; `ours` are the words of every language."""
    types = ours[site.language].types
    flat: dict[str, str | Table] = {}
    first: dict[str, str] = {}
    for name, each in site.written.items():
        language = site.language_of(name, types)
        if not language and isinstance(each, Table) and _is_another_language(name, types):
            hint = f"words come in {', '.join(ours)}"
            yield Complaint((OPTION, name), f'there are no words in the language "{name}"', hint)
        elif not language:
            flat[name] = each
        elif not isinstance(each, Table):
            message = f'the words of a language are a mapping, not the text "{each}"'
            yield Complaint((OPTION, name), message, "write names with their texts below it")
        elif language in first:
            message = f'"{name}" and "{first[language]}" are the same language to the words'
            yield Complaint((OPTION, name), message, "write all words below one of them")
        else:
            first[language] = name
            yield from (complaint.within((OPTION, name)) for complaint in ours[language].complaints(each))
    yield from (complaint.within((OPTION,)) for complaint in ours[site.language].complaints(flat))


def _is_another_language(name: str, types: Iterable[str]) -> bool:
    """Whether a name can only be meant for a language, such as `nl` or `zh-Hant`."""
    return bool(_TAG.fullmatch(tag_of(name))) and closest(name, types) is None
