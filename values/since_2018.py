"""Numbers of papers after 2018, quoted, and what follows from them.

Segmenter: the authors' list of models (github.com/rstrudel/segmenter), ADE20K val, one scale, parameters in
millions and images a second. SegFormer: its abstract (arXiv 2105.15203). MaskFormer: tables 1 and 2 of arXiv
2107.06278, ADE20K val with 512 x 512 or 640 x 640 pixels, and the authors' list of models
(github.com/facebookresearch/MaskFormer). Mask2Former and SAM: their abstracts (arXiv 2112.01527, 2304.02643)
and published code.
"""

from fractions import Fraction

patch16 = {"miou": 47.1, "speed": 27.3, "parameters": 87}
patch8 = {"miou": 49.5, "speed": 4.2, "parameters": 89}
"""Segmenter with ViT-Base and a linear decoder; the first began from other weights than the second."""

slower = patch16["speed"] / patch8["speed"]

b4 = {"miou": 50.3, "parameters": 64}

by_pixel = {19: 78.5, 150: 41.9, 171: 34.2, 847: 13.9}
by_mask = {19: 78.5, 150: 44.5, 171: 37.1, 847: 17.4}
by_mask_listed, by_mask_listed_deeper = 16.0, 17.4
gain_by_mask = {classes: by_mask[classes] - by_pixel[classes] for classes in by_pixel}
gain_listed = by_mask_listed - by_pixel[847]
"""Mean IoU by number of classes: the same network with a label for each pixel, and with masks."""

by_region = {"pixel": 60.2, "mask": 63.1}
gain_by_region = by_region["mask"] - by_region["pixel"]
"""Cityscapes, where each region counts the same (PQ of stuff)."""

swin_b = {"small": 51.1, "large": 52.7}
gain_by_data = swin_b["large"] - swin_b["small"]
"""MaskFormer with Swin-B that had learned from ImageNet-1K, or from ImageNet-22K, before."""

swin_b_spread = {"small": 0.2, "large": 0.4}

mask2former = {"ade20k": 57.7, "panoptic": 57.8, "instances": 50.1}

SAM_SIDE, SAM_PATCH, SAM_ENLARGED = 1024, 16, 4
sam_side = SAM_SIDE
sam_grid = SAM_SIDE // SAM_PATCH
sam_mask = sam_grid * SAM_ENLARGED
sam_step = Fraction(SAM_SIDE, sam_mask)
"""Pixels of the scaled image between two positions of a mask."""

photo_side = 4096
photo_step = Fraction(photo_side, SAM_SIDE) * sam_step
"""The same in a photograph with a longer side of so many pixels, which is scaled down first."""
