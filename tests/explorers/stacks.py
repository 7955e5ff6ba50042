"""Stacks of layers, as tests write them down and as scripts name them."""

from __future__ import annotations

import random
from typing import Any

from explorers.receptive_field.offer import LIMITS
from explorers.receptive_field.stack import Stack, Window


def threes(count: int, size: int = 32) -> Stack:
    """So many layers of 3x3, without padding."""
    return Stack(size, (Window(kernel=3),) * count)


def rates(*numbers: int, size: int = 32) -> Stack:
    """Layers of 3x3 with these dilations, without padding."""
    return Stack(size, tuple(Window(kernel=3, dilation=rate) for rate in numbers))


def many_stacks(count: int, seed: int = 0, most_layers: int = 6) -> list[Stack]:
    """Stacks at random from all that the controls can reach.

    Half of them come from small settings, whose fields can be shown more often.
    """
    chance = random.Random(seed)
    return [_stack(chance, most_layers, place % 2 == 0) for place in range(count)]


def _stack(chance: random.Random, most_layers: int, is_small: bool) -> Stack:
    ends = {name: min(limit.end, 3) if is_small else limit.end for name, limit in LIMITS.items()}
    windows = (
        Window(**{name: chance.randint(limit.start, ends[name]) for name, limit in LIMITS.items()})
        for _ in range(chance.randint(1, most_layers))
    )
    return Stack(chance.randint(1, 64), tuple(windows))


def in_script(stack: Stack) -> dict[str, Any]:
    """The stack as the script has it."""
    return {"size": stack.size, "windows": [window_in_script(each) for each in stack.windows]}


def window_in_script(window: Window) -> dict[str, int]:
    """A layer as the script has it."""
    return {name: getattr(window, name) for name in LIMITS}
