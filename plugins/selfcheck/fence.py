"""Finds the `quiz` fences of a page, and leaves every other fence alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

LANGUAGE: Final = "quiz"

_OPENING = re.compile(
    r"^(?P<prefix>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)$"
)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)")


@dataclass(frozen=True, slots=True)
class Fence:
    """A quiz fence: lines `start` to `end` (from 0, end exclusive), what stands before it and in it."""

    start: int
    end: int
    prefix: str
    body: str
    info: str
    is_closed: bool
    source: str

    @property
    def indentation(self) -> str:
        """What a line must begin with to stand at the place of the fence: bullets become spaces."""
        return re.sub(r"[^\s>]", " ", self.prefix)


def find_fences(lines: Sequence[str]) -> Iterator[Fence]:
    """All quiz fences in order. A quiz shown inside a longer fence, or in an HTML comment, is not one."""
    number, in_comment = 0, False
    while number < len(lines):
        line = lines[number]
        if in_comment:
            in_comment = "-->" not in line
            number += 1
            continue
        match = _OPENING.match(line)
        if match is None:
            in_comment = (
                "<!--" in line and "-->" not in line[line.rindex("<!--") :] and not _in_code_span(line)
            )
            number += 1
            continue
        end = _closing(lines, number, match["prefix"], match["fence"])
        if match["info"].strip().split(" ")[0].strip("{}.") == LANGUAGE:
            yield _fence(lines, number, end, match)
        number = end if end is not None else number + 1


def _in_code_span(line: str) -> bool:
    return line[: line.index("<!--")].count("`") % 2 == 1


def _closing(lines: Sequence[str], start: int, prefix: str, fence: str) -> int | None:
    """The line after the closing fence; None where the fence, or the container round it, ends before."""
    closing = re.compile(rf"^{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
    depth = prefix.count(">")
    width = len(prefix.expandtabs(4))
    for number in range(start + 1, len(lines)):
        line = lines[number].expandtabs(4)
        if depth and line.count(">", 0, width + depth) < depth and line.strip():
            return None
        if not line.strip(" >"):
            continue
        before = line[:width]
        if before.strip(" >"):
            return None
        if closing.match(line[width:]):
            return number + 1
    return None


def _fence(lines: Sequence[str], start: int, end: int | None, match: re.Match[str]) -> Fence:
    width = len(match["prefix"].expandtabs(4))
    last = end - 1 if end is not None else start + 1
    body = "\n".join(line.expandtabs(4)[width:] for line in lines[start + 1 : last])
    stop = end if end is not None else start + 1
    source = "\n".join(lines[start:stop])
    return Fence(start, stop, match["prefix"], body, match["info"].strip(), end is not None, source)
