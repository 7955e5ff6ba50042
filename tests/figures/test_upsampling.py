"""Ways to enlarge a map, against Pillow, SciPy and sums written out, and what the figures say of them."""

from collections import Counter

import checkerboard
import enlargers
import four_stamps
import labels_between
import numpy as np
import overlap
import pixel_shuffle
import pytest
import row_enlarged
import transposed_convolution
import two_alignments
from enlargers import fitted
from matplotlib.colors import to_hex
from PIL import Image
from scipy import ndimage, signal

from convarith import TransposedConvolution

RANDOM = np.random.default_rng(6)


def test_blending_by_middles_is_what_pillow_does() -> None:
    values = RANDOM.random((5, 7)).astype(np.float32)
    expected = Image.fromarray(values).resize((28, 20), Image.Resampling.BILINEAR)
    assert enlargers.blended(values, 20, 28) == pytest.approx(np.asarray(expected), abs=1e-5)


def test_blending_with_aligned_corners_is_what_scipy_does() -> None:
    values = RANDOM.random((5, 7))
    at = np.meshgrid(np.linspace(0, 4, 20), np.linspace(0, 6, 28), indexing="ij")
    expected = ndimage.map_coordinates(values, at, order=1)
    assert enlargers.blended(values, 20, 28, aligned=True) == pytest.approx(expected)


@pytest.mark.parametrize(("kernel", "stride"), [(3, 2), (4, 2), (5, 3)])
def test_a_transposed_convolution_spreads_the_map_and_convolves_it(kernel: int, stride: int) -> None:
    """Zeros between the numbers, then a full convolution; the size is convarith's."""
    values, weights = RANDOM.integers(-5, 6, (4, 6)), RANDOM.integers(-5, 6, (kernel, kernel))
    spread = np.zeros((3 * stride + 1, 5 * stride + 1), np.int64)
    spread[::stride, ::stride] = values
    found = enlargers.transposed(values, weights, stride)
    assert np.array_equal(found, signal.convolve2d(spread, weights))
    assert found.shape[0] == TransposedConvolution(kernel=kernel, stride=stride).output_size(4)


def test_it_is_the_transpose_of_a_convolution() -> None:
    """The matrix of a convolution with stride 2, row for row, turned over."""
    kernel, outputs = RANDOM.integers(-5, 6, 3), 4
    table = np.zeros((outputs, 2 * (outputs - 1) + 3))
    for row in range(outputs):
        table[row, 2 * row : 2 * row + 3] = kernel
    values = RANDOM.integers(-5, 6, outputs)
    assert np.array_equal(enlargers.transposed(values, kernel, 2), table.T @ values)


@pytest.mark.parametrize("stride", [2, 3, 4, 5])
def test_linear_weights_interpolate(stride: int) -> None:
    values, padding = RANDOM.random(9), stride // 2
    found = enlargers.transposed(values, enlargers.linear_kernel(stride), stride, padding)
    expected = enlargers.blended(values, len(values) * stride)
    assert found[stride:-stride] == pytest.approx(expected[stride:-stride])


