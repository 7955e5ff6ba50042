"""What a type of question declares about how it is asked and answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Controls: TypeAlias = Literal["choosing", "typing", "writing", "arranging", "pointing"]
"""What a reader has in front of her: options to tick, lines to type into, room to write,
rows or menus to arrange, or a picture."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What checks and tests of every type have to know of one; a test holds the type's script to it."""

    controls: Controls = "typing"
    choice_field: str = ""
    """The form field whose value names the one option chosen, where a response is that and nothing else."""
    first_fields: tuple[str, ...] = ()
    """The form fields that come before the first press, where there are several presses: she writes,
    compares, and grades herself."""
    can_be_empty: bool = True
    """Whether there is such a thing as no answer yet, which is refused instead of graded."""
    keeps_response: bool = False
    """Whether a new attempt begins with the last response, or with part of it."""
    shuffle_field: str = ""
    """The field by which an author lets options be shuffled: no text may then call an option by its place."""

    @property
    def has_steps(self) -> bool:
        """Whether the button is pressed more than once before there is a verdict."""
        return bool(self.first_fields)
