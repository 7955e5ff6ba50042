"""Four representations: their sizes, what each keeps, and what the votes lose."""

from collections import Counter

import label_map
import numpy as np
import pytest
from label_map import ALL, CLASSES, COUNTS, INSIDE, LABELS, PLANES, VOTES
from sklearn.metrics import jaccard_score


def test_the_sizes_are_those_of_vgg_16_and_its_image() -> None:
    assert [each.size for each in ALL] == ["3 × 224 × 224", "224 × 224", "4 × 224 × 224", "7 × 7"]
    assert [each.count for each in ALL] == [
        "150,528 numbers",
        "50,176 labels",
        "200,704 numbers",
        "49 labels",
    ]
    assert [each.cell_size for each in ALL] == [3 * 32**2, 32**2, 4 * 32**2, 1]
    assert [each.cell_count for each in ALL][-1] == "1 label"


def test_planes_and_label_map_say_the_same() -> None:
    assert (PLANES.sum(axis=0) == 1).all()
    assert np.array_equal(PLANES.argmax(axis=0), LABELS)


def test_each_cell_votes_for_its_most_frequent_label() -> None:
    for (row, column), vote in np.ndenumerate(VOTES):
        cell = LABELS[row * 32 : row * 32 + 32, column * 32 : column * 32 + 32]
        tally = Counter(cell.ravel().tolist())
        assert tally[int(vote)] == max(tally.values())
        assert [tally[index] for index in range(len(CLASSES))] == COUNTS[:, row, column].tolist()


def test_the_marked_cell_holds_every_class_and_names_the_cup() -> None:
    assert set(np.unique(LABELS[INSIDE])) == set(range(len(CLASSES)))
    assert label_map.WINNER == "cup"


def test_what_is_lost_agrees_with_scikit_learn() -> None:
    back = np.kron(VOTES, np.ones((32, 32), int))
    assert np.count_nonzero(back != LABELS) == label_map.WRONG
    scores = jaccard_score(LABELS.ravel(), back.ravel(), average=None)
    assert list(label_map.IOU.values()) == pytest.approx(scores.tolist())
    assert min(label_map.IOU, key=label_map.IOU.__getitem__) == "spoon"


def test_the_sizes_in_the_question_on_a_herd() -> None:
    assert (320 // 16, 480 // 16) == (20, 30)
    assert (20 * 30, 320 * 480) == (600, 153_600)


def test_the_words_carry_the_measured_numbers() -> None:
    assert f"{label_map.WRONG:,} of 50,176 pixels are wrong" in label_map.ALT()
    caption = label_map.CAPTION.replace("\n", " ")
    assert f"{100 * label_map.WRONG / 224**2:.0f}\u00a0% of the pixels" in caption
    assert f"spoon {label_map.IOU['spoon']:.2f}" in label_map.ALT()
    assert "Of the 8 cells that hold a part of the spoon, 1 says so" in caption
