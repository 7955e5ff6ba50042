"""Classifiers as convolutions: counts of executed networks, and scores worked out another way."""

import math
from typing import Any

import numpy as np
import pytest
import yaml
from adding_scores import DRAWINGS, mean_f1
from classifier_as_convolution import ROWS
from one_by_one import BACK, DRAWN, LAYER
from scipy import ndimage, optimize, signal
from scored_pixels import CLASSES, DECAY, FITTED, LABELS, STRIDE, coarse, colours, fitted, mirrored

from convarith import trace
from convarith.networks import vgg16
from maskmetrics import enlarged
from tests.site.typed_numbers import ROOT
from values import convolutional, small_classifier


def test_fc6_has_the_parameters_of_an_executed_network_either_way() -> None:
    assert convolutional.fc6 == convolutional.fc6_as_linear == 512 * 7 * 7 * 4096 + 4096 == 102764544
    assert convolutional.parameters == 134346581
    assert convolutional.score_weights == 4096 * 21 + 21


def test_a_larger_image_gets_as_many_votes_as_windows_of_the_first_size_begin_in_it() -> None:
    for row in ROWS:
        assert row.votes == len(range(0, row.image - 224 + 1, 32))
    assert (convolutional.all_votes, convolutional.step) == (100, 32)


def test_windows_one_by_one_cost_what_vgg16_costs_so_many_times() -> None:
    """Multiply-adds counted from the table of the paper: channels, 3×3 kernels, sides."""

    def once(image: int) -> int:
        total, before, side = 0, 3, image
        for channels in ((64, 64), (128, 128), (256,) * 3, (512,) * 3, (512,) * 3):
            for after in channels:
                total += 9 * before * after * side**2
                before = after
            side //= 2
        places = side - 6
        return total + (512 * 49 * 4096 + 4096 * 4096 + 4096 * 1000) * places**2

    assert convolutional.saved == pytest.approx(100 * once(224) / once(512))


def test_votes_are_those_of_the_windows_without_padding_and_nowhere_with_it() -> None:
    assert small_classifier.equal == {0: small_classifier.places, 1: 0}
    assert small_classifier.equal_with_surroundings == small_classifier.inner == 13**2
    assert small_classifier.window == {0: 18, 1: 12}


def test_the_small_classifier_computes_what_scipy_correlates() -> None:
    values = np.random.default_rng(3).integers(0, 9, (1, 18, 18))
    for weights in small_classifier._weights():
        correlated = [
            sum(
                signal.correlate2d(plane, kernel, "valid")
                for plane, kernel in zip(values, kernels, strict=True)
            )
            for kernels in weights
        ]
        values = np.array(correlated)
        if len(values) == small_classifier.CHANNELS:
            values = np.maximum(values, 0).reshape(len(values), values.shape[1] // 2, 2, -1, 2).max((2, 4))
    assert values.shape == (small_classifier.CLASSES, 1, 1)


def test_every_cut_brings_scores_over_the_same_pixel() -> None:
    """Kernel 4, stride 2: enlarged unit o lies at (o - 1.5) / 2 of the map below, in its own steps."""
    below = convolutional.coarsest
    for pool, stride in (("pool4", 16), ("pool3", 8)):
        below -= 2 * stride * 1.5 / 2
        assert convolutional.below[pool] == below == convolutional.cut[pool]
        assert convolutional.first_of[pool] + convolutional.cut_off[pool] * stride == below
    assert below - 8 * 7.5 / 8 + convolutional.cut_off["image"] == convolutional.last == 0


def test_no_pixel_that_moves_changes_the_label_of_another() -> None:
    assert (BACK.labels == DRAWN.labels).all()
    assert (LAYER.weights.size, LAYER.biases.size) == (12, 4)
    assert convolutional.three_by_three_equal < 0.5


def test_a_fitted_layer_is_the_one_that_a_search_finds() -> None:
    read = np.column_stack([colours(), np.ones(LABELS.size)]).reshape(*LABELS.shape, 4)[FITTED].reshape(-1, 4)
    truth = LABELS[FITTED].ravel()

    def loss(flat: Any) -> float:
        weights = np.reshape(flat, (CLASSES, 4))
        scores = read @ weights.T
        own = scores[np.arange(len(truth)), truth]
        logs = np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1)) + scores.max(1)
        return float((logs - own).mean() + DECAY / 2 * (weights**2).sum())

    found = np.column_stack([LAYER.weights, LAYER.biases]).ravel()
    slope = optimize.approx_fprime(found, loss, 1e-6)
    assert np.abs(slope).max() < 1e-4
    assert loss(found) < loss(found * 0.9)


