"""The coffee's label map cut into patches: how many there are, and which of them hold more than one class."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from photographs import coffee, square

from maskmetrics import Mask, best_cells, iou, spread

SIDE = 224
LABELS = square.label_map(SIDE)
SPOON = np.equal(LABELS, coffee.LABELS["spoon"])


@dataclass(frozen=True)
class Cut:
    """The map in patches of `patch` x `patch` pixels."""

    patch: int

    @property
    def across(self) -> int:
        """Patches along a side."""
        return SIDE // self.patch

    @property
    def count(self) -> int:
        """All patches."""
        return self.across**2

    @property
    def mixed(self) -> NDArray[np.bool_]:
        """Whether a patch holds more than one class, shape (across, across)."""
        cells = LABELS.reshape(self.across, self.patch, self.across, self.patch)
        return np.asarray(cells.max((1, 3)) != cells.min((1, 3)))

    @property
    def mixed_share(self) -> float:
        """Share of all pixels that lie in such a patch."""
        return float(self.mixed.mean())

    @property
    def spoon(self) -> Mask:
        """The spoon in whole patches, chosen with the truth in hand for the highest IoU."""
        return np.asarray(spread(best_cells(SPOON, self.patch).cells, self.patch, SPOON.shape), np.bool_)

    @property
    def spoon_iou(self) -> float:
        """The IoU of that spoon."""
        return float(iou(SPOON, self.spoon))


CUTS = {patch: Cut(patch) for patch in (32, 16, 8)}
