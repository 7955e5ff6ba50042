"""numbers-out-of-order: numbers to choose from that do not run up or down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Options, Question
from selfcheck.lint.rule import Finding, Rule

_NUMBER = r"[+\-−]?(?!0\d)(?:\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?"
_UNIT = r"[%°]|[^\W\d]+(?:\s[^\W\d]+)?"
_QUANTITY = re.compile(rf"({_NUMBER})\s*({_UNIT})?")


def quantity(text: str) -> tuple[float, str] | None:
    """The number and the unit of a text that is a quantity, and nothing else."""
    found = _QUANTITY.fullmatch(text.strip().rstrip("."))
    if not found:
        return None
    digits = re.sub(r"[ ,\u00a0\u202f]", "", found[1]).replace("−", "-")
    return float(digits), (found[2] or "").casefold().rstrip("s")


def _find(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        yield from _in(options)


def _in(options: Options) -> Iterator[Finding]:
    quantities = [quantity(each.wording.visible) for each in options.all]
    known = [each for each in quantities if each]
    if len(known) < max(len(quantities), 3) or len({unit for _, unit in known}) > 1:
        return
    numbers = [number for number, _ in known]
    is_ordered = numbers in (sorted(numbers), sorted(numbers, reverse=True))
    text = options.all[0].source
    if options.asked.shuffled:
        yield Finding(
            "the options are numbers, and shuffled", "remove `shuffle`, and put them in order", text
        )
    elif not is_ordered:
        yield Finding("the options are numbers in no order", "let them run up or down", text)


RULES = (Rule("numbers-out-of-order", _find),)
