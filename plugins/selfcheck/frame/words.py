"""The interface words of the frame and of each type in the language of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from markupsafe import Markup, escape

from selfcheck.complaint import Complaint
from selfcheck.errors import SelfCheckError
from selfcheck.pages.language import direction_of, tag_of
from selfcheck.problems import Problem
from selfcheck.question_types import QuestionType, discover
from selfcheck.source import Document, Plain, Unreadable, is_empty, read

FRAME = Path(__file__).parent
FALLBACK = "en"
OTHER_SCRIPTS = {"zh": {"hant", "tw", "hk", "mo"}}
"""Subtags of a language for whose script there are no words; English is used instead."""


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
    def in_html(self) -> Mapping[str, Mapping[str, Markup]]:
        """The words of the frame and of the type, escaped for a template, by type."""
        return {
            name: {key: escape(word) for key, word in {**self.frame, **own}.items()}
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
def words(wanted: str, own_types: tuple[Path, ...] = (), storage: str = "") -> Words:
    """The words for a language tag, English ones if there are none.

    `own_types` are the folders of a site's own types; `storage` is handed on to its script. Raises
    WordsUnusable.
    """
    language = interface_language(wanted) or FALLBACK
    kinds = discover(own_types)
    frame = _load(FRAME, language)
    types = {name: _with_sign(_load(kind.folder, language), frame["decimal"]) for name, kind in kinds.items()}
    return Words(language, frame, types, kinds, storage)


def unknown_word(script: str, name: str) -> str:
    """The message about a script that uses a word which no file contains."""
    return f'{script}: no file of words has "{name}", which the script says; add it to words/en.yml'


def _with_sign(own: Mapping[str, str], decimal: str) -> dict[str, str]:
    """The words of a type, with the sign that stands before decimals where they say `{decimal}`."""
    return {name: word.replace("{decimal}", decimal) for name, word in own.items()}


def _load(folder: Path, language: str) -> dict[str, str]:
    return {**_read(folder / "words" / f"{FALLBACK}.yml"), **_read(folder / "words" / f"{language}.yml")}


def _read(file: Path) -> dict[str, str]:
    """The words of a file. As in question files, `no` and `3` are texts."""
    if not file.exists():
        return {}
    try:
        document = read(file.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        complaint = Complaint((), "the file is not UTF-8", "save it with the encoding UTF-8")
        raise _unusable(file, Document(), complaint) from error
    except Unreadable as error:
        raise _unusable(file, Document(), error.complaint) from error
    if complaints := (*document.complaints, *_complaints(document)):
        raise _unusable(file, document, *complaints)
    assert isinstance(document.data, dict | None)
    return {name: str(word) for name, word in (document.data or {}).items()}


def _complaints(document: Document) -> Iterator[Complaint]:
    if document.data is not None and not isinstance(document.data, dict):
        hint = "write each on its own line, as `name: what is said`"
        yield Complaint((), "the words are no mapping", hint)
        return
    for name, word in (document.data or {}).items():
        if not isinstance(word, str):
            yield Complaint((name,), f'"{name}" is no text', "write the words behind the name")
        elif isinstance(word, Plain) and is_empty(word):
            yield Complaint((name,), f'"{name}" says nothing', 'write the words behind the name, or ""')


def _unusable(file: Path, document: Document, *complaints: Complaint) -> WordsUnusable:
    problems = [Problem.of(each, str(file), document.position(each)) for each in complaints]
    return WordsUnusable("\n".join(map(str, problems)))