def test_pixel_shuffle_puts_each_channel_at_one_place_of_all_blocks() -> None:
    channels = RANDOM.random((9, 2, 4))
    found = enlargers.shuffled(channels, 3)
    for channel, numbers in enumerate(channels):
        assert np.array_equal(found[channel // 3 :: 3, channel % 3 :: 3], numbers)
    assert Counter(pixel_shuffle.WOVEN.ravel().tolist()) == Counter(range(16))


def test_a_transposed_convolution_stamps_and_adds() -> None:
    assert transposed_convolution.UNEVEN.result.tolist() == [2, 4, 7, 10, 6, 2, 1]
    assert transposed_convolution.EVEN.result.tolist() == [2, 6, 11, 17, 16, 8, 3, 1]
    assert transposed_convolution.UNEVEN.overlap == [1, 1, 2, 1, 2, 1, 1]
    assert transposed_convolution.EVEN.overlap == [1, 1, 2, 2, 2, 2, 1, 1]


@pytest.mark.parametrize(("kernel", "stride"), overlap.SETTINGS)
def test_counts_multiply_along_rows_and_columns(kernel: int, stride: int) -> None:
    """Per axis as PyTorch gives them: 2 1 for kernel 3 and stride 2, 2 2 for 4 and 2, 2 2 1 for 5 and 3."""
    period = {(3, 2): [2, 1], (4, 2): [2, 2], (5, 3): [2, 2, 1]}[kernel, stride]
    axis = np.array([period[place % stride] for place in range(overlap.SHOWN)])
    assert np.array_equal(overlap.COUNTS[kernel, stride], np.outer(axis, axis))


def test_the_middle_of_four_stamps_is_reached_by_all() -> None:
    assert four_stamps.COUNTS == [
        [1, 1, 2, 1, 1],
        [1, 1, 2, 1, 1],
        [2, 2, 4, 2, 2],
        [1, 1, 2, 1, 1],
        [1, 1, 2, 1, 1],
    ]


def test_unequal_sums_of_weights_draw_the_chessboard_and_equal_ones_do_not() -> None:
    for name, found in checkerboard.OUT.items():
        blocks = {found[row::2, column::2].round(9).ravel()[0] for row in (0, 1) for column in (0, 1)}
        assert all(np.ptp(found[row::2, column::2]) < 1e-9 for row in (0, 1) for column in (0, 1))
        assert (len(blocks) == 1) == (abs(checkerboard.contrast(found)) < 1e-9), name
    random = ("kernel 3", "kernel 4", "pixel shuffle")
    assert [name for name, least in checkerboard.LEAST.items() if least > 0.01] == list(random)
    assert checkerboard.MEDIAN["kernel 3"] > 1.5 * checkerboard.MEDIAN["kernel 4"]


@pytest.mark.parametrize("side", [3, 4])
def test_sums_of_weights_are_what_an_even_map_becomes(side: int) -> None:
    sums = checkerboard.sums_of_mean_0(np.random.default_rng(7))[f"kernel {side}"]
    random = np.random.default_rng(7)
    kernels = {each: random.standard_normal((each, each)) for each in (3, 4)}
    block = checkerboard.inner(enlargers.transposed(checkerboard.EVEN, kernels[side], 2))[:2, :2]
    assert sorted(block.ravel()) == pytest.approx(sorted(sums))
    assert checkerboard.unequal(sums) == pytest.approx(
        (max(sums) - min(sums)) / (sum(each**2 for each in sums) / 4) ** 0.5
    )


def test_of_many_more_draws_even_overlap_has_the_same_median() -> None:
    drawn = [checkerboard.sums_of_mean_0(np.random.default_rng(seed)) for seed in range(1000, 5000)]
    medians = [np.median([checkerboard.unequal(each[name]) for each in drawn]) for name in drawn[0]]
    assert medians == pytest.approx([checkerboard.UNEQUAL["kernel 4"]] * 3, rel=0.05)


@pytest.mark.parametrize("side", [3, 4])
def test_no_other_kernel_brings_the_photograph_back_better(side: int) -> None:
    best = fitted.best_kernel(side, 1)
    assert all(
        fitted.error(best + 0.02 * RANDOM.standard_normal(best.shape), 1) > fitted.error(best, 1)
        for _ in range(5)
    )
    out = checkerboard.inner(enlargers.transposed(checkerboard.EVEN, best, 2))
    assert checkerboard.contrast(out) < 0.01 < checkerboard.MEDIAN[f"kernel {side}"] / 20


def test_each_alignment_fits_one_kind_of_cells() -> None:
    (by_middles, by_corners), (middles, corners) = two_alignments.SCORES.values()
    assert by_middles > 0.9 > 0.2 > by_corners
    assert corners > 0.5 > 0.3 > middles
    drawn, truth = two_alignments.SHARES.drawn(aligned=True), two_alignments.SHARES.truth
    assert drawn.sum() > truth.sum()
    assert drawn[112 - 30 : 112 + 30, 112 - 30 : 112 + 30].mean() == pytest.approx(
        truth[82:142, 82:142].mean(), abs=0.01
    )


def test_blended_labels_name_classes_that_no_cell_around_has() -> None:
    """Pixel by pixel."""
    small, wrong = labels_between.SMALL, 0
    for row, column in np.ndindex(labels_between.BLENDED.shape):
        at = [min(max((place + 0.5) / 16 - 0.5, 0), 13) for place in (row, column)]
        around = {
            small[r, c] for r in {int(at[0]), -int(-at[0] // 1)} for c in {int(at[1]), -int(-at[1] // 1)}
        }
        wrong += labels_between.BLENDED[row, column] not in around
    assert wrong == labels_between.INVENTED["label numbers blended"].sum()
    assert [int(each.sum()) for each in labels_between.INVENTED.values()][::2] == [0, 0]


def test_putting_back_fills_one_place_a_window() -> None:
    back = row_enlarged.WAYS["put back (unpooling)"]
    assert (back != 0).reshape(-1, row_enlarged.WINDOW).sum(axis=1).tolist() == [1, 1, 1, 1]
    assert np.array_equal(back[back != 0], row_enlarged.ROW[back != 0])
    assert not any(np.array_equal(values, row_enlarged.ROW) for values in row_enlarged.WAYS.values())


def test_no_line_joins_the_numbers_that_are_put_back() -> None:
    """A line would say that something lies between them, where there are zeros."""
    dots = [line for line in row_enlarged.draw().axes[-1].lines if line.get_marker() == "o"]
    assert [line.get_linestyle() for line in dots] == ["None"]


def test_no_colour_of_the_rulers_means_something_else_in_the_bars() -> None:
    rulers, *bars = two_alignments.draw().axes
    marks = {to_hex(line.get_color()) for line in rulers.lines}
    fills = {to_hex(patch.get_facecolor()) for axes in bars for patch in axes.patches}
    assert fills
    assert not marks & fills
