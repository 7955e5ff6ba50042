"""The explorers that there are."""

from typing import Any

from explorers.explorer import Explorer
from explorers.layer_arithmetic.explorer import LAYER_ARITHMETIC
from explorers.mask_metrics.explorer import MASK_METRICS
from explorers.receptive_field.explorer import RECEPTIVE_FIELD

EXAMPLE = LAYER_ARITHMETIC
"""The one that messages name."""
EXPLORERS: dict[str, Explorer[Any]] = {each.name: each for each in (EXAMPLE, RECEPTIVE_FIELD, MASK_METRICS)}
"""By their names."""
