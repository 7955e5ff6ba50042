"""What an order is worth and what is wrong with it, by trying every order there is; and lists to judge."""

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


@cache
def precedes(after: After, first: int, then: int) -> bool:
    """Whether a row stands above another in every right order."""
    return all(order.index(first) < order.index(then) for order in right_orders(after))


def score(listed: Sequence[int], after: After) -> float:
    """The credit for a list of rows. Those above `len(after)` do not belong."""
    ours = [row for row in listed if row <= len(after)]
    follows = [
        (above, row) in touching(after) and needed(after, row) <= set(ours[:place])
        for place, (above, row) in enumerate(itertools.pairwise((0, *ours)))
    ]
    return sum(follows) / (len(after) + len(listed) - len(ours))


@cache
def beginnings(after: After) -> set[tuple[int, ...]]:
    """The first rows of every right order, of each length."""
    return {order[:length] for order in right_orders(after) for length in range(len(after) + 1)}


def held(listed: Sequence[int], after: After) -> int:
    """How many rows at the top of a list begin some right order."""
    return max(length for length in range(len(listed) + 1) if tuple(listed[:length]) in beginnings(after))


def misfit(listed: Sequence[int], after: After) -> tuple[int, str] | None:
    """The row that keeps the one below those that hold from its place, and what is wrong with it."""
    rest = listed[held(listed, after) :]
    if not rest:
        return None
    if rest[0] > len(after):
        return rest[0], "surplus"
    ours = [row for row in rest if row <= len(after)]
    inverted = {(one, other) for one, other in itertools.combinations(ours, 2) if precedes(after, other, one)}
    below = [other for one, other in inverted if one == rest[0]]
    if not below:
        return rest[0], "waiting"
    passed = {row: sum(other == row for _, other in inverted) for row in below}
    late = min(below, key=lambda row: (-passed[row], ours.index(row)))
    return (late, "too_late") if passed[late] > len(below) else (rest[0], "too_early")


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
