"""What the rules know of English: which words carry meaning, and the root that the forms of one share."""

from __future__ import annotations

import re
from functools import lru_cache


def word_set(text: str) -> frozenset[str]:
    """The words of a text that is a list of them."""
    return frozenset(text.split())


NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
"""The numbers from 0 on as words."""

_FUNCTION_WORDS = word_set(
    """
    a able about above after again against all also although am among an and another any are around as
    at back be became because become been before being below between both but by call called can cannot
    could did do does doing done down during each either else enough even ever every few first following
    for from further gets give given gives go goes had has have having he help helps hence her here him
    his how however i idea if in instead into is it its itself just last least less let like likely long
    made main make makes many may me might mind more most much must my need needs neither next no nor
    not nothing now of off often on once one ones only or other others our out over own per perhaps
    rather said same say says see seen several shall she should since so some something still such take
    taken takes taking than that the their them then there therefore these they thing things this those
    though three through thus till to together too toward towards two under until up upon us use used
    uses using usually very want was way ways we well were what when where whether which while who whole
    whom whose why will with within without would yes yet you your
    """
)

_OF_QUESTIONS = word_set(
    """
    answer answers best consider correct correctly describe described describes explain explains example
    examples false follow happen happens imagine kind mean means option options problem question reason
    reasons recall right select statement statements suppose think true type value values work works
    wrong result results case cases
    """
)
"""Words that stems of questions use whatever they are about."""

_ENDINGS = re.compile(
    r"(?:ization|isation|ational|ations?|ibility|ability|ibly|ably|ments?|ness|ingly|edly|ings?|ible|able|ities|ity"
    r"|ives?|ively|ers?|ors?|ies|ied|ion|ions|ed|es|ly|ally|al|s|e|y)$"
)

_VOWEL = re.compile("[aeiouy]")


@lru_cache(maxsize=50_000)
def root_of(word: str) -> str:
    """The root that the forms of a word (in small letters) share; empty for one that carries no meaning."""
    bare = word.removesuffix("'s")
    if len(bare) < 3 or bare in _FUNCTION_WORDS or "'" in bare:
        return ""
    return _without_endings(bare)


def is_function_word(word: str) -> bool:
    """Whether a word (in small letters) joins others and carries no meaning of its own."""
    return word in _FUNCTION_WORDS


def _without_endings(word: str) -> str:
    """A word without its ending: "mutated", "mutable" and "mutability" come out alike."""
    for _ in range(2):
        shorter = _ENDINGS.sub("", word)
        if len(shorter) < 3 or shorter == word or not _VOWEL.search(shorter):
            break
        word = shorter
    if len(word) > 5 and word[-2] == "n" and word[-1] in "dst":
        word = word[:-1]  # "attend" and "attention", "respond" and "response"
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]  # "running" and "run"
    return word


def is_general(root: str) -> bool:
    """Whether a root is that of a word which any question may use."""
    return root in _GENERAL_ROOTS


_GENERAL_ROOTS = frozenset(_without_endings(word) for word in _OF_QUESTIONS) | _OF_QUESTIONS
