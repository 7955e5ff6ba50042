"""Finds Markdown in texts that are typed or shown as they are: its signs would be typed or read, too."""

from __future__ import annotations

import re

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
    | \[ (?P<in_link>[^\]]+) \] \( [^()\s]+ \)
    """
)
_NAME = re.compile(r"__\w+__")
"""What code calls so, such as `__init__`."""


def markup_in(text: str) -> str:
    """The first code, emphasis, formula, link or sign above or below the line; empty if there is none."""
    return next((match[0] for match in _MARKUP.finditer(text) if not _NAME.fullmatch(match[0])), "")


def without_markup(text: str) -> str:
    """The text without the signs of Markdown in it."""
    return _MARKUP.sub(_content, text)


def _content(match: re.Match[str]) -> str:
    if _NAME.fullmatch(match[0]):
        return match[0]
    return str(next(filter(None, map(match.group, _CONTENTS))))


_CONTENTS = [name for name in _MARKUP.groupindex if name.startswith("in_")]