def test_adding_scores_is_scoring_both_maps_side_by_side() -> None:
    layer = fitted([coarse(), colours()])
    split = coarse().shape[1]
    added = coarse() @ layer.weights[:, :split].T + colours() @ layer.weights[:, split:].T + layer.biases
    assert added == pytest.approx(layer.scores(np.column_stack([coarse(), colours()])))


def test_mirrored_cells_hold_the_same_colours_elsewhere() -> None:
    image, other = (each.reshape(*LABELS.shape, 3) for each in (colours(), mirrored(colours())))
    cell = (slice(0, STRIDE), slice(STRIDE, 2 * STRIDE))
    assert (other[cell] == image[cell][::-1, ::-1]).all()
    assert not (other[cell] == image[cell]).all()


def test_the_sum_is_better_than_either_and_the_mirrored_one_hardly_better_than_the_coarse() -> None:
    wrong = convolutional.wrong
    assert wrong["both"] < 0.6 * wrong["coarse"] < wrong["mirrored"] < wrong["coarse"] < wrong["fine"]
    assert convolutional.spoon["fine"] == 0 < convolutional.spoon["coarse"] < convolutional.spoon["both"]
    scores = [mean_f1(each) for each in DRAWINGS.values()]
    assert max(scores) == scores[2]
    assert convolutional.kept < 0.2


def test_what_the_sum_mends_lies_where_the_coarse_scores_are_nearly_level() -> None:
    """Pixel by pixel: how far the best coarse score is above the second, and who names the pixel rightly."""
    leads, mended = [], []
    names = zip(
        *(DRAWINGS[name].labels.flat for name in ("coarse scores", "both added")), LABELS.flat, strict=True
    )
    for scores, (before, after, true) in zip(
        fitted([coarse()]).scores(coarse()).tolist(), names, strict=True
    ):
        *_, second, best = sorted(scores)
        leads.append(best - second)
        mended.append(before != true == after)
    least = sorted(leads)[len(leads) // 10]
    close = sum(lead < least for lead, done in zip(leads, mended, strict=True) if done)
    assert convolutional.mended_where_close == pytest.approx(close / sum(mended), abs=0.01)
    assert convolutional.mended_where_close > 0.6
    assert abs(np.mean(np.array(leads) < least) - 0.1) < 0.001


def test_first_units_stand_in_the_padding_but_behind_the_unpadded_kernel() -> None:
    assert max(convolutional.first_of.values()) < 0 < convolutional.coarsest == 12.5


def test_scoring_first_gives_what_enlarging_first_gives() -> None:
    chance = np.random.default_rng(0)
    values, mix, bias = chance.standard_normal((5, 7, 7)), chance.standard_normal((3, 5)), chance.random(3)

    def scores(planes: Any) -> Any:
        return np.einsum("oi,irc->orc", mix, planes) + bias[:, None, None]

    def larger(planes: Any) -> Any:
        return np.array([enlarged(plane, 8, (56, 56)) for plane in planes])

    assert larger(scores(values)) == pytest.approx(scores(larger(values)))
    assert larger(np.maximum(scores(values), 0)) != pytest.approx(np.maximum(scores(larger(values)), 0))
    assert larger(values)[0] == pytest.approx(
        ndimage.map_coordinates(values[0], (np.mgrid[:56, :56] + 0.5) / 8 - 0.5, order=1, mode="nearest")
    )


def test_the_shapes_that_are_asked_for_are_those_of_halved_and_doubled_sides() -> None:
    quiz = yaml.safe_load((ROOT / "quizzes/fcn.yml").read_text("utf-8"))["questions"]
    (asked,) = (each for each in quiz if each["id"] == "shapes-on-the-way")

    def shape(channels: int, halvings: int) -> str:
        return "×".join(map(str, (channels, 256 >> halvings, 384 >> halvings)))

    expected = [shape(512, 4), shape(10, 5), shape(10, 4), shape(10, 4), shape(10, 3)]
    assert [pair["target"] for pair in asked["pairs"]] == expected
    assert math.prod((57, 57)) == len(range(0, 1024 - 128 + 1, 16)) ** 2


def test_of_the_units_that_a_vote_reads_only_the_middle_one_sees_nothing_beyond_the_window() -> None:
    step = trace(vgg16(), 224)["pool5"]
    within = [unit for unit in range(7) if set(step.field.positions(unit)) <= set(range(224))]
    assert within == [3]
