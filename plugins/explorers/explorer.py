"""What every explorer is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from explorers.fields import Fields
from explorers.problems import Complaint

Offer = TypeVar("Offer")
"""What an explorer begins with and how far its controls go."""


@dataclass(frozen=True, slots=True)
class Explorer(Generic[Offer]):
    """One kind of interactive figure, by the name that fences use; its element is `NAME-explorer`."""

    name: str
    fields: tuple[str, ...]
    """The fields of a fence that `read` reads; the name and `reveal-after` are read for all."""
    read: Callable[[Fields, Path], tuple[Offer | None, list[Complaint]]]
    """The offer of a fence, and all that is wrong with it; the folder is that of the pages, which it may name
    files in. Without an offer something is wrong."""
    write: Callable[[Offer, str, str], str]
    """The HTML inside the element, from the offer, the element's id, and the id of a question or ""."""
