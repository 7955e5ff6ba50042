"""The figures of the lesson on metrics: counted again in loops and from sets of pixels."""

from itertools import pairwise
from pathlib import Path

import averaging
import boundary_score
import confusion_matrix
import four_errors
import iou_and_dice
import numpy as np
import pytest
import same_iou
import void_band
import yaml
from iou_and_dice import STEADY, UNEVEN
from numpy.typing import NDArray
from scipy import ndimage
from scored_map import BY_TILE, COLOURS, COUNTS, DRAWING, FINE, LABELS, NAMES, PIXELS, TILE, band

from maskmetrics import Mask, iou

SPOON = NAMES.index("spoon")

Pixel = tuple[int, int]


def pixels(mask: Mask) -> set[Pixel]:
    return set(zip(*(axis.tolist() for axis in np.nonzero(mask)), strict=True))


def edge(inside: set[Pixel], outside: set[Pixel]) -> set[Pixel]:
    """The pixels of one set that touch one of the other by a side."""
    sides = ((0, 1), (1, 0), (0, -1), (-1, 0))
    return {(r, c) for r, c in inside if any((r + down, c + across) in outside for down, across in sides)}


def near(first: set[Pixel], second: set[Pixel], tolerance: int) -> float:
    """Share of the first that has a pixel of the second within the tolerance."""
    reach = range(-tolerance, tolerance + 1)
    steps = [(down, across) for down in reach for across in reach if np.hypot(down, across) <= tolerance]
    return sum(any((r + d, c + a) in second for d, a in steps) for r, c in first) / len(first)


def f1(truth: Mask, guess: Mask, tolerance: int) -> float:
    first, second = (edge(pixels(mask), pixels(~mask)) for mask in (truth, guess))
    precision, recall = near(second, first, tolerance), near(first, second, tolerance)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def test_the_table_counts_every_pixel_in_its_row_and_column() -> None:
    counts = np.zeros((len(NAMES), len(NAMES)), int)
    np.add.at(counts, (LABELS, DRAWING), 1)
    assert np.array_equal(counts, COUNTS.counts)
    assert (
        int(np.sum((LABELS == SPOON) & (DRAWING == SPOON))),
        int(np.sum((LABELS == SPOON) & (DRAWING != SPOON))),
        int(np.sum((LABELS != SPOON) & (DRAWING == SPOON))),
    ) == (confusion_matrix.RIGHT, confusion_matrix.MISSED, confusion_matrix.INVENTED)
    assert counts.sum() == PIXELS
    assert f"{confusion_matrix.MISSED:,}" in confusion_matrix.CAPTION
    assert "5,740 as spoon" in confusion_matrix.ALT()


def test_the_order_of_two_means_turns() -> None:
    assert UNEVEN.mean_iou > STEADY.mean_iou
    assert UNEVEN.mean_dice < STEADY.mean_dice
    assert f"{UNEVEN.mean_iou:.2f} to {STEADY.mean_iou:.2f}" in iou_and_dice.CAPTION


def test_a_single_mask_is_put_in_one_order_by_both() -> None:
    dices = [iou_and_dice.dice_of(score) for score in np.linspace(0, 1, 101)]
    assert all(lower < higher for lower, higher in pairwise(dices))


def test_the_tiles_add_up_to_the_whole_and_their_mean_does_not() -> None:
    assert np.array_equal(sum(each.counts for each in BY_TILE), COUNTS.counts)
    for tile in averaging.TILES:
        where = (
            slice(tile.row * TILE, (tile.row + 1) * TILE),
            slice(tile.column * TILE, (tile.column + 1) * TILE),
        )
        truth, guess = LABELS[where] == SPOON, DRAWING[where] == SPOON
        assert tile.pixels == truth.sum()
        assert tile.iou == pytest.approx((truth & guess).sum() / (truth | guess).sum())
    assert pytest.approx(np.mean([tile.iou for tile in averaging.TILES])) == averaging.OF_IMAGES
    assert averaging.OF_SET > averaging.OF_IMAGES + 0.2


def test_the_three_smallest_pieces_of_the_spoon_are_drawn_worst() -> None:
    by_size = sorted(averaging.TILES, key=lambda tile: tile.pixels)
    assert max(tile.iou for tile in by_size[:3]) < min(tile.iou for tile in by_size[3:]) - 0.2


def test_the_drawn_spoon_is_two_large_pieces_and_two_specks_between_them() -> None:
    pieces, number = ndimage.label(boundary_score.DRAWN)
    above, *between, below = (np.sum(pieces == piece) for piece in range(1, number + 1))
    assert len(between) == 2
    assert max(between) < 20 < min(above, below)


