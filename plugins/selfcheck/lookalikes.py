"""Characters that look like others, or like nothing: copied texts bring them along."""

from __future__ import annotations

import re
import unicodedata

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""They look like a space, which they are neither to YAML nor to Markdown."""

UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""They are not to be seen at all."""

QUOTES = "“”„‟«»‹›‘’‚‛"
"""What word processors make of the quotes of a keyboard; to YAML they are letters like any other."""

_JOINERS = "\u200c\u200d"
"""Scripts such as Persian need them within words, and emoji between pictures."""

_UNSEEN = re.compile(f"[{UNSEEN}]")
_OUT_OF_PLACE = re.compile(
    f"(?![{_JOINERS}])[{UNSEEN}]|(?<![^\\x00-\\x7f])[{_JOINERS}]|[{_JOINERS}](?![^\\x00-\\x7f])"
)
_EDGE = re.compile(rf'(?:(?<=")|(?<="-))[{SPACES}]+|[{SPACES}]+(?=")')
"""What looks like a space at the edge of a quoted value, or behind the hyphen that begins it."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")  # ends of lines are joined


def has_control(text: str) -> bool:
    """Whether a character of a text is a control character, and no end of a line or tab."""
    return bool(_CONTROL.search(text))


def is_unseen(text: str) -> bool:
    """Whether nothing of a text can be seen."""
    return not text.isascii() and not _UNSEEN.sub("", text).strip()


def without_unseen(text: str) -> str:
    """A text without what cannot be seen in it."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def as_seen(text: str) -> str:
    """A text so that two of them are equal if they look alike: accents are one with their letters."""
    return text if text.isascii() else _OUT_OF_PLACE.sub("", unicodedata.normalize("NFC", text))


def quoting(text: str, cure: str) -> str:
    """What to do with a text that needs quotes: the cure, unless it has some of another kind already."""
    if not text.startswith(tuple(QUOTES)):
        return cure
    return f'{text[0]} is no quote to YAML: write " before the text and behind it'


def code_point(character: str) -> str:
    """A character by its number, as U+200B."""
    return f"U+{ord(character):04X}"


def with_unseen_named(text: str) -> str:
    """A message with the number of each character that cannot be seen; joiners inside foreign words stay.

    A space of another kind is named at the edge of what is quoted, where nobody sees it either.
    """
    if text.isascii() and text.isprintable():
        return text
    for signs in (_EDGE, _OUT_OF_PLACE, _CONTROL):
        text = signs.sub(_named, text)
    return text


def _named(found: re.Match[str]) -> str:
    return "".join(f"<{code_point(character)}>" for character in found[0])
