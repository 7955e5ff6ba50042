"""What units see: the first layers of VGG-16 step by step, and one unit whose surroundings are replaced.

The unit is that of fifteen 3×3 convolutions with random weights over a photograph, as in the figure
same-field.
"""

import numpy as np
from field_and_depth import FIELDS, SQUARES
from fields_on_photograph import CORNER, TRACE
from photographs import square
from random_stacks import CHANNELS, SHARE, Maps, gradient, maps, random_weights, threes
from same_field import ALL, DEEP, STRIDED

LAYERS = ["conv1_1", "conv1_2", "pool1", "conv2_1", "conv2_2", "pool2"]
size = {layer: TRACE[layer].field.size for layer in LAYERS}
step = {layer: int(TRACE[layer].field.jump) for layer in LAYERS}
last = {"size": TRACE["pool5"].field.size, "step": int(TRACE["pool5"].field.jump)}

start = {layer: float(TRACE[layer].field.start) for layer in ("pool1", "pool2", "pool5")}
"""Over which place the first unit stands, 0 being the middle of the first pixel."""
begins = -min(TRACE["pool5"].field.positions(0))
"""How many pixels before the image the field of the corner unit begins."""
corner_inside = CORNER.inside

_AROUND = 30
"""Pixels round the field of the unit, on each side."""


def _photograph() -> Maps:
    """Of mean 0 and deviation 1, three channels: a unit's field and what surrounds it."""
    side = DEEP.field + 2 * _AROUND
    pixels = square.photograph(side).transpose(2, 0, 1).astype(float)
    return np.asarray((pixels - pixels.mean()) / pixels.std())


def _unit(pixels: Maps) -> Maps:
    weights = random_weights(DEEP.layers, np.random.default_rng(0))
    return maps(DEEP.layers, weights, pixels)[-1][:, _AROUND, _AROUND]


_seen = (slice(None), *[slice(_AROUND, _AROUND + DEEP.field)] * 2)
_replaced = np.random.default_rng(1).standard_normal(_photograph().shape)
_replaced[_seen] = _photograph()[_seen]

replaced = _photograph()[0].size - DEEP.field**2
"""Pixels outside the field, all of which were replaced by noise."""
changed = float(np.abs(_unit(_replaced) - _unit(_photograph())).max())
"""By how much the unit's numbers changed then, at most."""

_acting = gradient(
    DEEP.layers,
    random_weights(DEEP.layers, np.random.default_rng(0)),
    _photograph()[_seen],
    np.ones((CHANNELS, 1, 1)),
)
acting = int((np.abs(_acting).max(axis=0) > 0).sum())
"""Pixels inside the field with respect to which the unit has a gradient."""
pixels = DEEP.field**2

share = SHARE
field = DEEP.field
field_depth = len(DEEP.layers)
deep, wide, strided = ALL
middle_to_corner = (deep.stack.paths[field // 2] / deep.stack.paths[0]) ** 2 / 1e12
"""How many times as many paths the middle of the field has as a corner, in million millions."""
paths_of_two = [int(number) for number in threes(2).paths]
middle_of_two = paths_of_two[2] ** 2
strided_layers = len(STRIDED.layers)

spread = {layers: threes(layers).deviation_of_paths for layers in (6, 15, 24)}
"""Standard deviation, along one axis, of the pixel at which a path begins."""
spread_of_strided = strided.stack.deviation_of_paths
twice_the_layers = threes(2 * field_depth).deviation_of_paths / spread[field_depth]
side = {layers: FIELDS[layers] for layers in (10, 40)}
held = {layers: (SQUARES[layers] / FIELDS[layers]) ** 2 for layers in (10, 40)}
"""Area of the square that holds most of the gradient, as a share of that of the field."""
