"""A label map in VGG-16's last grid: what one vote a cell loses, and what one share of each class keeps."""

import numpy as np
from label_map import CLASSES, IOU, LABELS, STRIDE, WRONG

from maskmetrics import cell_shares, enlarged, iou, soft_label_map

_blended = soft_label_map(LABELS, len(CLASSES), STRIDE)

_votes = np.argmax([cell_shares(label == LABELS, STRIDE) for label in range(len(CLASSES))], axis=0)
_enlarged = np.argmax(
    [enlarged(label == _votes, STRIDE, LABELS.shape) for label in range(len(CLASSES))], axis=0
)

wrong = {
    "vote": WRONG / LABELS.size,
    "enlarged_vote": float((_enlarged != LABELS).mean()),
    "shares": float((_blended != LABELS).mean()),
}
"""Share of the pixels that get a wrong class."""

vote = IOU
shares = {name: iou(index == LABELS, index == _blended) for index, name in enumerate(CLASSES)}
"""IoU by class."""


def _spoon(down: int, across: int) -> float:
    """IoU of the spoon with shares, the grid moved by so many pixels."""
    moved = np.pad(LABELS, ((down, STRIDE - down), (across, STRIDE - across)), mode="edge")
    return iou(
        CLASSES.index("spoon") == moved, CLASSES.index("spoon") == soft_label_map(moved, len(CLASSES), STRIDE)
    )


_STEPS = range(0, STRIDE, STRIDE // 4)
_SPOONS = [_spoon(down, across) for down in _STEPS for across in _STEPS]
moved = {"lowest": min(_SPOONS), "highest": max(_SPOONS)}
"""IoU of the spoon with shares over 16 places of the grid."""
