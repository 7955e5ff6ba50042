"""What enlarging a coarse map gives back of a cup and a spoon: the numbers of the figure `enlarging`."""

from enlarging import COPIED, IOU, SAME_SHARES, SMOOTH, THRESHOLDS, TRUTH

from maskmetrics import boundary_f1

TOLERANCE_PX = 2

iou = IOU
"""By way (copied, interpolated, best) and class; `best` is interpolated, each class at its best threshold."""

same_shares = SAME_SHARES
"""IoU of each mask with another that leaves the same share in every cell."""

threshold = THRESHOLDS

f1 = {
    way: {name: boundary_f1(TRUTH[name], mask, TOLERANCE_PX) for name, mask in masks.items()}
    for way, masks in (("copied", COPIED), ("interpolated", SMOOTH))
}
"""Boundary F1 by way and class."""

tolerance = TOLERANCE_PX
