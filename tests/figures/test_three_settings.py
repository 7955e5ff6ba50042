"""The figure of three settings says what is stored, each chart on its own scale."""

import itertools
from statistics import fmean

import pytest
import three_settings
from matplotlib.text import Text
from three_settings import reached, span, words
from trained.settings import SETTINGS
from trained.stored import VARIANTS, spread

from experiments.results import stored

NAMES = ("two-shapes-long", "four-shapes-long", "noisy-discs-shallow-long")


@pytest.mark.parametrize(("number", "name"), [*enumerate(NAMES)])
@pytest.mark.parametrize("variant", VARIANTS)
def test_each_dot_is_a_stored_run(number: int, name: str, variant: str) -> None:
    results = stored(name)
    values = reached(SETTINGS[number], variant)
    assert values == [run.scores.mean_iou for run in results.of(variant)]
    mean, deviation = results.summary(variant).mean_iou
    assert spread(values) == f"{mean:.3f} ± {deviation:.3f}"


def test_the_words_tell_the_depth_of_each_network() -> None:
    assert [words(each).split(", ")[1] for each in SETTINGS] == ["3 poolings", "3 poolings", "1 pooling"]


def test_every_chart_is_as_wide_as_its_own_dots() -> None:
    for drawing in (three_settings.draw(), three_settings.draw_narrow()):
        for axes, each in zip(drawing.axes, SETTINGS, strict=True):
            (left, right), (lowest, highest) = axes.get_xlim(), span(each)
            assert left < lowest <= highest < right
            assert highest - lowest > 0.8 * (right - left)


def test_every_chart_names_two_places_of_its_scale_at_least() -> None:
    for axes in three_settings.draw().axes:
        left, right = axes.get_xlim()
        assert sum(left <= tick <= right for tick in axes.get_xticks()) >= 2
        assert all(isinstance(label, Text) for label in axes.get_xticklabels())


def test_the_words_carry_every_dot() -> None:
    for each, variant in itertools.product(SETTINGS, VARIANTS):
        assert ", ".join(f"{value:.3f}" for value in reached(each, variant)) in three_settings.ALT()


def test_where_thin_parts_are_drawn_every_network_with_skips_is_better_than_every_one_without() -> None:
    for each in SETTINGS[:2]:
        without = max(max(reached(each, variant)) for variant in ("none", "wider"))
        assert without < min(min(reached(each, variant)) for variant in ("add", "concat"))


def test_the_means_of_the_noisy_discs_lie_as_near_as_the_caption_says() -> None:
    means = [fmean(reached(SETTINGS[2], variant)) for variant in VARIANTS]
    assert f"within {max(means) - min(means):.3f}." in " ".join(three_settings.CAPTION.split())
