"""What a fence asks for: a quiz by name, or some of its questions."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from typing import Any

from selfcheck.bank import Bank
from selfcheck.block.sheet import SHEETS
from selfcheck.checks.emptiness import empty_field
from selfcheck.complaint import Complaint
from selfcheck.fence_complaints import about_signs, of_body, unfilled_macros
from selfcheck.lookalikes import QUOTES, SPACES
from selfcheck.pages.fence import Fence
from selfcheck.problems import nearest
from selfcheck.quiz import Entry, Quiz
from selfcheck.source import Document, FieldPath, Unreadable, read
from selfcheck.written_value import NothingInBraces, described, is_empty
from selfcheck.yaml_mistakes import about_sign

_FIELDS = ("as", "only", "quiz")
_USAGE = "write the name of a quiz, as in `skip-connections`"

_ANY_FIELD = "|".join(_FIELDS)
_COLON = re.compile(rf"(?:{_ANY_FIELD}) *(?P<colon>[:：﹕︰꞉])(?P<space>[{SPACES}])?")
_NAME_AND_FIELDS = re.compile(rf"[ \n]*(?P<name>\w[\w./ -]*?) *\n(?:.*\n)*?(?:{_ANY_FIELD}) *:")

_ROUND_A_NAME = re.compile(rf"^[{QUOTES}{SPACES}]+|(?:\.ya?ml)?[{QUOTES}{SPACES}]*$")
"""The quotes of a word processor, spaces of another kind, and the suffix of the file."""


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
    if complaint := about_signs(fence):
        return Directive(complaints=(complaint,))
    if fence.info != "quiz":
        return _refusal((), f'the fence says "{fence.info}"', "write ```quiz and nothing behind it")
    if macros := tuple(unfilled_macros(fence)):
        return Directive(complaints=macros)
    try:
        document = read(fence.body)
    except Unreadable as error:
        return Directive(complaints=(_fields_behind_a_name(fence.body) or error.complaint,))
    directive = _directive(document.data, bank)
    complaints = [_locate(document, complaint) for complaint in directive.complaints]
    if not document.complaints:
        return replace(directive, complaints=tuple(complaints))
    of_yaml = [of_body(each) for each in document.complaints]
    lines = {each.line_in_text for each in of_yaml}
    return Directive(complaints=(*of_yaml, *(each for each in complaints if each.line_in_text not in lines)))


def _fields_behind_a_name(body: str) -> Complaint | None:
    """The complaint about a name that stands in its line as it may stand alone, and has fields below it."""
    found = _NAME_AND_FIELDS.match(body)
    if found is None:
        return None
    hint = f"write `quiz: {found['name']}` in its line"
    return Complaint((), "fields follow the name of the quiz", hint, body.count("\n", 0, found.start("name")))


def _locate(document: Document, complaint: Complaint) -> Complaint:
    """The complaint with its line in the fence; one about a field that is not there is about the whole."""
    if document.existing(complaint.path) != complaint.path:
        return replace(complaint, path=())
    return replace(complaint, path=(), line_in_text=document.position(complaint)[0] - 1)


def _directive(data: Any, bank: Bank) -> Directive:
    if data is None or is_empty(data):
        return _refusal(("quiz",), "the fence is empty", _USAGE)
    if isinstance(data, str):
        named = _quiz((), data, bank)
        return Directive(complaints=(named,)) if isinstance(named, Complaint) else _shown(named, None, bank)
    if not isinstance(data, dict):
        return _refusal((), f"a quiz is expected, not {described(data)}", _USAGE)
    complaints = [_unknown_field(name, value) for name, value in data.items() if name not in _FIELDS]
    if "quiz" not in data and not complaints:
        complaints.append(Complaint(("quiz",), '"quiz" is missing', "add `quiz:` and the name of a quiz"))
    sheet, only = data.get("as", ""), data.get("only")
    if "as" in data and sheet not in SHEETS:
        message = f"a sheet is expected, not {described(sheet)}"
        complaints.append(Complaint(("as",), message, nearest(str(sheet), SHEETS)))
        sheet = ""
    if only is not None:
        complaints += _about_ids(only)
    quiz = _quiz(("quiz",), data["quiz"], bank) if "quiz" in data else None
    if isinstance(quiz, Quiz):
        directive = _shown(quiz, only, bank)
        return Directive(directive.entries, (*complaints, *directive.complaints), sheet)
    return Directive(complaints=(*complaints, *([quiz] if quiz else [])))


def _unknown_field(name: str, value: Any) -> Complaint:
    if isinstance(value, NothingInBraces):
        return empty_field((name,), value)
    return Complaint((name,), f'unknown field "{name}"', nearest(name, _FIELDS), is_about_name=True)


def _quiz(path: FieldPath, name: Any, bank: Bank) -> Quiz | Complaint:
    """The quiz whose name stands at `path`, or what is wrong with the name."""
    if not isinstance(name, str) or is_empty(name):
        return Complaint(path, f"the name of a quiz is expected, not {described(name)}", _USAGE)
    if name in bank.quizzes:
        return bank.quizzes[name]
    if not path and (sign := _COLON.match(name)):
        return _about_colon(sign)
    if original := bank.translated_by(name):
        message = f'"{name}" is a translation of the quiz "{original}"'
        return Complaint(path, message, f"write {original}: a page shows it in its own language")
    hint = nearest(_as_a_name(name, bank.quizzes), bank.quizzes)
    return Complaint(path, f'there is no quiz "{name}"', hint)


def _as_a_name(text: str, names: Container[str]) -> str:
    """The name that a path of a file leads to, or one in quotes; the text itself where it does to none."""
    steps = _ROUND_A_NAME.sub("", text).replace("\\", "/").split("/")
    return next((tail for n in range(len(steps)) if (tail := "/".join(steps[n:])) in names), text)


def _about_colon(found: re.Match[str]) -> Complaint:
    """What is wrong with the colon of a fence that holds a text alone, and yet was to hold a field."""
    if found["space"]:
        return Complaint((), *about_sign(found["space"]))
    if found["colon"] == ":":
        return Complaint((), "no space stands behind this colon", "write one")
    return Complaint((), f'"{found["colon"]}" is no colon to YAML', "write : and a space")


def _about_ids(only: Any) -> Iterator[Complaint]:
    """What is wrong with a list of ids, whatever quiz they are of."""
    if not isinstance(only, list) or not only:
        found = "an empty list" if only == [] else described(only)
        hint = "write `only: [first-id, second-id]`"
        yield Complaint(("only",), f"a list of ids is expected, not {found}", hint)
        return
    for index, item in enumerate(only):
        if not isinstance(item, str) or is_empty(item):
            message = f"an id is expected, not {described(item)}"
            yield Complaint(("only", index), message, "write the id of a question")


def _shown(quiz: Quiz, only: Any, bank: Bank) -> Directive:
    """The questions of a quiz; `only` names some of them, and what is no id in it is told elsewhere."""
    entries = {entry.id: entry for entry in quiz.entries if bank.entries[entry.id] is entry}
    if only is None:
        return Directive(tuple(entries.values()))
    ids = {
        index: item
        for index, item in enumerate(only if isinstance(only, list) else ())
        if isinstance(item, str) and not is_empty(item)
    }
    unknown = (
        _unknown_item(item, quiz, bank).within(("only", index))
        for index, item in ids.items()
        if item not in entries and not _is_told_elsewhere(item, quiz)
    )
    return Directive(tuple(entries[item] for item in ids.values() if item in entries), tuple(unknown))


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
