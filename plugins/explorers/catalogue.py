"""The explorers that there are."""

from typing import Any

from explorers.explorer import Explorer
from explorers.layer_arithmetic.explorer import LAYER_ARITHMETIC

EXAMPLE = LAYER_ARITHMETIC
"""The one that messages name."""
EXPLORERS: dict[str, Explorer[Any]] = {each.name: each for each in (EXAMPLE,)}
"""By their names."""
