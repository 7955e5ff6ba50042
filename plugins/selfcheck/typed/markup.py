"""Finds Markdown in texts that are typed or shown as they are: its signs would be typed or read, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from selfcheck.complaint import Complaint
from selfcheck.lookalikes import QUOTES

_MARKUP = re.compile(
    r"""(?x)
      (?<!`) (?P<code>`+) (?P<in_code>[^`]+) (?P=code) (?!`)
    | (?<![\w*\\]) (?P<stars>\*{1,3}) (?=\S) (?P<in_stars>[^*]+) (?<=\S) (?P=stars) (?![\w*])
    | (?<![\w\\]) (?P<lines>_{1,3}) (?=[^\W_]) (?P<in_lines>[^_]+) (?<=\S) (?P=lines) (?!\w)
    | (?<![\w$\\]) (?P<math>\${1,2}) (?=\S) (?P<in_math>[^$]+) (?<=\S) (?P=math) (?![\w$])
    | (?<![\w~=\\]) (?P<pair>~~|==) (?=\w) (?P<in_pair>[^~=]+) (?<=\S) (?P=pair) (?![\w~=])
    | (?<!\\) \$ (?P<in_tex>[^$\s]*\\[a-zA-Z]+[^$]*) (?<=\S) \$
    | (?<=[\w)]) (?P<lowered>~) (?P<in_lowered>[\w+-]{1,4}) ~ (?!~)
    | (?<=[\w)]) (?P<raised>\^) (?P<in_raised>[\w+-]{1,4}) \^ (?![\w^(-])
    | < (?P<tag>code|kbd|em|strong|sub|sup|b|i) > (?P<in_tag>[^<>]+) </ (?P=tag) >
    | (?<!\\) \\\( (?P<in_tex_line>(?:(?!\\[()]).)+) \\\)
    | \[ (?P<in_link>[^\]]+) \] \( [^()\s]+ \)
    """
)
_QUOTED = re.compile(rf"[{QUOTES}](?P<text>[^{QUOTES}]+)[{QUOTES}]")
"""A whole text in quotes that a keyboard does not have, as a word processor makes of those of YAML."""

_SIGNS = re.compile(r"[`*_$~=^<\[\\]")
"""What Markdown is made of."""

_NAME = re.compile(r"__\w+__")
"""What code calls so, such as `__init__`."""


def markup_in(text: str) -> str:
    """The first code, emphasis, formula, link or sign above or below the line; empty if there is none."""
    return next((match[0] for match in _MARKUP.finditer(text) if not _NAME.fullmatch(match[0])), "")


def typed_markup_in(text: str) -> str:
    """The same in what readers type, or all of it where it stands in quotes of a word processor."""
    return text if _QUOTED.fullmatch(text) else markup_in(text)


def without_markup(text: str) -> str:
    """The text without the signs of Markdown in it, and without the quotes of a word processor round it."""
    quoted = _QUOTED.fullmatch(text)
    return _MARKUP.sub(_content, quoted["text"] if quoted else text).strip()


def are_without_signs(texts: Iterable[str]) -> bool:
    """Whether no sign of Markdown stands in these texts: where one does, signs may be what is asked about."""
    return not any(map(_SIGNS.search, texts))


def shown_markup(texts: Sequence[str | None], what: str) -> Iterator[tuple[int, Complaint]]:
    """The number, from 0, of each text with Markdown in a list that is shown as it is, with a complaint.

    There is none about a tag, nor where signs are meant: some stand for themselves, or tell two texts apart.
    `what` names a text.
    """
    found = {index: sign for index, text in enumerate(texts) if (sign := markup_in(text or ""))}
    bare = [without_markup(text or "") for text in texts] if found else []
    if are_without_signs(bare):
        for index, sign in found.items():
            if bare.count(bare[index]) == 1 and not sign.startswith("<"):
                message = f"readers would see {sign} with all its signs, since {what} is no Markdown"
                yield index, Complaint((), message, "write it in plain words and signs")


def _content(match: re.Match[str]) -> str:
    if _NAME.fullmatch(match[0]):
        return match[0]
    return str(next(filter(None, map(match.group, _CONTENTS))))


_CONTENTS = [name for name in _MARKUP.groupindex if name.startswith("in_")]
