"""One variant of a question as a page carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Variation:
    """The key of a variant, and its values, numbers as `Numeral`, in the order of the placeholders."""

    key: Any
    values: tuple[str, ...]
