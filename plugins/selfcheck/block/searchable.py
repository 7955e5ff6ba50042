"""Reduces a page to what may be read elsewhere: stems with their passages, and nothing of sheets."""

from __future__ import annotations

import re
from collections.abc import Collection

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
LIST = re.compile(
    rf"""<div\b(?={_IN_TAG}(?<=[\s"'])class=["']?self-check-questions["'\s>])(?P<attributes>{_IN_TAG}>)"""
    r".*?</div\s*>",
    re.DOTALL,
)
"""A list of the questions on a section, in which no further `div` stands."""

_ID = re.compile(r"""[\s"']id=["']?check-([^\s"'<>]+)""")
_TAG = re.compile(r"""<(/?)(\w+)(?:[^<>"']|"[^"]*"|'[^']*')*>""")
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
    text = _TAG.sub(lambda tag: "" if tag[2] in _INLINE else " ", stem)
    return f"<p>{' '.join(text.split())}</p>" if stem else ""
