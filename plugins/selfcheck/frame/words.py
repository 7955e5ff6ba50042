"""The interface words: the frame's and each type's, in the language of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from markupsafe import Markup, escape

from selfcheck.problems import Problem
from selfcheck.question_types import QuestionType, discover
from selfcheck.source import Document, Unreadable, read
from selfcheck.yaml_faults import Fault

FRAME = Path(__file__).parent
FALLBACK = "en"
FROM_THE_RIGHT = ("ar",)
OTHER_SCRIPTS = {"zh": {"hant", "tw", "hk", "mo"}}
"""Scripts of a language, and regions that write them, in which there are no words: they get English."""


class WordsUnusable(ValueError):
    """A file of interface words cannot be used, or lacks a word that is said; a line each, with its cure."""


@dataclass(frozen=True, eq=False)
class Words:
    """Words of one language; a word that it lacks is taken from English."""

    language: str
    frame: Mapping[str, str]
    types: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, QuestionType]

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as the attribute `dir` has it."""
        return "rtl" if self.language in FROM_THE_RIGHT else "ltr"

    @cached_property
    def in_html(self) -> Mapping[str, Mapping[str, Markup]]:
        """What a question of each type may say, the frame's words and its own, escaped for a template."""
        return {
            name: {key: escape(word) for key, word in {**self.frame, **own}.items()}
            for name, own in self.types.items()
        }


@cache
def languages() -> tuple[str, ...]:
    """The languages that the frame speaks."""
    return tuple(sorted(file.stem for file in (FRAME / "words").glob("*.yml")))


def spoken(wanted: str) -> str:
    """The language of the frame that `wanted` names (`pt` for `pt-BR` or `pt_BR`); "" where there is none."""
    language, *regions = wanted.replace("_", "-").lower().split("-")
    is_other_script = OTHER_SCRIPTS.get(language, set()).intersection(regions) and "hans" not in regions
    return language if language in languages() and not is_other_script else ""


@cache
def words(wanted: str, own_types: tuple[Path, ...] = ()) -> Words:
    """The words of the language that `wanted` names, English where there are none.

    `own_types` are the folders that hold a site's own types. Raises WordsUnusable.
    """
    language = spoken(wanted) or FALLBACK
    kinds = discover(own_types)
    frame = _load(FRAME, language)
    types = {name: _with_sign(_load(kind.folder, language), frame["decimal"]) for name, kind in kinds.items()}
    return Words(language, frame, types, kinds)


def unknown_word(script: str, name: str) -> str:
    """What is told of a script that says a word which no file has."""
    return f'{script}: no file of words has "{name}", which the script says; add it to words/en.yml'


def _with_sign(own: Mapping[str, str], decimal: str) -> dict[str, str]:
    """The words of a type, with the sign that stands before decimals where they say `{decimal}`."""
    return {name: word.replace("{decimal}", decimal) for name, word in own.items()}


def _load(folder: Path, language: str) -> dict[str, str]:
    return {**_read(folder / "words" / f"{FALLBACK}.yml"), **_read(folder / "words" / f"{language}.yml")}


def _read(file: Path) -> dict[str, str]:
    """The words of a file, read as question files are: each is the text that stands there, as `no` or `3`."""
    if not file.exists():
        return {}
    try:
        document = read(file.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _unusable(
            file, Fault(1, 1, "the file is not UTF-8", "save it with the encoding UTF-8")
        ) from error
    except Unreadable as error:
        raise _unusable(file, error.fault) from error
    if faults := (*document.faults, *_faults(document)):
        raise _unusable(file, *faults)
    assert isinstance(document.data, dict | None)
    return {name: str(word) for name, word in (document.data or {}).items()}


def _faults(document: Document) -> Iterator[Fault]:
    if document.data is not None and not isinstance(document.data, dict):
        yield Fault(1, 1, "the words are no mapping", "write each on its own line, as `name: what is said`")
        return
    for name, word in (document.data or {}).items():
        if not isinstance(word, str):
            yield Fault(*document.place((name,)), f'"{name}" is no text', "write the words behind the name")


def _unusable(file: Path, *faults: Fault) -> WordsUnusable:
    problems = [Problem(str(file), each.line, each.column, "", each.message, each.hint) for each in faults]
    return WordsUnusable("\n".join(map(str, problems)))
