"""A map cropped to its centre, as a question on U-Net's skips has it."""

from convarith import Crop, Shape

BEFORE = Shape(64, 100)
AFTER = Crop(margin=10).output_shape(BEFORE)

side_before = BEFORE.size
side_after = AFTER.size
grid_before, grid_after = (f"{side}×{side}" for side in (side_before, side_after))
before = side_before**2
after = side_after**2
kept = after / before
share = 1 - kept
side_kept = side_after / side_before
side_share = 1 - side_kept
wrong_square = side_share**2
