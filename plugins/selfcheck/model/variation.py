"""A variant as a page has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Drawn:
    """A variant as the page has it: its key, and its values in the order of the drawing's words."""

    key: Any
    shown: tuple[str, ...]
