"""The properties that a type of question declares about its controls and responses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Controls: TypeAlias = Literal["choosing", "typing", "writing", "arranging", "pointing"]
"""The controls of a type: options to tick, lines to type into, space to write, rows or menus to arrange, or a
picture."""


@dataclass(frozen=True, slots=True)
class Traits:
    """The properties of one type that general checks and tests use. A test compares them with its script."""

    controls: Controls = "typing"
    choice_field: str = ""
    """The form field whose value is the chosen option, if a response consists of that alone."""
    first_fields: tuple[str, ...] = ()
    """Where a verdict takes several presses of the button: the form fields before the first press. The reader
    writes, compares, and grades herself."""
    can_be_empty: bool = True
    """Whether a response can be empty, which is then refused rather than graded."""
    keeps_response: bool = False
    """Whether a new attempt begins with the last response, or with part of it."""
    shuffle_field: str = ""
    """The field that shuffles options: texts may then not refer to an option by its position."""

    @property
    def has_steps(self) -> bool:
        """Whether the button is pressed more than once before there is a verdict."""
        return bool(self.first_fields)
