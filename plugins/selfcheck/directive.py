"""What a fence asks for: a quiz by name, or some of its questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from selfcheck.bank import Bank
from selfcheck.block.sheet import SHEETS
from selfcheck.complaint import Complaint
from selfcheck.fence_complaints import NEVER_CLOSED
from selfcheck.pages.fence import Fence
from selfcheck.problems import nearest
from selfcheck.quiz import Entry, Quiz
from selfcheck.source import Document, FieldPath, Unreadable, is_empty, kind, read

_FIELDS = ("as", "only", "quiz")
_USAGE = "write the name of a quiz, as in `skip-connections`"


@dataclass(frozen=True, slots=True)
class Directive:
    """The entries a fence shows, and what is wrong with it.

    `line_in_text` of a complaint counts from 0, the first line inside the fence; None is the whole fence.
    """

    entries: tuple[Entry, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    sheet: str = ""
    """The kind of paper that it asks for; empty: questions to answer on the page."""


def read_directive(fence: Fence, bank: Bank) -> Directive:
    """Look up what a fence names. What is broken in its own file is passed over: it is reported there."""
    if not fence.is_closed:
        return Directive(complaints=(NEVER_CLOSED,))
    if fence.info != "quiz":
        return _refusal((), f'the fence says "{fence.info}"', "write ```quiz and nothing behind it")
    try:
        document = read(fence.body)
    except Unreadable as error:
        return Directive(complaints=(error.complaint,))
    if document.complaints:
        return Directive(complaints=document.complaints[:1])
    directive = _directive(document, bank)
    complaints = tuple(_locate(document, complaint) for complaint in directive.complaints)
    return replace(directive, complaints=complaints)


def _locate(document: Document, complaint: Complaint) -> Complaint:
    """The complaint with its line in the fence; one about a field that is not there is about the whole."""
    if document.existing(complaint.path) != complaint.path:
        return replace(complaint, path=())
    return replace(complaint, path=(), line_in_text=document.position(complaint)[0] - 1)


def _directive(document: Document, bank: Bank) -> Directive:
    data: Any = document.data
    if data is None or is_empty(data):
        return _refusal(("quiz",), "the fence is empty", _USAGE)
    if isinstance(data, str):
        return _quiz_directive((), data, None, bank)
    if not isinstance(data, dict):
        return _refusal((), f"a quiz is expected, not {kind(data)}", _USAGE)
    unknown = tuple(
        Complaint((name,), f'unknown field "{name}"', nearest(name, _FIELDS), is_about_name=True)
        for name in data
        if name not in _FIELDS
    )
    if "quiz" not in data:
        missing = Complaint(("quiz",), '"quiz" is missing', "add `quiz:` and the name of a quiz")
        return Directive((), unknown or (missing,))
    directive = _quiz_directive(("quiz",), data["quiz"], data.get("only"), bank)
    sheet = data.get("as", "")
    if "as" in data and sheet not in SHEETS:
        wrong = Complaint(("as",), f"a sheet is expected, not {kind(sheet)}", nearest(str(sheet), SHEETS))
        return Directive(directive.entries, (*unknown, wrong, *directive.complaints))
    return Directive(directive.entries, (*unknown, *directive.complaints), sheet)


def _quiz_directive(path: FieldPath, name: Any, only: Any, bank: Bank) -> Directive:
    """The questions of the quiz whose name stands at `path`; `only` names some of them."""
    if not isinstance(name, str) or is_empty(name):
        return _refusal(path, f"the name of a quiz is expected, not {kind(name)}", _USAGE)
    quiz = bank.quizzes.get(name)
    if quiz is None:
        if original := bank.translated_by(name):
            message = f'"{name}" is a translation of the quiz "{original}"'
            return _refusal(path, message, f"write {original}: a page shows it in its own language")
        return _refusal(path, f'there is no quiz "{name}"', nearest(name, bank.quizzes))
    entries = {entry.id: entry for entry in quiz.entries if bank.entries[entry.id] is entry}
    return Directive(tuple(entries.values())) if only is None else _choose(only, quiz, entries, bank)


def _choose(only: Any, quiz: Quiz, entries: Mapping[str, Entry], bank: Bank) -> Directive:
    if not isinstance(only, list) or not only:
        found = "an empty list" if only == [] else kind(only)
        hint = "write `only: [first-id, second-id]`"
        return _refusal(("only",), f"a list of ids is expected, not {found}", hint)
    complaints: list[Complaint] = []
    for index, item in enumerate(only):
        path = ("only", index)
        if not isinstance(item, str) or is_empty(item):
            message = f"an id is expected, not {kind(item)}"
            complaints.append(Complaint(path, message, "write the id of a question"))
        elif item not in entries and not _is_told_elsewhere(item, quiz):
            complaints.append(_unknown_item(item, quiz, bank).within(path))
    chosen = (entries[item] for item in only if isinstance(item, str) and item in entries)
    return Directive(tuple(chosen), tuple(complaints))


def _is_told_elsewhere(item: str, quiz: Quiz) -> bool:
    """Whether the item is broken, or a twin, or may stand in a part of the file that is unreadable."""
    if item in quiz.broken or "" in quiz.broken:
        return True
    return any(item == entry.id for entry in quiz.entries) or bool(quiz.problems and not quiz.entries)


def _unknown_item(item: str, quiz: Quiz, bank: Bank) -> Complaint:
    if item in bank.entries:
        home = bank.entries[item].location.path
        return Complaint(
            (), f'the question "{item}" is not in the quiz "{quiz.name}"', f"it stands in {home}"
        )
    ids = [*(entry.id for entry in quiz.entries), *quiz.broken]
    return Complaint((), f'there is no question "{item}" in the quiz "{quiz.name}"', nearest(item, ids))


def _refusal(path: FieldPath, message: str, hint: str) -> Directive:
    return Directive(complaints=(Complaint(path, message, hint),))
