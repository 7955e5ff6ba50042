"""Windows and maxima on small maps, the shifted row, space-to-depth and pooling indices."""

import numpy as np
import one_pixel_shift
import pooling_indices
import pytest
import space_to_depth
from hypothesis import given
from hypothesis import strategies as st
from one_pixel_shift import CHANGES, STEPS, STRIDE
from pooling import MAP, pooled, windows
from pooling_indices import INDICES, PLACED, POOLED, unpooled
from space_to_depth import CHANNELS

SIDES = st.integers(1, 4)


@given(side=SIDES, rows=SIDES, columns=SIDES, seed=st.integers(0, 1000))
def test_a_window_holds_its_own_values_in_the_order_of_reading(
    side: int, rows: int, columns: int, seed: int
) -> None:
    values = np.random.default_rng(seed).integers(0, 100, (rows * side + (side > 1), columns * side))
    cut = windows(values, side)
    assert cut.shape == (rows, columns, side**2)
    for row, column in np.ndindex(rows, columns):
        own = [
            int(values[row * side + down, column * side + right])
            for down in range(side)
            for right in range(side)
        ]
        assert cut[row, column].tolist() == own
        assert pooled(values, side)[row, column] == max(own)


def test_the_row_comes_out_as_the_lesson_says() -> None:
    assert [step.pixels[2:6] for step in STEPS] == [[1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]]
    assert [step.pooled for step in STEPS] == [[0, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 0]]


def test_the_pooled_photograph_comes_back_at_multiples_of_the_stride_alone() -> None:
    same = [shift for shift, change in enumerate(CHANGES) if change == 0]
    assert same == [0, STRIDE, 2 * STRIDE]
    assert min(change for change in CHANGES if change) > 1
    assert f"up to {max(CHANGES):.0f} shades" in " ".join(one_pixel_shift.CAPTION.split())


def test_space_to_depth_can_be_undone_and_each_channel_is_one_place() -> None:
    assert [channel.tolist() for channel in CHANNELS] == [
        [[7, 1], [6, 2]],
        [[2, 9], [1, 4]],
        [[4, 8], [3, 7]],
        [[5, 3], [8, 5]],
    ]
    assert np.array_equal(space_to_depth.depth_to_space(CHANNELS), MAP)


def test_maxima_return_to_the_places_that_they_had() -> None:
    assert np.array_equal(PLACED[PLACED > 0], MAP[PLACED > 0])
    assert np.count_nonzero(PLACED) == POOLED.size
    assert INDICES.tolist() == [[0, 1], [3, 2]]


@given(seed=st.integers(0, 1000))
def test_pooling_what_was_unpooled_gives_the_maxima_again(seed: int) -> None:
    generator = np.random.default_rng(seed)
    values, indices = generator.integers(1, 9, (2, 3)), generator.integers(0, 4, (2, 3))
    assert np.array_equal(pooled(unpooled(values, indices), 2), values)


@pytest.mark.parametrize("words", [space_to_depth.ALT(), pooling_indices.ALT()])
def test_the_words_carry_the_map_and_its_maxima(words: str) -> None:
    assert "7 2 1 9 / 4 5 8 3 / 6 1 2 4 / 3 8 7 5" in words
    assert "7 9 / 8 7" in words
