"""What is said of each code: what it finds, why that is wrong, who says so, and an example of either kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from selfcheck.source import read

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code in words; `bad` is what has the flaw, `good` the same mended, mostly as YAML."""

    says: str
    reason: str
    source: str
    bad: str
    good: str


@cache
def codes() -> tuple[str, ...]:
    """Every code but those of types, whose problems have the name of the type."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yml")))


@cache
def explanation(code: str) -> Explanation:
    """What is said of this code, which is one of `codes`."""
    data: Any = read((_FOLDER / f"{code}.yml").read_text("utf-8")).data
    return Explanation(**{name: str(text) for name, text in data.items()})
