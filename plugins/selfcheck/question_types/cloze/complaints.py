"""Checks the gaps of a cloze against its text and against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from selfcheck.item import Complaint, Parts
from selfcheck.model.fields import KEBAB
from selfcheck.problems import closest, nearest
from selfcheck.typed.entry import entry_complaints
from selfcheck.typed.markup import shown_markup

MARK = re.compile(r"\[_([^\[\]\n]*?)_\]")
"""The mark of a gap in a text: `[_name_]`."""

_KINDS = ("answers", "number", "options")
_BESIDE: Mapping[str, tuple[str, ...]] = {
    "ignore": ("answers",),
    "pattern": ("answers",),
    "tolerance": ("number",),
    "relative-tolerance": ("number",),
    "mistakes": ("answers", "number"),
}
"""The fields of a gap that belong to one kind of answer only, by that kind."""


def cloze_complaints(parts: Parts) -> Iterator[Complaint]:
    """Complaints about gaps without answers, answers without gaps, and fields that contradict each other."""
    gaps = parts.get("gaps")
    yield from _gaps_in_stem(parts)
    if gaps is None:
        return
    if not gaps:
        yield Complaint(("gaps",), "there are no gaps", "write a name, and below it `answers:` or the like")
        return
    for name, gap in gaps.items():
        if not re.fullmatch(KEBAB, name):
            message = f'"{name}" is no name for a gap: small letters, digits and single hyphens only'
            yield Complaint(("gaps", name), message, "write one or two words joined by hyphens", None, True)
        if gap is not None:
            yield from _gap_complaints(name, gap, is_varied="parameters" in parts)
    if parts.get("text") and any(gap is not None for gap in gaps.values()):
        yield from _name_complaints(parts["text"], gaps)


def _gaps_in_stem(parts: Parts) -> Iterator[Complaint]:
    for number, line in enumerate((parts.get("stem") or "").split("\n")):
        if mark := MARK.search(line):
            message = f"{mark[0]} stands in the stem, where nothing can be filled in"
            yield Complaint(("stem",), message, "move the text with its gaps to `text:`", number)


def _name_complaints(text: str, gaps: Mapping[str, Any]) -> Iterator[Complaint]:
    marks = [(number, mark) for number, line in enumerate(text.split("\n")) for mark in MARK.finditer(line)]
    left = [name for name in gaps if name not in {mark[1] for _, mark in marks}]
    met: set[str] = set()
    for number, mark in marks:
        name = mark[1]
        if name not in gaps:
            message = f"{mark[0]} is not among the gaps"
            yield Complaint(("text",), message, nearest(name, gaps), number, column_in_text=mark.start())
            if (meant := closest(name, left)) is not None:
                left.remove(meant)
        elif name in met:
            hint = "give each gap a name and an answer of its own"
            message = f"{mark[0]} stands there a second time"
            yield Complaint(("text",), message, hint, number, column_in_text=mark.start())
        met.add(name)
    for name in left:
        hint = "write it in, or remove the gap"
        yield Complaint(("gaps", name), f"the text has no [_{name}_]", hint, None, True)


def _gap_complaints(name: str, gap: Mapping[str, Any], is_varied: bool) -> Iterator[Complaint]:
    path = ("gaps", name)
    kinds = [kind for kind in _KINDS if kind in gap]
    if not kinds:
        message = f'the gap "{name}" has no answer'
        yield Complaint(path, message, "add `answers:`, `number:` or `options:`")
    for kind in kinds[1:]:
        yield Complaint(
            (*path, kind), f"a gap cannot have both `{kinds[0]}` and `{kind}`", "keep one of them"
        )
    if len(kinds) != 1:
        return
    for field, places in _BESIDE.items():
        if field in gap and kinds[0] not in places:
            hint = "give each option its own feedback" if field == "mistakes" else "remove it"
            yield Complaint((*path, field), f"`{field}` means nothing beside `{kinds[0]}`", hint)
    match kinds[0]:
        case "answers":
            yield from _mistakes_lacking(path, gap, "text", "value")
            yield from () if is_varied else entry_complaints(gap, path)
        case "number":
            yield from _mistakes_lacking(path, gap, "value", "text")
            if gap.get("tolerance") and gap.get("relative-tolerance"):
                message = "two tolerances, one absolute and one relative, contradict each other"
                yield Complaint((*path, "relative-tolerance"), message, "keep one of them")
        case "options":
            yield from _option_complaints(path, gap["options"] or ())


def _mistakes_lacking(
    path: tuple[str, str], gap: Mapping[str, Any], needed: str, other: str
) -> Iterator[Complaint]:
    for index, mistake in enumerate(gap.get("mistakes") or ()):
        if mistake is None:
            continue
        if other in mistake:
            hint = f"write `{needed}:` in its place"
            yield Complaint((*path, "mistakes", index, other), f"`{other}` means nothing in this gap", hint)
        elif needed not in mistake:
            place = (*path, "mistakes", index, needed)
            yield Complaint(place, f'"{needed}" is missing', f"add `{needed}:`, what the mistake leads to")


def _option_complaints(path: tuple[str, str], options: Any) -> Iterator[Complaint]:
    path_to = (*path, "options")
    if len(options) == 1:
        yield Complaint(path_to, "one option leaves nothing to choose", "add at least one distractor")
    first: dict[str, int] = {}
    keys = []
    texts = [option if isinstance(option, str) else (option or {}).get("text") or "" for option in options]
    for index, complaint in shown_markup(texts, "an option"):
        yield complaint.within((*path_to, index))
    for index, (option, text) in enumerate(zip(options, texts, strict=True)):
        plain = " ".join(text.split())
        if plain and plain in first:
            message = f"the same text as option {first[plain] + 1}"
            yield Complaint((*path_to, index), message, "make the two options differ, or remove one")
        first.setdefault(plain, index)
        if isinstance(option, dict) and option.get("correct") == "true":
            keys.append(index)
    if not keys and all(option is not None for option in options):
        yield Complaint(path_to, "no option is the key", "write the right one as `{text: …, correct: true}`")
    for index in keys[1:]:
        message = "a second key among the options of a gap"
        yield Complaint((*path_to, index, "correct"), message, "keep `correct: true` for one option")
