"""The interface words of the frame and of each type in the language of a page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import SimpleNamespace

from markupsafe import escape

from selfcheck.complaint import Complaint
from selfcheck.encoding import not_utf8
from selfcheck.errors import SelfCheckError
from selfcheck.frame.forms import Forms, changed, word_complaints, word_of
from selfcheck.frame.site_words import NO_WORDS, OurWords, SiteWords, said_instead, site_complaints
from selfcheck.pages.language import direction_of, tag_of
from selfcheck.problems import Problem, nearest
from selfcheck.question_types import QuestionType, discover
from selfcheck.source import Document, Unreadable, read
from selfcheck.table import Table

FRAME = Path(__file__).parent
FALLBACK = "en"
OTHER_SCRIPTS = {"zh": {"hant", "tw", "hk", "mo"}}
"""For a language, the subtags of a script that its words are not in; English is used instead."""


class WordsUnusable(SelfCheckError):
    """A file of interface words cannot be used, or lacks a word that is said; a line each, with its cure."""


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one language, completed by English ones."""

    language: str
    frame: Mapping[str, str]
    types: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, QuestionType]
    storage: str = ""
    """The name under which the script of the site keeps answers, which it is given beside its words."""

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as the attribute `dir` has it."""
        return direction_of(self.language)

    @cached_property
    def version(self) -> str:
        """A hash of all that they say."""
        said = {name: _whole(each) for name, each in {"": self.frame, **self.types}.items()}
        return hashlib.sha256(json.dumps([self.language, said]).encode()).hexdigest()[:12]

    @cached_property
    def in_html(self) -> Mapping[str, SimpleNamespace]:
        """The words of the frame and of the type as attributes, escaped for a template, by type."""
        # A template looks for an attribute first; of a mapping, it would have to fail each time.
        return {
            name: SimpleNamespace(**{key: _escaped(word) for key, word in {**self.frame, **own}.items()})
            for name, own in self.types.items()
        }


@cache
def languages() -> tuple[str, ...]:
    """The languages for which the frame has words."""
    return tuple(sorted(file.stem for file in (FRAME / "words").glob("*.yml")))


@cache
def interface_language(wanted: str) -> str:
    """The language of the frame for a language tag (`pt` for `pt-BR` or `pt_BR`), or "" if there is none."""
    language, *regions = tag_of(wanted).lower().split("-")
    is_other_script = OTHER_SCRIPTS.get(language, set()).intersection(regions) and "hans" not in regions
    return language if language in languages() and not is_other_script else ""


@cache
def words(
    wanted: str, own_types: tuple[Path, ...] = (), storage: str = "", site_words: SiteWords = NO_WORDS
) -> Words:
    """The words for a language tag, English ones if there are none.

    `own_types` are the folders of a site's own types, `site_words` what it says in place of ours; `storage`
    is handed on to its script. Raises WordsUnusable.
    """
    language = interface_language(wanted) or FALLBACK
    kinds = discover(own_types)
    given = site_words.in_language(language, kinds)
    of_types = {name for name, each in given.items() if name in kinds and isinstance(each, Table)}
    of_frame = Table(tuple((name, each) for name, each in given.items() if name not in of_types))
    frame = said_instead(_load(FRAME, language), of_frame, language)
    types = {}
    for name, kind in kinds.items():
        own, said = _load(kind.folder, language), given.get(name)
        types[name] = _with_sign(
            said_instead(own, said, language) if isinstance(said, Table) else own, frame["decimal"]
        )
    return Words(language, frame, types, kinds, storage)


def site_words(written: Table, language: str) -> SiteWords:
    """The option `words` of a site in this language."""
    tags = tuple((name, interface_language(name)) for name in written if interface_language(name))
    return SiteWords(written, interface_language(language) or FALLBACK, tags)


def complaints_about(given: SiteWords, own_types: tuple[Path, ...]) -> Iterator[Complaint]:
    """What is wrong with the words that a site says in place of ours. Raises WordsUnusable."""
    if not given.written:
        return
    kinds = discover(own_types)
    ours = {
        language: OurWords(
            language,
            _load(FRAME, language),
            {name: _without_sign(_load(kind.folder, language)) for name, kind in kinds.items()},
        )
        for language in languages()
    }
    yield from site_complaints(given, ours)


def surplus_words(folder: Path, language: str, is_said: Callable[[str], bool]) -> Iterator[Problem]:
    """A problem for each word of a type in this language that English has not, and that nothing says."""
    file, own = _file(folder, language), _read(folder, FALLBACK)
    known = {*own, *_read(FRAME, FALLBACK)}
    unknown = [name for name in _read(folder, language) if name not in known and not is_said(name)]
    document = _document(file) if unknown else Document()
    for name in unknown:
        hint = nearest(name, own)
        told = Complaint((name,), f'there is no word "{name}" in English', hint, is_about_name=True)
        yield Problem.of(told, str(file), document.position(told))


def _without_sign(own: Mapping[str, str]) -> dict[str, str]:
    """The words of a type but for the sign before decimals, which the frame says for all."""
    return {name: word for name, word in own.items() if word != "{decimal}"}


def unknown_word(file: str, name: str, what: str) -> str:
    """The message about a script or a template, as `what` calls it, that says a word which no file has."""
    return f'{file}: no file of words has "{name}", which the {what} says; add it to words/en.yml'


def unknown_part(file: Path, name: str, known: Iterable[str]) -> str:
    """The message about a script or a style that takes in a part which is no file."""
    return f'{file}: there is no part "{name}"; {nearest(name, known)}'


def without_number(script: str, name: str, number: str) -> str:
    """The message about a script that says a word with forms, and gives it no number."""
    cure = f"say it by fill(words.{name}, {{ {number} }}), with the number under this name"
    return f'{script}: "{name}" has forms of number and is said without one; {cure}'


def _with_sign(own: Mapping[str, str], decimal: str) -> dict[str, str]:
    """The words of a type, with the sign that stands before decimals where they say `{decimal}`."""
    return {
        name: changed(word, lambda text: text.replace("{decimal}", decimal)) for name, word in own.items()
    }


def _whole(said: Mapping[str, str]) -> dict[str, object]:
    """Words with all forms of those that have several."""
    return {name: word.in_script if isinstance(word, Forms) else word for name, word in said.items()}


def _escaped(word: str) -> str:
    return changed(word, escape)


def _load(folder: Path, language: str) -> dict[str, str]:
    return {**_read(folder, FALLBACK), **_read(folder, language)}


def _read(folder: Path, language: str) -> dict[str, str]:
    """The words in the file of a language. As in question files, `no` and `3` are texts."""
    file = _file(folder, language)
    if not file.exists():
        return {}
    document = _document(file)
    if complaints := (*document.complaints, *_complaints(document, language)):
        raise _unusable(file, document, *complaints)
    assert isinstance(document.data, dict | None)
    return {name: word_of(word, language) for name, word in (document.data or {}).items()}


def _file(folder: Path, language: str) -> Path:
    return folder / "words" / f"{language}.yml"


def _document(file: Path) -> Document:
    try:
        return read(file.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _unusable(file, Document(), not_utf8(error)) from error
    except Unreadable as error:
        raise _unusable(file, Document(), error.complaint) from error


def _complaints(document: Document, language: str) -> Iterator[Complaint]:
    if document.data is not None and not isinstance(document.data, dict):
        hint = "write each on its own line, as `name: what is said`"
        yield Complaint((), "the words are no mapping", hint)
        return
    for name, word in (document.data or {}).items():
        yield from word_complaints(name, word, language)


def _unusable(file: Path, document: Document, *complaints: Complaint) -> WordsUnusable:
    problems = [Problem.of(each, str(file), document.position(each)) for each in complaints]
    return WordsUnusable("\n".join(map(str, problems)))
