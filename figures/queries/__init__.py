"""Mask classification on a picture of a few pixels: features, queries, masks, and the maps that follow.

Classes of a pixel: for each class the sum over queries of its probability times the mask (Cheng, Schwing,
Kirillov 2021, arXiv 2107.06278, section 3.4, "semantic inference"); its segment: the query whose most likely
class has the highest product.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from panels.grids import Look

Plane = NDArray[np.float64]
LOOKS = Callable[[int, int], Look]

CLASSES = ("cat", "sofa")
ROWS, COLUMNS = 4, 6


def _fur() -> Plane:
    plane = -np.ones((ROWS, COLUMNS))
    plane[1:3, 1:5] = 1
    return plane


FEATURES = {
    "fur": _fur(),
    "side": np.tile([-2.0, -2, -1, 1, 2, 2], (ROWS, 1)),
    "one": np.ones((ROWS, COLUMNS)),
}


@dataclass(frozen=True)
class Query:
    """A segment that is looked for: a number for each feature, and the probabilities of classes."""

    embedding: tuple[float, float, float]
    classes: dict[str, float]

    @property
    def best(self) -> str:
        """Its most likely class."""
        return max(self.classes, key=self.classes.__getitem__)

    @property
    def logits(self) -> Plane:
        """The sum of products at each pixel."""
        return np.asarray(
            sum(weight * plane for weight, plane in zip(self.embedding, FEATURES.values(), strict=True))
        )

    @property
    def mask(self) -> Plane:
        """How likely each pixel belongs to the segment."""
        return np.asarray(1 / (1 + np.exp(-self.logits)))


QUERIES = {
    "A": Query((3, -2, -3), {"cat": 0.9, "sofa": 0.02}),
    "B": Query((3, 2, -3), {"cat": 0.8, "sofa": 0.05}),
    "C": Query((-2, 0, 0), {"cat": 0.02, "sofa": 0.95}),
}
MASKS = {name: query.mask for name, query in QUERIES.items()}

SCORES = {
    label: np.sum([query.classes[label] * query.mask for query in QUERIES.values()], axis=0)
    for label in CLASSES
}
LABELS = [
    [max(CLASSES, key=lambda label: SCORES[label][row, column]) for column in range(COLUMNS)]
    for row in range(ROWS)
]
SEGMENTS = [
    [
        max(QUERIES, key=lambda name: QUERIES[name].classes[QUERIES[name].best] * MASKS[name][row, column])
        for column in range(COLUMNS)
    ]
    for row in range(ROWS)
]
