"""Formulas in the text of a page."""

from __future__ import annotations

import re

_BEFORE_PUNCTUATION = re.compile(
    r"(<math(?:\s[^>]*)?>(?:(?!<math[\s>]).)*?</math>)([,.;:!?)\]’”]+)", re.DOTALL
)


def kept_with_punctuation(html: str) -> str:
    """Let no line begin with the punctuation that follows a formula, before which browsers may break."""
    return _BEFORE_PUNCTUATION.sub(r'<span class="unbroken">\1\2</span>', html)
