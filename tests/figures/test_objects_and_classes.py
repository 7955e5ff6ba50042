"""The coins: each whole, none touching another, numbered from the left."""

import numpy as np
import objects_and_classes
from objects_and_classes import COIN_PX, COINS, COUNT, GROUND_PX, PAINTED
from scipy import ndimage
from skimage import measure


def test_five_coins_are_found_and_each_is_round_and_in_one_piece() -> None:
    regions = measure.regionprops(COINS)  # type: ignore[no-untyped-call]
    assert [region.label for region in regions] == [1, 2, 3, 4, 5]
    assert COUNT == 5
    for region in regions:
        assert ndimage.label(region.image)[1] == 1
        assert region.eccentricity < 0.6
        assert region.solidity > 0.95


def test_they_are_numbered_from_left_to_right() -> None:
    middles = [float(np.nonzero(np.equal(COINS, number))[1].mean()) for number in range(1, COUNT + 1)]
    assert middles == sorted(middles)


def test_every_pixel_is_counted_once() -> None:
    assert COINS.size == COIN_PX + GROUND_PX
    assert f"{COIN_PX:,} pixels coin" in objects_and_classes.ALT()


def test_neighbours_differ_in_colour_as_instances_and_not_as_a_class() -> None:
    for number in range(1, COUNT):
        one, next_one = (PAINTED["instances"][np.equal(COINS, each)][0] for each in (number, number + 1))
        assert not np.array_equal(one, next_one)
    assert len(np.unique(PAINTED["semantic"][COINS > 0], axis=0)) == 1
    assert (PAINTED["instances"][COINS == 0] == 0).all()
