"""What a fence asks for: a quiz by name, or some of its questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from selfcheck.bank import Bank
from selfcheck.block.sheet import SHEETS
from selfcheck.pages.fence import Fence
from selfcheck.problems import nearest
from selfcheck.quiz import Entry, Quiz
from selfcheck.source import Document, Unreadable, is_empty, kind, read

_FIELDS = ("as", "only", "quiz")
_USAGE = "write the name of a quiz, as in `skip-connections`"


@dataclass(frozen=True, slots=True)
class Misuse:
    """What is wrong with a fence, `line` lines below its first (None: with the fence as a whole)."""

    line: int | None
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Directive:
    """The entries a fence shows, and what is wrong with it."""

    entries: tuple[Entry, ...] = ()
    misuses: tuple[Misuse, ...] = ()
    sheet: str = ""
    """The kind of paper that it asks for; empty: questions to answer on the page."""


def read_directive(fence: Fence, bank: Bank) -> Directive:
    """Look up what a fence names. What is broken in its own file is passed over: it is reported there."""
    if not fence.is_closed:
        cure = "close it with the same sign, as often and as far in as it was opened"
        return _misused("this fence is never closed", cure, None)
    if fence.info != "quiz":
        return _misused(f'the fence says "{fence.info}"', "write ```quiz and nothing behind it", None)
    try:
        document = read(fence.body)
    except Unreadable as error:
        return _misused(error.fault.message, error.fault.hint, error.fault.line)
    if document.faults:
        fault = document.faults[0]
        return _misused(fault.message, fault.hint, fault.line)
    return _named(document, bank)


def _named(document: Document, bank: Bank) -> Directive:
    data: Any = document.data
    if data is None or is_empty(data):
        return _misused("the fence is empty", _USAGE, None)
    if isinstance(data, str):
        return _shown(data, None, document, bank)
    if not isinstance(data, dict):
        return _misused(f"a quiz is expected, not {kind(data)}", _USAGE, document.place(())[0])
    unknown = tuple(
        Misuse(document.name_place((name,))[0], f'unknown field "{name}"', nearest(name, _FIELDS))
        for name in data
        if name not in _FIELDS
    )
    if "quiz" not in data:
        missing = Misuse(None, '"quiz" is missing', "add `quiz:` and the name of a quiz")
        return Directive((), unknown or (missing,))
    shown = _shown(data["quiz"], data.get("only"), document, bank)
    sheet = data.get("as", "")
    if "as" in data and sheet not in SHEETS:
        hint = nearest(str(sheet), SHEETS)
        misuse = Misuse(document.place(("as",))[0], f"a sheet is expected, not {kind(sheet)}", hint)
        return Directive(shown.entries, (*unknown, misuse, *shown.misuses))
    return Directive(shown.entries, (*unknown, *shown.misuses), sheet)


def _shown(name: Any, only: Any, document: Document, bank: Bank) -> Directive:
    line = document.place(("quiz",))[0]
    if not isinstance(name, str) or is_empty(name):
        return _misused(f"the name of a quiz is expected, not {kind(name)}", _USAGE, line)
    quiz = bank.quizzes.get(name)
    if quiz is None:
        return _misused(f'there is no quiz "{name}"', nearest(name, bank.quizzes), line)
    entries = {entry.item.id: entry for entry in quiz.entries if bank.entries[entry.item.id] is entry}
    return (
        Directive(tuple(entries.values())) if only is None else _chosen(only, quiz, entries, document, bank)
    )


def _chosen(only: Any, quiz: Quiz, entries: Mapping[str, Entry], document: Document, bank: Bank) -> Directive:
    if not isinstance(only, list) or not only:
        found = "an empty list" if only == [] else kind(only)
        hint = "write `only: [first-id, second-id]`"
        return _misused(f"a list of ids is expected, not {found}", hint, document.place(("only",))[0])
    misuses: list[Misuse] = []
    for index, item in enumerate(only):
        line = document.place(("only", index))[0]
        if not isinstance(item, str) or is_empty(item):
            misuses.append(Misuse(line, f"an id is expected, not {kind(item)}", "write the id of a question"))
        elif item not in entries and not _is_told_elsewhere(item, quiz):
            misuses.append(_unknown_item(item, quiz, bank, line))
    shown = (entries[item] for item in only if isinstance(item, str) and item in entries)
    return Directive(tuple(shown), tuple(misuses))


def _is_told_elsewhere(item: str, quiz: Quiz) -> bool:
    """Whether the item is broken, or a twin, or may stand in a part of the file that is unreadable."""
    if item in quiz.broken or "" in quiz.broken:
        return True
    return any(item == entry.item.id for entry in quiz.entries) or bool(quiz.problems and not quiz.entries)


def _unknown_item(item: str, quiz: Quiz, bank: Bank, line: int) -> Misuse:
    if item in bank.entries:
        home = bank.entries[item].place.path
        return Misuse(line, f'the question "{item}" is not in the quiz "{quiz.name}"', f"it stands in {home}")
    ids = [*(entry.item.id for entry in quiz.entries), *quiz.broken]
    return Misuse(line, f'there is no question "{item}" in the quiz "{quiz.name}"', nearest(item, ids))


def _misused(message: str, hint: str, line: int | None) -> Directive:
    return Directive((), (Misuse(line, message, hint),))
