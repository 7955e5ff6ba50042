"""What one vote and one share a cell keep of a photograph's label map, and how alike pooled windows are."""

import numpy as np
import pytest
from photographs import coffee, square
from scipy import ndimage
from skimage.measure import block_reduce
from sklearn.metrics import jaccard_score

from values import coarse_votes, windows

SIDE, CELL = 224, 32


def test_shares_enlarged_by_scipy_leave_as_many_pixels_wrong() -> None:
    labels = square.label_map(SIDE)
    middles = (np.mgrid[:SIDE, :SIDE] + 0.5) / CELL - 0.5
    shares = [block_reduce(np.equal(labels, label).astype(float), CELL, np.mean) for label in range(4)]  # type: ignore[no-untyped-call]
    drawn = np.argmax(
        [ndimage.map_coordinates(share, middles, order=1, mode="nearest") for share in shares], axis=0
    )
    assert coarse_votes.wrong["shares"] == pytest.approx(np.mean(drawn != labels), abs=1e-3)
    scores = jaccard_score(labels.ravel(), drawn.ravel(), average=None)
    assert list(coarse_votes.shares.values()) == pytest.approx(scores.tolist(), abs=1e-3)


def test_shares_help_the_cup_and_hardly_the_spoon() -> None:
    gains = {name: coarse_votes.shares[name] - coarse_votes.vote[name] for name in ("cup", "spoon")}
    assert gains["cup"] > 0.1 > 0.06 > gains["spoon"] > 0
    assert coarse_votes.wrong["shares"] < coarse_votes.wrong["vote"]


@pytest.mark.parametrize("block", [1, 2, 8, 32])
def test_windows_have_the_share_of_pooled_values_in_common_that_other_places_show(block: int) -> None:
    grey = coffee.photograph().astype(float).mean(axis=2)
    size = (block, block)
    kept = []
    for top in range(3, 360, 24):
        for left in range(3, 560, 24):
            here, beside = (
                block_reduce(grey[top : top + 32, start : start + 32], size, np.max)  # type: ignore[no-untyped-call]
                for start in (left, left + 1)
            )
            kept.append((here == beside).mean())
    assert windows.unchanged[block] == pytest.approx(np.mean(kept), abs=0.06)


def test_pooling_makes_neighbours_alike_and_strangers_not() -> None:
    shares = [windows.unchanged[block] for block in (1, 2, 4, 8, 16, 32)]
    assert shares == sorted(shares)
    assert windows.by_chance < 0.05
