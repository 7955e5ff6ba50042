"""feedback-contradicts: a feedback that calls a wrong answer right, or a right one wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Question, wording
from selfcheck.lint.rule import WITH_GERMAN_AND_FRENCH, Finding, Rule
from selfcheck.model.interaction import ChoiceOption

_THAT_IS = r"(?:(?:that|this|it)(?:['’]s|\s+is)\s+|das\s+ist\s+|c['’]est\s+)?"
_RIGHT = (
    rf"{_THAT_IS}(?:correct|right|exactly(?:\s+right)?|well\s+done|perfect|good\s+job"
    r"|richtig|korrekt|genau|sehr\s+gut|exact|juste|bravo|très\s+bien)"
)
_WRONG = (
    rf"(?:sorry|{_THAT_IS}(?:wrong|incorrect|not\s+(?:quite|right|correct)|(?:leider\s+)?falsch|faux|incorrect)"
    r"|leider\s+(?:nein|nicht)|dommage)"
)
_VERDICT = re.compile(
    rf"(?:(?P<right>{_RIGHT})(?=\s*(?:[.!,;–—]|$))|(?P<wrong>{_WRONG})(?=\s*(?:[.!,:;–—]|$)))", re.IGNORECASE
)
"""A verdict that a feedback begins with, and that stands for itself; behind "Correct:" may stand the key."""

_LIMIT = re.compile(
    r"\b(?:but|however|though|although|yet|not|only|if|for|instead|unless|except|aber|jedoch|doch|nicht|nur|wenn|falls|außer"
    r"|mais|pas|cependant|sauf|si)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What a praise may be taken back by, as in "Right, but only for rows"."""


def _find(question: Question) -> Iterator[Finding]:
    for options in question.every_choice:
        said = " ".join(each.wording.prose for each in options.all).casefold()
        for option in options.asked.options:
            for feedback, is_right in _verdicts_due(option):
                verdict = _contrary(feedback, is_right)
                # One that an option says may be its name, as left and right.
                if verdict and verdict.casefold() not in said:
                    message = f'"{verdict}" is said to {"a right" if is_right else "a wrong"} answer'
                    yield Finding(message, "say why it is right or fails, or mend the key", feedback)


def _verdicts_due(option: ChoiceOption) -> Iterator[tuple[str, bool]]:
    """Each feedback of an option, and whether it is said to a right answer."""
    chosen, passed_over = option.feedback, option.feedback_if_not_chosen
    if chosen and chosen != passed_over:
        yield chosen, option.correct
    if passed_over and chosen != passed_over:
        yield passed_over, not option.correct


def _contrary(feedback: str, is_right: bool) -> str:
    """The verdict that a feedback begins with, if it is the wrong one and nothing takes it back."""
    prose = wording(feedback).prose
    found = _VERDICT.match(prose)
    if found is None or bool(found["right"]) == is_right:
        return ""
    return "" if _LIMIT.search(prose, found.end()) else found[0]


RULES = (Rule("feedback-contradicts", _find, WITH_GERMAN_AND_FRENCH),)
