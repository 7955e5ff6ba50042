"""Checks a Markdown fragment for constructs that would have effects outside its question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selfcheck.complaint import Complaint

_MARKERS = r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*"
_FENCE = re.compile(rf"^{_MARKERS}(`{{3,}}|~{{3,}})(.*)$")
_HEADING = re.compile(r"^#{1,6}(?!#)\s*\S")
_UNDERLINE = re.compile(r"^(=+|-+)[ ]*$")
_FOOTNOTE = re.compile(r"^\[\^[^\]]+\]:")
_CONTAINER = re.compile(r"^ *(?:!!!|\?\?\?\+?|===[!+]*|///|[-*+]|\d+[.)]|:)[ \t]")
"""Opens a container whose content is indented: an admonition, a tab, a block, a list, a definition."""

_CODE_WIDTH = 4


def complaints(text: str) -> Iterator[Complaint]:
    """Headings, footnote definitions and code fences that stay open."""
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
        elif (complaint := _about_line(number, _content(lines, number), before)) is not None:
            yield complaint
        before = line
    if fence:
        cure = f"add a line {fence} with the same indentation"
        yield Complaint((), "this code fence is never closed", cure, opened)


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


def _about_line(number: int, line: str, before: str) -> Complaint | None:
    if _HEADING.match(line):
        return Complaint(
            (),
            "a heading inside a question would enter the page's contents",
            r"use **bold** text, or write \# for the sign itself",
            number,
        )
    if _UNDERLINE.match(line) and before.strip() and not before.startswith((" ", "\t", ">", "|")):
        return Complaint(
            (),
            "a text underlined like this becomes a heading, which would enter the page's contents",
            "put an empty line before the rule, or use **bold** text",
            number,
        )
    if _FOOTNOTE.match(line):
        return Complaint(
            (),
            "a footnote definition inside a question would get lost",
            "put the note into the text, or define it on the page",
            number,
        )
    return None
