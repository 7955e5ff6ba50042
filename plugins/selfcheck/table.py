"""A mapping that does not change, so that options which have one can be compared and kept by their values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Table(Mapping[str, "str | Table"]):
    """Texts and further tables by name, in the order in which they were written."""

    pairs: tuple[tuple[str, str | Table], ...] = ()

    def __getitem__(self, name: str) -> str | Table:
        return dict(self.pairs)[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def as_dict(self) -> dict[str, Any]:
        """The same as a configuration file has it."""
        return {name: each.as_dict() if isinstance(each, Table) else each for name, each in self.pairs}
