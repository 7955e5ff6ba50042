"""Checks a Markdown fragment for constructs that would have effects outside its question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_MARKERS = r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*"
_FENCE = re.compile(rf"^{_MARKERS}(`{{3,}}|~{{3,}})(.*)$")
_HEADING = re.compile(r"^#{1,6}(?!#)\s*\S")
_UNDERLINE = re.compile(r"^(=+|-+)[ ]*$")
_FOOTNOTE = re.compile(r"^\[\^[^\]]+\]:")
_CONTAINER = re.compile(r"^ *(?:!!!|\?\?\?\+?|===[!+]*|///|[-*+]|\d+[.)]|:)[ \t]")
"""Opens a container whose content is indented: an admonition, a tab, a block, a list, a definition."""

_CODE_WIDTH = 4


class FragmentFault(NamedTuple):
    """A fault in line `line` (from 0) of a fragment."""

    line: int
    message: str
    hint: str


def faults(text: str) -> Iterator[FragmentFault]:
    """The headings, footnote definitions and unclosed code fences of a fragment."""
    lines = text.splitlines()
    fence, opened = "", 0
    before = ""
    for number, line in enumerate(lines):
        match = _FENCE.match(line)
        if fence:
            if match and match[1].startswith(fence) and not match[2].strip():
                fence = ""
            before = ""
            continue
        if match and not ("`" in match[2] and match[1][0] == "`"):
            fence, opened = match[1], number
        elif fault := _line_fault(number, _content(lines, number), before):
            yield fault
        before = line
    if fence:
        cure = f"add a line {fence} with the same indentation"
        yield FragmentFault(opened, "this code fence is never closed", cure)


def _content(lines: Sequence[str], number: int) -> str:
    """A line without the marks of the containers it stands in; indented code keeps its indentation."""
    line = lines[number]
    width = _width(line)
    if width >= _CODE_WIDTH:
        outer = next((each for each in reversed(lines[:number]) if each.strip() and _width(each) < width), "")
        if not _CONTAINER.match(outer) or width - _width(outer) >= 2 * _CODE_WIDTH:
            return line
    return re.sub(rf"^{_MARKERS}", "", line)


def _width(line: str) -> int:
    expanded = line.expandtabs(_CODE_WIDTH)
    return len(expanded) - len(expanded.lstrip())


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
