"""demand-repeated: a stem that says what stands below it anyway."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule

_VERB = r"(?:select|choose|check|tick|mark|pick|click)"
_NUMBER = r"(?:all|any|every|each|one\s+or\s+more|two|three|four|\d+)"
_WHOLE = r"(?:that|which)\s+(?:apply|applies|hold|holds|fit|fits|(?:is|are)\s+(?:correct|right|true))"
_RIGHT = r"(?:of\s+)?(?:the\s+)?(?:correct|right|true)\s+(?:answers?|options?|choices?|ones?|statements?)"
_DEMAND = re.compile(
    rf"\(\s*(?:please\s+)?{_VERB}\s+{_NUMBER}\b[^()]*\)|\b{_VERB}\s+{_NUMBER}\s+(?:{_WHOLE}|{_RIGHT})\b", re.I
)


def _repeated(question: Question) -> Iterator[Finding]:
    if question.choice is None or not question.choice.asked.many:
        return
    if found := _DEMAND.search(question.stem.prose):
        message = f'"{found[0].strip("() .")}" stands below the stem of every multiple response'
        hint = "leave it out; where the number is part of the question, write `say-how-many: true`"
        yield Finding(message, hint, question.stem.source)


RULES = (Rule("demand-repeated", _repeated, ENGLISH, "note"),)
