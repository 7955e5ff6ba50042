"""The parameters of a question: names with the values that they can have."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from selfcheck.complaint import Complaint
from selfcheck.expressions import BUILT_IN, Value
from selfcheck.lookalikes import without_unseen
from selfcheck.model.fields import NUMBER, TRUSTED, beyond_schema, described, is_empty
from selfcheck.problems import nearest
from selfcheck.written_value import Plain

MOST_VALUES = 1000
"""The most values of one parameter."""

_NAME = r"^[A-Za-z][A-Za-z0-9_]*$"
_LIKE_NUMBER = re.compile(
    r"[-+]?(0[box][0-9a-f_]+|[0-9_]*[0-9][0-9_]*\.?[0-9_]*(e[-+]?[0-9]+)?|\.[0-9]+|\.(inf|nan)|[0-9]+,[0-9]+)",
    re.I,
)
"""What other programs or other languages read as a number, and no formula."""

_RESERVED = frozenset({*BUILT_IN, *keyword.kwlist})
_RANGE = ("from", "to", "step")
_AS_RANGE = "write {from: 1, to: 9, step: 2}, or a list"


def _parameters(value: Any, info: ValidationInfo) -> Any:
    """The values of each parameter in order."""
    if info.context == TRUSTED:
        return value
    if isinstance(value, dict) and value:
        complaints = [each for name, given in value.items() for each in _complaints(name, given)]
    else:
        found = "an empty mapping" if value == {} else described(value)
        cure = "write a name and its values, as in `n: [32, 64]`"
        complaints = [Complaint((), f"names with their values are expected, not {found}", cure)]
    if complaints:
        raise beyond_schema(*complaints)
    return {name: tuple(_values(given)) for name, given in value.items()}


def _complaints(name: str, given: Any) -> Iterator[Complaint]:
    if not re.match(_NAME, name):
        yield Complaint(
            (name,), f'"{name}" is no name for a parameter', "write letters, digits and _, a letter first"
        )
    elif name in _RESERVED:
        yield Complaint((name,), f'"{name}" has a meaning of its own in formulas', "choose another name")
    if isinstance(given, dict):
        yield from _about_range(name, given)
    elif isinstance(given, list):
        yield from _about_list(name, given)
    else:
        yield Complaint((name,), f"values are expected, not {described(given)}", _AS_RANGE)


def _about_range(name: str, given: dict[str, Any]) -> Iterator[Complaint]:
    unknown = [each for each in given if each not in _RANGE]
    for each in unknown:
        yield Complaint((name, each), f'unknown field "{each}"', nearest(each, _RANGE))
    for each in ("from", "to"):
        if each not in given and not unknown:
            yield Complaint((name,), f'the range has no "{each}"', _AS_RANGE)
    wrong = [each for each, number in given.items() if each in _RANGE and not _is_number(number)]
    for each in wrong:
        yield Complaint(
            (name, each),
            f"a number is expected, not {described(given[each])}",
            "write it as in 12 or 0.5, without quotes",
        )
    if not wrong and {"from", "to"} <= given.keys():
        yield from _about_extent(
            name, Decimal(given["from"]), Decimal(given["to"]), Decimal(given.get("step", "1"))
        )


def _about_extent(name: str, first: Decimal, last: Decimal, step: Decimal) -> Iterator[Complaint]:
    if step <= 0:
        yield Complaint((name, "step"), f"a step of {step} leads nowhere", "write a step above 0")
    elif last < first:
        yield Complaint((name,), f"the range is empty: {first} lies above {last}", "swap `from` and `to`")
    elif (last - first) / step >= MOST_VALUES:
        count = f"{int((last - first) / step) + 1:,}"
        yield Complaint(
            (name,),
            f"the range has {count} values; at most {MOST_VALUES:,}",
            "widen the step, or narrow the range",
        )


def _about_list(name: str, given: list[Any]) -> Iterator[Complaint]:
    if not given:
        yield Complaint((name,), "the list is empty", "add an entry after `- `")
    if len(given) > MOST_VALUES:
        yield Complaint(
            (name,), f"the list has {len(given):,} values; at most {MOST_VALUES:,}", "keep the best of them"
        )
    met: set[Value] = set()
    for index, each in enumerate(given):
        if not isinstance(each, str) or is_empty(each) or _is_all_but_number(each):
            yield Complaint(
                (name, index), f"a number or a text is expected, not {described(each)}", "write 3, or a word"
            )
        elif isinstance(each, Plain) and not _is_number(each) and _LIKE_NUMBER.fullmatch(each):
            hint = "write it as in 12 or 0.5, or put quotes round a text"
            yield Complaint((name, index), f"a number or a text is expected, not {described(each)}", hint)
        elif isinstance(each, Plain) and each in ("true", "false"):
            yield Complaint(
                (name, index), f"a number or a text is expected, not {described(each)}", "put quotes round it"
            )
        elif (value := _value(each)) in met:
            hint = "remove one of the two"
            if each.isdecimal():
                hint = "remove one of the two; where a comma was to stand inside a number, write a point"
            yield Complaint((name, index), f"{described(each)} is given twice", hint)
        else:
            met.add(value)


def _values(given: Any) -> Iterator[Value]:
    if isinstance(given, list):
        yield from map(_value, given)
        return
    first, last, step = Decimal(given["from"]), Decimal(given["to"]), Decimal(given.get("step", "1"))
    for index in range(int((last - first) / step) + 1):
        yield _number(first + index * step)


def _value(written: str) -> Value:
    return _number(Decimal(written)) if _is_number(written) else str(written)


def _number(decimal: Decimal) -> int | float:
    return int(decimal) if decimal == decimal.to_integral_value() else float(decimal)


def _is_number(written: Any) -> bool:
    """Whether a scalar is a number: without quotes, in JSON's notation, and of a limited size."""
    if not isinstance(written, Plain) or not re.fullmatch(NUMBER, written):
        return False
    return Decimal(written) == 0 or -300 < Decimal(written).adjusted() < 60


def _is_all_but_number(written: str) -> bool:
    """Whether a scalar would be a number but for what cannot be seen at its edges."""
    if written.isascii() or not isinstance(written, Plain):
        return False
    return _is_number(Plain(without_unseen(written).strip()))


_NUMBER_SCHEMA = {"type": "number"}
_SCHEMA = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"pattern": _NAME},
    "additionalProperties": {
        "oneOf": [
            {
                "type": "object",
                "properties": dict.fromkeys(_RANGE, _NUMBER_SCHEMA),
                "required": ["from", "to"],
                "additionalProperties": False,
            },
            {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": ["number", "string"]}},
        ]
    },
}

Parameters = Annotated[
    Mapping[str, tuple[int | float | str, ...]], BeforeValidator(_parameters), WithJsonSchema(_SCHEMA)
]
"""The values by name. A whole number is an int, whether it comes from a list or from a range."""