def test_the_band_holds_the_pixels_that_touch_another_class() -> None:
    small = LABELS[100:160, 330:400]
    labels = {label: pixels(small == label) for label in np.unique(small)}
    touching = set[Pixel]().union(
        *(
            edge(own, set[Pixel]().union(*(o for k, o in labels.items() if k != label)))
            for label, own in labels.items()
        )
    )
    assert pixels(band(small, 1)) == touching
    for width in (1, 2, 4):
        assert not (band(small, width) & ~band(small, width + 1)).any()


def test_a_void_band_closes_the_gap_that_a_trimap_opens() -> None:
    label, shares = (void_band.WITHOUT[name] for name in FINE)
    gaps = [shares[width] - label[width] for width in void_band.WIDTHS_PX]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[void_band.WIDTHS_PX.index(4)] < 0.002 < gaps[0]
    label, shares = (void_band.WITHIN[name] for name in FINE)
    widths = void_band.WIDTHS_PX[1:]
    assert max(widths, key=lambda width: shares[width] - label[width]) == void_band.FURTHEST_PX == 3
    assert shares[3] - label[3] > 4 * gaps[0]


def test_three_drawings_of_equal_iou_have_other_outlines() -> None:
    assert len({round(score, 6) for score in same_iou.IOU.values()}) == 1
    for name, mask in same_iou.DRAWINGS.items():
        assert (same_iou.TRUTH & ~mask).sum() == same_iou.MISSING
        assert not (mask & ~same_iou.TRUTH).any()
        assert same_iou.F1[name] == pytest.approx(f1(same_iou.TRUTH, mask, same_iou.TOLERANCE_PX))


def test_precision_and_recall_of_the_outline_make_its_f1() -> None:
    precision, recall = boundary_score.PRECISION, boundary_score.RECALL
    assert pytest.approx(2 * precision * recall / (precision + recall)) == boundary_score.F1
    truth, drawn = (
        edge(pixels(mask), pixels(~mask)) for mask in (boundary_score.SPOON, boundary_score.DRAWN)
    )
    assert precision == pytest.approx(near(drawn, truth, 2))
    assert recall == pytest.approx(near(truth, drawn, 2))


def test_of_four_errors_boundary_f1_forgives_the_flat_one_alone() -> None:
    assert four_errors.UNSEEN == ["upper edge"]
    assert pytest.approx(f1(four_errors.TRUTH, four_errors.DRAWING, 2)) == four_errors.F1
    wrong = {name: int(mask.sum()) for name, mask in four_errors.ERRORS.items()}
    assert wrong == {"upper edge": 36, "middle": 16, "lower edge": 72, "far right": 16}
    overlap = iou(four_errors.TRUTH, four_errors.DRAWING)
    gains = {
        name: iou(four_errors.TRUTH, four_errors.DRAWING ^ mask) - overlap
        for name, mask in four_errors.ERRORS.items()
    }
    assert gains["upper edge"] > max(gains["middle"], gains["far right"]) > 0


def test_the_band_of_the_question_is_the_band_of_the_lesson() -> None:
    text = Path("quizzes/metrics.yml").read_text("utf-8")
    (item,) = (each for each in yaml.safe_load(text)["questions"] if each["id"] == "paint-the-band")
    shape: NDArray[np.int64] = np.array(
        [[shade == "d" for shade in row] for row in item["pixels"].split()], np.int64
    )
    painted = np.array([[sign == "#" for sign in row] for row in item["mask"].split()])
    assert np.array_equal(band(shape, 1), painted)
    assert (painted.sum(), painted.size) == (58, 168)
    shifted = np.roll(shape, 1, axis=1)
    wrong = shape != shifted
    assert not (wrong & ~painted).any()
    assert wrong.sum() == 14  # "a quarter", "a twelfth"


def test_the_colours_of_other_classes_mean_nothing_else_beside_their_label_map() -> None:
    classes = {colour for label, colour in COLOURS.items() if label != SPOON}
    places = range(len(NAMES))
    looks = {confusion_matrix._look(row, column)[0] for row in places for column in places}
    assert not looks & classes
    assert not {colour for colour, _, _ in void_band.LOOKS.values()} & set(COLOURS.values())


def test_no_number_lies_on_the_spoon_that_it_scores() -> None:
    tile = next(each for each in averaging.TILES if (each.row, each.column) == (1, 4))
    assert averaging._free_corner(tile) == (True, False)
