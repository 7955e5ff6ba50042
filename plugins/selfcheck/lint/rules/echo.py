"""echo: a word of the stem that the key alone says again."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.english import is_general
from selfcheck.lint.question import Options, Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule
from selfcheck.lint.rules.whole_sets import is_none_of_the_above
from selfcheck.lint.wording import Wording

_SHORTEST = 4
"""Letters of a stem below which two words are alike too often."""


def _find(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        if not options.is_gap and not options.asked.many:
            yield from _in(options, question.stem)


def _in(options: Options, stem: Wording) -> Iterator[Finding]:
    key = options.keys[0]
    is_apart = not key.wording.is_code and all(each.wording.is_code for each in options.distractors)
    if is_apart or len(options.distractors) < 2 or is_none_of_the_above(key.wording.prose):
        return
    asked = {word for word in stem.contents if len(word) >= _SHORTEST and not is_general(word)}
    in_distractors = set().union(*(each.wording.contents for each in options.distractors))
    if asked & in_distractors - key.wording.contents:
        return
    if echoed := asked & key.wording.contents - in_distractors:
        word = _as_written(max(sorted(echoed), key=len), key.wording)
        message = f'"{word}" stands in the stem, in the key and in no distractor'
        yield Finding(message, "let a distractor say it too, or the key say it otherwise", key.source)


def _as_written(stem: str, text: Wording) -> str:
    words = (*text.words, *sorted(text.names))
    return next((word for word in words if word.startswith(stem)), stem)


RULES = (Rule("echo", _find, ENGLISH),)
