"""A page as a search index should read it: of every block its stem, of sheets nothing."""

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
    """From the stem's opening tag to the next element that search is told to pass over.

    A text with gaps follows upon the stem; a gap shows neither answer nor options.
    """
    block = _GAP.sub("…", block)
    start = _STEM.search(block)
    end = _EXCLUDED.search(block, start.end()) if start else None
    return block[start.start() : end.start()] if start and end else ""
