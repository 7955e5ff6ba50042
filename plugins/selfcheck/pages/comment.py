"""Comments of a page: what stands in one is no part of the page."""

from __future__ import annotations

from collections.abc import Sequence


def after_comment(lines: Sequence[str], at: int) -> int:
    """The line after the comment that line `at` leaves open; the next line where there is none.

    A comment that is never closed hides nothing.
    """
    opening = lines[at].rfind("<!--")
    if opening < 0 or "-->" in lines[at][opening:] or _is_in_code(lines[at], opening):
        return at + 1
    return next((end + 1 for end in range(at + 1, len(lines)) if "-->" in lines[end]), at + 1)


def _is_in_code(line: str, place: int) -> bool:
    return line.count("`", 0, place) % 2 == 1
