"""unlike-options: a form that tells the key from the distractors before anyone reads what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from selfcheck.lint.question import Option, Options, Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule
from selfcheck.lint.rules.whole_sets import is_all_of_the_above, is_none_of_the_above
from selfcheck.lint.wording import CODE

_BECAUSE = re.compile(r"(?:because|since|due\s+to)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|there|they|you|we|this|these)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|an?|it|there|they|you|we|this|these|no|any|every|each)\b", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*\S|(?<!\w)_\S")
_BRACKETS = re.compile(r"\((?!\))")
_GERUND = re.compile(
    r"(?!(?:any|every|no|some)?thing\b|\w?(?:string|spring|ring|king|wing|sibling|ceiling|evening|morning|during)\b)"
    r"[a-z]{2,}ing\s+\w",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"(?:[!?…]|\.\.\.|\b(?:etc|inc|ltd|co|jr|sr|vs)\.|\b(?:[a-z]\.){2,})$", re.IGNORECASE)
"""A sign that may be part of a text, or the stop of an abbreviation, as "9 a.m."."""

_FEWEST_WORDS = 3

Form: TypeAlias = "Callable[[Option], bool]"


def _is_prose(option: Option) -> bool:
    return len(option.wording.prose.replace(CODE, "").split()) >= _FEWEST_WORDS


def _stops(option: Option) -> bool | None:
    """Whether it ends with a full stop; None where another sign stands there, which may be part of a text."""
    end = option.wording.prose.rstrip("\"'”’)")
    return None if _OPEN_END.search(end) else end.endswith(".")


_FORMS: tuple[tuple[str, Form], ...] = (
    ("is a formula", lambda option: option.wording.prose == CODE and bool(option.wording.formulas)),
    ("is code", lambda option: option.wording.is_code),
    ("has brackets", lambda option: bool(_BRACKETS.search(option.wording.prose))),
    ("begins with a reason", lambda option: bool(_BECAUSE.match(option.wording.prose))),
    ("has emphasis", lambda option: bool(_EMPHASIS.search(option.wording.marked_prose))),
)


def _find(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        if not options.is_gap and len(options.all) > 2:
            yield from _in(options)


def _in(options: Options) -> Iterator[Finding]:
    prose = [each for each in options.all if not each.wording.is_code and len(each.wording.words) > 1]
    if {True, False} <= {_stops(each) for each in prose}:
        odd = next(each for each in prose if _stops(each))
        yield Finding("some options end with a full stop and some do not", "write all in one way", odd.source)
        return
    keys = [each.wording.prose for each in options.keys]
    if any(is_none_of_the_above(each) or is_all_of_the_above(each) for each in keys):
        return
    for form, has in _FORMS:
        if difference := _of_key_alone(options, has):
            message = (
                f"the key alone {form}"
                if difference == "has"
                else f"every distractor {form}, and the key does not"
            )
            yield Finding(message, "give all options one form", options.keys[0].source)
            return
    if len(options.distractors) > 1 and _is_command_among_gerunds(options):
        message = "every distractor begins with a verb in -ing, and the key does not"
        yield Finding(message, "give all options one form", options.keys[0].source)
    if _is_mood_of_key(options):
        message = "the key makes a statement, and the distractors name actions"
        yield Finding(message, "give all options one form", options.keys[0].source)


def _of_key_alone(options: Options, has: Form) -> str:
    keys = {has(each) for each in options.keys}
    others = {has(each) for each in options.distractors}
    if len(options.distractors) < 2 or len(keys) != 1 or len(others) != 1 or keys == others:
        return ""
    return "has" if True in keys else "lacks"


def _is_command_among_gerunds(options: Options) -> bool:
    is_gerund = {option.source: bool(_GERUND.match(option.wording.prose)) for option in options.all}
    return all(is_gerund[each.source] for each in options.distractors) and not any(
        is_gerund[each.source] or each.wording.is_code for each in options.keys
    )


def _is_mood_of_key(options: Options) -> bool:
    texts = [each.wording.prose for each in options.distractors]
    are_bare = all(_is_prose(each) for each in options.all) and not any(map(_ARTICLE.match, texts))
    starts = all(re.match(r"[A-Z][a-z]+\b(?!ing)", text) for text in texts)
    return (
        len(texts) > 1 and are_bare and starts and all(_PRONOUN.match(k.wording.prose) for k in options.keys)
    )


RULES = (Rule("unlike-options", _find, ENGLISH),)
