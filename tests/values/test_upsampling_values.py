"""What the lesson on upsampling computes, with paper and pencil."""

from fractions import Fraction
from itertools import pairwise

import pytest

from values import upsampling


def test_the_worked_example_is_what_fractions_give() -> None:
    place = (5 + Fraction(1, 2)) / 4 - Fraction(1, 2)
    assert upsampling.by_middles == float((1 - place) * 2 + place * 8)
    assert upsampling.by_corners == 8 == 2 + Fraction(5 * 3, 15) * (8 - 2)


def test_alignments_part_by_half_a_cell_at_most() -> None:
    assert upsampling.furthest == 15.5 == (32 - 1) / 2


def test_a_row_that_rises_is_even_after_blending_and_not_after_copying() -> None:
    assert set(upsampling.rise["blended"]) == {0.5}
    assert upsampling.rise["copied"] == [1, 0] * 6 + [1]
    assert [-before + after for before, after in pairwise((0, 0, 1, 1, 2, 2))] == [0, 1, 0, 1, 0]


def test_with_weights_of_mean_0_even_overlap_helps_nothing() -> None:
    three, four, shuffle = (upsampling.unequal[name] for name in ("three", "four", "shuffle"))
    assert f"{three:.1f}" == f"{four:.1f}"
    assert shuffle == pytest.approx(four, rel=0.05)
    assert upsampling.median["three"] > 1.5 * upsampling.median["four"]


def test_sizes_are_those_of_the_formula() -> None:
    assert upsampling.doubled == {"kernel_4": 14, "kernel_3": 13, "kernel_3_added": 14}


def test_woven_kernels_stamp_what_woven_maps_hold() -> None:
    assert upsampling.equal == upsampling.compared == 400
    assert upsampling.linear_off == 0


def test_the_numbers_of_the_matching_question() -> None:
    assert [4 + Fraction(1, 4) * 4, 8 - Fraction(1, 4) * 4] == [5, 7]
    assert [round(float(4 + Fraction(step, 3) * 4), 2) for step in range(4)] == [4, 5.33, 6.67, 8]


def test_full_label_maps_gain_what_the_paper_says() -> None:
    assert upsampling.gain_of_full_size == pytest.approx(1.2)
