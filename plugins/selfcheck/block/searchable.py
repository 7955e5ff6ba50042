"""Reduces a page to what a search index should contain: the stem of each block, and nothing of sheets."""

from __future__ import annotations

import re

_GAP = re.compile(r"<span\b[^<>]*\bself-check__gap\b.*?</span>", re.DOTALL)
_BLOCK = re.compile(r"<(self-check|self-check-sheet)(?=[ >]).*?</\1>", re.DOTALL)
_STEM = re.compile(r'<(?:legend|div)\b[^>]*\bclass="self-check__stem"')
_EXCLUDED = re.compile(r"<[^<>]*\bdata-search-exclude\b")


def stems_only(html: str) -> str:
    """The same HTML with nothing left of each block but its stem.

    MkDocs' own search knows no exclusion. Material's does, but reads every tag before it throws it away,
    which costs more than all else that a question costs a build.
    """
    return _BLOCK.sub(lambda block: _stem_of(block[0]) if block[1] == "self-check" else "", html)


def _stem_of(block: str) -> str:
    """The HTML from the stem's opening tag to the next element that is excluded from search.

    That includes the text of a cloze, with an ellipsis in place of each gap.
    """
    block = _GAP.sub("…", block)
    start = _STEM.search(block)
    end = _EXCLUDED.search(block, start.end()) if start else None
    return block[start.start() : end.start()] if start and end else ""
