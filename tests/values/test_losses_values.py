"""What the lesson on losses prints, by paper and pencil and by other ways to the same number."""

import math

import numpy as np
import pytest
from pixel_losses.fits import CROSS_ENTROPY, FITS, SPOON

from values import losses


def test_the_worked_example_is_a_softmax() -> None:
    powers = [math.exp(score) for score in losses.scores]
    expected = [power / sum(powers) for power in powers]
    assert losses.probability == pytest.approx(expected)
    assert losses.push == pytest.approx([expected[0], expected[1] - 1, expected[2]])
    assert losses.loss == pytest.approx(math.log(sum(powers)) - 1)


def test_focal_loss_keeps_the_square_of_the_doubt() -> None:
    assert losses.focal_share == pytest.approx({"half": 0.25, "nearly": 0.01})


def test_soft_dice_of_four_pixels() -> None:
    assert losses.four["dice"] == pytest.approx(2 * (0.9 + 0.6) / (0.9 + 0.6 + 0.3 + 0.2 + 2))


def test_losses_differ_in_the_cut_and_a_wider_classifier_in_more() -> None:
    assert max(losses.best.values()) - min(losses.best.values()) < 0.005
    assert losses.wider["dice"] > losses.wider["cross_entropy"] + 0.03 > losses.best["Dice"] + 0.1
    assert abs(losses.expected_cut - losses.cut["cross-entropy"]) < 0.05
    assert losses.at_expected < losses.best["cross-entropy"] - 0.02


def test_what_the_best_cut_paints_more_than_the_expected_one() -> None:
    """Pixel by pixel."""
    told = zip(CROSS_ENTROPY.probabilities.flat, SPOON.flat, strict=True)
    at = [spoon for p, spoon in told if losses.cut["cross-entropy"] < p <= losses.expected_cut]
    assert losses.between["pixels"] == len(at)
    assert losses.between["spoon"] == pytest.approx(sum(at) / len(at))
    assert losses.between["spoon"] > 2 * losses.expected_cut


def test_probabilities_come_true_on_average_and_not_at_every_level() -> None:
    assert losses.mean_probability["cross-entropy"] == pytest.approx(losses.share, abs=0.001)
    too_high, too_low = losses.came_true
    assert too_high["spoon"] < too_high["lowest"] < too_low["highest"] < too_low["spoon"]


def test_weights_lift_nearly_all_probabilities_and_hardly_change_their_order() -> None:
    """The correlation of ranks by that of the places in order, among which equals are parted."""
    places = [FITS[name].probabilities.ravel().argsort().argsort() for name in ("cross-entropy", "weighted")]
    assert losses.order == pytest.approx(np.corrcoef(places).min(), abs=1e-3)
    assert 0.95 < losses.risen < 1
    assert losses.order > 0.99


def test_dice_runs_dry_without_decay_and_cross_entropy_does_not() -> None:
    assert losses.without_decay["highest"] < losses.with_decay["lowest"] == losses.with_decay["highest"]
    assert losses.room["without"] < 1e-6 < 0.01 < losses.room["with"]
    assert losses.plain_spread < 1e-9
    assert losses.empty == 0


def test_the_pushes_of_the_matching_question() -> None:
    wrong = 0.999
    assert round(2 * wrong * (1 - wrong) * wrong, 3) == 0.002
    both, overlap = 1 + 0.001, 0.001
    assert round(2 * (both - overlap) / both**2 * 0.001 * 0.999, 3) == 0.002
