"""Finds in a parsed fragment what would take effect outside its question, or is not what it looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from selfcheck.complaint import Complaint
from selfcheck.list_signs import listed_lines
from selfcheck.written_value import shorten

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ID = re.compile(r"\bid\b")
_HTML_ID = re.compile(r"<[a-z]+\b[^<>]*? id=\"([^\"<>]+)\"")
_FENCE = re.compile(
    r"(?P<deeper>^ {4,}(?P<marks>`{3,}|~{3,})[^`~\n]*\n(?:.*\n)*? *(?P=marks) *$)"
    r"|(?P<line>^ *(?:`{3,}[^`\n]*|~{3,}[^~\n]*)$)",
    re.MULTILINE,
)
"""A line in running text that opens a fence to most people, and is none to the page's own extensions.

A closed fence that stands deeper belongs to a container that the page does not know, and becomes a code span.
"""

_APART = re.compile(
    r"(?<!`)(?P<marks>`{1,3})(?!`)[^`]*(?P=marks)(?!`)"
    r"|\$\$[^$]*\$\$|\$[^$\n]+\$|\\\((?:(?!\\[()]).)*\\\)|\\\[(?:(?!\\[\[\]]).)*\\\]",
    re.DOTALL,
)
"""Code and formulas in running text, in which a line may begin with any sign."""

_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,3}[.)]) +\S")
_FEWEST_ITEMS = 2
"""A single line that begins with a sign may be a sentence."""

_BREAKS = ("  ", "\\")
"""What ends a line on the page, too."""

_NOT_TEXT = frozenset({"code", "pre"})
_MARKS = re.compile(r"^[\s>#*+-]*(?:\d+[.)]\s+)?[#\s]*|[#\s]*$")
"""What stands round the text of a heading in its line."""

_UNDERLINE = re.compile(r"[\s>]*(?:=+|-+)\s*")

NOTHING_SHOWN = Complaint(
    (),
    "nothing of this text is to be seen on the page",
    "write what is to be read; a backslash before its first sign shows the signs themselves",
)
_SEEN = frozenset({"img", "hr", "table", "svg", "math", "input", "object", "iframe", "video", "audio"})
"""What is to be seen without a text in it."""

Tell = Callable[[str, str, str], None]
"""Hears the first line of a definition, what is wrong with it, and the cure."""

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
def definitions_told(md: Markdown, tell: Tell) -> Iterator[None]:
    """While fragments are parsed, tell of each definition in them that a processor of the page takes."""
    with ExitStack() as stack:
        for name, said in _DEFINITIONS.items():
            if name in md.parser.blockprocessors:
                stack.enter_context(_watched(md.parser.blockprocessors[name], said, tell))
        yield


@contextmanager
def _watched(processor: BlockProcessor, said: tuple[str, str], tell: Tell) -> Iterator[None]:
    run, definition = processor.run, getattr(processor, "RE", None)

    def run_and_tell(parent: Element, blocks: list[str]) -> bool | None:
        block = blocks[0]
        taken = run(parent, blocks)
        if taken:
            found = definition.search(block) if definition else None
            tell((found[0] if found else block).split("\n")[0], *said)
        return taken

    setattr(processor, "run", run_and_tell)  # noqa: B010 -- found before the method of its class
    try:
        yield
    finally:
        delattr(processor, "run")


def complaints_about_blocks(fragment: Element, source: str) -> Iterator[Complaint]:
    """Headings, and lines that look like a fence and are none to the page; inline text is not parsed yet."""
    for element in fragment.iter():
        if element.tag in _HEADINGS:
            yield Complaint(
                (),
                "a heading inside a question would enter the page's contents",
                r"use **bold** text, or write \# for the sign itself; put an empty line before a rule",
                _line_of_heading(source, (element.text or "").split("\n")[0]),
            )
    if "```" in source or "~~~" in source:
        yield from _complaints_about_fences(fragment, source)


def _complaints_about_fences(fragment: Element, source: str) -> Iterator[Complaint]:
    for text in running_texts(fragment):
        if found := next((match["line"] for match in _FENCE.finditer(text) if match["line"]), None):
            yield Complaint(
                (),
                f'"{found.strip()}" begins no code block on this page',
                "close it by the same signs, as far in as it begins, with one word behind the first at most",
                line_of(source, found),
            )


def complaints_about_lines(md: Markdown, fragment: Element, source: str) -> Iterator[Complaint]:
    """Lines of a paragraph that would begin a list elsewhere, or a table, and are shown as they are."""
    if "\n" not in source:
        return
    for text in running_texts(fragment):
        lines = text.split("\n")
        if any(map(_may_begin_block, lines)) or listed_lines(lines):
            yield from _complaints_about_text(md, _APART.sub("", text), source)


def _may_begin_block(line: str) -> bool:
    return _is_below_head(line) or _ITEM.match(line) is not None


def _is_below_head(line: str) -> bool:
    """Whether a line has nothing but the signs that part the head of a table from its body."""
    return "|" in line and "--" in line and not line.strip("|:- ")


def _complaints_about_text(md: Markdown, text: str, source: str) -> Iterator[Complaint]:
    lines = text.split("\n")
    tables = [line for above, line in pairwise(lines) if _is_below_head(line) and "|" in above]
    if tables and "table" in md.parser.blockprocessors:
        hint = "put an empty line above the table, and as many cells into this line as above it"
        yield _no_block(tables[0], "table", hint, source)
    if "nl" in md.inlinePatterns:  # each line stays one
        return
    if len(items := [line for line in lines if _ITEM.match(line)]) >= _FEWEST_ITEMS:
        hint = "put an empty line above the list, and write a number as 1. with a point"
        yield _no_block(items[0], "list", hint, source)
        return
    joined = [line for above, line in pairwise(["", *lines]) if not above.endswith(_BREAKS)]
    if listed := listed_lines(joined):
        hint = (
            "put an empty line above the list, and begin each entry with `-` or `1.` and a space; "
            "to keep these signs, put an empty line between two entries"
        )
        yield _no_block(joined[listed[0]], "list", hint, source)


def _no_block(line: str, kind: str, hint: str, source: str) -> Complaint:
    message = f'"{shorten(line.strip())}" begins no {kind} on this page'
    return Complaint((), message, hint, line_of(source, line))


def shows_anything(fragment: Element) -> bool:
    """Whether readers see something of a text, whose inline text has been parsed."""
    return any(
        element.tag in _SEEN or (element.text or "").strip() or (element.tail or "").strip()
        for element in fragment.iter()
    )


def may_have_effects(source: str, toc_marker: str) -> bool:
    """Whether a text can hold what `complaints_about_elements` looks for."""
    return "#" in source or bool(_ID.search(source)) or bool(toc_marker and toc_marker in source)


def complaints_about_elements(
    fragment: Element, source: str, toc_marker: str, stashed: Sequence[object] = ()
) -> Iterator[Complaint]:
    """Ids that the author gave, and the mark of the page's contents; inline text has been parsed.

    `stashed` is the HTML of the page whose place the tree holds, as that of code.
    """
    for name in _ids(fragment, stashed):
        if found := re.search(rf"(?:#|\bid *[:=] *[\"']?){re.escape(name)}", source):
            yield Complaint(
                (),
                f'the id "{name}" inside a question could be given twice, or change that of a heading',
                "remove it; `#check-` and the id of the question leads here",
                line_of(source, found[0]),
            )
    for element in fragment.iter():
        if toc_marker and _is_alone(toc_marker, element):
            yield Complaint(
                (),
                f"{toc_marker} inside a question would be replaced by the page's contents",
                "put it into backticks, or remove it",
                line_of(source, toc_marker),
            )


def _ids(fragment: Element, stashed: Sequence[object]) -> Iterator[str]:
    yield from (element.attrib["id"] for element in fragment.iter() if element.get("id"))
    for text in fragment.itertext():
        for place in HTML_PLACEHOLDER_RE.findall(text):
            yield from _HTML_ID.findall(str(stashed[int(place)]))


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
