"""Exact tests where each trial has a chance of its own, and the tail of chi-square for uneven counts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

_NEGLIGIBLE = 1e-20
"""Probabilities below this are left out: all of them together change no digit that is ever shown."""


class Successes:
    """The number of successes in independent trials, of which each succeeds with a chance of its own."""

    def __init__(self, chances: Iterable[float]) -> None:
        self._counts = Counter(chances)
        self.trials = sum(self._counts.values())
        self.expected = sum(chance * count for chance, count in self._counts.items())

    def at_least(self, successes: int) -> float:
        """The chance of so many successes or more."""
        return min(1.0, math.fsum(p for number, p in self._distribution().items() if number >= successes))

    def at_most(self, successes: int) -> float:
        """The chance of so many successes or fewer."""
        return min(1.0, math.fsum(p for number, p in self._distribution().items() if number <= successes))

    def as_unlikely(self, successes: int) -> float:
        """The chance of a number as far out on either side: twice the smaller tail."""
        return min(1.0, 2 * min(self.at_least(successes), self.at_most(successes)))

    def _distribution(self) -> dict[int, float]:
        """The probability of each number: binomials of equal chances, added up."""
        whole = {0: 1.0}
        for chance, count in self._counts.items():
            part = _binomial(count, chance)
            summed: dict[int, float] = {}
            for a, p in whole.items():
                for b, q in part.items():
                    summed[a + b] = summed.get(a + b, 0.0) + p * q
            whole = {number: p for number, p in summed.items() if p > _NEGLIGIBLE}
        return whole


def _binomial(count: int, chance: float) -> dict[int, float]:
    if chance in (0.0, 1.0):
        return {count if chance else 0: 1.0}
    log_chance, log_rest, log_all = math.log(chance), math.log1p(-chance), math.lgamma(count + 1)
    logs = {
        n: log_all - math.lgamma(n + 1) - math.lgamma(count - n + 1) + n * log_chance + (count - n) * log_rest
        for n in range(count + 1)
    }
    return {n: p for n, log in logs.items() if (p := math.exp(log)) > _NEGLIGIBLE}


def chi_square_tail(statistic: float, freedom: int) -> float:
    """The chance of a chi-square statistic so large or larger, by its degrees of freedom.

    The regularized incomplete gamma function Q(freedom / 2, statistic / 2), by its recurrence (Abramowitz and
    Stegun 1964, 6.5.22).
    """
    half = statistic / 2
    a, tail = (0.5, math.erfc(math.sqrt(half))) if freedom % 2 else (1.0, math.exp(-half))
    while a < freedom / 2:
        tail += math.exp(a * math.log(half) - half - math.lgamma(a + 1)) if half else 0.0
        a += 1
    return min(1.0, tail)


def holm(chances: Sequence[float]) -> list[float]:
    """p-values corrected for their number, in the same order (Holm 1979)."""
    order = sorted(range(len(chances)), key=chances.__getitem__)
    corrected, largest = [0.0] * len(chances), 0.0
    for rank, index in enumerate(order):
        largest = max(largest, min(1.0, (len(chances) - rank) * chances[index]))
        corrected[index] = largest
    return corrected
