"""complex-options: options that are made of others, such as "both A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Option, Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule

_ABOUT_TWO = re.compile(
    r"(?:only\s+)?(?:both|neither|either(?=\s+of))(?:\s+(?:of\s+(?:them|these|those|the)\b.*|(?:is|are|was|were|do|does|can|could|will|would|has"
    r"|have|may|options?|answers?|the\s+above)\b.*|(?:one|two)))?[.!]?",
    re.IGNORECASE | re.DOTALL,
)
_LABEL = r"(?:\(?(?:[A-E]|[1-6]|I{1,3}|IV|V)\)?|\([a-e]\))"
_BY_LABEL = re.compile(
    rf"(?:(?:[Oo]nly|[Bb]oth|[Ee]ither|[Nn]either)\s+)?{_LABEL}(?:\s*,\s*{_LABEL})*\s*,?\s*(?:&|\band\b|\bor\b|\bnor\b)\s*{_LABEL}(?:\s+only)?\.?"
)
_BETWEEN = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|nor|&|as well as)\s+", re.IGNORECASE)
_BOTH = re.compile(
    r"(?:(?:it\s+is|they\s+are)\s+)?(?:both|neither)\s+(.+?)\s+(?:and|nor)\s+(.+)", re.IGNORECASE
)
_SMALL = {"a", "an", "the", "of", "only", "just"}
_BEFORE = re.compile(r"^(?:both|either|neither|only)\s+", re.IGNORECASE)

_HINT = "ask for every option that applies, each thing an option of its own"

_ALONE = re.compile(r"^(?:only|just)\s+|\s+(?:only|alone|together)$")


def is_about_two(text: str) -> bool:
    """Whether an option says that both of two others hold, or neither."""
    return bool(_ABOUT_TWO.fullmatch(text))


def _find(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        texts = {_plain(each) for each in options.all}
        for option in options.all:
            if _is_made_of(option, texts) or _is_both(option, options.all):
                said = option.wording.visible
                message = f'"{said}" is made of other options, so that knowing one can rule out several'
                hint = "leave it out" if options.asked.many else _HINT
                yield Finding(message, hint, option.source)
                break


def _is_made_of(option: Option, others: set[str]) -> bool:
    text = option.wording.visible
    if is_about_two(text) or (_BY_LABEL.fullmatch(text) and not option.wording.is_code):
        return True
    if option.wording.is_code:  # `a and b` is an expression
        return False
    parts = _BETWEEN.split(_BEFORE.sub("", _plain(option)))
    return len(parts) > 1 and all(part in others for part in parts)


def _is_both(option: Option, others: tuple[Option, ...]) -> bool:
    """Whether it says both, or neither, of two things that two other options begin with."""
    named = _BOTH.fullmatch(option.wording.visible.rstrip("."))
    if named is None:
        return False
    parts = [_said(part) for part in named.groups()]
    said = [_said(each.wording.visible) for each in others if each is not option]
    homes = [[index for index, each in enumerate(said) if part and part <= each] for part in parts]
    return any(a != b for a in homes[0] for b in homes[1])


def _said(text: str) -> set[str]:
    """The words of a text and the names in its code, without the s of the plural and without small words."""
    return {word.removesuffix("s") for word in re.findall(r"\w+", text.casefold())} - _SMALL


def _plain(option: Option) -> str:
    """What it says without an "only", by which it stands beside an option that is made of it."""
    return _ALONE.sub("", option.wording.visible.casefold().rstrip("."))


RULES = (Rule("complex-options", _find, ENGLISH),)
