"""The coffee's label map through grids of stride 1 to 32, as the figure `downsampling` draws it.

`labels`: one label a cell, each class on its own; `shares`: a share of each class a cell, enlarged, the
largest wins; `vote`: the label of most pixels of a cell; `enlarged_vote`: that label, enlarged as shares are.
Each by stride, with the mean IoU (`iou`), the mean boundary F1 by tolerance in pixels (`f1`) and the share of
the spoon's neck that is left (`neck`).
"""

from typing import Any

import numpy as np
from photographs import coffee
from through_grids import (
    BY_ENLARGED_VOTE,
    BY_LABEL,
    BY_SHARES,
    BY_VOTE,
    LABELS,
    NECK,
    NECK_WIDTHS,
    TOLERANCE_PX,
    TOLERANCES_PX,
    Kept,
    claims,
)

from maskmetrics import boundary_f1, cell_shares, enlarged, iou, spread


def _measured(ladder: dict[int, Kept]) -> dict[int, dict[str, Any]]:
    return {
        stride: {
            "iou": kept.mean_iou,
            "f1": {tolerance: kept.mean_f1(tolerance) for tolerance in TOLERANCES_PX},
            "neck": kept.neck,
        }
        for stride, kept in ladder.items()
    }


labels, shares = _measured(BY_LABEL), _measured(BY_SHARES)
vote, enlarged_vote = _measured(BY_VOTE), _measured(BY_ENLARGED_VOTE)
tolerance = TOLERANCE_PX

pair = {
    stride: {at: f"{labels[stride]['f1'][at]:.2f}, {shares[stride]['f1'][at]:.2f}" for at in TOLERANCES_PX}
    for stride in labels
}
"""Boundary F1 by stride and tolerance as a table writes it: of labels, then of shares."""

filled_twice, filled_by_none = claims(8)
"""Cells at stride 8 that two classes fill, and that none does though background has less than half."""

neck_narrowest, neck_widest = (int(np.percentile(NECK_WIDTHS, share)) for share in (5, 95))
"""The widths, in pixels along a row, that all but one in ten rows of the neck keep within."""

_ON_NECK = cell_shares(NECK, 8) > 0
_SPOON = cell_shares(np.equal(LABELS, coffee.LABELS["spoon"]), 8)
neck_cells = int(_ON_NECK.sum())
"""Cells at stride 8 that the neck crosses."""

neck_most = float(_SPOON[_ON_NECK].max())
"""The most that the spoon has of any of them."""

_SPOON_ENLARGED = enlarged(_SPOON, 8, LABELS.shape)
neck_two_classes = float((_SPOON_ENLARGED > 1 / 2)[NECK].mean())
"""Share of the neck that shares keep at stride 8 if spoon and everything else are the only two classes."""

neck_at_quarter = float((_SPOON_ENLARGED > 1 / 4)[NECK].mean())
"""The same if a quarter of a cell is enough to win."""

spoon_f1_at_half, spoon_f1_at_quarter = (
    boundary_f1(np.equal(LABELS, coffee.LABELS["spoon"]), enough < _SPOON_ENLARGED, TOLERANCE_PX)
    for enough in (1 / 2, 1 / 4)
)
"""Boundary F1 of the spoon at stride 8, with two classes, if so large a share is enough to win."""

_NECK_CELLS = np.asarray(spread(_ON_NECK, 8, LABELS.shape), np.bool_)
_ENOUGH_ON_NECK = np.where(_NECK_CELLS, 1 / 4, 1 / 2)
spoon_f1_quarter_on_neck = boundary_f1(
    np.equal(LABELS, coffee.LABELS["spoon"]), _ENOUGH_ON_NECK < _SPOON_ENLARGED, TOLERANCE_PX
)
"""The same if a quarter is enough in the cells that the neck crosses, and one half elsewhere."""

_WITHOUT_NECK = np.where(NECK, coffee.BACKGROUND, LABELS)
_WHOLE, _ERASED = (np.equal(labels, coffee.LABELS["spoon"]) for labels in (LABELS, _WITHOUT_NECK))
neck_gone_accuracy = float(NECK.mean())
neck_gone_iou = iou(_WHOLE, _ERASED)
neck_gone_f1 = boundary_f1(_WHOLE, _ERASED, TOLERANCE_PX)
"""If nothing but the neck is erased from the truth: accuracy lost, IoU and boundary F1 that remain."""
