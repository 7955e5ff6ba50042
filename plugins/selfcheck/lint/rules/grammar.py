"""grammar-cue: an article or a number in the stem that fits the key alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Option, Options, Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule

_LAST_WORD = re.compile(r"(?<![\w/(])(\w+)(?:\s*[:…]|\s*\.{3}|\s*_++[.?]?)*\s*$")
_BEFORE_GAP = re.compile(r"(?<![\w/(])(an?|is|are|was|were|has|have)\s+_{2,}", re.IGNORECASE)
_VOWEL = re.compile(r"(?:[aeio]|u(?!ni|se|ti|su|bi))|ho(?:ur|nest)", re.IGNORECASE)
_LETTERS_WITH_VOWEL = re.compile(r"[FHLMNRSX](?:[B-DF-HJ-NP-TV-XZ0-9]{1,4}\b|-)")
"""Capitals that are read letter by letter and begin with a vowel then, as SSL and X-ray."""

_LETTERS_WITHOUT = re.compile(r"U[A-Z]{1,2}\b")
_READ_EITHER_WAY = re.compile(r"[FHLMNRSX][A-Z0-9]{1,3}\b")
"""Capitals of which nobody knows whether they are read as a word, as RAM, or letter by letter, as MRI."""

_SINGULAR = re.compile(r"(?:an?|one|each|every|this|that)\b", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?:two|three|four|several|many|both|these|those|few|\d{2,}|[2-9])\b|[a-z]+[^s\W]s\b", re.IGNORECASE
)
_ASKED_PLURAL = re.compile(r"\bwhich\s+(\w+[^\Ws]s)\s+(are|were|have|do|form|make|take)\b", re.IGNORECASE)
_ASKED_NUMBER = re.compile(
    r"\b(?:which|what)\s+(?:(?:are|were)\s+(?:the\s+)?)?(two|three|four)\s+(?!of\b)(\w+)", re.IGNORECASE
)
_JOINED = re.compile(r"\band\b|[&,]", re.IGNORECASE)
_ONE_THING = re.compile(r"(?:an?|the|one)\s+(?:\w+\s+)?\w*[^\Ws][.]?", re.IGNORECASE)
_THINGS = re.compile(
    r"[^.;,]+(?:,[^.;,]+)+?,?\s+and\s+[^.;,]+[.]?|(?:the\s+)?(?:\w+\s+)?\w+[^\Ws]s(?:\s+and\s+(?:the\s+)?(?:\w+\s+)?\w+)?[.]?",
    re.IGNORECASE,
)
_HINT = "let every option go with the stem, or end the stem with a question"
_ONE = frozenset({"is", "was", "has"})
_MANY = frozenset({"are", "were", "have"})


def _find(question: Question) -> Iterator[Finding]:
    options = question.choice
    if options is None:
        return
    if asked := _asked_several(question.stem.prose, options):
        message = f'"{asked[1]} {asked[2]}" in the stem fits the key alone'
        yield Finding(message, _HINT, question.stem.source)
        return
    if "?" in question.stem.prose[-3:] and "_" not in question.stem.prose:
        return
    found = _BEFORE_GAP.search(question.stem.prose) or _LAST_WORD.search(question.stem.prose)
    word = found[1].casefold() if found else ""
    fits = _fit(word)
    if fits and _alone_fits(options, fits):
        message = f'"{word}" in the stem fits the key alone'
        yield Finding(message, _HINT, question.stem.source)


def _asked_several(stem: str, options: Options) -> re.Match[str] | None:
    """Where a stem asks for several things, and the key alone names several."""
    if (asked := _ASKED_PLURAL.search(stem)) and _alone_is_many(options):
        return asked
    if (asked := _ASKED_NUMBER.search(stem)) and _alone_is_joined(options):
        return asked
    return None


def _alone_is_many(options: Options) -> bool:
    """Whether the key alone names several things, and each distractor one."""
    texts = [each.wording.prose for each in options.distractors]
    are_one = len(texts) > 1 and all(_ONE_THING.fullmatch(text) for text in texts)
    return are_one and all(_THINGS.fullmatch(each.wording.prose) for each in options.keys)


def _alone_is_joined(options: Options) -> bool:
    """Whether the key alone has an "and" or a comma, and no distractor is a plural or code."""
    others = [each.wording for each in options.distractors]
    are_one = not any(
        each.is_code or _JOINED.search(each.prose) or _THINGS.fullmatch(each.prose) for each in others
    )
    return len(others) > 1 and are_one and all(_JOINED.search(each.wording.prose) for each in options.keys)


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
            has_vowel = _begins_with_vowel(text)
            return None if has_vowel is None else has_vowel == (self.word == "an")
        is_one = True if _SINGULAR.match(text) else False if _PLURAL.match(text) else None
        return None if is_one is None else is_one == (self.word in _ONE)


def _begins_with_vowel(text: str) -> bool | None:
    """Whether a text is spoken with a vowel at its beginning; None where that is not known."""
    if _LETTERS_WITH_VOWEL.match(text):
        return True
    if _LETTERS_WITHOUT.match(text):
        return False
    return None if _READ_EITHER_WAY.match(text) else bool(_VOWEL.match(text))


def _fit(word: str) -> _Fit | None:
    return _Fit(word) if word in {"a", "an", *_ONE, *_MANY} else None


RULES = (Rule("grammar-cue", _find, ENGLISH),)
