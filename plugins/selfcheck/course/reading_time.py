"""How many minutes a page takes: its words, and a minute for each of its questions."""

from __future__ import annotations

import math
import re

from selfcheck.course.tokens import DRAWING, TAG_END

WORDS_A_MINUTE = 200
SIGNS_A_MINUTE = 300
"""Of Chinese and Japanese, which put no spaces between words."""

_BLOCK = re.compile(rf"<self-check(?=[\s>]){TAG_END}.*?</self-check\s*>", re.DOTALL | re.IGNORECASE)
_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_UNREAD = re.compile(
    rf"{DRAWING}|<(?P<raw>script|style|template)\b{TAG_END}.*?</(?P=raw)\s*>|<!--.*?-->|</?[a-z]{TAG_END}",
    re.DOTALL | re.IGNORECASE,
)


def reading_time(content: str) -> int:
    """Whole minutes, rounded up, for the content of a page in HTML."""
    text, questions = _BLOCK.subn(" ", content)
    text, signs = _SIGN.subn(" ", _UNREAD.sub(" ", text))
    words = sum(1 for word in text.split() if re.search(r"\w", word))
    return math.ceil(words / WORDS_A_MINUTE + signs / SIGNS_A_MINUTE) + questions
