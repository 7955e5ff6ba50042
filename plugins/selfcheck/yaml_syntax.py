"""What makes a text no YAML, in the words of someone who wanted to write a question."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

import yaml

from selfcheck.complaint import Complaint
from selfcheck.lookalikes import quoting
from selfcheck.yaml_failure import NO_COLON, NO_COMMA, NO_HYPHEN, NO_KEY, TAB, place_of
from selfcheck.yaml_mistakes import DIRECTIVE, NO_FIELD, OPEN_QUOTE, mistake

_QUOTE = "put quotes round the text, or start it on a new line after `|`"

_BELONGS_NOWHERE = ("this belongs to nothing around it", "remove it, or put quotes round the text")

_SAID = (
    ("mapping values are not allowed", "a colon and a space stand inside a text", _QUOTE),
    ("cannot start any token", "a text cannot begin with this character", _QUOTE),
    ("expected alphabetic or numeric", "a text cannot begin with * or &", _QUOTE),
    ("undefined alias", "a text cannot begin with *", _QUOTE),
    ("directive", *DIRECTIVE),
    ("incompatible YAML", *DIRECTIVE),
    ("a tag:", "a text cannot begin with !", _QUOTE),
    ("tag handle", "a text cannot begin with !", _QUOTE),
    ("block scalar:", "a text cannot begin with > or |", _QUOTE),
    ("expected node content", "a value is missing here", "write it, or put quotes round a text with commas"),
    ("sequence entries are not allowed", "a text cannot begin with - and a space", _QUOTE),
    ("mapping keys are not allowed", "a text cannot begin with ? and a space", _QUOTE),
    ("unexpected ':'", "a colon stands inside a text", _QUOTE),
    ("second occurrence", "an anchor has this name already", "write the text out, or choose another name"),
    ("another document", "a second document begins here", "remove the line `---`: one file is one quiz"),
    ("unexpected end", *OPEN_QUOTE),
    ("unexpected document", *OPEN_QUOTE),
    (NO_COLON, *NO_FIELD),
    (NO_KEY, *_BELONGS_NOWHERE),
    (NO_HYPHEN, *_BELONGS_NOWHERE),
)
"""What libyaml says, after what it was doing, and what an author is told instead."""

_OPENED_EARLIER = ("unexpected end", "unexpected document", "directive:", "a tag:", "block scalar:")
"""Where libyaml notices late, the place where it began helps more."""

_DEEPEST = 1_000
_MOST_DEPTH = 100
_BEGINNINGS = (
    yaml.BlockSequenceStartToken,
    yaml.BlockMappingStartToken,
    yaml.FlowSequenceStartToken,
    yaml.FlowMappingStartToken,
)
_ENDS = (yaml.BlockEndToken, yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)

_FORBIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""YAML 1.1, section 5.1: what is not printable. libyaml counts the bytes before it, an author does not."""

_HIDDEN_BREAK = re.compile("[\x85\u2028\u2029]")
_UNUSUAL_BREAK = re.compile("[\r\x85\u2028\u2029]")


def too_deep(text: str, loader: Any) -> yaml.Mark | None:
    """Where brackets or bullets nest so deep that libyaml would take minutes over them, if they do."""
    return _deepest_place(text, loader) if _may_be_too_deep(text) else None


def _may_be_too_deep(text: str) -> bool:
    """By signs alone, which may as well belong to texts."""
    if text.count("[") + text.count("{") > _DEEPEST:
        signs = (1 if sign in "[{" else -1 for sign in re.findall(r"[\[\]{}]", text))
        if max(accumulate(signs), default=0) > _DEEPEST:
            return True
    return bool(re.search(r"[-?:] +(?:[-?:] +){99}", text))


def _deepest_place(text: str, loader: Any) -> yaml.Mark | None:
    """The first token that begins more lists and mappings in each other than any question file has."""
    depth = 0
    try:
        for token in yaml.scan(text, Loader=loader):
            depth += isinstance(token, _BEGINNINGS) - isinstance(token, _ENDS)
            if depth > _MOST_DEPTH:
                mark: yaml.Mark = token.start_mark
                return mark
    except (yaml.YAMLError, UnicodeEncodeError):
        pass  # composing the text will tell the same
    return None


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them."""
    if _UNUSUAL_BREAK.search(text) is None:
        return text.split("\n")  # many times faster
    return re.split("\r\n|[\n\r\x85\u2028\u2029]", text)


def complaint_at(mark: yaml.Mark | None, message: str, hint: str) -> Complaint:
    """A complaint about the text where a node or an error of YAML begins."""
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return Complaint((), message, hint, line, column_in_text=column)


def syntax_complaint(error: yaml.MarkedYAMLError, text: str) -> Complaint:
    """What made the parser give up."""
    said = f"{error.context or ''}: {error.problem or 'the text cannot be parsed'}".removeprefix(": ")
    mark = error.problem_mark or error.context_mark
    began_earlier = any(words in said for words in _OPENED_EARLIER) and TAB not in said
    if error.context_mark and began_earlier:
        mark = error.context_mark
    lines = lines_of(text)
    if mark and mark.line >= len(lines):
        mark = yaml.Mark("", 0, len(lines) - 1, len(lines[-1]), None, 0)  # libyaml looks one line further
    written = lines[mark.line] if mark else ""
    indentation = written[: len(written) - len(written.lstrip())]
    if mark and "\t" in indentation and NO_COMMA not in said:  # inside brackets, tabs are as good as spaces
        tab = yaml.Mark("", 0, mark.line, indentation.index("\t"), None, 0)
        return complaint_at(tab, "the line is indented with a tab", "indent with spaces")
    if mark and written[mark.column : mark.column + 1] == "\t":
        return complaint_at(mark, "a tab stands here", "write spaces")
    noticed = place_of(error, lines)
    if noticed and (found := mistake(noticed)):
        return found
    text = noticed.text if noticed else ""
    for words, message, hint in _SAID:
        if words in said:
            return complaint_at(mark, message, quoting(text, hint) if hint == _QUOTE else hint)
    hint = "look at the indentation and the quotes of this line and the one before"
    return complaint_at(mark, f"this is not YAML: {said}", hint)


def hidden_break(text: str) -> Complaint | None:
    """The complaint about a line break that editors do not show as one, but YAML takes for one."""
    found = _HIDDEN_BREAK.search(text)
    if found is None:
        return None
    before = lines_of(text[: found.start()])
    message = f"a line break that hardly any editor shows stands here (U+{ord(found[0]):04X})"
    return Complaint((), message, "delete it", len(before) - 1, column_in_text=len(before[-1]))


def has_forbidden_character(text: str) -> bool:
    """Whether a text holds a character that YAML allows nowhere but in an escape, and a page nowhere."""
    return _FORBIDDEN.search(text) is not None


def character_complaint(text: str) -> Complaint:
    """What is wrong with the first character that YAML allows nowhere."""
    found = _FORBIDDEN.search(text)
    before = lines_of(text[: found.start() if found else 0])
    message = "a character that YAML does not allow stands here"
    return Complaint(
        (), message, "delete the control character", len(before) - 1, column_in_text=len(before[-1])
    )
