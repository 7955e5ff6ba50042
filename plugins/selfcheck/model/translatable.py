"""Marks of fields that say whether a translation of a question gives their text anew."""

from __future__ import annotations

from enum import Enum


class Translatable(Enum):
    """A mark among the annotations of a field; of several, the last one holds. A field without is not translated."""

    NO = "no"
    """A text in form alone: a formula, a drawing of symbols. It is the original's in every language."""
    YES = "yes"
    """A text that readers read; the translation has it in the same place."""
    TYPED = "typed"
    """What readers type, which the translation gives anew as a whole: more or fewer texts, or some where the
    original has none."""


NOT_TRANSLATED = Translatable.NO
TRANSLATED = Translatable.YES
TYPED = Translatable.TYPED
