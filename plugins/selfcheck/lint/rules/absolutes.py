"""absolute-in-distractors: words such as "always" that give a wrong option away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Options, Question
from selfcheck.lint.rule import WITH_GERMAN_AND_FRENCH, Finding, Rule
from selfcheck.lint.rules.negations import asks_for_exception
from selfcheck.lint.rules.whole_sets import is_all_of_the_above, is_none_of_the_above
from selfcheck.lint.wording import Wording

_ABSOLUTE = re.compile(
    r"(?<![\w-])(?:always|never|only|all|every|everything|everyone|none|completely|entirely|impossible|must"
    r"|immer(?!\s+(?:noch|mehr|weniger|wieder|wenn|\w+er\b))|stets|nie(?:mals)?|toujours|jamais)(?![\w-])",
    re.IGNORECASE,
)
_NOT_BEHIND = "".join(
    rf"(?<!\b{word} )" for word in ("are", "is", "for", "in", "with", "by", "at", "under", "on", "that")
)
_AMOUNT = re.compile(
    rf"(?<!^){_NOT_BEHIND}\b(?:all|every)\b"
    r"|^(?:twice|half|as\s+(?:many|much)|more|fewer|less|one|two|three|four|\d+)\b[^,;.]*\b(?:all|every)\b",
    re.IGNORECASE,
)
"""Behind another verb, and in a text that begins as an amount, "all" and "every" say how much rather than
how often it holds."""

_OVERCLAIM = re.compile(
    r"\b(?:eliminat|prevent|guarantee|solv|avoid|catch|detect|exclud|cur)(?:e?s|es|e|ing)?\s+(all|every)\b",
    re.IGNORECASE,
)
"""Verbs of which "all" is more than an amount."""

_HARMLESS = re.compile(
    r"^(?:none|all)(?=\s*[,;:–-])|^none\s+(?:is|are)\b|\bof\s+all\b|\ball\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b|\b(?:at\s+all(?!\s+times)|first\s+of\s+all|after\s+all|above\s+all|in\s+all|not\s+(?:only|all|always|every)|all\s+but|only\s+every|if\s+and\s+only\s+if"
    r"|the\s+only\s+thing|all\s+the\s+same)\b",
    re.IGNORECASE,
)

_WEAKENED = re.compile(
    r"\b(?:(?:almost|nearly)\s+(?:always|never|all|every\w*|none)|(?:nicht|fast|beinahe|wie|auch|noch)\s+immer"
    r"|(?:fast|beinahe)\s+nie(?:mals)?|(?:pas|presque)\s+toujours|(?:presque|que|si)\s+jamais)\b",
    re.IGNORECASE,
)
"""What leaves exceptions, or says something else, by the word before it."""

_OF_AMOUNT = frozenset({"all", "every", "none", "only"})
_CLAIMS = re.compile(r"\b(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|must)\b|\.$", re.I)
"""What a sentence has, however short it is: a verb, or a full stop."""

_DUTY = "must"
"""Leaves no exception either. In a distractor it says what a law or a compiler asks for."""

_FEWEST_WORDS = 5
"""Below which a text names a thing, such as "the second only", rather than says something of it."""


def absolutes(text: Wording, harmless: re.Pattern[str] | None = None) -> list[str]:
    """The words of a text that leave no exception, without those that a pattern finds harmless."""
    prose = text.prose
    if not _ABSOLUTE.search(prose):  # the usual case, at a tenth of the time
        return []
    if is_all_of_the_above(prose) or is_none_of_the_above(prose):
        return []
    claims = _WEAKENED.sub("", _HARMLESS.sub("", prose))
    overclaims = [found[1].casefold() for found in _OVERCLAIM.finditer(claims)]
    claims = harmless.sub("", claims) if harmless else claims
    words = [word.casefold() for word in _ABSOLUTE.findall(claims)]
    is_fragment = len(text.words) < _FEWEST_WORDS and not _CLAIMS.search(prose)
    return overclaims + [word for word in words if not (is_fragment and word in _OF_AMOUNT)]


def _find(question: Question) -> Iterator[Finding]:
    found = [each for options in question.choices for each in _in(options, question.stem)]
    # Where the exception is asked for, distractors are true, and such a word in them misleads nobody.
    if found and not any(map(asks_for_exception, question.stem.sentences)):
        yield from found


def _in(options: Options, stem: Wording) -> Iterator[Finding]:
    for option in options.distractors:
        if claims := absolutes(option.wording, _AMOUNT):
            asked = absolutes(stem)
            words = [word for word in claims if word not in asked and word != _DUTY]
            if words and not any(_has_one(each.wording) for each in options.keys):
                message = (
                    f'"{words[0]}" stands in a distractor and not in the key, so that readers rule it out'
                )
                yield Finding(message, "claim as much in the key, or less in the distractor", option.source)
                return


def _has_one(key: Wording) -> bool:
    """Whether a key leaves no exception either; at its beginning, such a word counts in fragments as well."""
    return bool(absolutes(key) or _ABSOLUTE.match(key.prose))


RULES = (Rule("absolute-in-distractors", _find, WITH_GERMAN_AND_FRENCH),)
