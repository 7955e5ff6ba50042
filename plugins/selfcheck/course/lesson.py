"""A page as a lesson of a course: its title, how long it takes, and what it aims at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from selfcheck.complaint import Complaint
from selfcheck.course.reading_time import reading_time
from selfcheck.page_index import Lesson
from selfcheck.typed.markup import shown_markup

_MOST_MINUTES = 6_000


def lesson_of(title: str, metadata: Mapping[str, Any], content: str) -> Lesson:
    """Minutes are counted in the content where the front matter names none that can be read."""
    minutes = _minutes(metadata.get("minutes"))
    objective = metadata.get("objective")
    return Lesson(
        title,
        reading_time(content) if minutes is None else minutes,
        " ".join(objective.split()) if isinstance(objective, str) else "",
    )


def lesson_complaints(metadata: Mapping[str, Any]) -> Iterator[Complaint]:
    """What is wrong with the front matter of a page as far as a course reads it."""
    minutes, objective = metadata.get("minutes"), metadata.get("objective")
    if minutes is not None and _minutes(minutes) is None:
        message = f'"{minutes}" is no number of minutes'
        yield Complaint(("minutes",), message, "write a whole number, as in `minutes: 20`")
    if objective is not None and not isinstance(objective, str):
        hint = "write one sentence, in quotes if it has a colon"
        yield Complaint(("objective",), f'the objective of the page is no text but "{objective}"', hint)
    if isinstance(objective, str):
        for _, complaint in shown_markup([objective], "an objective"):
            yield complaint.within(("objective",))


def line_in_front_matter(text: str, field: str) -> int | None:
    """The line of a page's source, from 1, at which its front matter gives a field."""
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"""["']?{re.escape(field)}["']?\s*:""", line, re.IGNORECASE):
            return number
        if number > 1 and re.fullmatch(r"(---|\.\.\.)\s*", line):
            break
    return None


def _minutes(value: Any) -> int | None:
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,4}", str(value)):
        return None
    return int(value) if 0 < int(value) <= _MOST_MINUTES else None
