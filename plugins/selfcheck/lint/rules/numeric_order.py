"""numbers-out-of-order: numbers to choose from that do not run up or down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selfcheck.lint.english import NUMBERS
from selfcheck.lint.question import Options, Question
from selfcheck.lint.rule import Finding, Rule

_NUMBER = r"(?!0\d)(?:\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?"
_UNIT = r"[%‰°]|°?[^\W\d]+(?:[/·][^\W\d]+)*(?:\s[^\W\d]+)?"
_QUANTITY = re.compile(
    rf"(?P<money>[€$£¥])?\s*(?P<number>[+\-−]?{_NUMBER})(?:\^\{{?(?P<power>-?\d{{1,2}})\}}?|\s*/\s*(?P<divisor>[1-9]\d*)"
    rf"|(?:\s*(?:[–-]|\bto\b)\s*)(?P<upper>{_NUMBER}))?\s*(?P<unit>{_UNIT})?"
)
_SCIENTIFIC = re.compile(r"(?<=\d)\s*[·×x*]\s*10(?:\^\{?([+\-−]?\d{1,2})\}?|([⁺⁻]?[⁰¹²³⁴-⁹]{1,2}))(?!\w)")
"""A power of ten behind a number, as in "3·10⁸" or "3 × 10^8"."""

_SIDES = re.compile(r"\b(\d+)\s*[x×]\s*\1\b")
"""The two sides of a square, as in "28×28"."""

_RAISED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_ABOUT = re.compile(r"^(?:about|around|roughly|approximately|approx\.|[~≈<>≤≥])\s*", re.IGNORECASE)
_IN_LETTERS = re.compile(rf"^(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)
_VERSION = re.compile(r"(?!0\.)\d+(?:\.\d+)+")

_SCALES = (
    {"ms": 0.001, "s": 1, "sec": 1, "second": 1, "min": 60, "minute": 60, "h": 3600, "hour": 3600,
     "day": 86_400, "week": 604_800, "month": 2_629_746, "year": 31_556_952},
    {"byte": 1, "b": 1, "kb": 1e3, "kib": 1024, "mb": 1e6, "mib": 1024**2, "gb": 1e9, "gib": 1024**3,
     "tb": 1e12, "tib": 1024**4},
    {"nm": 1e-9, "μm": 1e-6, "mm": 1e-3, "cm": 1e-2, "m": 1, "km": 1e3},
    {"μg": 1e-6, "mg": 1e-3, "g": 1, "kg": 1e3, "t": 1e6},
)  # fmt: skip
"""Units of one kind, in small letters and without the s of the plural, each with what it is worth."""


def quantity(text: str) -> tuple[float, str] | None:
    """The number and the unit of a text that is a quantity, and nothing else; of a range, its beginning."""
    bare = text.strip().rstrip(".")
    if bare.count("$") > 1:  # a formula, and no money
        bare = bare.replace("$", "")
    bare = _SIDES.sub(r"\1", _SCIENTIFIC.sub(_exponent, bare))
    bare = _IN_LETTERS.sub(lambda word: str(NUMBERS.index(word[0].casefold())), _ABOUT.sub("", bare))
    found = _QUANTITY.fullmatch(bare)
    if not found:
        return None
    try:
        number = _float(found["number"]) ** int(found["power"] or 1) / int(found["divisor"] or 1)
    except ArithmeticError:  # 0 to a negative power, or a number beyond all floats
        return None
    unit = (found["unit"] or found["money"] or "").casefold()
    is_known = any(unit in scale for scale in _SCALES)
    return number, unit if is_known else unit.rstrip("s") or unit


def _exponent(found: re.Match[str]) -> str:
    return f"e{(found[1] or found[2]).translate(_RAISED).replace('−', '-')}"


def _float(digits: str) -> float:
    return float(re.sub(r"[ ,\u00a0\u202f]", "", digits).replace("−", "-"))


def _find(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        yield from _in(options)


def _in(options: Options) -> Iterator[Finding]:
    texts = [each.wording.visible for each in options.all]
    quantities = [quantity(each) for each in texts]
    numbers = _of_one_kind([each for each in quantities if each])
    if len(numbers) < max(len(quantities), 3):
        return
    text = options.all[0].source
    if options.asked.shuffled:
        yield Finding(
            "the options are numbers, and shuffled", "remove `shuffle`, and put them in order", text
        )
    elif not _runs(numbers) and not _runs(_versions(texts)):
        yield Finding("the options are numbers in no order", "let them run up or down", text)


def _of_one_kind(quantities: Sequence[tuple[float, str]]) -> list[float]:
    """The numbers in one unit; none where units cannot be compared."""
    units = {unit for _, unit in quantities}
    if len(units) < 2:
        return [number for number, _ in quantities]
    scale = next((each for each in _SCALES if units <= each.keys()), None)
    return [number * scale[unit] for number, unit in quantities] if scale else []


def _versions(texts: Sequence[str]) -> list[tuple[int, ...]]:
    """The texts as versions, of which 3.10 comes after 3.9; none where one of them is none."""
    if not all(map(_VERSION.fullmatch, texts)):
        return []
    return [tuple(map(int, each.split("."))) for each in texts]


def _runs(values: Sequence[object]) -> bool:
    """Whether values run up or down."""
    listed = list(values)
    return bool(listed) and listed in (sorted(listed), sorted(listed, reverse=True))  # type: ignore[type-var]


RULES = (Rule("numbers-out-of-order", _find),)
