"""An expression of a page: which file, the way to a value in it, and how it is written."""

import re
from dataclasses import dataclass

_EXPRESSION = re.compile(
    r"""(?P<file>[A-Za-z]\w*)
        (?P<way>\.[A-Za-z]\w*(?:\.[A-Za-z]\w*|\[[^\[\]]+\])*)
        (?::(?P<spec>.*))?""",
    re.VERBOSE,
)
_STEP = re.compile(r"\.(?P<name>\w+)|\[(?P<key>[^\[\]]+)\]")
_WHOLE_NUMBER = re.compile(r"-?\d+")


class ExpressionError(ValueError):
    """No expression, or one that leads to no value; the message is for the author of the page."""


@dataclass(frozen=True, slots=True)
class Name:
    """A step to an attribute, the first one to a name of the file."""

    name: str

    def __str__(self) -> str:
        return f".{self.name}"


@dataclass(frozen=True, slots=True)
class Key:
    """A step to an entry of a mapping or a sequence."""

    key: int | str

    def __str__(self) -> str:
        return f"[{self.key}]"


@dataclass(frozen=True, slots=True)
class Expression:
    """`file.name.attribute[key]:spec`: `way` starts with the name, `spec` is Python's, or empty."""

    file: str
    way: tuple[Name | Key, ...]
    spec: str

    @classmethod
    def parse(cls, written: str) -> "Expression":
        """Read what stands between `[=` and `]`; ExpressionError where that is no expression."""
        found = _EXPRESSION.fullmatch(written)
        if found is None:
            raise ExpressionError("not a value; write [=file.name], then .attribute, [key] and :format")
        way = tuple(
            Name(step["name"]) if step["name"] else Key(_key(step["key"]))
            for step in _STEP.finditer(found["way"])
        )
        return cls(found["file"], way, found["spec"] or "")


def _key(written: str) -> int | str:
    """A whole number is one, anything else text, as in Python's own format strings."""
    return int(written) if _WHOLE_NUMBER.fullmatch(written) else written
