"""Finds in a parsed fragment what would take effect outside its question, or is not what it looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.util import AtomicString

from selfcheck.complaint import Complaint

_HEADING = re.compile("h[1-6]")
_OPEN_FENCE = re.compile(r"^ *(?:`{3,}[^`\n]*|~{3,}[^~\n]*)$", re.MULTILINE)
"""A line that opens a fence for most people, left in running text by the page's own extensions."""

_NOT_TEXT = frozenset({"code", "pre"})
_MARKS = re.compile(r"^[\s>#*+-]*(?:\d+[.)]\s+)?[#\s]*|[#\s]*$")
"""What stands round the text of a heading in its line."""

_UNDERLINE = re.compile(r"[\s>]*(?:=+|-+)\s*")

Tell = Callable[[Complaint], None]

_FOOTNOTE = (
    "a footnote definition inside a question would get lost",
    "put the note into the text, or define it on the page",
)
_DEFINITIONS: Mapping[str, tuple[str, str]] = {
    "footnote": _FOOTNOTE,
    "abbr": (
        "an abbreviation defined inside a question would change the whole page",
        "write it out in the text, or define it on the page",
    ),
}
"""What is said of a definition, by the name of the block processor that takes it."""


@contextmanager
def definitions_told(md: Markdown, source: str, tell: Tell) -> Iterator[None]:
    """While a fragment is parsed, tell of each definition in it that a processor of the page takes."""
    with ExitStack() as stack:
        for name, said in _DEFINITIONS.items():
            if name in md.parser.blockprocessors:
                stack.enter_context(_watched(md.parser.blockprocessors[name], said, source, tell))
        yield


@contextmanager
def _watched(processor: BlockProcessor, said: tuple[str, str], source: str, tell: Tell) -> Iterator[None]:
    run, definition = processor.run, getattr(processor, "RE", None)

    def run_and_tell(parent: Element, blocks: list[str]) -> bool | None:
        block = blocks[0]
        taken = run(parent, blocks)
        if taken:
            found = definition.search(block) if definition else None
            tell(Complaint((), *said, line_of(source, (found[0] if found else block).split("\n")[0])))
        return taken

    setattr(processor, "run", run_and_tell)  # noqa: B010 -- found before the method of its class
    try:
        yield
    finally:
        delattr(processor, "run")


def complaints_about_blocks(fragment: Element, source: str) -> Iterator[Complaint]:
    """Headings, and lines that look like a fence and are none to the page; inline text is not parsed yet."""
    for element in fragment.iter():
        if _HEADING.fullmatch(element.tag):
            yield Complaint(
                (),
                "a heading inside a question would enter the page's contents",
                r"use **bold** text, or write \# for the sign itself; put an empty line before a rule",
                _line_of_heading(source, (element.text or "").split("\n")[0]),
            )
    for text in running_texts(fragment):
        if found := _OPEN_FENCE.search(text):
            yield Complaint(
                (),
                f'"{found[0].strip()}" begins no code block on this page',
                "close it by the same signs, as far in as it begins, with one word behind the first at most",
                line_of(source, found[0]),
            )


def complaints_about_elements(fragment: Element, source: str, toc_marker: str) -> Iterator[Complaint]:
    """Ids that the author gave, and the mark of the page's contents; inline text has been parsed."""
    for element in fragment.iter():
        name = element.get("id")
        if name and (found := re.search(rf"(?:#|\bid *[:=] *[\"']?){re.escape(name)}", source)):
            yield Complaint(
                (),
                f'the id "{name}" inside a question could be given twice, or change that of a heading',
                "remove it; `#check-` and the id of the question leads here",
                line_of(source, found[0]),
            )
        if toc_marker and _is_alone(toc_marker, element):
            yield Complaint(
                (),
                f"{toc_marker} inside a question would be replaced by the page's contents",
                "put it into backticks, or remove it",
                line_of(source, toc_marker),
            )


def _is_alone(marker: str, element: Element) -> bool:
    return element.tag not in _NOT_TEXT and not len(element) and (element.text or "").strip() == marker


def running_texts(element: Element) -> Iterator[str]:
    """The texts of a tree that are neither code nor finished."""
    if element.tag not in _NOT_TEXT and element.text and not isinstance(element.text, AtomicString):
        yield element.text
    for child in element:
        yield from running_texts(child)
        if child.tail and not isinstance(child.tail, AtomicString):
            yield child.tail


def line_of(source: str, text: str) -> int:
    """The first line (from 0) with this text; the first of all where it stands in none, as with snippets."""
    return next((number for number, line in enumerate(source.split("\n")) if text.strip() in line), 0)


def _line_of_heading(source: str, text: str) -> int:
    """The line that is written as a heading with this text, if there is one."""
    bare = _MARKS.sub("", text)
    lines = source.split("\n")
    for number, (line, below) in enumerate(pairwise([*lines, ""])):
        if _MARKS.sub("", line) == bare and ("#" in line or _UNDERLINE.fullmatch(below)):
            return number
    return line_of(source, text)
