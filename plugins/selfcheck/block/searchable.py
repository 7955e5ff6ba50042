"""Reduces a page to what may be read elsewhere: stems with their passages, and nothing of sheets."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape

from selfcheck.frame.links import LINK

# Whoever writes the page anew may leave `<` and `>` in a quoted value, or a simple value without quotes.
_IN_TAG = r"""(?:[^<>"']|"[^"]*"|'[^']*')*?"""
_GAP = re.compile(
    r"<span\b[^<>]*\bself-check__gap\b.*?</span>(?:\s*<small\b[^<>]*\bself-check__offered\b.*?</small>)?",
    re.DOTALL,
)
_STEM = re.compile(rf"""<(?:legend|div)\b{_IN_TAG}(?<=[\s"'])class=["']?self-check__stem\b""")
_PASSAGE = re.compile(
    rf"""<div\b{_IN_TAG}(?<=[\s"'])class=["']?self-check__passage\b.*?</p>(?P<text>.*)</div>\s*(?=<(?:fieldset|div)\b"""
    rf"""{_IN_TAG}(?<=[\s"'])class=["']?self-check__question\b)""",
    re.DOTALL,
)
"""A passage that stands open, without its label."""
_EXCLUDED = re.compile(rf"<{_IN_TAG}(?<=[\s\"'])data-search-exclude\b")
_AFTER_STEM = re.compile(rf"""{_EXCLUDED.pattern}|<div\b{_IN_TAG}(?<=[\s"'])class=["']?self-check__cloze\b""")
"""What comes after a stem alone: a response, in which the text of a cloze is not excluded."""

LIST = re.compile(
    rf"""<div\b(?={_IN_TAG}(?<=[\s"'])class=["']?self-check-questions["'\s>])(?P<attributes>{_IN_TAG}>)"""
    r".*?</div\s*>",
    re.DOTALL,
)
"""A list of the questions on a section, in which no further `div` stands."""

_ID = re.compile(r"""[\s"']id=["']?check-([^\s"'<>]+)""")
_TAG = re.compile(r"""<(/?)(\w+)(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_NOTE = re.compile(r"""<sup\b[^<>]*+><a\b[^<>]*\bfootnote-ref\b[^<>]*+>[^<]*+</a\s*></sup\s*>""")
"""The number of a footnote, which runs together with the word before it where it is text."""

_POWER = re.compile(r"<sup>(?=[-\u2212\d])")
"""What begins a raised number, which would run together with the one before it."""

_ALT = re.compile(r"""<img\b(?:[^<>"']|"[^"]*"|'[^']*')*?\salt=(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)')[^<>]*>""")
_DIAGRAM = re.compile(r"<pre\b[^<>]*\bmermaid\b.*?</pre\s*>", re.DOTALL)
_FORMULA_END = re.compile(r"\\[()\[\]]")
_INLINE = frozenset(
    {"a", "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "s", "small", "span", "strong"}
    | {"math", "mi", "mn", "mo", "mrow", "msub", "msup", "mtext", "q", "sub", "sup", "u"}
)

BLOCK = re.compile(
    r"<(?P<tag>self-check|self-check-sheet)(?=[\s>])[^<]*+(?:<(?!/(?P=tag)>)[^<]*+)*+</(?P=tag)>"
)
"""A block, or a sheet; from tag to tag, since trying `.*?` at every sign takes five times as long."""


def stems_only(html: str, shown: Collection[str] | None = None) -> str:
    """The same HTML with nothing left of each block but its stem, and the passage that stands open above it.

    MkDocs' own search knows no exclusion. Material's does, but reads every tag before it throws it away,
    which costs more than all else that a question costs a build.

    `shown` are the ids of the questions whose stems stay; None where all do.
    """

    def reduced(block: re.Match[str]) -> str:
        name = _ID.search(block[0])
        return _stem_of(block) if shown is None or (name and name[1] in shown) else ""

    return BLOCK.sub(reduced, without_lists(html))


def stems_as_text(html: str) -> str:
    """The same HTML with a paragraph of text for each block, and without the links to scripts and styles."""
    return BLOCK.sub(lambda block: _paragraph(_stem_of(block)), LINK.sub("", without_lists(html)))


def stem_text(block: str) -> str:
    """The stem of a block as text: words for its pictures, no diagrams, no signs round formulas."""
    start = _STEM.search(block)
    end = _AFTER_STEM.search(block, start.end()) if start else None
    stem = _DIAGRAM.sub("", block[start.start() : end.start()]) if start and end else ""
    words = _ALT.sub(lambda picture: picture["a"] or picture["b"] or "", stem)
    return unescape(_FORMULA_END.sub("", _text(words)))


def without_lists(html: str) -> str:
    """The same HTML without the lists of questions on its sections."""
    return LIST.sub("", html) if "self-check-questions" in html else html


def _stem_of(block: re.Match[str]) -> str:
    """The passage, and the HTML from the stem's opening tag to the next element that search excludes.

    That includes the text of a cloze, with an ellipsis in place of each gap.
    """
    if block["tag"] != "self-check":
        return ""
    html = _GAP.sub("…", block[0])
    start = _STEM.search(html)
    end = _EXCLUDED.search(html, start.end()) if start else None
    passage = _PASSAGE.search(html) if "self-check__passage" in html else None
    above = passage["text"] if passage else ""
    return above + html[start.start() : end.start()] if start and end else ""


def _paragraph(stem: str) -> str:
    return f"<p>{_text(stem)}</p>" if stem else ""


def _text(stem: str) -> str:
    text = _TAG.sub(lambda tag: "" if tag[2] in _INLINE else " ", _POWER.sub("^", _NOTE.sub("", stem)))
    return " ".join(text.split())
