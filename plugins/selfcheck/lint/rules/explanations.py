"""explanation-missing, explanation-restates and feedback-restates: a verdict in place of a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selfcheck.lint.english import word_set
from selfcheck.lint.question import Question, in_digits, wording
from selfcheck.lint.rule import ENGLISH, Finding, Rule
from selfcheck.lint.wording import CODE, Wording
from selfcheck.model.interaction import Choice, Interaction, NumberEntry, TypedText

_NOT_BEHIND = "".join(
    rf"(?<!\b{verb} )" for verb in ("known", "used", "use", "serves", "serve", "acts", "act", "defined")
)
_REASON = re.compile(
    rf"\b(?:because|since|so|therefore|thus|hence|{_NOT_BEHIND}as\s+(?:a|it|they|the)|due\s+to|lead(?:s|ing)?\s+to|result(?:s|ing)?\s+in|causes?|let(?:s|ting)?|otherwise|unless|when|while|whereas|but|however"
    r"|although|though|would|means?\s+that|e\.g|i\.e|for\s+example|for\s+instance|instead|after|before|once|until|only|by\s+\w+ing)\b"
    r"|[=:;]",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^[*_]*(?:explanation|(?:(?:correct|right)\s+)?answer)[*_]*:[*_]*\s*", re.IGNORECASE)
"""What an explanation may begin with that is no part of it."""

_MOST_SENTENCES = 2
_SHARE = 0.5
"""How much of an explanation may be new before it gives a reason."""

_MOST_NEW = 3
"""How many words of meaning may be new, for the same."""

_LONG = 4
"""Letters from which on a word of any language may carry meaning."""

_SHORT = 2
"""Signs of code up to which a key has no word that could be said again."""

_SHARE_OF_KEY = 0.4
"""How much of the key an explanation says that says it again."""

_WORD = re.compile(r"\w+")
_THAT_IS = re.compile(r"\bthat['’]s\b")
_OF_VERDICTS = word_set(
    """
    that thats this it is was are the you your answer option choice one chose correct correctly right wrong
    incorrect true false yes no not well done exactly indeed good great nice job work sorry try again perfect
    please oops nope unfortunately quite almost be should would have been
    """
)


def _missing(question: Question) -> Iterator[Finding]:
    if not question.item.explanation:
        hint = (
            "write `explanation:`, the mechanism behind the answer: a verdict alone teaches next to nothing"
        )
        yield Finding("there is no explanation", hint)


def _restates(question: Question) -> Iterator[Finding]:
    text = question.item.explanation
    says = _says_again if question.language.partition("-")[0] in ENGLISH else _has_no_word_of_its_own
    if text and says(wording(_HEADING.sub("", text)), question):
        yield Finding("the explanation says the key again, and no reason", "say why it is so", text)


def _has_no_word_of_its_own(explanation: Wording, question: Question) -> bool:
    """Whether it is one sentence with the long words of a key, and no others, nor numbers, but the stem's."""
    is_new = explanation.code or explanation.formulas or explanation.numbers - question.stem.numbers
    if len(explanation.sentences) != 1 or is_new:
        return False
    own, stem = _long_words(explanation), _long_words(question.stem)
    keys = [_long_words(wording(key)) for key in _right_texts(question)]
    return any(key and key <= own for key in keys) and own <= stem.union(*keys)


def _long_words(text: Wording) -> set[str]:
    return {word for word in text.words if len(word) >= _LONG}


def _right_texts(question: Question) -> list[str]:
    """The texts that are right, and the stem where it is a statement that holds."""
    is_true = question.judgement is not None and question.judgement.options[0].correct
    return [*_keys(question.interaction), *([question.item.stem] if is_true else ())]


def _says_again(explanation: Wording, question: Question) -> bool:
    keys = [wording(each) for each in _right_texts(question)]
    if explanation.has_block or len(explanation.sentences) > _MOST_SENTENCES or not keys:
        return False
    if _is_verdict(explanation, keys):
        return True
    if _reasons(explanation.prose) - _reasons(" ".join(key.prose for key in keys)):
        return False
    in_keys = frozenset[str]().union(*(key.contents for key in keys))
    if not in_keys:
        return _says_short_code(explanation, keys, question.stem)
    if not all(CODE in each or wording(each).contents & in_keys for each in _telling(explanation)):
        return False  # a sentence that says nothing of the key is a reason
    own = explanation.contents
    new = own - in_keys - question.stem.contents
    is_said = len(own & in_keys) >= _SHARE_OF_KEY * len(in_keys) or len(new) < 2 < len(own)
    return bool(own & in_keys) and is_said and len(new) <= _MOST_NEW and len(new) < _SHARE * len(own)


def _says_short_code(explanation: Wording, keys: Sequence[Wording], stem: Wording) -> bool:
    """Whether one sentence says keys of one or two signs of code, and else little but what the stem says."""
    are_short = all(key.is_code and len(key.visible) <= _SHORT for key in keys)
    said = {*explanation.visible.split(), *explanation.code.splitlines()}
    if not are_short or len(explanation.sentences) > 1 or not all(key.visible in said for key in keys):
        return False
    known, new = explanation.contents & stem.contents, explanation.contents - stem.contents
    return 2 * len(known) >= len(stem.contents) and len(new) <= _MOST_NEW and len(new) < len(known)


def _reasons(prose: str) -> set[str]:
    return {word.casefold() for word in _REASON.findall(prose)}


def _telling(explanation: Wording) -> Iterator[str]:
    """The sentences that say more than right or wrong."""
    return (each for each in explanation.sentences if not _is_verdict(wording(each), [wording("")]))


def _keys(asked: Interaction) -> Iterator[str]:
    """The texts that are right."""
    if isinstance(asked, Choice):
        yield from (option.text for option in asked.options if option.correct)
    elif isinstance(asked, TypedText):
        yield from asked.answers
    elif isinstance(asked, NumberEntry):
        yield in_digits(asked.answer)


def _feedback_restates(question: Question) -> Iterator[Finding]:
    for options in question.every_choice:
        keys = [each.wording for each in options.keys]
        for option in options.asked.options:
            for feedback in (option.feedback, option.feedback_if_not_chosen):
                if feedback and _is_verdict(wording(feedback), [wording(option.text), *keys]):
                    said = wording(feedback).visible
                    message = f'the feedback "{said}" gives a verdict, which the page gives anyway'
                    hint = "say which mistake leads to the option, or why it is right"
                    yield Finding(message, hint, feedback)


def _is_verdict(text: Wording, known: Sequence[Wording]) -> bool:
    """Whether a text says nothing but right or wrong, or what one of the known texts says."""
    words = _WORD.findall(_THAT_IS.sub(" ", text.prose.casefold()))
    left = {*(word for word in words if word not in _OF_VERDICTS), *text.code.splitlines()}
    said = [{*_WORD.findall(each.prose.casefold()), *each.code.splitlines()} for each in known]
    return any(each.issuperset(left) for each in said)


RULES = (
    Rule("explanation-missing", _missing),
    Rule("explanation-restates", _restates),
    Rule("feedback-restates", _feedback_restates, ENGLISH),
)
