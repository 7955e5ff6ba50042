"""hedged-key: a key that alone is careful, as only the truth needs to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule

_HEDGE = re.compile(
    r"\b(?:usually|typically|generally|in\s+general|often|sometimes|might|(?-i:may|^May)|probably|likely|tends?\s+to|mostly|normally|in\s+(?:most|many|some)\s+cases"
    r"|for\s+the\s+most\s+part|perhaps|possibly|frequently|as\s+a\s+rule|under\s+(?:some|certain)\s+(?:circumstances|conditions))\b",
    re.IGNORECASE,
)


def _find(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        hedges = {id(each): _HEDGE.search(each.wording.prose) for each in options.all}
        keys = [hedges[id(each)] for each in options.keys]
        if keys and all(keys) and not any(hedges[id(each)] for each in options.distractors):
            word = keys[0][0] if keys[0] else ""
            message = f'the key alone is careful ("{word}"), as only the truth has to be'
            yield Finding(
                message, "hedge a distractor too, or say when the key holds", options.keys[0].source
            )


RULES = (Rule("hedged-key", _find, ENGLISH),)
