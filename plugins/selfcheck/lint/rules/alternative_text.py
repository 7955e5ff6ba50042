"""telling-alternative-text: a picture's alternative text that says the key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Question, in_digits, wording
from selfcheck.lint.rule import ENGLISH, Finding, Rule
from selfcheck.lint.wording import Wording
from selfcheck.model.interaction import Choice, Gaps, Interaction, NumberEntry, PointSelection, TypedText

_SHORTEST = 3
"""Characters below which a text stands in many others by chance."""

_VERDICT = re.compile(
    r"\b(?:right|correct|wrong|incorrect)\s+(?:answer|option|one|choice)\b|^(?:right|correct|wrong)\b", re.I
)


def _find(question: Question) -> Iterator[Finding]:
    asked = question.interaction
    for text, alternative in _alternatives(question, asked):
        if said := _telling(alternative, asked, question.stem):
            message = f'the alternative text says "{said}", which is the key'
            yield Finding(
                message, "describe what the picture shows, and leave the answer to the reader", text
            )
    for option in asked.options if isinstance(asked, Choice) else ():
        if any(_VERDICT.search(each) for each in wording(option.text).alternative_texts):
            hint = "describe what the picture shows"
            yield Finding("the alternative text of an option says whether it is right", hint, option.text)


def _alternatives(question: Question, asked: Interaction) -> Iterator[tuple[str, str]]:
    """The alternative texts that stand above the response, each with the text that holds it."""
    texts = [question.item.stem]
    if isinstance(asked, Gaps):
        texts.append(asked.text)
    if isinstance(asked, PointSelection):
        yield asked.alt, asked.alt
    for text in texts:
        yield from ((text, each) for each in wording(text).alternative_texts)


def _telling(alternative: str, asked: Interaction, stem: Wording) -> str:
    """The key, if the alternative text says it; a typed text or a number only if the stem does not say it."""
    said = wording(alternative)
    if isinstance(asked, PointSelection):
        names = {r.name: r.correct for r in asked.regions}
        named = [name for name in names if _names(said, name)]
        return named[0] if named and all(names[name] for name in named) and len(named) < len(names) else ""
    if isinstance(asked, Choice) and not asked.on_statement:
        texts = [o.text for o in asked.options]
        named = [each for each in texts if _quotes(said, each)] or [
            each for each in texts if _names(said, each)
        ]
        keys = [o.text for o in asked.options if o.correct]
        return wording(named[0]).visible if named and set(named) <= set(keys) else ""
    if isinstance(asked, Gaps):
        return next(
            (found for each in asked.asks.values() if (found := _telling(alternative, each, stem))), ""
        )
    answers: tuple[str, ...] = ()
    if isinstance(asked, TypedText):
        answers = tuple(a for a in asked.answers if len(a) > 2)
    elif isinstance(asked, NumberEntry) and abs(asked.answer) >= 10:
        answers = (in_digits(asked.answer),)
    return next((a for a in answers if _has(said, a) and not _has(stem, a)), "")


def _quotes(said: Wording, text: str) -> bool:
    """Whether an alternative text has an option in it, as it is written."""
    return len(wording(text).visible) >= _SHORTEST and wording(text).visible in said.visible


def _names(said: Wording, text: str) -> bool:
    """Whether an alternative text says an option: its words, all of them."""
    words, numbers = wording(text).contents, wording(text).numbers
    return bool(words or numbers) and words <= said.contents and numbers <= said.numbers


def _has(said: Wording, text: str) -> bool:
    return bool(re.search(rf"(?<![\w.]){re.escape(text)}(?!\w)", said.visible, re.IGNORECASE))


RULES = (Rule("telling-alternative-text", _find, ENGLISH),)
