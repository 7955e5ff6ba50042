"""The schedule: how high the learning rate is at each step, and where a training branches off."""

import math

from experiments.settings import Settings


def trunk_end(length: int, settings: Settings) -> int:
    """The step from which a network of this length is finished by itself."""
    return length - round(settings.cool_down * length)


def rate_share(step: int, length: int | None, settings: Settings) -> float:
    """The learning rate at a step, counted from 0, as a share of the peak rate.

    `length` is that of a training that is finished by itself; None on the trunk.
    """
    if step < settings.warm_up_steps:
        return (step + 1) / settings.warm_up_steps
    if length is None or step < trunk_end(length, settings):
        return 1.0
    begun = trunk_end(length, settings)
    return 0.5 * (1 + math.cos(math.pi * (step - begun) / (length - begun)))
