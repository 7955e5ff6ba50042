"""stem-not-a-question and double-stem: what a stem asks, and how often."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule
from selfcheck.lint.wording import CODE, QUOTED, Wording
from selfcheck.model.interaction import Choice, NumberEntry, TypedText

_HAS_ONE_RESPONSE = (Choice, NumberEntry, TypedText)
"""What takes one response; a written answer is judged idea by idea, and may be asked for several."""

_QUESTION_MARKS = "?？؟"
_BREAKS_OFF = re.compile(r"(?:[:：]|\.\.\.|…|_{2,}\.?|[\w,)»”\"'’-])\s*$")
_GAP = re.compile(r"(?<!\w)_{2,}(?!\w)")
_BE = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|will|would|should|must)"
_ASKS = re.compile(
    rf"(?:^|[,;:(]\s*)(?:(?:and|or|so|then|in|on|at|for|to|of|from|by|with|under)\s+)?(?:which|what|who|whose|(?:how|why|when|where)\s+(?:\w+\s+)?{_BE}\b|how\s+(?:to|many|much)\b)\b"
    r"|\bwhich\s+of\b"
    r"|^(?:then\s+|now\s+|please\s+)?(?:select|choose|pick|check|tick|mark|find|give|identify|determine|decide|match|order"
    r"|name|describe|explain|write|type|enter|sort|arrange|assign|evaluate|solve|convert|translate|define|complete|fill|state|point|click|predict|indicate|estimate|compute|calculate|compare|put|rank|list)\b",
    re.IGNORECASE,
)
"""What asks without a question mark: a question that lacks it, or a command."""

_AND_ASKS = re.compile(
    rf"(?:^|[,;:]\s+)(?:(?:in|on|at|for|to|of|from|by|with|under)\s+)?(?:which|what|who|whose|how|why|when|where|{_BE})\b"
    r"(?:(?!\b(?:which|what|who|whose|whether|how|why|when|where|that|if)\b)[^?;])*?"
    rf"[,;]?\s+and\s+(?:(?:in|on|at|for|to|of|from|by|with|under)\s+)?"
    rf"(?:(?:what|who|whom|how|why|when|where)\s+{_BE}\b|which\s+\w+|what\s+\w+\s+{_BE}\b|how\s+(?:many|much|long|far|often)\b"
    rf"|(?:why|when|where|how)\s*\?|if\s+so\b)",
    re.IGNORECASE,
)
"""A second question behind "and", of the same rank as the first: "which A does this, and what is B?"."""

_GERMAN_ASKS = r"(?:welche[rsnm]?|was|we[rnm]|wie|wann|wo(?:hin|her)?|warum)"
_FRENCH_ASKS = r"(?:(?:les?|la)?quel(?:le)?s?|qui|comment|quand|où|pourquoi|combien)"
_UND_ET = re.compile(
    rf"^(?:\w+\s+)?{_GERMAN_ASKS}\b(?:(?!\b(?:{_GERMAN_ASKS}|ob|dass)\b)[^?;])*?\bund\s+(?:\w+\s+)?{_GERMAN_ASKS}\b"
    rf"|^(?:\w+\s+)?{_FRENCH_ASKS}\b(?:(?!\b(?:{_FRENCH_ASKS}|que|si)\b)[^?;])*?\bet\s+(?:\w+\s+)?{_FRENCH_ASKS}\b",
    re.IGNORECASE,
)
"""The same in German and French."""

_ENDS_OF_ASKING = re.compile(r"[?？؟](?=[\s\"'”’)]|$)")
_ASIDE = re.compile(rf"\([^()]*\)|{QUOTED.pattern}")


def _not_a_question(question: Question) -> Iterator[Finding]:
    stem = question.stem
    if question.choice is None or any(mark in stem.prose for mark in _QUESTION_MARKS) or not stem.sentences:
        return
    if any(_ASKS.search(sentence) for sentence in stem.sentences):
        return
    if _BREAKS_OFF.search(stem.prose.rstrip(f" {CODE}")):
        message = "the stem breaks off: a reader who covers the options has nothing to answer"
        yield Finding(message, "end it with a question", stem.source)
    elif _GAP.search(stem.prose):
        yield Finding("the stem has a gap, and asks nothing", "ask for what is missing", stem.source)


def _double(question: Question) -> Iterator[Finding]:
    if not isinstance(question.interaction, _HAS_ONE_RESPONSE):
        return
    prose = _ASIDE.sub(" ", question.stem.prose)
    count = len(_ENDS_OF_ASKING.findall(prose))
    if count == 1 and any(
        _AND_ASKS.search(each) or _UND_ET.search(each) for each in _sentences(question.stem) if "?" in each
    ):
        count = 2
    if count > 1:
        message = (
            f"the stem asks {count} questions at once, and an answer does not tell which of them was missed"
        )
        yield Finding(message, "ask one, and the other in a question of its own", question.stem.source)


def _sentences(stem: Wording) -> list[str]:
    return [_ASIDE.sub(" ", each) for each in stem.sentences]


RULES = (Rule("stem-not-a-question", _not_a_question, ENGLISH), Rule("double-stem", _double))
