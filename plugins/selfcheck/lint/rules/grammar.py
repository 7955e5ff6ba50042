"""grammar-cue: an article or a number in the stem that fits the key alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Option, Options, Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule

_LAST_WORD = re.compile(r"(\w+)(?:\s*[:…]|\s*\.{3}|\s*_+[.?]?)*\s*$")
_BEFORE_GAP = re.compile(r"\b(an?|is|are|was|were|has|have)\s+_{2,}", re.IGNORECASE)
_VOWEL = re.compile(r"(?:[aeio]|u(?!ni|se|ti|su|bi))|ho(?:ur|nest)", re.IGNORECASE)
_SINGULAR = re.compile(r"(?:an?|one|each|every|this|that)\b", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?:two|three|four|several|many|both|these|those|few|\d{2,}|[2-9])\b|[a-z]+[^s\W]s\b", re.IGNORECASE
)
_ONE = frozenset({"is", "was", "has"})
_MANY = frozenset({"are", "were", "have"})


def _find(question: Question) -> Iterator[Finding]:
    options = question.choice
    if options is None or ("?" in question.stem.prose[-3:] and "_" not in question.stem.prose):
        return
    found = _BEFORE_GAP.search(question.stem.prose) or _LAST_WORD.search(question.stem.prose)
    word = found[1].casefold() if found else ""
    fits = _fit(word)
    if fits and _alone_fits(options, fits):
        message = f'"{word}" in the stem fits the key alone'
        yield Finding(
            message,
            "let every option go with the stem, or end the stem with a question",
            question.stem.source,
        )


def _alone_fits(options: Options, fits: _Fit) -> bool:
    keys = [fits(each) for each in options.keys]
    others = [fits(each) for each in options.distractors]
    return all(keys) and bool(others) and all(each is False for each in others)


class _Fit:
    """Says of an option whether a word of the stem can stand before it; None where that is not known."""

    def __init__(self, word: str) -> None:
        self.word = word

    def __call__(self, option: Option) -> bool | None:
        text = option.wording.prose
        if not re.match(r"[a-z]", text, re.IGNORECASE):
            return None
        if self.word in ("a", "an"):
            return bool(_VOWEL.match(text)) == (self.word == "an")
        is_one = True if _SINGULAR.match(text) else False if _PLURAL.match(text) else None
        return None if is_one is None else is_one == (self.word in _ONE)


def _fit(word: str) -> _Fit | None:
    return _Fit(word) if word in {"a", "an", *_ONE, *_MANY} else None


RULES = (Rule("grammar-cue", _find, ENGLISH),)
