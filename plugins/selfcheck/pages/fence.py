"""The fences of a page at any depth: which lines each takes, what stands before it and what in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selfcheck.pages.comment import after_comment

_OPENING = re.compile(
    r"""(?P<prefix>(?:[>\s]|[-*+]\ |\d{1,9}[.)]\ )*)   # quote marks, indentation, bullets on the same line
        (?:(?P<ticks>`{3,})(?P<info>[^`]*)|(?P<tildes>~{3,})(?P<words>.*))""",
    re.VERBOSE,
)
_ODD_SPACE = re.compile(r"(?! )\s")
_NO_WORD = re.compile(r"[{}()\[\]:,;=!?\"'`]")
_BLANK = re.compile(r"[> ]*")
_TAB_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: lines `start` to `end` (from 0, end exclusive), without tabs.

    `prefix` is what stands before its opening, as far as Markdown knows such signs; `body` its lines without
    that. A fence that is never closed, or has another sign in front, is its first line alone.
    """

    start: int
    end: int
    prefix: str
    info: str
    body: str
    source: str
    is_closed: bool

    @property
    def indentation(self) -> str:
        """What a line must begin with to stand at the place of the fence: bullets become spaces."""
        return _indentation(self.prefix)

    @property
    def odd_space(self) -> str:
        """The space of another kind before the marks, if one stands there: Markdown sees no fence, then."""
        sign = self.source[len(self.prefix) :][:1]
        return sign if sign.isspace() else ""

    @property
    def language(self) -> str:
        """The first word behind the marks, in braces or not, without the dot of a class; an id is none.

        Capitals make no difference, nor signs round it, nor what cannot be seen: nobody means another word
        by them.
        """
        seen = "".join(filter(str.isprintable, self.info.replace("\u00a0", " "))).casefold()
        words = _NO_WORD.sub(" ", seen).split()
        return next((word.strip(".") for word in words if not word.startswith("#")), "")

    @property
    def wording(self) -> tuple[str, bool, tuple[str, ...]]:
        """What tells it from other fences, wherever it stands."""
        return self.info, self.is_closed, tuple(self.body.split())


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Every fence in order. What stands inside a fence is its body, and what stands in a comment is none."""
    expanded = [line.expandtabs(_TAB_WIDTH) for line in lines]
    at = 0
    while at < len(expanded):
        fence = _fence_at(expanded, at)
        if fence is not None:
            yield fence
        at = fence.end if fence is not None else after_comment(expanded, at)


def fences_of(language: str, lines: Sequence[str]) -> Iterator[Fence]:
    """The fences of one language in order."""
    return (fence for fence in fences(lines) if fence.language == language)


def _fence_at(lines: Sequence[str], start: int) -> Fence | None:
    opening = _OPENING.fullmatch(lines[start])
    if opening is None:
        return None
    prefix, info = opening["prefix"], (opening["info"] or opening["words"] or "").strip()
    if odd := _ODD_SPACE.search(prefix):
        return Fence(start, start + 1, prefix[: odd.start()], info, "", lines[start], is_closed=False)
    inside = _indentation(prefix)
    closing = _closing(lines, start, inside, opening["ticks"] or opening["tildes"])
    end = start + 1 if closing is None else closing + 1
    body = "\n".join(line[len(inside) :] for line in lines[start + 1 : end - 1])
    source = "\n".join(lines[start:end])
    return Fence(start, end, prefix, info, body, source, closing is not None)


def _closing(lines: Sequence[str], start: int, inside: str, marks: str) -> int | None:
    """The line with the same sign, at least as often and as far in; None where the container ends before."""
    closing = re.compile(rf"{re.escape(inside)}{marks[0]}{{{len(marks)},}} *")
    for number in range(start + 1, len(lines)):
        if closing.fullmatch(lines[number]):
            return number
        if not lines[number].startswith(inside) and not _BLANK.fullmatch(lines[number]):
            return None
    return None


def _indentation(prefix: str) -> str:
    return re.sub(r"[^> ]", " ", prefix)
