"""What a Markdown fragment may not contain, since it would leave the question it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})(.*)$")
_HEADING = re.compile(r"^ {0,3}#{1,6}(?!#)\s*\S")
_UNDERLINE = re.compile(r"^(=+|-+)[ ]*$")
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]]+\]:")


class FragmentFault(NamedTuple):
    """A fault in line `line` (from 0) of a fragment."""

    line: int
    message: str
    hint: str


def faults(text: str) -> Iterator[FragmentFault]:
    """Headings, footnote definitions and code fences that stay open."""
    fence, opened = "", 0
    before = ""
    for number, line in enumerate(text.splitlines()):
        match = _FENCE.match(line)
        if fence:
            if match and match[1].startswith(fence) and not match[2].strip():
                fence = ""
            before = ""
            continue
        if match and not ("`" in match[2] and match[1][0] == "`"):
            fence, opened = match[1], number
        elif fault := _line_fault(number, line, before):
            yield fault
        before = line
    if fence:
        yield FragmentFault(
            opened, "this code fence is never closed", f"add a line {fence} with the same indentation"
        )


def _line_fault(number: int, line: str, before: str) -> FragmentFault | None:
    if _HEADING.match(line):
        return FragmentFault(
            number,
            "a heading inside a question would enter the page's contents",
            r"use **bold** text, or write \# for the sign itself",
        )
    if _UNDERLINE.match(line) and before.strip() and not before.startswith((" ", "\t", ">", "|")):
        return FragmentFault(
            number,
            "a text underlined like this becomes a heading, which would enter the page's contents",
            "put an empty line before the rule, or use **bold** text",
        )
    if _FOOTNOTE.match(line):
        return FragmentFault(
            number,
            "a footnote definition inside a question would get lost",
            "put the note into the text, or define it on the page",
        )
    return None
