"""demand-repeated: a stem that says what stands below it anyway.

A number of answers ("choose two") does not stand there, and is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Question
from selfcheck.lint.rule import WITH_GERMAN_AND_FRENCH, Finding, Rule
from selfcheck.lint.wording import Wording

_VERB = r"(?:select|choose|check|tick|mark|pick|click)"
_MANY = r"(?:all|any|every|each|one\s+or\s+more)"
_ANSWERS = r"(?:answers?|options?|choices?|alternatives?|responses?|boxes|ones?)"
_WHOLE = r"(?:that|which)\s+(?:apply|applies|hold|holds|fit|fits|(?:is|are)\s+(?:correct|right|true))"
_RIGHT = r"(?:of\s+)?(?:the\s+)?(?:correct|right|true)\s+(?:answers?|options?|choices?|ones?|statements?)"
_DEMAND = re.compile(
    rf"\(\s*(?:please\s+)?{_VERB}\s+{_MANY}\b[^()]*\)|\(\s*all\s+that\s+apply\s*\)"
    rf"|\b{_VERB}\s+(?:as\s+many\s+as\s+apply|(?:the\s+)?{_MANY}\s+(?:(?:of\s+)?(?:the\s+)?{_ANSWERS}\s+)?{_WHOLE}"
    rf"|(?:the\s+)?{_MANY}\s+{_RIGHT})\b",
    re.I,
)
_SEVERAL = r"(?:multiple|several|more\s+than\s+one|one\s+or\s+more)"
_MAY = (
    r"(?:(?:is|are|(?:may|can|might|could)(?:\s+be)?)\s+)?(?:possible|correct|right|true|allowed|apply|hold)"
)
_SENTENCE = re.compile(
    rf"(?:please\s+)?{_VERB}\s+(?:the\s+)?{_MANY}"
    rf"|{_SEVERAL}\s+(?:{_ANSWERS}\s+)?{_MAY}"
    rf"|there\s+(?:may|can|might|could)\s+be\s+{_SEVERAL}\s+(?:(?:correct|right|true)\s+)?{_ANSWERS}"
    r"|(?:bitte\s+)?(?:kreuzen?|wählen?|markieren?)\s+(?:Sie\s+)?(?:bitte\s+)?alle\s+(?:richtigen|korrekten|zutreffenden)(?:\s+\w+)?(?:\s+an|\s+aus)?"
    r"|(?:es\s+(?:können|sind)\s+)?(?:mehrere\s+Antworten|mehr\s+als\s+eine\s+Antwort)\s+(?:(?:sind|ist|können)\s+)?(?:möglich|richtig(?:\s+sein)?)"
    r"|mehrfachnennungen?\s+(?:sind\s+|ist\s+)?möglich"
    r"|plusieurs\s+réponses\s+(?:sont\s+|peuvent\s+être\s+)?(?:possibles|correctes|justes|exactes)"
    r"|coche[rz]\s+(?:toutes\s+)?les\s+(?:(?:bonnes\s+)?réponses|réponses\s+(?:exactes|correctes|justes))",
    re.I,
)
"""A whole sentence, or what stands in brackets, that lets a reader choose several."""

_BRACKETS = re.compile(r"\(([^()]*)\)")


def _repeated(question: Question) -> Iterator[Finding]:
    if question.choice is None or not question.choice.asked.many:
        return
    if found := _demand_in(question.stem):
        message = f'"{found.strip("() .")}" stands below the stem of every multiple response'
        yield Finding(message, "leave it out", question.stem.source, found)


def _demand_in(stem: Wording) -> str:
    """What the stem says of choosing several; empty where it says nothing of it, or how many they are."""
    if found := _DEMAND.search(stem.prose):
        return found[0]
    said = (each.strip(" .:!()[]-–—") for each in (*stem.sentences, *_BRACKETS.findall(stem.prose)))
    return next(filter(_SENTENCE.fullmatch, said), "")


RULES = (Rule("demand-repeated", _repeated, WITH_GERMAN_AND_FRENCH, "note"),)
