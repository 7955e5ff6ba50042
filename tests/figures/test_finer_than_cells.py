"""Labels, shares and scores in cells, and the network: counted again from what is stored."""

import json
from collections.abc import Iterator
from pathlib import Path

import finer_than_cells
import numpy as np
import pytest
from finer_than_cells import HARD, IOU, LABELS, LENGTHY, PICTURES, SCORES, TRUTH
from numpy.typing import NDArray
from scipy import ndimage
from sklearn.metrics import jaccard_score
from trained import cell_scores
from trained.cell_scores import CELL, FITTED, SIDE

from experiments.cell_scores import fitted

STORED = Path(__file__).parents[2] / "experiments" / "results" / "cell-scores.json"


def blended(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """A scene of 5 x 5 values, each at the middle of its cell, bilinear between."""
    middles = (np.mgrid[:SIDE, :SIDE] + 0.5) / CELL - 0.5
    return np.asarray(ndimage.map_coordinates(values, middles, order=1, mode="nearest"))


def scenes() -> Iterator[slice]:
    return (slice(left, left + SIDE) for left in range(0, TRUTH.shape[1], SIDE))


@pytest.mark.parametrize("way", list(PICTURES)[2:])
def test_the_numbers_of_a_whole_label_map_agree_with_scikit_learn(way: str) -> None:
    scores = jaccard_score(TRUTH.ravel(), PICTURES[way].ravel(), labels=list(LABELS.values()), average=None)
    assert list(IOU[way].values()) == pytest.approx(scores.tolist())


def test_every_cell_that_is_drawn_has_one_label() -> None:
    drawn = PICTURES[HARD]
    cells = drawn.reshape(drawn.shape[0] // CELL, CELL, drawn.shape[1] // CELL, CELL)
    assert np.array_equal(cells.min(axis=(1, 3)), cells.max(axis=(1, 3)))


@pytest.mark.parametrize("name", FITTED)
def test_the_fitted_scores_draw_what_they_are_said_to(name: str) -> None:
    stored = np.array(json.loads(STORED.read_text("utf-8"))[name], float).reshape(
        -1, SIDE // CELL, SIDE // CELL, 3
    )
    drawn = np.hstack(
        [
            np.argmax([blended(scores[..., label]) for label in range(3)], axis=0) == LABELS[name]
            for scores in stored
        ]
    )
    assert jaccard_score(np.equal(TRUTH, LABELS[name]).ravel(), drawn.ravel()) == pytest.approx(
        IOU[SCORES][name], abs=0.002
    )


@pytest.mark.parametrize("name", FITTED)
def test_fitted_scores_beat_labels_and_what_a_few_more_searches_find(name: str) -> None:
    price = IOU[SCORES][name]
    assert price > IOU[HARD][name]
    for scene in scenes():
        truth, drawn = TRUTH[:, scene] == LABELS[name], cell_scores.drawn(name)[:, scene]
        kept = (truth & drawn).sum() - price * (~truth & drawn).sum()
        for seed in range(1000, 1004):
            _, right, wrong = fitted(TRUTH[:, scene], LABELS[name], price, seed)
            assert right - price * wrong < kept + 0.05 * truth.sum()


def test_one_score_a_class_and_cell_draws_discs_as_well_as_the_network() -> None:
    assert IOU[SCORES]["disc"] > IOU[LENGTHY]["disc"] > 2 * IOU[HARD]["disc"]


def test_the_words_carry_the_numbers() -> None:
    for way, values in IOU.items():
        said = ", ".join(f"{name} {value:.2f}" for name, value in values.items())
        assert f"{way}: {said}" in finer_than_cells.ALT()
