"""Checks the rows of an ordering and their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from selfcheck.checks.twins import as_compared
from selfcheck.item import Complaint, Parts, twins
from selfcheck.option_labels import are_labelled
from selfcheck.problems import nearest
from selfcheck.question_types.ordering.precedence import closure

MOST_ROWS = 20
"""The most rows that can be compared and moved on a phone."""

Rows: TypeAlias = "Sequence[dict[str, Any] | None]"
"""Rows as mappings, with None for each invalid one."""


def complaints(parts: Parts) -> Iterator[Complaint]:
    """Complaints about the number of rows, equal rows, and contradictions in their order."""
    rows, distractors = _mappings(parts, "rows"), _mappings(parts, "distractors")
    yield from _counts(rows, distractors)
    yield from twins({"rows": rows}, "rows", "text", "row", "rows")
    yield from twins({"distractors": distractors}, "distractors", "text", "distractor", "distractors")
    yield from _belonging(rows, distractors)
    if are_labelled([str((row or {}).get("text") or "") for row in rows]):
        message = "the rows begin with numbers or letters, which give their order away"
        yield Complaint(("rows",), message, "leave these out")
    yield from _names(rows)
    for index, row in enumerate(rows):
        yield from _contradictions(rows, index, row)
    yield from _needless_feedback(rows)
    if len(rows) > 1 and all(_is_free(index, row) for index, row in enumerate(rows)):
        yield Complaint(
            ("rows",),
            "every order of the rows is right",
            "remove `after` where a row has to follow the one above it",
        )


def _mappings(parts: Parts, field: str) -> Rows:
    return [{"text": row} if isinstance(row, str) else row for row in parts.get(field) or ()]


def _counts(rows: Rows, distractors: Rows) -> Iterator[Complaint]:
    if len(rows) == 1:
        yield Complaint(("rows",), "one row leaves nothing to put in order", "add what comes before or after")
    total = len(rows) + len(distractors)
    if total > MOST_ROWS:
        field = "distractors" if len(rows) <= MOST_ROWS else "rows"
        index = MOST_ROWS - len(rows) if field == "distractors" else MOST_ROWS
        message = f"{total} rows are more than the {MOST_ROWS} that a reader can move about"
        yield Complaint((field, index), message, "keep the five to eight that matter")


def _belonging(rows: Rows, distractors: Rows) -> Iterator[Complaint]:
    numbers = {_plain(row): number for number, row in enumerate(rows, 1)}
    for index, distractor in enumerate(distractors):
        text = _plain(distractor)
        if text and text in numbers:
            message = f"the same text as row {numbers[text]}, which belongs"
            yield Complaint(("distractors", index, "text"), message, "make the two differ, or remove one")


def _plain(row: dict[str, Any] | None) -> str:
    return as_compared((row or {}).get("text") or "")


def _names(rows: Rows) -> Iterator[Complaint]:
    first: dict[str, int] = {}
    for index, row in enumerate(rows):
        name = (row or {}).get("name")
        if name and name in first:
            message = f'row {first[name] + 1} is called "{name}" already'
            yield Complaint(("rows", index, "name"), message, "give each row a name of its own")
        elif name:
            first[name] = index


def _contradictions(rows: Rows, index: int, row: dict[str, Any] | None) -> Iterator[Complaint]:
    """Complaints about `after`. It may only name rows above in the file, so that there are no cycles."""
    names = [(each or {}).get("name") for each in rows]
    are_known = all(each and each.get("name", "") is not None for each in rows)
    for place, name in enumerate((row or {}).get("after") or ()):
        path = ("rows", index, "after", place)
        if name and name not in names:
            if are_known:
                yield Complaint(path, f'no row is called "{name}"', nearest(name, filter(None, names)))
        elif name and name == names[index]:
            yield Complaint(path, "a row cannot stand below itself", "remove the name")
        elif name and name in names[index:]:
            message = f'"{name}" stands below this row, so the order contradicts itself'
            yield Complaint(path, message, "put the rows of the file in an order that is right")


def _is_free(index: int, row: dict[str, Any] | None) -> bool:
    return row is not None and row.get("after", [0] * index) == []


def _needless_feedback(rows: Rows) -> Iterator[Complaint]:
    """Complaints about feedback that no reader would ever be shown; none where the order is in doubt."""
    after = [_after(rows, index, row) for index, row in enumerate(rows)]
    if None in after:
        return
    above = closure([numbers or () for numbers in after])
    for index, row in enumerate(rows):
        feedback = (row or {}).get("feedback")
        below = [other for other in range(len(rows)) if index in above[other]]
        for name, complaint in (
            ("too-early", None if above[index] else _NEVER_EARLY),
            ("too-late", None if below[1:] else _SAID_BELOW if below else _NEVER_LATE),
        ):
            if complaint and isinstance(feedback, dict) and name in feedback:
                yield Complaint(("rows", index, "feedback", name), *complaint, is_about_name=True)


_NEVER_EARLY = (
    "no row has to stand above this one, so it never stands too early",
    "remove `too-early` from it",
)
_NEVER_LATE = ("no row has to stand below this one, so it never stands too late", "remove `too-late` from it")
_SAID_BELOW = (
    "only one row has to stand below this one, and the reader is told that that row stands too early",
    "write `too-early` there instead",
)


def _after(rows: Rows, index: int, row: dict[str, Any] | None) -> list[int] | None:
    """The rows (from 0) that a row comes after; None if that is in doubt."""
    if row is None or row.get("after", ()) is None:
        return None
    if "after" not in row:
        return [index - 1] if index else []
    names = [(each or {}).get("name") for each in rows[:index]]
    is_sure = {*row["after"]} <= {*filter(None, names)}
    return [names.index(name) for name in row["after"]] if is_sure else None
