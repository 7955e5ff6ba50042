"""A label map in VGG-16's last grid: what one vote a cell loses, and what one share of each class keeps."""

from label_map import CLASSES, IOU, LABELS, STRIDE, WRONG

from maskmetrics import iou, soft_label_map

_blended = soft_label_map(LABELS, len(CLASSES), STRIDE)

wrong = {"vote": WRONG / LABELS.size, "shares": float((_blended != LABELS).mean())}
"""Share of the pixels that get a wrong class."""

vote = IOU
shares = {name: iou(index == LABELS, index == _blended) for index, name in enumerate(CLASSES)}
"""IoU by class."""
