"""Numbers and lists in words, as all explorers say them; `wording.js` says the same."""

from collections.abc import Sequence


def counted(count: int, noun: str) -> str:
    """A number with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def listed(each: Sequence[object]) -> str:
    """Numbers or words as a sentence lists them; one at least."""
    *others, last = map(str, each)
    return f"{', '.join(others)} and {last}" if others else last


def short_number(value: float) -> str:
    """A number with at most five decimals."""
    return f"{value:.5f}".rstrip("0").rstrip(".")
