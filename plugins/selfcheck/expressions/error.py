"""The error of a formula that cannot be read or has no value."""

from __future__ import annotations

from selfcheck.complaint import Complaint
from selfcheck.errors import ComplaintError


class ExpressionError(ComplaintError):
    """The complaint is about a formula; while reading, its message names the character (from 1)."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(Complaint((), message, hint))
