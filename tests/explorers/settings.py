"""Settings of a layer, as tests write them down and as scripts name them."""

from __future__ import annotations

import random
from typing import Any

from explorers.layer_arithmetic.offer import NUMBERS
from explorers.layer_arithmetic.settings import Settings


def layer(**changed: Any) -> Settings:
    """A kernel of 3 with stride 1 on 10 pixels, but for what is changed."""
    usual = {
        "size": 10,
        "kernel": 3,
        "stride": 1,
        "padding": 0,
        "dilation": 1,
        "output_padding": 0,
        "transposed": False,
    }
    return Settings(**{**usual, **changed})


def many(count: int, seed: int = 0) -> list[Settings]:
    """Settings at random from all that the controls can reach, refused ones among them."""
    chance = random.Random(seed)
    return [
        Settings(
            **{name.replace("-", "_"): chance.randint(*number.limit) for name, number in NUMBERS.items()},
            transposed=chance.random() < 0.5,
        )
        for _ in range(count)
    ]


def in_script(settings: Settings) -> dict[str, Any]:
    """The settings as the script has them."""
    return {
        "size": settings.size,
        "kernel": settings.kernel,
        "stride": settings.stride,
        "padding": settings.padding,
        "dilation": settings.dilation,
        "outputPadding": settings.output_padding,
        "transposed": settings.transposed,
    }
