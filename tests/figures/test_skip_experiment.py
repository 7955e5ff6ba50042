"""The figure of the skip experiment: what it counts, and that it says what is stored."""

import numpy as np
import pytest
import skip_experiment
from scipy import ndimage
from trained import two_shapes

from computed_figures.style import NARROW_PX, WIDE_PX
from experiments.results import stored
from experiments.settings import EXPERIMENTS
from experiments.variants import VARIANTS
from maskmetrics import confusion

STORED = stored(EXPERIMENTS[0].name)


def test_every_variant_and_every_seed_is_drawn() -> None:
    assert tuple(two_shapes.VARIANTS) == VARIANTS
    for variant in VARIANTS:
        values = [run.scores.mean_iou for run in STORED.of(variant)]
        assert two_shapes.reached(variant, "mean_iou") == values
        assert len(values) == len(STORED.settings.seeds)


@pytest.mark.parametrize("variant", VARIANTS)
def test_errors_agree_with_the_confusion_matrix(variant: str) -> None:
    found = two_shapes.errors(variant)
    truth, guess = two_shapes.shown("truth"), two_shapes.shown(variant)
    counts = confusion(truth, guess, STORED.settings.classes).counts
    assert found.right.sum() == np.trace(counts[1:, 1:])
    assert found.missed.sum() == counts[1:].sum() - np.trace(counts[1:, 1:])
    assert found.invented.sum() == counts[:, 1:].sum() - np.trace(counts[1:, 1:])


def test_the_scene_has_two_shapes_of_each_class() -> None:
    truth = two_shapes.shown("truth")
    pieces = [ndimage.label(truth == label, structure=np.ones((3, 3)))[1] for label in (1, 2)]
    assert pieces == [2, 2]


def test_the_words_carry_the_stored_numbers() -> None:
    for variant in VARIANTS:
        assert f"{STORED.summary(variant).mean_iou[0]:.3f}" in skip_experiment.CAPTION
        for run in STORED.of(variant):
            assert f"{run.scores.mean_iou:.3f}" in skip_experiment.ALT()
            assert f"{run.scores.boundary_f1:.3f}" in skip_experiment.ALT()
        assert two_shapes.errors(variant).counted() in skip_experiment.ALT()


def test_the_wider_decoder_is_the_largest_as_the_caption_says() -> None:
    assert max(VARIANTS, key=two_shapes.parameters) == "wider"


def test_networks_that_label_no_cross_stand_apart_from_the_others() -> None:
    for variant in VARIANTS:
        runs = STORED.of(variant)
        without = [run.scores.boundary_f1 for run in runs if run.scores.iou["cross"] < 0.01]
        others = [run.scores.boundary_f1 for run in runs if run.scores.iou["cross"] > 0.2]
        assert len(without) == two_shapes.never_right(variant, "cross")
        assert len(without) + len(others) == len(runs)
        assert max(without, default=0) < 0.55 < 0.75 < min(others)


def test_both_drawings_keep_to_their_width() -> None:
    assert skip_experiment.draw().get_figwidth() * 72 == WIDE_PX
    assert skip_experiment.draw_narrow().get_figwidth() * 72 == NARROW_PX
