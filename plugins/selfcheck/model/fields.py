"""The kinds of field in question files, and how each parses its scalar."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Annotated, Any, Final, LiteralString

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from selfcheck.complaint import Complaint
from selfcheck.model.translatable import ADDRESS, TRANSLATED
from selfcheck.pages.path import PAGE_SUFFIXES
from selfcheck.written_value import Plain, is_null, shorten
from selfcheck.written_value import described as described
from selfcheck.written_value import is_empty as is_empty  # types read their fields with what stands here

KEBAB = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""What a name in a question file looks like."""
_SUFFIX = rf"\.({'|'.join(each[1:] for each in PAGE_SUFFIXES)})"
_SECTION = rf"^(?!/|\.\.?/|[a-z]+:)[^#\s]+( +[^#\s]+)*{_SUFFIX}(#[^#\s]+)?$"
NUMBER = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?"
_COUNT = r"[1-9][0-9]{0,8}"
_STAMP = r"^[a-p]{8}$"

TRUSTED = "trusted"
"""The validation context for data from the cache, which have been checked before."""


BEYOND_SCHEMA: Final = "beyond-schema"
"""The kind of error that no JSON Schema can know."""

_WRONG_VALUE: Final = "wrong-value"

FIELD_ERRORS = (_WRONG_VALUE, BEYOND_SCHEMA)
"""The kinds of error that carry `complaints`, each with its path inside the field."""


class Model(BaseModel):
    """A mapping of a question file: YAML writes kebab-case, Python reads snake_case."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        defer_build=True,  # a site asks two or three types; the others need no validator
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise wrong_value(
            f"a text is expected, not {described(value)}",
            "write the text behind the field, or below it after `|`",
        )
    if is_null(value):
        hint = f'put it in quotes if you mean the text: "{value}"'
        raise wrong_value(f"{value} means nothing to YAML", hint)
    if is_empty(value):
        raise wrong_value("the text is empty", "write the text, or remove the entry")
    return str(value).strip("\n")


def _identifier(value: Any) -> str:
    text = _text(value)
    if not re.match(KEBAB, text):
        cure = re.sub(r"[^a-z0-9]+", "-", without_accents(text)).strip("-")
        raise wrong_value(
            f'"{shorten(text)}" is no id: small letters, digits and single hyphens only',
            f"write {cure}" if cure else "write a few words joined by hyphens",
            cure or None,
        )
    return text


def without_accents(text: str) -> str:
    """A text in small letters, each without what stands above or below it."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _section(value: Any) -> str:
    text = _text(value)
    if not re.match(_SECTION, text):
        has_hash_in_page_name = re.search(rf"#.*{_SUFFIX}(#|$)", text)
        raise wrong_value(
            f'"{shorten(text)}" does not name a section of a page',
            "a page with # in its name cannot be named: give the file another name"
            if has_hash_in_page_name
            else "write it from the docs folder, as in lessons/page.md#heading",
            bare if re.match(_SECTION, bare := text.removeprefix(".").removeprefix("/")) else None,
        )
    return text


def _section_stamp(value: Any) -> str:
    text = _text(value)
    if not re.match(_STAMP, text):
        raise wrong_value(
            f'"{shorten(text)}" is no stamp of a section',
            "remove the field, and let `selfcheck stamp` write it",
        )
    return text


def boolean(value: Any) -> bool:
    """The value of a plain `true` or `false`; PydanticCustomError for anything else."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Plain) and value in ("true", "false"):
        return value == "true"
    message = f"true or false is expected, not {described(value)}"
    raise wrong_value(message, "write true or false, without quotes", _meant_truth(value))


def _meant_truth(value: Any) -> str | None:
    """What is meant by a word that other programs read as a truth."""
    word = value.casefold() if isinstance(value, str) else ""
    return "true" if word in ("true", "yes", "on") else "false" if word in ("false", "no", "off") else None


def _number(value: Any) -> float:
    """A number as JSON defines it, so that the build and editors agree."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, Plain) or not re.fullmatch(NUMBER, value):
        hint = "write it with digits, as in 12, 0.5 or 1e-3, without quotes"
        raise wrong_value(f"a number is expected, not {described(value)}", hint, _bare(value, NUMBER))
    if not math.isfinite(float(value)):
        raise wrong_value(f"{described(value)} is too large a number", "write a number below 1e308")
    return float(value)


def _count(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, Plain) or not re.fullmatch(_COUNT, value):
        hint = "write 1, 2, 3 and so on, without quotes"
        raise wrong_value(
            f"a whole number above 0 is expected, not {described(value)}", hint, _bare(value, _COUNT)
        )
    return int(value)


def _bare(value: Any, pattern: str) -> str | None:
    """A number that stands in quotes, without them."""
    return value if isinstance(value, str) and re.fullmatch(pattern, value) else None


def wrong_value(message: str, hint: str, fix: str | None = None) -> PydanticCustomError:
    """The error of a field whose value is wrong, with its cure, and what is meant where that is plain."""
    return _error(_WRONG_VALUE, Complaint((), message, hint, fix=fix))


def wrong_entries(*complaints: Complaint) -> PydanticCustomError:
    """The error of a value some of whose entries are wrong; paths start at the field."""
    return _error(_WRONG_VALUE, *complaints)


def beyond_schema(*complaints: Complaint) -> PydanticCustomError:
    """The error of a value that is wrong in ways no JSON Schema can know; paths start at the field."""
    return _error(BEYOND_SCHEMA, *complaints)


def _error(kind: LiteralString, *complaints: Complaint) -> PydanticCustomError:
    return PydanticCustomError(
        kind, "{said}", {"said": "\n".join(map(str, complaints)), "complaints": complaints}
    )


_ANY_SCALAR = WithJsonSchema({"type": ["string", "number", "boolean"]})

MARKDOWN: Final = "markdown"
"""Marks a field whose text is Markdown; that of any other field is plain."""

Text = Annotated[str, BeforeValidator(_text), _ANY_SCALAR, TRANSLATED]
Markdown = Annotated[str, BeforeValidator(_text), _ANY_SCALAR, TRANSLATED, MARKDOWN]
"""Markdown is parsed by the pages that show it: what is code or a heading there, their extensions say."""
PassageText = Annotated[
    str,
    BeforeValidator(_text),
    WithJsonSchema({"type": "string", "pattern": KEBAB}),
    TRANSLATED,
    MARKDOWN,
]
"""A passage of the file: it has been put in place of the name that the question gives."""
Identifier = Annotated[
    str, BeforeValidator(_identifier), WithJsonSchema({"type": "string", "pattern": KEBAB})
]
Section = Annotated[
    str, BeforeValidator(_section), WithJsonSchema({"type": "string", "pattern": _SECTION}), ADDRESS
]
SectionStamp = Annotated[
    str, BeforeValidator(_section_stamp), WithJsonSchema({"type": "string", "pattern": _STAMP}), ADDRESS
]
"""That of a translation goes with a section of its own."""
Boolean = Annotated[bool, BeforeValidator(boolean), WithJsonSchema({"type": "boolean"})]
Number = Annotated[float, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
"""A finite number. `complaints` gets it as written: what is sound there is read by `float`."""
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 1})]
"""A whole number from 1 to 999,999,999; in `complaints`, what is sound is read by `int`."""
