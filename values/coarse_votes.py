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
