"""Settings: how the drawing is made of the true mask, and the tolerance of the outlines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from maskmetrics import Mask


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All in pixels, applied in this order; `across` counts to the right, `down` downwards.

    `erode` takes away, so many times, the pixels that touch by a side a pixel outside the mask; `dilate` adds
    those outside that touch the mask. `thin` is an opening: that many erosions, then that many dilations,
    which cuts what is at most twice `thin` wide. Beyond the picture nothing is known, so its border neither
    erodes nor dilates, and what is moved over it is lost.
    """

    thin: int
    erode: int
    dilate: int
    across: int
    down: int
    tolerance: int

    def drawn(self, truth: Mask) -> Mask:
        """The drawing, as large as the true mask."""
        opened = dilated(eroded(truth, self.thin), self.thin)
        return moved(dilated(eroded(opened, self.erode), self.dilate), self.across, self.down)


def eroded(mask: Mask, times: int) -> Mask:
    """The mask after so many erosions."""
    if not times:  # which scipy takes for "until nothing changes"
        return mask
    kept: Mask = ndimage.binary_erosion(mask, iterations=times, border_value=1)
    return kept


def dilated(mask: Mask, times: int) -> Mask:
    """The mask after so many dilations."""
    if not times:
        return mask
    grown: Mask = ndimage.binary_dilation(mask, iterations=times)
    return grown


def moved(mask: Mask, across: int, down: int) -> Mask:
    """The mask further right and further down, by numbers below 0 further left and further up."""
    rows, columns = mask.shape
    room = np.pad(mask, ((max(down, 0), max(-down, 0)), (max(across, 0), max(-across, 0))))
    top, left = max(-down, 0), max(-across, 0)
    return room[top : top + rows, left : left + columns]
