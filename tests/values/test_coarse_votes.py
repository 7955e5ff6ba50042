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


def test_enlarging_the_votes_alone_helps_far_less_than_shares() -> None:
    wrong = coarse_votes.wrong
    assert wrong["shares"] < wrong["enlarged_vote"] < wrong["vote"]
    assert wrong["vote"] - wrong["enlarged_vote"] < 0.3 * (wrong["vote"] - wrong["shares"])


@pytest.mark.parametrize("block", [1, 2, 8, 32])
def test_neighbouring_windows_differ_as_much_as_those_of_a_regular_grid_do(block: int) -> None:
    grey = coffee.photograph().astype(float).mean(axis=2)
    size = (block, block)
    differences = []
    for top in range(3, 360, 24):
        for left in range(3, 560, 24):
            here, beside = (
                block_reduce(grey[top : top + 32, start : start + 32], size, np.max)  # type: ignore[no-untyped-call]
                for start in (left, left + 1)
            )
            differences.append(np.abs(here - beside).mean())
    assert windows.apart[block] == pytest.approx(np.mean(differences), rel=0.15)


def test_pooling_brings_neighbours_together_and_strangers_not() -> None:
    apart = [windows.apart[block] for block in (1, 2, 4, 8, 16, 32)]
    assert apart == sorted(apart, reverse=True)
    assert apart[-1] < 0.3 * apart[0]
    assert windows.unrelated[32] > 0.9 * windows.unrelated[1]
