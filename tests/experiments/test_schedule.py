"""The learning rate: where it rises, where it stays, and where it ends."""

import math

import pytest

from experiments.schedule import rate_share, trunk_end
from experiments.settings import EXPERIMENTS, Settings

BY_NAME = {settings.name: settings for settings in EXPERIMENTS}
SHORT, LONG = BY_NAME["two-shapes"], BY_NAME["two-shapes-long"]


@pytest.mark.parametrize("settings", EXPERIMENTS, ids=lambda settings: settings.name)
def test_the_rate_rises_in_a_straight_line_to_its_peak(settings: Settings) -> None:
    rising = [rate_share(step, settings.lengths[0], settings) for step in range(settings.warm_up_steps)]
    assert rising == pytest.approx([(step + 1) / settings.warm_up_steps for step in range(len(rising))])


def test_in_the_short_training_it_falls_from_its_peak_to_nothing_along_half_a_cosine() -> None:
    length, rise = SHORT.lengths[0], SHORT.warm_up_steps
    for step in range(rise, length):
        expected = 0.5 * (1 + math.cos(math.pi * (step - rise) / (length - rise)))
        assert rate_share(step, length, SHORT) == pytest.approx(expected)
    assert rate_share(length - 1, length, SHORT) < 1e-4


def test_on_the_trunk_of_the_long_training_it_stays_at_its_peak() -> None:
    assert {rate_share(step, None, LONG) for step in range(LONG.warm_up_steps, LONG.lengths[-1])} == {1.0}


@pytest.mark.parametrize("length", LONG.lengths)
def test_every_length_is_finished_over_its_last_fifth(length: int) -> None:
    begun = trunk_end(length, LONG)
    assert begun == 4 * length // 5
    rates = [rate_share(step, length, LONG) for step in range(begun, length)]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] == 1
    assert rates[-1] < 1e-3


def test_each_length_of_the_long_training_is_twice_the_one_before() -> None:
    assert all(after == 2 * before for before, after in zip(LONG.lengths, LONG.lengths[1:], strict=False))


def test_the_long_training_differs_from_the_short_one_in_its_length_and_schedule_alone() -> None:
    for name in ("two-shapes", "four-shapes", "noisy-discs-shallow"):
        short, long = BY_NAME[name], BY_NAME[f"{name}-long"]
        differing = {
            field for field in Settings.__dataclass_fields__ if getattr(short, field) != getattr(long, field)
        }
        assert differing <= {"name", "lengths", "cool_down", "variants", "warm_up_steps"}
        assert set(short.variants) <= set(long.variants)
