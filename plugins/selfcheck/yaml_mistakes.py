"""What the lines show where YAML gives up: signs that look alike, missing spaces, wrong indentation."""

from __future__ import annotations

import re
from collections import deque
from itertools import takewhile

import yaml

from selfcheck.complaint import Complaint
from selfcheck.lookalikes import SPACES, UNSEEN, code_point
from selfcheck.yaml_brackets import BRACKET_FIRST, ONE_TOO_MANY, inside_brackets
from selfcheck.yaml_failure import (
    BEFORE,
    COLON_INSIDE,
    ENTRY,
    FIELD,
    NO_CHARACTER,
    NO_COLON,
    NO_END,
    NO_ENTRY,
    NO_ESCAPE,
    NO_HYPHEN,
    NO_KEY,
    NO_START,
    NO_VALUE,
    Place,
    Position,
    inset_of,
    margin_of,
    position_of,
)

BACKSLASH = "use single quotes, or start the text on a new line after `|`: a backslash is one there"
OPEN_QUOTE = (
    "the quote that opens here is never closed",
    "add the closing quote, or start a text with this sign on a new line after `|`",
)
DIRECTIVE = (
    "a line that begins with % is no text to YAML",
    "indent it like the text that it belongs to, or remove it",
)
NO_FIELD = (
    "this line has no colon, and so it is no field",
    "write `name: value`, or indent it further than the field whose text it goes on with",
)

HYPHENS = "[‐‑–—−•]"
"""Signs that a word processor makes of a hyphen at the beginning of a line."""

_MISTAKABLE = re.compile(
    rf"^{BEFORE}(?:-|[\w-]+:)?(?P<odd>[{SPACES}{UNSEEN}])|^{BEFORE}(?P<hyphen>{HYPHENS})[ {SPACES}]*[\w-]+:"
)
"""A space or a hyphen of another kind, where YAML has its own signs."""

_OTHER_COLON = re.compile(rf"^{BEFORE}[\w-]+ *(?P<colon>[：﹕︰꞉])")
_BARE_COLON = re.compile(rf"^{BEFORE}[\w-]+(?P<sign>:)(?![\s/]|$)")
_EQUALS = re.compile(rf"^{BEFORE}[\w-]+ *(?P<sign>=)(?!=)")
_COLON = re.compile(r":(?:\s|$)")
_BARE_HYPHEN = re.compile(r"^ *(?P<sign>-)[^\W\d]")
_NAME = re.compile(rf"^{BEFORE}[\w-]+ *")
_BARE_WORD = re.compile(r"\s*[\w-]+\s*")
_ENTRY_WITH_FIELD = re.compile(r"- +[\w-]+:(?:\s|$)")

_INDENTED_TEXT = re.compile(r"(?:^|[:-] +)[|>][-+]?(?P<inset>[1-9])[-+]?(?: +#.*)?\s*$")
"""The beginning of a text after `|` with the number of spaces that its lines begin with."""

_IN_BRACKETS = r"[ \t]*(?:- +|[{\[] *)*"
_FIELD_IN_BRACKETS = re.compile(rf"{_IN_BRACKETS}(?:[\w-]+:(?:\s|$)|\"[\w-]+\" *:)")

_COMMENT = (
    "a comment ends the text before it",
    "move it out of the text; to keep it there, start the text on a new line after `|` and indent all alike",
)

_QUOTES = ("'", '"')
_CONFLICT = re.compile(r"<{7} ")
_FENCE = re.compile(r"\s*(?:`{3}|~{3})")
_DOCUMENT_BEGIN = re.compile(r"-{3}(?:\s|$)")
_DOCUMENT_END = re.compile(r"\.{3}(?:\s|$)")
_NEXT_VALUE = re.compile(r",?\s*[\[{]")
_SURPLUS = re.compile(r"[ ,\]}]+(?: +#.*)?")


