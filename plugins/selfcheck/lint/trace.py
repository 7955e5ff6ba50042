"""What the tests of a bank need of one question, small enough to be kept from check to check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

Preference: TypeAlias = "tuple[int, bool]"
"""How many options a strategy thinks as good as any, and whether the key is among them."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A question that asks for one option, or a statement; nothing of its texts."""

    options: int = 0
    """How many there are to choose one from; 0 where it asks for something else."""
    keys: tuple[int, ...] = ()
    """The places of its keys from 0, where it is not shuffled."""
    is_longest: bool | None = None
    """Whether the longest option is a key; None where no option alone is the longest."""
    preferences: tuple[Preference | None, ...] = ()
    """What each strategy would pick, in the order of `STRATEGIES`; None where it does not apply."""
    is_true: bool | None = None
    """Whether it is a statement that holds; None where it is none."""

    def to_json(self) -> list[Any]:
        """The trace as JSON data."""
        return [self.options, self.keys, self.is_longest, self.preferences, self.is_true]

    @classmethod
    def from_json(cls, data: list[Any]) -> Trace:
        """The trace that `to_json` wrote."""
        options, keys, is_longest, preferences, is_true = data
        pairs = tuple(None if each is None else (each[0], each[1]) for each in preferences)
        return cls(options, tuple(keys), is_longest, pairs, is_true)
