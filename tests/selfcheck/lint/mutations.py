"""Flaws put into sound questions, one a rule: what the linter must then find."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Question: TypeAlias = "dict[str, Any]"
Flaw: TypeAlias = "Callable[[Question], None]"


def key(question: Question) -> Question:
    """The right option."""
    options: list[Question] = question["options"]
    return next(option for option in options if option.get("correct"))


def distractor(question: Question) -> Question:
    """The last wrong option."""
    options: list[Question] = question["options"]
    return [option for option in options if not option.get("correct")][-1]


def flawed(question: Question, flaw: Flaw) -> Question:
    """A copy of a question with a flaw."""
    changed = copy.deepcopy(question)
    flaw(changed)
    return changed


def _long_key(question: Question) -> None:
    key(question)["text"] += ", as follows from all that the passage before this question says of the layers"


def _all(question: Question) -> None:
    question.pop("shuffle", None)
    distractor(question)["text"] = "All of these"


def _none(question: Question) -> None:
    question.pop("shuffle", None)
    distractor(question)["text"] = "None of the options"


def _exception(question: Question) -> None:
    question["stem"] = "Which of the following does *not* hold for the layers of this chapter?"


def _negation(question: Question) -> None:
    distractor(question)["text"] = "It doesn't depend on the layers"


def _absolute(question: Question) -> None:
    distractor(question)["text"] = "It is always the same in networks of this kind"


def _echo(question: Question) -> None:
    question["stem"] = "What becomes of the chrysanthemum?"
    for option in question["options"]:
        option["text"] += f" (as with {'chrysanthemums' if option.get('correct') else 'others'})"


def _article(question: Question) -> None:
    question["stem"] = "The result of this chapter is called an"
    for option in question["options"]:
        option["text"] = f"{'encoding' if option.get('correct') else 'map'} of {option['text']}"


def _brackets(question: Question) -> None:
    key(question)["text"] += " (roughly)"


def _twin(question: Question) -> None:
    distractor(question)["text"] = f"The {key(question)['text']}!"


def _disorder(question: Question) -> None:
    for option, number in zip(question["options"], ("12", "3", "48", "24", "6"), strict=False):
        option["text"] = number


def _both(question: Question) -> None:
    distractor(question)["text"] = "Both of them"


def _fillers(question: Question) -> None:
    question["options"] += [{"text": f"It becomes part of layer {number}"} for number in range(3)]


def _two(question: Question) -> None:
    question["options"] = [key(question), distractor(question)]


def _letter(question: Question) -> None:
    question.pop("shuffle", None)
    question["explanation"] = "Option B is wrong because a stride acts on rows and columns."


def _no_explanation(question: Question) -> None:
    question.pop("explanation", None)


def _same_again(question: Question) -> None:
    question["explanation"] = f"{key(question)['text']}."


def _praise(question: Question) -> None:
    distractor(question)["feedback"] = "Well done, that is how layers work."


def _verdict(question: Question) -> None:
    distractor(question)["feedback"] = "Sorry, that is not the right answer."


def _break(question: Question) -> None:
    question["stem"] = "In networks of this kind the number of channels is:"


def _second(question: Question) -> None:
    question["stem"] = "How wide is the map after the last layer? And how many weights does that layer need?"


def _demand(question: Question) -> None:
    question["type"] = "multiple-response"
    question["stem"] += " (Select all that apply.)"


def _telling_hint(question: Question) -> None:
    question["hints"] = [f"Remember: {key(question)['text']}."]


def _hedge(question: Question) -> None:
    for option in question["options"]:
        sure = option["text"].replace(" may ", " will ")
        option["text"] = f"It {'usually ' if option.get('correct') else ''}becomes: {sure}"


def _picture(question: Question) -> None:
    question["stem"] = f"![{key(question)['text']}](images/grid.svg)\n\nWhat does the picture show?"


def _long_words(question: Question) -> None:
    clause = (
        "because consideration of convolutional representations necessitates familiarity with dimensionality"
    )
    question["explanation"] = " ".join([f"Consequently, {', '.join([clause] * 4)}."] * 6)


def _one_idea(question: Question) -> None:
    answer = "Every stride leaves fewer positions. A border between two of them can no longer be placed."
    for field in ("options", "answer", "feedback", "shuffle"):
        question.pop(field, None)
    question |= {"type": "short-answer", "model-answer": answer}
    question["rubric"] = [{"idea": "Strides leave fewer positions.", "required": True}]


FLAWS: Mapping[str, Flaw] = {
    "absolute-in-distractors": _absolute,
    "all-of-the-above": _all,
    "complex-options": _both,
    "demand-repeated": _demand,
    "double-stem": _second,
    "echo": _echo,
    "explanation-missing": _no_explanation,
    "explanation-restates": _same_again,
    "feedback-contradicts": _praise,
    "feedback-restates": _verdict,
    "grammar-cue": _article,
    "hedged-key": _hedge,
    "hint-holds-key": _telling_hint,
    "longest-key": _long_key,
    "near-duplicate-options": _twin,
    "negative-option": _negation,
    "negative-stem": _exception,
    "none-of-the-above": _none,
    "numbers-out-of-order": _disorder,
    "option-by-letter": _letter,
    "reading-ease": _long_words,
    "rubric-missing": _one_idea,
    "stem-not-a-question": _break,
    "telling-alternative-text": _picture,
    "too-few-options": _two,
    "too-many-options": _fillers,
    "unlike-options": _brackets,
}
"""The flaw that each rule is there to find."""
