"""The figure of the skip experiment: what it counts, and that it says what is stored."""

from statistics import fmean

import numpy as np
import pytest
import skip_experiment
from scipy import ndimage
from skip_experiment import PICTURES, RUNS, STEPS, TRUTH
from trained.stored import VARIANTS
from trained.two_shapes import LONG, SHORT

from computed_figures.style import NARROW_PX, WIDE_PX
from experiments.results import stored
from maskmetrics import confusion

STORED = {"short": stored("two-shapes"), "long": stored("two-shapes-long")}


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_seed_of_every_variant_is_drawn(run: str, variant: str) -> None:
    values = [each.scores.iou["cross"] for each in STORED[run].of(variant)]
    assert RUNS[run].reached(variant, "iou.cross") == values
    assert len(values) == len(STORED[run].settings.seeds)


def test_both_runs_are_measured_after_their_longest_training() -> None:
    assert {name: results.settings.lengths[-1] for name, results in STORED.items()} == STEPS


def test_wrong_pixels_agree_with_the_confusion_matrix() -> None:
    for picture in PICTURES:
        counts = confusion(TRUTH, picture.labels, 3).counts
        assert picture.wrong == counts.sum() - np.trace(counts)
        assert picture.confused == counts[1, 2] + counts[2, 1]


def test_the_scene_has_two_shapes_of_each_class() -> None:
    pieces = [ndimage.label(label == TRUTH, structure=np.ones((3, 3)))[1] for label in (1, 2)]
    assert pieces == [2, 2]


def test_the_words_carry_the_stored_numbers() -> None:
    for name, run in RUNS.items():
        for variant in VARIANTS:
            written = ", ".join(f"{value:.3f}" for value in run.reached(variant, "iou.cross"))
            assert f"after {STEPS[name]:,} steps {written}" in skip_experiment.ALT()
    for variant in VARIANTS:
        assert f"{fmean(LONG.reached(variant, 'iou.cross')):.2f}" in skip_experiment.CAPTION
    assert f"{fmean(SHORT.reached('none', 'iou.cross')):.2f} without" in skip_experiment.CAPTION
    for picture in PICTURES:
        assert picture.counted() in skip_experiment.ALT()


def test_long_training_without_skips_goes_far_beyond_short_training_and_stays_short_of_skips() -> None:
    for plain in ("none", "wider"):
        assert min(LONG.reached(plain, "iou.cross")) > 1.5 * max(SHORT.reached(plain, "iou.cross"))
        for skip in ("add", "concat"):
            assert max(LONG.reached(plain, "iou.cross")) < min(LONG.reached(skip, "iou.cross"))


def test_both_drawings_keep_to_their_width() -> None:
    assert skip_experiment.draw().get_figwidth() * 72 == WIDE_PX
    assert skip_experiment.draw_narrow().get_figwidth() * 72 == NARROW_PX
