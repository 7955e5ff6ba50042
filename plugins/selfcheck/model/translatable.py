"""Marks of fields that say whether a translation of a question gives their text anew."""

from __future__ import annotations

from enum import Enum


class Translatable(Enum):
    """A mark among the annotations of a field; of several, the last one holds.

    A field without a mark is the original's in every language.
    """

    NO = "no"
    """A text in form alone, such as a formula or a drawing of symbols."""
    YES = "yes"
    """A text that readers read; the translation has it in the same place."""
    TYPED = "typed"
    """What readers type, which the translation gives anew as a whole: more or fewer texts, or some where the
    original has none."""
    ADDRESS = "address"
    """An address, which a translation may replace and need not."""


NOT_TRANSLATED = Translatable.NO
TRANSLATED = Translatable.YES
TYPED = Translatable.TYPED
ADDRESS = Translatable.ADDRESS
