"""One line a measurement: what, how much, the target, and whether it is met."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A measured value; smaller is better. `target` is None where none is set."""

    name: str
    value: float
    unit: str
    target: float | None
    note: str = ""

    def __str__(self) -> str:
        verdict = "" if self.target is None else f"target {self.target:g} {self.unit}: {self._verdict()}"
        return f"{self.name:<58} {self.value:>9.2f} {self.unit:<2} {verdict:<28} {self.note}".rstrip()

    def _verdict(self) -> str:
        return "met" if self.target is not None and self.value <= self.target else "NOT MET"
