"""The effective receptive field of VGG-16's last pooling, for an image of 224 pixels a side, before training.

Measured by `experiments/effective_field.py`, as Luo, Li, Urtasun and Zemel (2016, arXiv 1701.04128) do it:
the squared gradient of the middle unit with respect to every pixel. A deviation is that of the position round
the middle of the field, in pixels; a square is the smallest one round the middle that holds `share`.
"""

from statistics import fmean, stdev

import numpy as np
from receptive_fields import EFFECTIVE, THEORY, paths, side_of_square

DATA = ["experiments/results/effective-field.json"]

seeds = len(EFFECTIVE.settings["seeds"])
photographs = len(EFFECTIVE.settings["photographs"])
share = EFFECTIVE.share

field = THEORY.field
square = EFFECTIVE.square()
side_share = square / field
area_share = side_share**2
alike = side_of_square([1] * field, share)
"""Side of the square that would be needed if all pixels of the theoretical field acted alike."""

_deviations = EFFECTIVE.field()["deviations"]
deviation = fmean(_deviations)
deviation_spread = stdev(_deviations)
deviation_of_noise = EFFECTIVE.deviation(images="noise")
"""The same networks looking at noise instead of photographs."""
deviation_of_linear = EFFECTIVE.deviation(images="linear")
"""Without ReLUs, and with averages instead of maxima."""

_paths = np.asarray(paths(), float)
_places = np.arange(field) - (field - 1) / 2
deviation_of_paths = float(np.sqrt(_paths @ _places**2 / _paths.sum()))
"""If the squared gradient went exactly with the number of paths from a pixel to the unit."""
square_of_paths = side_of_square(_paths, share)
