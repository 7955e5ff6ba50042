"""The figure of three settings says what is stored."""

import pytest
import three_settings
from three_settings import SETTINGS

from experiments.results import stored
from experiments.settings import EXPERIMENTS
from experiments.variants import VARIANTS


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("variant", VARIANTS)
def test_each_dot_is_a_stored_run(number: int, variant: str) -> None:
    results = stored(EXPERIMENTS[number].name)
    assert SETTINGS[number].reached[variant] == [run.scores.mean_iou for run in results.of(variant)]
    mean, spread = results.summary(variant).mean_iou
    assert SETTINGS[number].written(variant) == f"{mean:.3f} ± {spread:.3f}"


def test_the_words_tell_the_depth_of_each_network() -> None:
    assert [each.words.split(", ")[1] for each in SETTINGS] == ["3 poolings", "3 poolings", "1 pooling"]


def test_every_dot_lies_within_its_axes() -> None:
    for drawing in (three_settings.draw(), three_settings.draw_narrow()):
        for axes, each in zip(drawing.axes, SETTINGS, strict=True):
            left, right = axes.get_xlim()
            dots = [value for values in each.reached.values() for value in values]
            assert left < min(dots) <= max(dots) < right


def test_the_words_carry_every_dot() -> None:
    for each in SETTINGS:
        for values in each.reached.values():
            assert ", ".join(f"{value:.3f}" for value in values) in three_settings.ALT()
