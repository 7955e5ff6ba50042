"""Whole cells and the network: the pictures are the stored ones and the numbers the lesson's."""

import finer_than_cells
import numpy as np
import pytest
from finer_than_cells import BEST, CELL, CELLS, NAMES, NETWORK, TRUTH

from maskmetrics import iou
from values import coarse_cells


def test_the_numbers_are_those_that_the_lesson_has() -> None:
    assert coarse_cells.cell == CELL
    for name in NAMES:
        assert BEST[name] == pytest.approx(coarse_cells.best[name])
        assert NETWORK[name] == pytest.approx(coarse_cells.network[name])


def test_every_cell_that_is_drawn_has_one_label() -> None:
    cells = CELLS.reshape(CELLS.shape[0] // CELL, CELL, CELLS.shape[1] // CELL, CELL)
    assert np.array_equal(cells.min(axis=(1, 3)), cells.max(axis=(1, 3)))


def test_no_class_is_drawn_better_than_its_best() -> None:
    for label, name in enumerate(NAMES, 1):
        assert iou(label == TRUTH, label == CELLS) <= BEST[name] + 1e-12


def test_the_words_carry_the_numbers() -> None:
    for name in NAMES:
        said = f"{name} {BEST[name]:.2f} with cells and {NETWORK[name]:.2f} with the network"
        assert said in finer_than_cells.ALT()
