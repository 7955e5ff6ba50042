"""What a fence asks for: a quiz by name, or some of its questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from selfcheck.bank import Bank
from selfcheck.fence import Fence
from selfcheck.item.fields import is_empty, kind
from selfcheck.problems import nearest
from selfcheck.quiz_text import Entry, Quiz
from selfcheck.source import Unreadable, read

_FIELDS = ("only", "quiz")
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
    return _named(document.data, bank)


def _named(data: Any, bank: Bank) -> Directive:
    if data is None or is_empty(data):
        return _misused("the fence is empty", _USAGE, None)
    if isinstance(data, str):
        return _whole(data, bank)
    if not isinstance(data, dict):
        return _misused(f"a quiz is expected, not {kind(data)}", _USAGE, 1)
    misuses = [
        Misuse(None, f'unknown field "{name}"', nearest(name, _FIELDS))
        for name in data
        if name not in _FIELDS
    ]
    name, only = data.get("quiz"), data.get("only")
    if not isinstance(name, str) or is_empty(name):
        misuses.append(Misuse(None, '"quiz" is missing', "add `quiz:` and the name of a quiz"))
        return Directive((), tuple(misuses))
    if only is None:
        whole = _whole(name, bank)
        return Directive(whole.entries, (*misuses, *whole.misuses))
    chosen = _chosen(name, only, bank)
    return Directive(chosen.entries, (*misuses, *chosen.misuses))


def _whole(name: str, bank: Bank) -> Directive:
    quiz = bank.quizzes.get(name)
    return Directive(quiz.entries) if quiz else _unknown(name, bank)


def _chosen(name: str, only: Any, bank: Bank) -> Directive:
    quiz = bank.quizzes.get(name)
    if quiz is None:
        return _unknown(name, bank)
    if not isinstance(only, list) or not only or not all(isinstance(each, str) for each in only):
        return _misused(
            f"`only` wants a list of ids, not {kind(only)}", "write `only: [first-id, second-id]`", None
        )
    entries = {entry.item.id: entry for entry in quiz.entries}
    misuses = [
        _unknown_item(each, quiz, bank) for each in only if each not in entries and not _is_broken(each, quiz)
    ]
    return Directive(tuple(entries[each] for each in only if each in entries), tuple(misuses))


def _is_broken(item: str, quiz: Quiz) -> bool:
    """Whether the item may well be there, in a part of the file that could not be read."""
    return item in quiz.broken or "" in quiz.broken or (bool(quiz.problems) and not quiz.entries)


def _unknown(name: str, bank: Bank) -> Directive:
    return _misused(f'there is no quiz "{name}"', nearest(name, bank.quizzes), None)


def _unknown_item(item: str, quiz: Quiz, bank: Bank) -> Misuse:
    if item in bank.entries:
        home = bank.entries[item].place.path
        return Misuse(None, f'the question "{item}" is not in the quiz "{quiz.name}"', f"it stands in {home}")
    ids = [entry.item.id for entry in quiz.entries]
    return Misuse(None, f'there is no question "{item}" in the quiz "{quiz.name}"', nearest(item, ids))


def _misused(message: str, hint: str, line: int | None) -> Directive:
    return Directive((), (Misuse(line, message, hint),))
