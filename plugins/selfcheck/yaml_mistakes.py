"""What the lines show where YAML gives up: signs that look alike, missing spaces, wrong indentation."""

from __future__ import annotations

import re

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
    NO_ESCAPE,
    NO_HYPHEN,
    NO_KEY,
    NO_START,
    Place,
    margin_of,
)

BACKSLASH = "use single quotes, or start the text on a new line after `|`: a backslash is one there"
OPEN_QUOTE = (
    "the quote that opens here is never closed",
    "add the closing quote, or start a text with this sign on a new line after `|`",
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
_BARE_HYPHEN = re.compile(r"^ *(?P<sign>-)[^\W\d]")
_NAME = re.compile(rf"^{BEFORE}[\w-]+ *")


_DOCUMENT_END = re.compile(r"\.{3}(?:\s|$)")
_SURPLUS = re.compile(r"[ ,\]}]+(?: +#.*)?")


def mistake(place: Place) -> Complaint | None:
    """What the author has written otherwise than meant, as far as the lines show it."""
    looks = (
        _mistakable,
        inside_brackets,
        _behind_the_end,
        _escape,
        _space_that_lacks,
        _indentation,
        _second_value,
    )
    return next(filter(None, (look(place) for look in looks)), None)


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
        return place.complaint(*BRACKET_FIRST)
    hint = "start the text on a new line after `|`, where quotes are plain signs"
    return place.complaint("the text goes on behind its closing quote", hint)


def _escape(place: Place) -> Complaint | None:
    """A backslash that begins no escape, or half a character, as JSON has them."""
    if place.said == NO_CHARACTER:
        column = place.lines[place.line].rfind("\\", 0, place.column + 1)
        message = f"{place.lines[place.line][column : column + 6]} stands for no character to YAML"
        return place.complaint(message, "write the character itself", column=max(column, 0))
    if place.said not in NO_ESCAPE:
        return None
    column = place.lines[place.line].rfind("\\", 0, place.column + 1)
    sign = place.lines[place.line][column + 1 : column + 2]
    message = f"inside double quotes, \\{sign} stands for no character"
    return place.complaint(message, BACKSLASH, column=max(column, 0))


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
    if number == place.line or place.said.startswith(COLON_INSIDE):
        return None
    message = "this line has no colon, and so it is no field"
    hint = "write `name: value`, or indent it further than the field whose text it goes on with"
    return place.complaint(message, hint, number, margin_of(line))


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
    if margin_of(place.lines[place.line]) < margin_of(first) and re.match(f"{ENTRY}|{FIELD}", first):
        return place.complaint("the first line stands further in than this one", "indent both alike")
    return place.complaint("the YAML goes on behind its first value", "put this into it, or remove it")