def mistake(place: Place) -> Complaint | None:
    """What the author has written otherwise than meant, as far as the lines show it."""
    looks = (
        _conflict,
        _fence,
        _mistakable,
        _less_far_in,
        _open_quote,
        _nameless,
        inside_brackets,
        _behind_the_end,
        _escape,
        _space_that_lacks,
        _comment_in_text,
        _entry_among_fields,
        _indentation,
        _second_value,
    )
    return next(filter(None, (look(place) for look in looks)), None)


def _conflict(place: Place) -> Complaint | None:
    """A mark of git, which leaves two versions of lines where it cannot merge them."""
    number = next((n for n, line in enumerate(place.lines) if _CONFLICT.match(line)), None)
    if number is None:
        return None
    hint = "keep one, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"
    return place.complaint("git has left two versions of these lines", hint, number, 0)


def _fence(place: Place) -> Complaint | None:
    """A fence of Markdown round the whole text, as a chat program writes it."""
    line = place.lines[place.first]
    if not _FENCE.match(line):
        return None
    hint = "remove it, and the one that closes it"
    return place.complaint("this line belongs to Markdown", hint, place.first, margin_of(line))


def _mistakable(place: Place) -> Complaint | None:
    """A sign that only looks like one of YAML's, in the line, in the one above or where the reading began."""
    began = place.began[0] if place.began else None
    for number in sorted({each for each in (began, place.above, place.line) if each is not None}):
        if found := _MISTAKABLE.search(place.lines[number]):
            sign = found["odd"] or found["hyphen"]
            return place.complaint(*about_sign(sign), number, found.start(found.lastgroup or 0))
    return None


def about_sign(sign: str) -> tuple[str, str]:
    """What is wrong with a sign that looks like another one, or like none, and the cure."""
    if re.fullmatch(HYPHENS, sign):
        return f'"{sign}" begins no entry of a list', "write a hyphen and a space"
    if re.fullmatch(f"[{SPACES}]", sign):
        return f"what looks like a space here is another character ({code_point(sign)})", "write a space"
    return f"a character that nobody sees stands here ({code_point(sign)})", "delete it"


def _less_far_in(place: Place) -> Complaint | None:
    """A line of a text after `|` that stands less far in than the number behind that sign says."""
    inset = margin_of(place.lines[place.line])
    above = reversed(range(place.line))
    number = next((n for n in above if place.lines[n].strip() and margin_of(place.lines[n]) < inset), None)
    found = _INDENTED_TEXT.search(place.lines[number]) if number is not None else None
    if number is None or found is None:
        return None
    around = found.start() if found[0].startswith("-") else inset_of(place.lines[number])
    below = [margin_of(line) for line in place.lines[number + 1 :] if line.strip()]
    text = list(takewhile(lambda margin: margin > around, below)) or below[:1]
    least = min(text, default=around) - around
    if least == 0 or least >= int(found["inset"]):  # a field behind the text, or a text that is as far in
        return None
    said = f"this {found['inset']} says how far in the text below stands, and a line of it stands less far in"
    cure = f"write {least}" if least > 0 else "indent the text further than its field"
    return place.complaint(said, cure, number, found.start("inset"))


def _open_quote(place: Place) -> Complaint | None:
    """A quote that only the next one of its kind closes, which was to open a text some lines below."""
    opening, last = place.began, place.line
    if place.lacks_comma or place.said.startswith((NO_KEY, NO_HYPHEN, NO_END)):
        text = _text_before(place, place.began if place.said.startswith(NO_END) else None)
        if text is None or text.style not in _QUOTES:
            return None
        opening, last = position_of(text.start_mark), text.end_mark.line
    elif place.said not in NO_ESCAPE:
        return None
    if opening is None:
        return None
    first, *others = place.lines[opening[0] : last + 1]
    ends_too_early = place.behind == "\\" and place.line == len(place.lines) - 1
    is_open = ends_too_early or any(_is_outside(line, first, opening[1]) for line in others)
    return place.complaint(*OPEN_QUOTE, *opening) if is_open else None


def _text_before(place: Place, end: Position | None = None) -> yaml.ScalarToken | None:
    """The text that YAML has read right before a position, or before the place, if it was one."""
    last = deque(place.tokens(end), maxlen=1)
    return last[0] if last and isinstance(last[0], yaml.ScalarToken) else None


