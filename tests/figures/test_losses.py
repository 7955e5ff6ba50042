"""Losses and their pushes: against differences of the losses themselves, and what the figures say of them."""

from collections.abc import Callable
from itertools import combinations, pairwise, product
from pathlib import Path

import best_probability
import dice_push
import four_cells
import hard_pixels
import loss_and_push
import numpy as np
import pixel_losses
import pytest
import rare_class
import weight_map
import whose_push
import yaml
from matplotlib.figure import Figure
from pixel_losses import fits
from scipy.special import expit, logit

from maskmetrics import dice

QUIZZES = Path(__file__).parents[2] / "quizzes"
STEP = 1e-6
RANDOM = np.random.default_rng(8)


def numerical_slope(loss: str, p: float, *settings: float) -> float:
    """From the losses a little beside the score."""
    score = logit(p)
    low, high = (getattr(pixel_losses, loss)(expit(score + side * STEP), *settings) for side in (-1, 1))
    return float((high - low) / (2 * STEP))


@pytest.mark.parametrize("p", [0.01, 0.3, 0.5, 0.9])
@pytest.mark.parametrize(
    ("loss", "settings"), [("cross_entropy", ()), ("squared", ()), ("focal", (2,)), ("focal", (5,))]
)
def test_the_slope_is_that_of_the_loss(loss: str, settings: tuple[float, ...], p: float) -> None:
    slope = getattr(pixel_losses, f"{loss}_slope")(p, *settings)
    assert slope == pytest.approx(numerical_slope(loss, p, *settings), rel=1e-4)


def test_the_slope_of_dice_is_that_of_dice() -> None:
    scores, truth = RANDOM.standard_normal(20), RANDOM.random(20) < 0.3
    expected = []
    for pixel in range(20):
        sides = []
        for side in (-1, 1):
            moved = scores.copy()
            moved[pixel] += side * STEP
            sides.append(1 - pixel_losses.soft_dice(expit(moved), truth))
        expected.append((sides[1] - sides[0]) / (2 * STEP))
    assert pixel_losses.dice_slope(expit(scores), truth) == pytest.approx(
        np.array(expected), rel=1e-4, abs=1e-9
    )


def test_soft_dice_of_a_mask_is_dice() -> None:
    truth, drawn = RANDOM.random((2, 6, 8)) < 0.4
    assert pixel_losses.soft_dice(drawn, truth) == pytest.approx(dice(truth, drawn))


@pytest.mark.parametrize("loss", [fits.weighted(1), fits.weighted(7), fits.focal(2), fits.dice])
def test_the_losses_of_the_fits_have_their_own_slopes(loss: fits.Loss) -> None:
    scores, truth = RANDOM.standard_normal(12), (RANDOM.random(12) < 0.4).astype(np.float64)
    _, slope = loss(scores, truth)
    for pixel in range(12):
        sides = []
        for side in (-1, 1):
            moved = scores.copy()
            moved[pixel] += side * STEP
            sides.append(loss(moved, truth)[0])
        assert slope[pixel] == pytest.approx((sides[1] - sides[0]) / (2 * STEP), rel=1e-4, abs=1e-8)


def test_squared_error_gives_up_where_it_is_wrong_for_sure() -> None:
    assert loss_and_push.push("squared error", 0.01) < 0.03 < 0.9 < loss_and_push.push("cross-entropy", 0.01)
    assert f"{loss_and_push.push('focal', 0.9):.3f}" in loss_and_push.CAPTION


def test_the_spoon_comes_to_half_of_all_pushes() -> None:
    assert whose_push.START["cross-entropy"] == pytest.approx(fits.SHARE)
    assert whose_push.END["cross-entropy"] == pytest.approx(0.5, abs=0.02)
    assert whose_push.MEAN["cross-entropy"] == pytest.approx(fits.SHARE, abs=0.005)
    assert whose_push.START["weighted"] == pytest.approx(0.5)


