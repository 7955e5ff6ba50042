"""negative-stem and negative-option: what a reader has to turn round before answering."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule
from selfcheck.lint.rules.whole_sets import is_none_of_the_above
from selfcheck.lint.wording import CODE
from selfcheck.model.interaction import PointSelection

_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|will|would|should|must|need)"
_TURN = r"(?:if|when|why|how|that|because|while|unless|whose|without|but|so|given|where)"
_WITHIN = rf"(?:(?!\b{_TURN}\b)[^,;:?])*?"
_ASKED = rf"(?:(?:^|[,;:]\s+(?:so\s+|then\s+)?)(?:which|what|who)\b|\b(?:which|what)\s+(?!{_AUXILIARY}\b))"
"""A word that asks, rather than one that adds a clause to what stands before it."""

_EXCEPTION = re.compile(
    rf"{_ASKED}{_WITHIN}\b(?:{_AUXILIARY}(?:\s+(?!{_TURN}\b|and\b|or\b)[\w{CODE}]+){{0,3}}?(?:\s+(?:not|never)\b(?![-‑])|n['’]t\b)|cannot\b)"
    r"|\ball\b[^.?]*?\bexcept\b|\bexcept\s*[:?.]?\s*$|\ball\s+but\s+one\b|\bwhich\b[^.?]*?\bexcept\b"
    r"|\bwhich\b[^.?]*?\b(?:statements?|claims?|assertions?|sentences?|following|these|one)\b[^.?]*?\b(?:is|are)\s+"
    r"(?:false|incorrect|untrue)\b"
    r"|\bleast\s+(?:likely|suitable|appropriate|important|accurate|useful|true)\b",
    re.IGNORECASE,
)

_ANNOUNCED = re.compile(
    r"\ball\s+(?:of\s+(?:these|those|them|the\s+following)(?:\s+\w+)?\s+)?but\s+one\b"
    r"|\b(?:which|what)\b[^.?]*\b(?:is\s+the\s+(?:exception|odd\s+one)|odd\s+one\s+out)\b",
    re.IGNORECASE,
)
"""An exception that is announced, be it in a sentence that asks for nothing yet."""

_COMMAND = re.compile(r"(?:select|choose|pick|check|tick|mark|find|give|name|identify)\b", re.IGNORECASE)

_NEGATION = re.compile(
    r"\b(?:not|cannot|never|no\s+longer|nothing|no(?!\s*[,.;:!)-]|\s*$))\b|n['’]t\b", re.IGNORECASE
)


def asks_for_exception(sentence: str) -> re.Match[str] | None:
    """Where a sentence of a stem asks which option does not hold."""
    if found := _ANNOUNCED.search(sentence):
        return found
    asks = not sentence.endswith(".") or _COMMAND.match(sentence)
    return _EXCEPTION.search(sentence) if asks else None


def _in_stem(question: Question) -> Iterator[Finding]:
    if not question.choices and not isinstance(question.interaction, PointSelection):
        return
    for sentence in question.stem.sentences:
        if found := asks_for_exception(sentence):
            said = found[0].split()[-1]
            message = f'the stem asks for the exception ("{said}")'
            yield Finding(message, "ask for what holds, or for all that hold", question.stem.source)
            return


def _in_options(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        for option in options.all:
            prose = option.wording.prose
            found = None if is_none_of_the_above(prose) else _NEGATION.search(prose)
            if found:
                message = f'an option says what is not so ("{found[0]}")'
                yield Finding(message, "say what is so, as the other options do", option.source)
                break


RULES = (Rule("negative-stem", _in_stem, ENGLISH), Rule("negative-option", _in_options, ENGLISH))
