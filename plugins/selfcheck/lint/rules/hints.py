"""hint-holds-key: a hint that says the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Question, in_digits, wording
from selfcheck.lint.rule import Finding, Rule
from selfcheck.model.interaction import Choice, Gaps, Interaction, NumberEntry, TypedText

_SHORTEST = 3
"""Characters of an answer below which it stands in many texts by chance."""

_GIVEN = r"(?:=|≈|\bis|\bare|\bgives?|\bget|\bmakes?|\bbe|\banswer:?)\s*"


def _find(question: Question) -> Iterator[Finding]:
    for hint in question.item.hints:
        said = wording(hint).visible.casefold()
        answer = next((a for a in _answers(question.interaction, said) if a not in _stem(question)), None)
        if answer:
            yield Finding(f'the hint says the key, "{answer}"', "lead to it, or leave the hint out", hint)


def _stem(question: Question) -> str:
    return question.stem.visible.casefold()


def _answers(asked: Interaction, hint: str) -> Iterator[str]:
    """The right answers that a hint says, in small letters."""
    if isinstance(asked, Gaps):
        for each in asked.asks.values():
            yield from _answers(each, hint)
    elif isinstance(asked, TypedText):
        yield from (a for a in map(str.casefold, asked.answers) if _says(hint, a))
    elif isinstance(asked, NumberEntry):
        number = in_digits(asked.answer)
        if re.search(rf"{_GIVEN}{re.escape(number)}(?![\w.,]*\d|\w)", hint):
            yield number
    elif isinstance(asked, Choice) and not asked.on_statement:
        yield from _keys(asked, hint)


def _keys(asked: Choice, hint: str) -> Iterator[str]:
    """The first key that a hint says, if it says no distractor."""
    texts = {wording(o.text).visible.casefold().rstrip("."): o.correct for o in asked.options}
    said = [text for text in texts if _says(hint, text)]
    if said and all(texts[text] for text in said):
        yield said[0]


def _says(text: str, answer: str) -> bool:
    return len(answer) >= _SHORTEST and bool(re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", text))


RULES = (Rule("hint-holds-key", _find),)
