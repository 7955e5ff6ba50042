"""all-of-the-above and none-of-the-above: options about the other options."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Options, Question
from selfcheck.lint.rule import WITH_GERMAN_AND_FRENCH, Finding, Rule

_PLACED = r"(?:above|below|others?|(?:afore)?mentioned|listed|given|previous|preceding)"
_ENTRIES = r"(?:options?|answers?|choices?|alternatives?|statements?)"
_OTHERS = rf"(?:the\s+)?(?:{_PLACED}|options|answers|choices|alternatives|statements)\b"
_SHOWN = rf"(?:\w+\s+)?(?:{_PLACED}|provided|suggested|stated)(?:\s+{_ENTRIES})?\s*[.!]?$"
_RIGHT = r"(?:correct|right|true|valid)\b"
_DONE = r"(?:\w+ed|shown|thrown|sent|written|drawn|left|lost|kept|read|found|known)\b"
"""What is done to things, as in "none is returned": it says more than that options hold."""

_OF_THINGS = rf"(?!\s+(?!(?:is|was|has|does|{_ENTRIES})\b)\w+s\s+(?!(?:is|are)\s+{_RIGHT})\w)"
"""Behind "all of these", a noun and a verb, as in "all of these steps happen at night"."""

_END = r"\s*[.!]?$"
_GERMAN_ENTRIES = r"(?:Antwort(?:en|möglichkeiten)?|Möglichkeit(?:en)?|Option(?:en)?|Aussagen?)"
_GERMAN_SHOWN = (
    rf"(?:(?:der|die|den)\s+)?(?:oben\s+)?"
    rf"(?:(?:oben)?genannten|obigen|aufgeführten|angegebenen)(?:\s+\w+)?{_END}"
)
_GERMAN_RIGHT = r"(?:(?:ist|sind)\s+(?:richtig|korrekt|wahr)|stimmt|stimmen|trifft\s+zu|treffen\s+zu)"
_GERMAN_ALL = (
    rf"^(?:(?:durch|in|bei|mit|für|aus)\s+)?alle[nrs]?\s+(?:davon|von\s+(?:diesen|ihnen)|{_GERMAN_SHOWN}|(?:diese|drei|vier){_END}"
    rf"|(?:{_GERMAN_ENTRIES}|drei|vier)(?:{_END}|\s+{_GERMAN_RIGHT}))"
)
_GERMAN_NONE = (
    rf"^(?:keine?[rs]?|nichts)\s+(?:davon|von\s+(?:diesen|ihnen)|dieser(?:\s+\w+)?{_END}|(?:von\s+)?{_GERMAN_SHOWN}"
    rf"|(?:der\s+|dieser\s+)?{_GERMAN_ENTRIES}\s+{_GERMAN_RIGHT})"
)
_FRENCH_ENTRIES = r"(?:réponses?|options?|propositions?|affirmations?)"
_FRENCH_RIGHT = r"(?:sont|est)\s+(?:correcte?|juste|exacte?|vraie?|bonne)s?\b"
_FRENCH_ALL = (
    rf"^tou(?:te)?s(?:{_END}|\s+(?:les|ces)\s+{_FRENCH_ENTRIES}(?:\s+(?:ci-dessus|précédentes))?(?:{_END}|\s+{_FRENCH_RIGHT})"
    rf"|\s+(?:les\s+)?(?:trois|quatre){_END})|^tout\s+(?:cela|ça|ce\s+qui\s+précède){_END}"
)
_FRENCH_NONE = (
    rf"^aucune?\s+(?:de\s+ces\s+\w+{_END}|de\s+ce(?:ux|lles)-ci|d['’]entre\s+e(?:ux|lles)|{_FRENCH_ENTRIES}\s+n['’]{_FRENCH_RIGHT}"
    rf"|des\s+(?:{_FRENCH_ENTRIES}|deux|trois|quatre)(?:\s+(?:ci-dessus|précédentes))?{_END})|^rien\s+de\s+(?:tout\s+)?cela{_END}"
)

_ALL = re.compile(
    rf"^(?:all|every\s?one|everything|any|each)\s+(?:of\s+(?:these|them|those)\b{_OF_THINGS}|of\s+{_OTHERS}|(?:the\s+)?above\b"
    rf"|are\b(?!\s+{_DONE}\s+\w)|(?:three|four|options|answers|choices|statements)\b)"
    rf"|^(?:all|every\w*|each)\s+(?:(?:of\s+)?the\s+)?{_SHOWN}"
    rf"|^all\s+the\s+{_ENTRIES}\s+are\b|^they\s+are\s+all\s+{_RIGHT}|^all\s+(?:these|those)\s*[.!]?$"
    r"|^(?:(?:it|they)\s+)?(?:is|are|has|have|in|for|by|with|on|at|to|from)\s+(?:all|any|each)\s+of\s+"
    r"(?:these|those|them|the\s+above)(?:\s+\w+)?\s*[.!]?$"
    rf"|{_GERMAN_ALL}|{_FRENCH_ALL}",
    re.I,
)
_NONE = re.compile(
    rf"^(?:none|nothing|not\s+any)\s+(?:of\s+(?:these|them|those)\b|of\s+{_OTHERS}|(?:the\s+)?above\b|(?:is|are)\s+{_RIGHT})"
    rf"|^none\s+(?:(?:is|are)\b(?!\s+{_DONE})|of\s+the\s+{_SHOWN})"
    rf"|^no\s+{_ENTRIES}\s+(?:(?:listed|given|mentioned|above|here)\s+)?(?:(?:is|are)\s+{_RIGHT}|(?:applies|apply|fits?|holds?)\b)"
    rf"|^(?:there\s+is\s+)?no\s+(?:correct|right)\s+{_ENTRIES}(?:\s+(?:is\s+)?(?:listed|given|here|above))?\s*[.!]?$"
    rf"|{_GERMAN_NONE}|{_FRENCH_NONE}",
    re.I,
)


def is_none_of_the_above(prose: str) -> bool:
    """Whether an option says that no other option holds."""
    return bool(_NONE.match(prose))


def is_all_of_the_above(prose: str) -> bool:
    """Whether an option says that all others hold."""
    return bool(_ALL.match(prose))


def _all(question: Question) -> Iterator[Finding]:
    one = "ask for every option that applies, or leave it out: two right ones give it away"
    several = "leave it out: each option that applies is chosen by itself"
    for options in question.choices:
        yield from _about_others(options, _ALL, several if options.asked.many else one)


def _none(question: Question) -> Iterator[Finding]:
    hint = "write a plausible wrong answer: who rules all others out has learned no right one"
    for options in question.choices:
        yield from _about_others(options, _NONE, hint)


def _about_others(options: Options, pattern: re.Pattern[str], hint: str) -> Iterator[Finding]:
    for option in options.all:
        if found := pattern.match(option.wording.prose):
            yield Finding(f'"{found[0]}" speaks of the other options', hint, option.source)


RULES = (
    Rule("all-of-the-above", _all, WITH_GERMAN_AND_FRENCH),
    Rule("none-of-the-above", _none, WITH_GERMAN_AND_FRENCH),
)
