"""The partial order of rows, reduced to its covering pairs."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def closure(after: Sequence[Collection[int]]) -> list[frozenset[int]]:
    """For each row (from 0) every row that has to stand above it, however far.

    `after` names for each row some rows that stand before it in the sequence.
    """
    above: list[frozenset[int]] = []
    for named in after:
        above.append(frozenset(named).union(*(above[row] for row in named)))
    return above


def covers(after: Sequence[Collection[int]]) -> list[list[int]]:
    """For each row those that come directly before it, with no row that has to stand between; ascending."""
    above = closure(after)
    further = [frozenset[int]().union(*(above[other] for other in rows)) for rows in above]
    return [sorted(rows - beyond) for rows, beyond in zip(above, further, strict=True)]
