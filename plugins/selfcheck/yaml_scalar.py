"""What YAML changes in a text in silence: a beginning or an end dropped, escapes, and lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from yaml.nodes import ScalarNode

from selfcheck.complaint import Complaint
from selfcheck.list_signs import listed_lines
from selfcheck.lookalikes import quoting
from selfcheck.yaml_failure import margin_of
from selfcheck.yaml_mistakes import BACKSLASH

_COMMENT = re.compile(r"[ \t](?P<rest>#.*)")
_SENTENCE_END = tuple(".?!…。？！")
_NO_TEXT = re.compile(r"true|false|-?[0-9.]+%?")

_OPENERS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_PAIRED = '`"'
_NUMBER = re.compile(r"#+ *\d[^a-zA-Z]*")
_LONE_LETTER = re.compile(r"(?:^|\s)[A-Z]$")
"""What makes a name with the sign behind it, as F # minor; two spaces before a comment part them."""

_ANCHOR = re.compile(r"&(?P<name>[\w-]+)")

_ESCAPE = re.compile(r"\\(?P<sign>.)(?=(?P<next>.?))", re.DOTALL)
_MEANINGS = {
    **dict.fromkeys("abefrv0NLP", "a control character"),
    "t": "a tab",
    "n": "a line break",
    "_": "a space that does not break",
}

_BLOCK = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ ]|\||`{3}|~{3}")
"""Begins a list, a table or a fence in Markdown."""


def changes(node: ScalarNode, lines: Sequence[str]) -> Iterator[Complaint]:
    """Complaints about a scalar that reads otherwise than it was written in these lines of the file."""
    style, first, last = node.style, node.start_mark.line, node.end_mark.line
    # Nearly every scalar is sound: a look for the sign is cheaper than the search that it may begin.
    if first < len(lines) and "&" in lines[first]:
        yield from _anchored(node, lines)
    if not style:
        if last < len(lines) and "#" in lines[last]:
            yield from _cut_by_comment(node, lines)
    elif style == '"':
        yield from _escapes(node, lines)
    if style != "|" and last > first:
        yield from _joined(node, lines)


def _anchored(node: ScalarNode, lines: Sequence[str]) -> Iterator[Complaint]:
    line, column = node.start_mark.line, node.start_mark.column
    anchor = _ANCHOR.match(lines[line], column)
    if anchor and not any(f"*{anchor['name']}" in each for each in lines):
        message = f'the text begins after "{anchor[0]}", which is an anchor to YAML'
        yield Complaint((), message, "put quotes round the text", line, column_in_text=column)


def _cut_by_comment(node: ScalarNode, lines: Sequence[str]) -> Iterator[Complaint]:
    line, column = node.end_mark.line, node.end_mark.column
    comment = _COMMENT.fullmatch(lines[line], column)
    if comment is None or _NO_TEXT.fullmatch(node.value):
        return
    if not _LONE_LETTER.search(node.value) and not _looks_like_text(node.value, comment["rest"]):
        return
    message = f"the text ends before {_short(comment['rest'])}, which is a comment to YAML"
    hint = quoting(node.value, "put quotes round the text; before a comment, leave two spaces")
    yield Complaint((), message, hint, line, column_in_text=comment.start("rest"))


def _looks_like_text(before: str, rest: str) -> bool:
    """Whether what YAML takes for a comment goes on with the text before it."""
    is_word = rest[1:2].strip() != ""
    is_number = " " in before and not before.endswith(_SENTENCE_END) and _NUMBER.fullmatch(rest) is not None
    is_inside = any(before.count(sign) % 2 for sign in _PAIRED)
    is_inside |= any(before.count(opener) > before.count(closer) for opener, closer in _OPENERS)
    is_sentence = rest.rstrip().endswith(_SENTENCE_END) or (before != "" and rest.endswith("#"))
    return is_word or is_number or is_inside or is_sentence


def _escapes(node: ScalarNode, lines: Sequence[str]) -> Iterator[Complaint]:
    first, last = node.start_mark, node.end_mark
    is_formula = False
    for number in range(first.line, min(last.line + 1, len(lines))):
        start = first.column + 1 if number == first.line else 0
        end = last.column - 1 if number == last.line else len(lines[number])
        place = start
        for escape in _ESCAPE.finditer(lines[number][:end], start):
            is_formula ^= lines[number].count("$", place, escape.start()) % 2 == 1
            place = escape.start()
            if _is_unwanted(escape, lines[number][: escape.start()], is_formula):
                message = f"inside double quotes, \\{escape['sign']} is {_MEANINGS[escape['sign']]}"
                yield Complaint((), message, BACKSLASH, number, column_in_text=escape.start())
        is_formula ^= lines[number].count("$", place, end) % 2 == 1


def _is_unwanted(escape: re.Match[str], before: str, is_formula: bool) -> bool:
    """Whether the author meant a backslash; `\\n` is usual, but for formulas and paths of Windows."""
    if escape["sign"] == "n":
        return is_formula or re.search(r"\b[A-Za-z]:(?:\\\\[^\\]*)*$", before) is not None
    return escape["sign"] in _MEANINGS and (escape["sign"] != "t" or escape["next"].isalpha())


def _joined(node: ScalarNode, lines: Sequence[str]) -> Iterator[Complaint]:
    is_folded = node.style == ">"
    first, last = node.start_mark.line + is_folded, node.end_mark.line - is_folded
    base = margin_of(next((line for line in lines[first:] if line.strip()), ""))
    joined = [
        number
        for number, (before, line) in enumerate(pairwise(lines[first : last + 1]), first + 1)
        if before.strip() and (not is_folded or margin_of(line) == margin_of(before) == base)
    ]
    begun = [number for number in joined if _BLOCK.match(lines[number], margin_of(lines[number]))]
    if joined and not begun:
        start = 0 if is_folded else node.start_mark.column + bool(node.style)
        written = [lines[first][start:], *lines[first + 1 : last + 1]]
        begun = [first + number for number in listed_lines(written) if first + number in joined]
    if begun:
        message = "YAML joins this line to the one before, and Markdown makes no list or table of it"
        hint = "start the text on a new line after `|`, which keeps its lines"
        yield Complaint((), message, hint, begun[0], column_in_text=margin_of(lines[begun[0]]))


def _short(text: str) -> str:
    return f'"{text}"' if len(text) <= 20 else f'"{text[:19]}…"'
