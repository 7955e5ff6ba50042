"""Which region holds a place, in another library's opinion; and outlines to ask about."""

from __future__ import annotations

import math
import random
from typing import Any

from matplotlib.path import Path as Outline


def polygon(chance: random.Random) -> list[tuple[float, float]]:
    """Corners all round some point, so that the outline does not cross itself."""
    x, y = chance.uniform(20, 80), chance.uniform(20, 80)
    turns = sorted(chance.uniform(0, 2 * math.pi) for _ in range(chance.randint(3, 12)))
    return [(x + chance.uniform(2, 20) * math.cos(t), y + chance.uniform(2, 20) * math.sin(t)) for t in turns]


def is_in(region: list[list[float]], x: float, y: float) -> bool:
    """Python's twin: circles by their distance, other outlines as matplotlib has it."""
    if len(region[0]) == 4:
        cx, cy, rx, ry = region[0]
        return math.hypot((x - cx) / rx, (y - cy) / ry) < 1
    rings = [Outline(list(zip(ring[::2], ring[1::2], strict=True))) for ring in region]
    return sum(ring.contains_point((x, y)) for ring in rings) % 2 == 1


def expected(key: dict[str, Any], x: float, y: float) -> str:
    hit = next((n for n, region in enumerate(key["regions"], 1) if is_in(region, x, y)), None)
    return str(hit) if hit else "elsewhere"
