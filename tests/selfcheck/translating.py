"""A translation of any question, made from the fields of its type."""

from __future__ import annotations

import json
from typing import Any

from selfcheck.checks.parts import drop_empty_fields
from selfcheck.question_types import discover
from selfcheck.source import read
from selfcheck.translation.shape import Address, Anew, Entries, Fields, Named, Shape, Words, shape_of_item
from selfcheck.translation.stamp import stamp_of
from tests.selfcheck.cases import quiz_of

MARK = "translated"
"""What each translated text ends with, or a picture's alternative text begins with."""


def translation_of(*questions: str, typed: bool = True) -> str:
    """The text of a file that translates these questions, with stamps. JSON is YAML, too.

    What readers type is left to the original unless it is `typed` in the other language.
    """
    raw: Any = read(quiz_of(*questions)).data
    return json.dumps(
        {"questions": [_question(each, typed) for each in raw["questions"]]}, ensure_ascii=False
    )


def _question(raw: dict[str, Any], typed: bool) -> dict[str, Any]:
    shape = shape_of_item(discover()[raw["type"]].model)
    texts = _translated(shape, drop_empty_fields(raw), typed)
    return {"id": raw["id"], "stamp": stamp_of(shape, raw), **texts}


def _translated(shape: Shape, data: Any, typed: bool, name: str = "") -> Any:
    match shape:
        case Address():
            return str(data)
        case Words():
            return [_text(each, name) for each in data] if isinstance(data, list) else _text(data, name)
        case Anew(inner):
            return _translated(inner, data, typed, name)
        case Fields(texts) if isinstance(data, dict):
            return {
                name: _translated(texts[name], data[name], typed, name)
                for name in data
                if name in texts and (typed or not isinstance(texts[name], Anew))
            }
        case Fields():
            return _text(data, name)
        case Entries(each):
            return [_translated(each, entry, typed, name) for entry in data]
        case Named(each):
            return {name: _translated(each, entry, typed) for name, entry in data.items()}


def _text(text: str, name: str) -> str:
    if name == "pattern":
        return f"(?:{text}) {MARK}"
    if text.startswith("!["):
        return text.replace("![", f"![{MARK} ", 1)
    return f"{text.strip()}\n\n{MARK}" if "\n" in text.strip() else f"{text.strip()} {MARK}"