def test_at_its_minimum_cross_entropy_is_pushed_alike_from_both_sides() -> None:
    """But for the little weight decay of the constant."""
    off = fits.CROSS_ENTROPY.probabilities - fits.SPOON
    assert abs(off.sum()) / np.abs(off).sum() < 0.01


def test_each_at_its_best_cut_the_losses_are_level_and_at_one_half_they_are_not() -> None:
    at_half, best = zip(*rare_class.IOU.values(), strict=True)
    assert max(best) - min(best) < 0.005
    assert max(at_half) - min(at_half) > 0.25
    for name, found in fits.FITS.items():
        assert rare_class.IOU[name][1] == max(found.iou(cut) for cut in fits.CUTS)
    assert [rare_class.PIXELS[name] for name in ("cross-entropy", "focal")] == [0, 0]


def test_the_caption_says_how_many_of_the_painted_pixels_are_spoon() -> None:
    for name in ("weighted", "Dice"):
        painted, spoon = rare_class.PIXELS[name], rare_class.RIGHT[name]
        union = painted + rare_class.TRUE_PIXELS - spoon
        assert rare_class.IOU[name][0] == pytest.approx(spoon / union)
        caption = " ".join(rare_class.CAPTION.replace(" pixels,", ",").split())
        assert f"{painted:,}, {spoon} of them right" in caption


def test_weights_are_multiplied_into_the_odds() -> None:
    """For a classifier that can match any chance, the best answer is the odds times the weight."""
    for chance in (0.01, 0.3, 0.8):
        p = np.linspace(1e-4, 1 - 1e-4, 100_001)
        cost = -20 * chance * np.log(p) - (1 - chance) * np.log(1 - p)
        assert p[np.argmin(cost)] == pytest.approx(20 * chance / (20 * chance + 1 - chance), abs=1e-4)


def test_the_weight_is_largest_in_the_narrow_gap() -> None:
    """Pixel by pixel, from the circles."""
    row, column = np.unravel_index(np.argmax(weight_map.WEIGHTS), weight_map.WEIGHTS.shape)
    assert 44 <= column <= 45
    edges = [cell[weight_map.ROW] for cell in weight_map.CELLS]
    distances = sorted(min(abs(column - place) for place in np.flatnonzero(edge)) for edge in edges)[:2]
    assert row in range(26, 38)
    assert pytest.approx(1 + 10 * np.exp(-(sum(distances) ** 2) / 50)) == weight_map.LEFT_GAP
    row, column = np.unravel_index(np.argmax(four_cells.WEIGHTS), four_cells.WEIGHTS.shape)
    assert 12 <= row < 26
    assert 42 <= column < 52


def test_the_gaps_of_the_four_cells_are_as_the_question_tells_those_who_do_not_see_them() -> None:
    """In widths of a cell: by the middles and the radius."""
    gaps = {
        (one, other): (np.hypot(*np.subtract(four_cells.MIDDLES[one], four_cells.MIDDLES[other])))
        / (2 * four_cells.RADIUS)
        - 1
        for one, other in combinations(range(4), 2)
    }
    upper, left, right, lower = (gaps[pair] for pair in ((0, 1), (0, 2), (1, 3), (2, 3)))
    assert upper < 0.1
    assert [left, right] == pytest.approx([0.25, 0.25], abs=0.05)
    assert lower == pytest.approx(0.5, abs=0.05)
    assert min(gaps[0, 3], gaps[1, 2]) > lower


def test_of_all_gaps_of_the_four_cells_the_narrowest_weighs_by_far_the_most() -> None:
    """In each region of the question, which lie apart."""
    question = next(
        each
        for each in yaml.safe_load((QUIZZES / "losses.yml").read_text("utf-8"))["questions"]
        if each["id"] == "where-the-weight-is-largest"
    )
    largest, taken = {}, np.zeros(four_cells.WEIGHTS.shape, np.intp)
    for region in question["regions"]:
        (left, right), (top, bottom) = ((min(way), max(way)) for way in zip(*region["polygon"], strict=True))
        assert sorted(map(tuple, region["polygon"])) == sorted(product((left, right), (top, bottom)))
        taken[top:bottom, left:right] += 1
        largest[region["name"]] = four_cells.WEIGHTS[top:bottom, left:right].max()
    assert taken.max() == 1
    key = largest.pop("between the two upper cells")
    assert key == four_cells.WEIGHTS.max() > 9
    for side in ("left", "right"):
        assert 3 < largest.pop(f"between the two {side} cells") < 4
    assert max(largest.values()) < 2


