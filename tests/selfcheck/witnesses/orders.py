"""The credit of an order by trying every order there is; and lists of rows to give credit to."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from functools import cache
from typing import Any

from selfcheck.question_types.ordering.model import Ordering

After = tuple[tuple[int, ...], ...]
"""For each row (from 1) the rows that it comes after; every one of them stands before it here."""


@cache
def right_orders(after: After) -> list[tuple[int, ...]]:
    """Every order of the rows in which each stands below those it comes after."""
    return [
        order
        for order in itertools.permutations(range(1, len(after) + 1))
        if all(
            order.index(first) < order.index(then) for then, above in enumerate(after, 1) for first in above
        )
    ]


@cache
def touching(after: After) -> set[tuple[int, int]]:
    """The pairs of rows of which one stands right above the other in some right order; 0 is the top."""
    return {pair for order in right_orders(after) for pair in itertools.pairwise((0, *order))}


@cache
def needed(after: After, row: int) -> set[int]:
    """The rows that stand above a row in every right order, and right above it in some."""
    above = set.intersection(*(set(order[: order.index(row)]) for order in right_orders(after)))
    return {first for first in above if (first, row) in touching(after)}


def witness(listed: Sequence[int], after: After) -> tuple[float, bool, str | None]:
    """The score of a list of rows, whether it is right, and the first row that cannot stand where it is.

    Rows above `len(after)` do not belong.
    """
    ours = [row for row in listed if row <= len(after)]
    follows = [
        (above, row) in touching(after) and needed(after, row) <= set(ours[:place])
        for place, (above, row) in enumerate(itertools.pairwise((0, *ours)))
    ]
    is_right = tuple(listed) in right_orders(after)
    stray = [
        row
        for place, row in enumerate(listed)
        if row > len(after) or not needed(after, row) <= set(listed[:place])
    ]
    missing = [row for row in range(1, len(after) + 1) if row not in listed]
    score = sum(follows) / (len(after) + len(listed) - len(ours))
    return score, is_right, None if is_right else f"row-{[*stray, *missing][0]}"


def drawn(chance: random.Random) -> tuple[After, list[int], dict[str, str], Any]:
    """Rows with what each comes after, a list of some of them, the response that says it, and the key."""
    size, others = chance.randint(2, 5), chance.choice([0, 0, 1, 2])
    after = tuple(
        tuple(first for first in range(1, then) if chance.random() < 0.5) for then in range(1, size + 1)
    )
    rows = [
        {"text": f"row {row}", "name": f"n{row}", "after": [f"n{first}" for first in above]}
        for row, above in enumerate(after, 1)
    ]
    basis = {"id": "x", "type": "ordering", "stem": "?", "rows": rows}
    key = Ordering.model_validate(basis).key
    everything = list(range(1, size + 1 + others))
    kept = chance.sample(everything, chance.choice([size, size, len(everything), chance.randint(1, size)]))
    if chance.random() < 0.3:
        kept = list(chance.choice(right_orders(after)))
        kept += [row for row in everything[size:] if chance.random() < 0.3]
    response = {f"row-{row}": str(place) for place, row in enumerate(kept, 1)}
    response |= {f"row-{row}": "out" for row in everything if row not in kept}
    shuffled = list(response.items())
    chance.shuffle(shuffled)
    return after, kept, dict(shuffled), key
