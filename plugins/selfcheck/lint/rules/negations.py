"""negative-stem and negative-option: what a reader has to turn round before answering."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Question
from selfcheck.lint.rule import ENGLISH, WITH_GERMAN_AND_FRENCH, Finding, Rule
from selfcheck.lint.rules.whole_sets import is_none_of_the_above
from selfcheck.lint.wording import CODE, QUOTED
from selfcheck.model.interaction import PointSelection

_COMMANDS = r"(?:select|choose|pick|check|tick|mark|find|give|name|identify)"
_COMMAND = re.compile(rf"{_COMMANDS}\b", re.IGNORECASE)
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|will|would|should|must|need)"
_TURN = r"(?:what|who|if|when|why|how|that|because|while|unless|whose|without|but|so|given|where)"
_WITHIN = rf"(?:(?!\b{_TURN}\b)[^,;:?]){{0,200}}?"
_ASKED = rf"(?:(?:^|[,;:]\s+(?:so\s+|then\s+)?)(?:which|what|who)\b|\b(?:which|what)\s+(?!{_AUXILIARY}\b))"
"""A word that asks, rather than one that adds a clause to what stands before it."""

_CUE = re.compile(
    r"[\w'’]{0,15}(?:not|n['’]t|never|except|but\s+one|odd|least|false|incorrect|untrue|wrong|inaccurate"
    r"|\b(?:nicht|nie|kein|außer|falsch|unzutreffend|pas\b|jamais|aucun|sauf|faux|fausse|intrus))[\w'’]*",
    re.IGNORECASE,
)
"""A word that each of the patterns below needs, as a whole."""

_FALSE = r"(?:false|incorrect|untrue|wrong|inaccurate)"
_CLAIM = r"(?:statements?|claims?|assertions?|sentences?|descriptions?|definitions?|one)"
_EXCEPTION = re.compile(
    rf"{_ASKED}{_WITHIN}\b(?:{_AUXILIARY}(?:\s+(?!{_TURN}\b|and\b|or\b)[\w{CODE}]+){{0,3}}?(?:\s+(?:not|never)\b(?![-‑])|n['’]t\b)|(?:ca|wo)n['’]t\b|cannot\b)"
    r"|\ball\b[^.?]{0,200}?\bexcept\b|\bexcept\s*[:?.]?\s*$|\ball\s+but\s+one\b"
    r"|\bwhich\b[^.?]{0,200}?\b(?:statements?|claims?|assertions?|sentences?|following|these|one)\b[^.?]{0,200}?\b(?:is|are)\s+"
    r"(?:false|incorrect|untrue)\b"
    rf"|\bwhich\b[^.?]{{0,200}}?\b{_CLAIM}\b[^.?]{{0,200}}?\b(?:is|are)\s+(?:\w+ly\s+)?wrong\b"
    r"|\bwhich\s+of\s+(?:the\s+following|these)\s+(?:is|are)\s+wrong\s*\?"
    r"|^(?:when|where)\s+(?:should|would|must|may|can|could)\s+(?:you|we|one)\s+(?:not|never)\b"
    rf"|\b(?:which|what)\b[^.?]{{0,200}}?\bis\s+(?:an?|the)\s+{_FALSE}\s+{_CLAIM}"
    rf"|\bwhich\s+(?:option|answer)\s+(?:is|are)\s+{_FALSE}\b"
    r"|\bleast\s+(?:likely|suitable|appropriate|important|accurate|useful|true|effective|efficient|relevant|reliable|desirable"
    r"|probable|plausible|secure|safe|helpful|consistent|similar)\b|\b(?:is|are|be)\s+(?:the\s+)?(?-i:LEAST)\b",
    re.IGNORECASE,
)

_COMMANDED = re.compile(
    rf"(?:please\s+)?{_COMMANDS}\s+(?:(?:all|any|the|an?|one|two|three|each|every|only)\s+)*"
    rf"(?:{_FALSE}\s+(?:{_CLAIM}|options?|answers?)|(?:\w+\s+){{1,3}}?(?:that|which|who)\s+"
    rf"(?:{_AUXILIARY}\s+(?:not|never|{_FALSE}|\w+ly\s+{_FALSE})|{_AUXILIARY}n['’]t|(?:ca|wo)n['’]t|cannot|never)\b)",
    re.IGNORECASE,
)
"""A command to choose what does not hold: "select the protocols that do not run over TCP"."""

_ANNOUNCED = re.compile(
    r"\b(?:all|each)\s+of\s+(?:these|those|them|the\s+following)\b[^.?]{0,200}\bexcept\s+(?:for\s+)?one\b"
    r"|\ball\s+(?:of\s+(?:these|those|them|the\s+following)(?:\s+\w+)?\s+)?but\s+one\b"
    r"|\b(?:which|what)\b[^.?]{0,200}\b(?:is\s+the\s+(?:exception|odd\s+one)|odd\s+one\s+out)\b"
    rf"|^(?:please\s+)?{_COMMANDS}\s+the\s+odd\s+(?:one|word)(?:\s+out)?\s*[.:]?$"
    r"|^alle\b[^.?]{0,200}\baußer\s+(?:eine[mrn]?|zwei)\b"
    r"|^tou(?:te)?s\b[^.?]{0,200}\bsauf\s+(?:une?|deux)\b|^(?:cherche|trouve)[rz]?\s+l['’]intrus\b",
    re.IGNORECASE,
)
"""An exception that is announced, be it in a sentence that asks for nothing yet."""

_NEGATION = re.compile(
    r"\b(?:(?!(?-i:\bNot?\s+[A-Z]))(?:not(?![-‑]|\s+(?:only|just|merely)\b)|cannot|never|no\s+longer|nothing|no(?!\s*[,.;:!)-]|\s*$)))\b|n['’]t\b",
    re.IGNORECASE,
)

_SAME_CLAUSE = r"[^,;:?«„\"“]{0,200}?"
_GERMAN_NOT = r"(?:nicht(?![-‑]|\s+nur\b|\s+\w+e[nrsm]?\s+(?-i:[A-ZÄÖÜ]))|nie(?:mals)?)"
"""Not the "nicht" that belongs to an adjective, as in "nicht lineare Systeme"."""

_GERMAN_CLAIM = r"(?:Aussagen?|Behauptung(?:en)?|Antwort(?:en)?|Sätze?|Definition(?:en)?|folgenden|davon)"
_GERMAN = re.compile(
    rf"^(?:\w+\s+)?(?:(?:welche[rsnm]?|we[rnm](?!\s+nicht\b))\b{_SAME_CLAUSE}|was\s+(?!bedeutet\b|heißt\b)\w+\s+(?:\w+\s+)?)\b{_GERMAN_NOT}\b"
    rf"|^(?:wo|wann)\s+(?:darf|dürfen|soll(?:te)?n?)\b{_SAME_CLAUSE}\b{_GERMAN_NOT}\b"
    rf"|^(?:\w+\s+)?(?:welche[rsnm]?|was|we[rnm])\b{_SAME_CLAUSE}\b(?:ist|sind|war|waren)\b{_SAME_CLAUSE}\bkeine?[nrsm]?\b"
    rf"|^(?:welche[rs]?|was)\b{_SAME_CLAUSE}\b{_GERMAN_CLAIM}\b{_SAME_CLAUSE}\b(?:ist|sind)\s+(?:\w+\s+)?(?:falsch|unzutreffend)\b",
    re.IGNORECASE,
)
"""A question for the exception in German, which no question in another language looks like."""

_FRENCH_CLAIM = r"(?:affirmation|proposition|assertion|réponse|phrase|définition)s?"
_FRENCH = re.compile(
    r"(?:(?:^|,\s+)(?:(?:\w+\s+)?(?:les?|la|des?|aux?)quel(?:le)?s?|quel(?:le)?s?)|^(?:qu['’]est-ce\s+qui|qui))\b"
    r"(?:(?!\b(?:qui|que|dont|où|si|quand|lorsque)\b)[^,;:?«]){0,200}?"
    rf"\b(?:ne\s(?!pas\b|jamais\b)|n['’](?!ayant|étant|avoir|être)){_SAME_CLAUSE}\b(?:pas|jamais|aucune?)\b"
    rf"|(?:^|,\s+)(?:l[ea]s?quel(?:le)?s?|quel(?:le)?s?\s+(?:sont\s+|est\s+)?(?:les?\s+|la\s+)?{_FRENCH_CLAIM})\b{_SAME_CLAUSE}"
    r"\b(?:est|sont)\s+(?:(?:la|les|une?)\s+)?(?:faux|fausses?|incorrecte?s?)\b"
    r"|\best\s+l['’]intrus\b",
    re.IGNORECASE,
)
"""The same in French, where "ne pas" before a verb belongs to that verb alone."""


def asks_for_exception(sentence: str) -> re.Match[str] | None:
    """Where a sentence of a stem asks which option does not hold."""
    if not _CUE.search(sentence):  # the usual case, at a tenth of the time
        return None
    if found := _ANNOUNCED.search(sentence):
        return found
    if sentence.endswith(".") and not _COMMAND.match(sentence):
        return None
    return (
        _EXCEPTION.search(sentence)
        or _GERMAN.search(sentence)
        or _FRENCH.search(sentence)
        or _COMMANDED.match(sentence)
    )


def _in_stem(question: Question) -> Iterator[Finding]:
    if not question.choices and not isinstance(question.interaction, PointSelection):
        return
    for sentence in question.stem.sentences:
        if found := asks_for_exception(sentence):
            said = _CUE.findall(found[0])[-1]
            message = f'the stem asks for the exception ("{said}"), a word that readers pass over'
            yield Finding(message, "ask for what holds, or for all that hold", question.stem.source, said)
            return


def _in_options(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        for option in options.all:
            prose = option.wording.prose
            found = None if is_none_of_the_above(prose) else _NEGATION.search(QUOTED.sub(" ", prose))
            if found:
                message = f'an option says what is not so ("{found[0]}"), which readers have to turn round'
                yield Finding(message, "say what is so", option.source)
                break


RULES = (
    Rule("negative-stem", _in_stem, WITH_GERMAN_AND_FRENCH),
    Rule("negative-option", _in_options, ENGLISH),
)