def test_wrong_labels_gain_as_gamma_grows() -> None:
    flipped = hard_pixels.SHARES[hard_pixels.WRONG_LABELS]
    assert flipped == sorted(flipped)
    assert flipped[hard_pixels.AT_2] > 1.7 * flipped[0]
    assert hard_pixels.SHARES[hard_pixels.FAMILIAR][hard_pixels.AT_2] < 0.01
    assert 0.45 < hard_pixels.PART[hard_pixels.FAMILIAR] < 0.6  # "the easy half"


def test_dice_pushes_by_one_over_the_size_and_not_where_it_is_sure() -> None:
    pushes = dice_push.BY_SIZE["Dice"]
    products = [size * push for size, push in zip(dice_push.SIZES, pushes, strict=True)]
    assert max(products) < 1.3 * min(products)
    assert len(set(dice_push.BY_SIZE["cross-entropy"])) == 1
    assert dice_push.LOW["Dice"] < 0.01 < 0.99 < dice_push.LOW["cross-entropy"]


def test_beside_a_large_object_a_small_one_is_pushed_as_the_large_one_is() -> None:
    small, large = dice_push.SIZES[0], dice_push.SIZES[-1]
    pushed = dice_push.by_size(small, beside=large)["Dice"]
    assert pushed == pytest.approx(dice_push.BY_SIZE["Dice"][-1], rel=0.01)
    assert pushed == dice_push.by_size(large, beside=small)["Dice"]


def test_cross_entropy_wants_chances_and_dice_wants_yes_or_no() -> None:
    assert pytest.approx(best_probability.CHANCES, abs=1e-3) == best_probability.FOR_CROSS_ENTROPY
    assert set(best_probability.FOR_DICE.round(6)) == {0, 1}
    assert best_probability.every_choice() - 1e-9 <= best_probability.DICE
    yes = best_probability.CHANCES > best_probability.THRESHOLD
    assert np.array_equal(best_probability.FOR_DICE.round() == 1, yes)


def test_dice_with_squares_below_the_line_wants_the_chance_over_the_dice_that_is_reached() -> None:
    expected = np.minimum(best_probability.CHANCES / best_probability.SQUARED_DICE, 1)
    assert pytest.approx(expected, abs=1e-4) == best_probability.FOR_SQUARED_DICE
    assert ((expected > 0.05) & (expected < 0.95)).sum() > 10


@pytest.mark.parametrize("draw", [whose_push.draw, whose_push.draw_narrow])
def test_no_line_runs_through_the_legend_of_the_pushes(draw: Callable[[], Figure]) -> None:
    figure = draw()
    figure.canvas.draw()
    for axes in figure.axes:
        legend = axes.get_legend()
        assert legend is not None
        box = legend.get_window_extent()
        for line in axes.lines:
            x, y = line.get_transform().transform(np.column_stack(line.get_data())).T
            across = np.linspace(box.x0, box.x1, 200)
            down = np.interp(across, x, y)
            assert not ((box.y0 < down) & (down < box.y1)).any()


def test_nothing_is_drawn_between_no_and_yes() -> None:
    """The best probability for Dice jumps; a slanted line would give it values between."""
    (dice,) = (line for line in best_probability.draw().axes[0].lines if line.get_label() == "Dice")
    drawn = np.asarray(dice.get_ydata(), float)
    assert set(drawn[~np.isnan(drawn)].round(6)) == {0, 1}
    assert not any(abs(after - before) > 0.5 for before, after in pairwise(drawn))
