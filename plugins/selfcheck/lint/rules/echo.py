"""echo: a word of the stem that the key alone says again."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.english import is_general, root_of
from selfcheck.lint.question import Options, Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule
from selfcheck.lint.rules.whole_sets import is_all_of_the_above, is_none_of_the_above
from selfcheck.lint.wording import Wording

_SHORTEST = 4
"""Letters of a root below which two words are alike too often."""

_SHORTEST_WORD = 6
"""The same of the whole word: of "memory" the root is shorter than that of "maps"."""

_SHORTEST_BEGINNING = 6
"""The same of a whole word of the stem that a longer word begins with, as ransom and ransomware."""


def _find(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        if not options.is_gap and not options.asked.many:
            yield from _in(options, question.stem)


def _in(options: Options, stem: Wording) -> Iterator[Finding]:
    key = options.keys[0]
    is_apart = not key.wording.is_code and all(each.wording.is_code for each in options.distractors)
    is_about_others = is_none_of_the_above(key.wording.prose) or is_all_of_the_above(key.wording.prose)
    if is_apart or len(options.distractors) < 2 or is_about_others:
        return
    long = {root_of(word) for word in (*stem.words, *stem.names) if len(word) >= _SHORTEST_WORD}
    asked = {each for each in _roots(stem) if len(each) >= _SHORTEST or each in long}
    asked = {each for each in asked if not is_general(each)}
    in_key = _roots(key.wording, stem)
    in_distractors = set().union(*(_roots(each.wording, stem) for each in options.distractors))
    if asked & in_distractors - in_key:
        return
    parts = [part for each in options.distractors for part in each.wording.words]
    echoed = {
        each for each in asked & in_key - in_distractors if not any(part.endswith(each) for part in parts)
    }
    if echoed:
        word = _as_written(max(sorted(echoed), key=len), key.wording)
        message = (
            f'"{word}" stands in the stem, in the key and in no distractor, so that the key sounds right'
        )
        yield Finding(message, "let a distractor say it too, or the key say it otherwise", key.source)


def _roots(text: Wording, stem: Wording | None = None) -> set[str]:
    """The roots of its words and of their parts, and of those words of the stem that they begin with.

    Of a verb in -ate it is also what its noun in -ation has, as "encapsul".
    """
    words = {part for word in (*text.words, *text.names) for part in word.split("-")}
    found = text.contents | {root_of(word) for word in words}
    for word in stem.words if stem else ():
        is_long = len(word) >= _SHORTEST_BEGINNING and root_of(word)
        if is_long and any(each.startswith(word) for each in words):
            found |= {root_of(word)}
    return {*found, *(each.removesuffix("at") for each in found if len(each) > _SHORTEST_BEGINNING)} - {""}


def _as_written(root: str, text: Wording) -> str:
    words = (*text.words, *sorted(text.names))
    return next((word for word in words if word.startswith(root)), root)


RULES = (Rule("echo", _find, ENGLISH),)
