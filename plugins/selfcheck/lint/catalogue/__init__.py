"""What is said of each rule: what it finds, why that is a flaw, who says so, and two examples."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from selfcheck.source import read


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule in words; `bad` is a question that breaks it, `good` the same one mended, both as YAML."""

    says: str
    reason: str
    source: str
    bad: str
    good: str


@cache
def explanation(rule: str) -> Explanation:
    """What is said of the rule with this name."""
    data: Any = read((Path(__file__).parent / f"{rule}.yml").read_text("utf-8")).data
    return Explanation(**{name: str(text) for name, text in data.items()})