def _is_outside(line: str, first: str, column: int) -> bool:
    """Whether a line begins an entry or a field no further in than what has a quote in its first line."""
    if re.match(ENTRY, line) and margin_of(line) <= margin_of(first):
        return True
    inset = len(first) - len(re.sub(f"^{_IN_BRACKETS}", "", first))
    return _FIELD_IN_BRACKETS.match(line) is not None and inset_of(line) <= min(inset, column - 1)


def _nameless(place: Place) -> Complaint | None:
    """A colon before which the name of its field is missing."""
    if not place.said.startswith((NO_KEY, NO_HYPHEN, NO_VALUE)) or not _COLON.match(place.behind):
        return None
    if not re.search(r"(?:^|[-?:,\[{]) *$", place.before):
        return None
    hint = "write the name before it, or put quotes round a text that begins with a colon"
    return place.complaint("no name of a field stands before this colon", hint)


def _behind_the_end(place: Place) -> Complaint | None:
    """What stands behind the quote or bracket that closed a text or a value."""
    if not place.said.startswith((NO_KEY, NO_HYPHEN, NO_START)):
        return None
    last, behind = place.before.rstrip()[-1:], place.behind
    if last not in ("'", '"', "]", "}") or not behind.strip():
        return None
    if _SURPLUS.fullmatch(behind):
        return place.complaint(*ONE_TOO_MANY)
    if last in "]}":
        is_next_value = place.said.startswith(NO_START) and _NEXT_VALUE.match(behind)
        return _second_value(place) if is_next_value else place.complaint(*BRACKET_FIRST)
    hint = "start the text on a new line after `|`, where quotes are plain signs"
    return place.complaint("the text goes on behind its closing quote", hint)


def _escape(place: Place) -> Complaint | None:
    """A backslash that begins no escape, or half a character, as JSON has them."""
    if place.said not in (*NO_ESCAPE, NO_CHARACTER):
        return None
    line = place.lines[place.line]
    column = max(line.rfind("\\", 0, place.column + 1), 0)
    sign = line[column + 1 : column + 2]
    if place.said == NO_CHARACTER:
        length = 10 if sign == "U" else 6
        message = f"{line[column : column + length]} stands for no character to YAML"
        return place.complaint(message, "write the character itself", column=column)
    message = f"inside double quotes, \\{sign} stands for no character"
    return place.complaint(message, BACKSLASH, column=column)


def _space_that_lacks(place: Place) -> Complaint | None:
    """A colon or a hyphen without its space, or a field without a colon."""
    number = None
    if place.said.startswith(COLON_INSIDE):
        number = place.above if _NAME.fullmatch(place.before) else None
    elif place.said.startswith(NO_COLON) and place.began:
        number = place.began[0]
    if number is None:
        return None
    line = place.lines[number]
    if found := _OTHER_COLON.search(line):
        message = f'"{found["colon"]}" is no colon to YAML'
        return place.complaint(message, "write : and a space", number, found.start("colon"))
    if found := _BARE_COLON.search(line):
        return place.complaint("no space stands behind this colon", "write one", number, found.start("sign"))
    if found := _EQUALS.search(line):
        hint = "write a colon and a space"
        return place.complaint("no field is written with this sign", hint, number, found.start("sign"))
    if found := _BARE_HYPHEN.search(line):
        return place.complaint("no space stands behind this hyphen", "write one", number, found.start("sign"))
    if not _is_name_without_colon(place, number):
        return None
    return place.complaint(*NO_FIELD, number, margin_of(line))


def _is_name_without_colon(place: Place, number: int) -> bool:
    """Whether a line was to be a field; a word above a list was, where the word is all that stands above."""
    if place.said.startswith(NO_COLON):
        return number != place.line or not place.behind
    is_word = _BARE_WORD.fullmatch(place.lines[number]) is not None
    return is_word and number == place.first and re.match(ENTRY, place.before) is not None


