"""The coins: five, two pairs of which touch, so that a map of classes has fewer patches than coins."""

from itertools import pairwise

import numpy as np
import objects_and_classes
import pytest
import usual_objects_and_classes
from objects_and_classes import (
    CAPTION,
    COIN_PX,
    COINS,
    COUNT,
    GROUND_PX,
    MEMBERS,
    PAINTED,
    PATCH_COUNT,
    PHOTOGRAPH,
)
from scipy import ndimage
from skimage import data, measure

from maskmetrics import Mask


def of(number: int) -> Mask:
    return np.asarray(np.equal(COINS, number))


def test_five_coins_are_found_each_in_one_piece() -> None:
    assert sorted(np.unique(COINS).tolist()) == [0, 1, 2, 3, 4, 5]
    assert COUNT == 5
    assert all(ndimage.label(of(number))[1] == 1 for number in range(1, 6))


@pytest.mark.parametrize("number", [2, 3, 5])
def test_a_coin_that_nothing_covers_is_round(number: int) -> None:
    (region,) = measure.regionprops(of(number).astype(int))  # type: ignore[no-untyped-call]
    assert region.eccentricity < 0.6
    assert region.solidity > 0.95


def test_they_are_numbered_from_left_to_right() -> None:
    middles = [float(np.nonzero(of(number))[1].mean()) for number in range(1, COUNT + 1)]
    assert middles == sorted(middles)


@pytest.mark.parametrize(
    ("one", "other", "touching"), [(1, 2, True), (2, 3, False), (3, 4, False), (4, 5, True)]
)
def test_the_first_two_and_the_last_two_touch_along_a_seam(one: int, other: int, touching: bool) -> None:
    sides = [
        {one, other} == {int(here), int(there)}
        for lines in (COINS, COINS.T)
        for line in lines
        for here, there in pairwise(line)
    ]
    assert (sum(sides) > 20) == touching
    assert any(sides) == touching


def test_the_map_of_classes_has_a_patch_for_each_pair_and_one_for_the_coin_alone() -> None:
    assert measure.label(COINS > 0, connectivity=2).max() == PATCH_COUNT == 3  # type: ignore[no-untyped-call]
    assert MEMBERS == [[1, 2], [3], [4, 5]]
    assert "has 3 connected patches" in CAPTION


def test_the_coin_alone_is_in_the_photograph_as_it_was() -> None:
    before = data.coins()[objects_and_classes.CUT]  # type: ignore[no-untyped-call]
    rows, columns = (slice(place.min(), place.max() + 1) for place in np.nonzero(of(3)))
    piece = PHOTOGRAPH[rows, columns]
    found = np.lib.stride_tricks.sliding_window_view(before, piece.shape)
    assert (found == piece).all(axis=(2, 3)).sum() == 1


def test_every_pixel_is_counted_once() -> None:
    assert COINS.shape == PHOTOGRAPH.shape
    assert COINS.size == COIN_PX + GROUND_PX
    assert f"{COIN_PX:,} pixels coin" in objects_and_classes.ALT()


def test_neighbours_differ_in_colour_as_instances_and_not_as_a_class() -> None:
    for number in range(1, COUNT):
        one, next_one = (PAINTED["instances"][of(each)][0] for each in (number, number + 1))
        assert not np.array_equal(one, next_one)
    assert len(np.unique(PAINTED["semantic"][COINS > 0], axis=0)) == 1
    assert (PAINTED["instances"][COINS == 0] == 0).all()


def test_the_usual_drawing_shows_the_same_maps() -> None:
    assert list(usual_objects_and_classes.TITLES) == list(PAINTED)
    assert len(usual_objects_and_classes.draw().axes) == len(PAINTED)
