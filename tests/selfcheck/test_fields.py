"""Numbers in question files: which texts are numbers, and the problems of those that are not."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from selfcheck.item import Count, Model, Number
from selfcheck.written_value import Plain


class Written(Model):
    """A mapping with a number of each kind."""

    number: Number = 0
    count: Count = 1


def refusal(field: str, text: str) -> str:
    with pytest.raises(ValidationError) as caught:
        Written.model_validate({field: text})
    (error,) = caught.value.errors()
    return str(*error["ctx"]["complaints"])


@pytest.mark.parametrize("text", ["0", "-0.5", "1e-3", "12", "6.02E+23", "1e308", "-7", "0.10"])
def test_a_number_is_what_json_calls_one(text: str) -> None:
    assert Written.model_validate({"number": Plain(text)}).number == json.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "nan",
        ".nan",
        "inf",
        "-.inf",
        "1_000",
        "1,5",
        "1 000",
        "007",
        "+3",
        ".5",
        "5.",
        "0x1f",
        "٣",
        "3/4",
        "no",
    ],
)
def test_numbers_that_editors_might_read_differently_are_refused(text: str) -> None:
    assert refusal("number", Plain(text)).startswith(
        f'a number is expected, not "{text}"; write it with digits'
    )


def test_a_number_in_quotes_is_a_text() -> None:
    assert refusal("number", "3") == (
        'a number is expected, not "3"; write it with digits, as in 12, 0.5 or 1e-3, without quotes'
    )


@pytest.mark.parametrize("text", ["1e999", "-1e999", f"{'9' * 400}"])
def test_a_number_beyond_the_range_of_floats_is_refused(text: str) -> None:
    assert "is too large a number; write a number below 1e308" in refusal("number", Plain(text))


@pytest.mark.parametrize("text", ["0", "-1", "1.0", "1e3", "many", "1234567890"])
def test_a_count_is_a_whole_number_above_zero(text: str) -> None:
    assert refusal("count", Plain(text)).startswith(f'a whole number above 0 is expected, not "{text}"')
    assert Written.model_validate({"count": Plain("12")}).count == 12


def test_values_survive_the_round_trip_through_json() -> None:
    written = Written.model_validate({"number": Plain("0.1"), "count": Plain("7")})
    assert Written.model_validate(json.loads(written.model_dump_json(by_alias=True))) == written
