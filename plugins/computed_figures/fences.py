"""Finds the `figure` fences of a page, and no sample of one that is shown inside another fence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_OPENING = re.compile(
    r"""(?P<prefix>(?:[> ]|[-*+]\ +|\d{1,9}[.)]\ +)*)   # quote marks, indentation, bullets on the same line
        (?:(?P<ticks>`{3,})(?P<info>[^`]*)|(?P<tildes>~{3,})(?P<words>.*))$""",
    re.VERBOSE,
)
_LEADING = re.compile(r"[> ]*")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: lines `start` to `end` inclusive, counted from 0.

    `prefix` is what stands before the opening fence; `body` its lines without it, or None if it is never
    closed (then `end` is `start`).
    """

    start: int
    end: int
    prefix: str
    info: str
    body: tuple[str, ...] | None


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield every fence of a page at any indentation, in order; what stands inside one is its body."""
    at = 0
    while at < len(lines):
        fence = _fence_at(lines, at)
        if fence is not None:
            yield fence
            at = fence.end
        at += 1


def figure_fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield the fences whose first word is `figure`."""
    return (fence for fence in fences(lines) if fence.info.split()[:1] == ["figure"])


def _fence_at(lines: Sequence[str], start: int) -> Fence | None:
    opening = _OPENING.match(lines[start])
    if opening is None:
        return None
    marks = opening["ticks"] or opening["tildes"]
    info = (opening["info"] or opening["words"] or "").strip()
    # Lines that follow stand under the bullet's text, so its mark counts as indentation.
    inside = re.sub(r"[^> ]", " ", opening["prefix"])
    body: list[str] = []
    for at in range(start + 1, len(lines)):
        line = lines[at]
        blank = _LEADING.fullmatch(line)
        if not blank and not line.startswith(inside):
            break  # The list item or quote ended before the fence did.
        text = line[len(inside) :]
        if text.strip() == marks and len(text) - len(text.lstrip()) < 4:
            return Fence(start, at, opening["prefix"], info, tuple(body))
        body.append(text)
    return Fence(start, start, opening["prefix"], info, None)
