"""The field `lint-ok` of a question: rules that it breaks on purpose, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from selfcheck.complaint import Complaint
from selfcheck.model.fields import described, wrong_entries
from selfcheck.model.translatable import NOT_TRANSLATED
from selfcheck.problems import certain, nearest
from selfcheck.waivable import OF_BANKS, WAIVABLE

_NO_REASONS = ("true", "false", "yes", "no", "on", "off", "ok")
"""What switches a rule off elsewhere, and tells a reviewer nothing."""

_AS_MAPPING = 'write the rule and why the question may break it, as in {longest-key: "why"}'


def _waivers(value: Any) -> dict[str, str]:
    """The reason for each waived rule."""
    if not isinstance(value, dict) or not value:
        found = "an empty mapping" if value == {} else described(value)
        raise wrong_entries(Complaint((), f"rules with reasons are expected, not {found}", _AS_MAPPING))
    if complaints := [each for name, reason in value.items() for each in _complaints(name, reason)]:
        raise wrong_entries(*complaints)
    return {name: " ".join(reason.split()) for name, reason in value.items()}


def _complaints(name: str, reason: Any) -> Iterator[Complaint]:
    if name in OF_BANKS:
        message = f'"{name}" is found in the bank as a whole, and no question can waive it'
        yield Complaint((name,), message, "remove it", is_about_name=True)
    elif name not in WAIVABLE:
        message, hint = f'there is no rule "{name}"', nearest(name, WAIVABLE)
        yield Complaint((name,), message, hint, is_about_name=True, fix=certain(name, WAIVABLE))
    elif not isinstance(reason, str):
        yield Complaint((name,), f"a reason is expected, not {described(reason)}", "write it behind the rule")
    elif reason.strip().casefold() in _NO_REASONS or not re.search(r"[^\W\d_]", reason):
        message = f'"{reason.strip()}" is no reason'
        yield Complaint((name,), message, "write why the question may break the rule")


Waivers = Annotated[
    Mapping[str, str],
    BeforeValidator(_waivers),
    WithJsonSchema(
        {
            "type": "object",
            "properties": {name: {"type": ["string", "number", "boolean"]} for name in WAIVABLE},
            "additionalProperties": False,
            "minProperties": 1,
        }
    ),
    NOT_TRANSLATED,
]
"""The reasons are for those who review a question; readers never see them."""