def _comment_in_text(place: Place) -> Complaint | None:
    """A comment behind a line of a text that would go on below it."""
    line = place.lines[place.line]
    if place.before.strip() or not place.said.startswith((NO_KEY, NO_HYPHEN)) or re.match(FIELD, line):
        return None
    text = _text_before(place)
    if text is None or text.style in _QUOTES:
        return None
    number, column = position_of(text.end_mark)
    if text.style:
        column, body = 0, filter(str.strip, place.lines[text.start_mark.line + 1 :])
        goes_on = margin_of(next(body, "")) <= place.column
    else:
        goes_on = re.match(ENTRY, line) is None
    while number < place.line and not place.lines[number][column:].strip():
        number, column = number + 1, 0
    column += margin_of(place.lines[number][column:])
    is_comment = number < place.line and place.lines[number].startswith("#", column)
    return place.complaint(*_COMMENT, number, column) if is_comment and goes_on else None


def _entry_among_fields(place: Place) -> Complaint | None:
    """An entry of a list in the column of fields, below the first of them, or behind the name of one."""
    if place.said.startswith(NO_ENTRY):
        return _entry_behind_a_name(place)
    line, above = place.lines[place.line], place.lines[place.above or 0]
    is_below_first = place.said.startswith(COLON_INSIDE) and re.match(r"[\w-]+: ", above)
    at_fields = place.began is not None and place.column == place.began[1]
    is_in_column = at_fields and place.said.startswith(NO_KEY) and not place.before.strip()
    if not re.match(ENTRY, line) or not (is_below_first or is_in_column):
        return None
    hint = "write it right below the field that has the list, and each entry with a hyphen"
    if is_below_first or place.column == 0:
        hint = "write the name of its list above it, as `questions:`"
    return place.complaint("an entry of a list stands among fields", hint, column=margin_of(line))


def _entry_behind_a_name(place: Place) -> Complaint | None:
    line = place.lines[place.line]
    below = next(filter(str.strip, place.lines[place.line + 1 :]), "")
    goes_on = re.match(ENTRY, below) is not None and margin_of(below) >= inset_of(line)
    if not goes_on and not _ENTRY_WITH_FIELD.match(place.behind):
        return None
    message = "a list cannot begin behind the name of its field"
    hint = "write each entry on a line of its own below; put quotes round a text that begins with a hyphen"
    return place.complaint(message, hint)


def _indentation(place: Place) -> Complaint | None:
    """A line that begins where nothing around it does."""
    if place.said.startswith(COLON_INSIDE):
        above = place.above
        if above is None or not _NAME.fullmatch(place.before):
            return None
        line = place.lines[place.line]
        if margin_of(line) <= margin_of(place.lines[above]):
            return None
        message = "this line is further in than the field above, and goes on with its text"
        hint = "indent it like that field, or start the text on a new line after `|`"
        return place.complaint(message, hint, column=margin_of(line))
    if place.before.strip():
        return None
    if place.said.startswith(NO_HYPHEN):
        message = "this line begins no entry of the list above, and belongs to none"
        hint = "write `- ` before it, or indent it like the fields of the entry"
        return place.complaint(message, hint)
    if place.said.startswith(NO_KEY):
        message = (
            "this line is further in than the fields around it, and not as far in as what stands above it"
        )
        return place.complaint(message, "indent it like one of the two")
    return None


def _second_value(place: Place) -> Complaint | None:
    """What stands behind the end of a document."""
    if not place.said.startswith(NO_START):
        return None
    if any(map(_DOCUMENT_END.match, place.lines[: place.line])):
        return place.complaint("the document has ended before this line", "remove the line `...` above it")
    first = place.lines[place.first]
    is_below_marker = any(map(_DOCUMENT_BEGIN.match, place.lines[: place.line]))
    if first.startswith("%") and not is_below_marker:
        return place.complaint(*DIRECTIVE, place.first, 0)
    if margin_of(place.lines[place.line]) < margin_of(first) and re.match(f"{ENTRY}|{FIELD}", first):
        return place.complaint("the first line stands further in than this one", "indent both alike")
    return place.complaint("the YAML goes on behind its first value", "put this into it, or remove it")
