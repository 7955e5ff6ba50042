"""The label map of the figure `downsampling` by stride, 1 to 32: the best IoU and the boundary F1."""

from downsampling import LADDER, MEAN_F1, MEAN_IOU, STRIDES, TOLERANCE_PX

iou = dict(zip(STRIDES, MEAN_IOU, strict=True))
boundary_f1 = dict(zip(STRIDES, MEAN_F1, strict=True))
tolerance = TOLERANCE_PX
classes = {step.stride: step for step in LADDER}
"""Each class on its own: `classes[32].iou.spoon`, `classes[32].boundary_f1.spoon`."""
