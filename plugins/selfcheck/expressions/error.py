"""The error of a formula that cannot be read or has no value."""

from __future__ import annotations

from selfcheck.problems import SelfCheckError


class ExpressionError(SelfCheckError):
    """The message names what is wrong and, while reading, at which character (from 1); `hint` is the cure."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}; {hint}")
        self.message = message
        self.hint = hint
