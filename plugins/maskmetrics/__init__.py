"""Measures of masks and label maps: overlap, boundaries, confusion, what cells can keep.

A mask is a boolean array of rows and columns; a label map holds whole numbers. Every definition is stated
where it stands, with its source.
"""

from maskmetrics.boundary import boundary, boundary_f1, trimap
from maskmetrics.cells import BestCells, best_cells, cell_shares, enlarged, soft_label_map, spread
from maskmetrics.confusion import Confusion, confusion, total
from maskmetrics.masks import Mask, MaskError
from maskmetrics.overlap import dice, iou

__all__ = [
    "BestCells",
    "Confusion",
    "Mask",
    "MaskError",
    "best_cells",
    "boundary",
    "boundary_f1",
    "cell_shares",
    "confusion",
    "dice",
    "enlarged",
    "iou",
    "soft_label_map",
    "spread",
    "total",
    "trimap",
]
