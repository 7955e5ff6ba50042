"""What values files compute, against what papers, frameworks and paper and pencil say."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from scipy import ndimage, signal

from maskmetrics import cell_shares, enlarged, spread
from values import (
    bar,
    border,
    chain,
    crop,
    deeplab,
    dilation,
    disc,
    enlarging,
    fcn,
    output_stride,
    rate_for_stride,
    receptive_field,
    resnet50,
    segnet,
    small_network,
    unet,
    vgg16,
    view,
)


def test_vgg16_has_the_maps_of_its_paper_and_the_fields_of_araujo_and_others() -> None:
    assert vgg16.side == [224, 112, 56, 28, 14, 7]
    assert vgg16.channels == [3, 64, 128, 256, 512, 512]
    assert vgg16.field == [1, 6, 16, 44, 100, 212]
    assert (vgg16.numbers[0], vgg16.numbers[-1]) == (150528, 25088)
    assert (vgg16.fewer_positions, vgg16.fewer_numbers) == (1024, 6)
    assert (vgg16.convolutions, vgg16.columns_of_512, vgg16.layers_at_stride_one) == (13, 16, 106)
    assert vgg16.parameters == 138357544  # torchvision's vgg16


def test_a_dilated_resnet50_keeps_the_parameters_that_torchvision_counts() -> None:
    assert set(resnet50.parameters.values()) == {23508032}
    assert resnet50.side == {32: 7, 16: 14, 8: 28}
    assert resnet50.stride == {32: 32, 16: 16, 8: 8}
    assert resnet50.more_positions == 16
    assert resnet50.last_megabytes[8] == 2048 * 28 * 28 * 4 / 1e6 == 16 * resnet50.last_megabytes[32]


def test_the_maps_of_a_resnet50_take_as_much_memory_as_the_table_of_its_paper_says() -> None:
    """Stem, then three convolutions a block and a shortcut a stage, on the sides of table 1."""
    stages = zip((64, 128, 256, 512), (56, 28, 14, 7), (3, 4, 6, 3), strict=True)
    numbers = 64 * 112**2
    for stage, (width, side, blocks) in enumerate(stages):
        before = side if stage == 0 else 2 * side  # the first 1x1 of a stage still has the side of the last
        numbers += width * before**2 + (blocks - 1) * width * side**2
        numbers += blocks * (width + 4 * width) * side**2 + 4 * width * side**2
    assert resnet50.all_megabytes[32] == pytest.approx(numbers * 4 / 1e6)
    assert resnet50.more_memory == pytest.approx(2.27, abs=0.01)


def test_a_corner_of_vgg16_sees_half_of_each_side() -> None:
    """Walk back from one position of the last map, clipped at the borders of every map."""
    for unit, seen in ((0, view.corner), (6, view.corner), (3, view.middle)):
        first = last = unit
        side = 7
        for convolutions in (3, 3, 3, 2, 2):
            first, last, side = 2 * first, 2 * last + 1, 2 * side
            for _ in range(convolutions):
                first, last = max(first - 1, 0), min(last + 1, side - 1)
        assert last - first + 1 == seen
    assert (view.corner, view.middle, view.units) == (122, 212, 7)


def test_four_convolutions_lie_on_the_way_of_the_finest_skip() -> None:
    assert (view.finest_skip, view.through_finest_skip) == (5, 9)


def test_unet_has_the_sizes_of_figure_1() -> None:
    assert (unet.tile, unet.output, unet.parameters) == (572, 388, 31030658)
    assert unet.encoder_side == {1: 568, 2: 280, 3: 136, 4: 64}
    assert unet.decoder_side == {1: 392, 2: 200, 3: 104, 4: 56}
    assert unet.kept[1] == pytest.approx(392**2 / 568**2)
    assert (unet.joining[1].concatenated, unet.joining[1].added) == (9 * 128 * 64, 9 * 64 * 64)
    assert unet.weights_for_concatenating == sum(9 * c * c for c in (64, 128, 256, 512))


def test_a_bar_inside_a_column_survives_and_astride_it_is_outvoted() -> None:
    assert (bar.inside, bar.astride, bar.best_astride) == (6 / 8, 0, 6 / 16)
    assert (bar.inside_shares, bar.astride_shares) == (1, 0)
    assert bar.post_share == 5 / 16


def test_a_border_is_as_far_off_as_the_worst_of_many_places_within_a_cell() -> None:
    side, cells, off = 200, 6, []
    for cut in range(side):
        truth = np.array([np.arange(cells * side) >= 2 * side + cut])
        shares = cell_shares(truth, side)
        drawn = [spread(shares > 0.5, side, (1, truth.size)), enlarged(shares, side, (1, truth.size)) > 0.5]
        off.append([abs(int(each.sum()) - int(truth.sum())) / side for each in drawn])
    assert np.max(off, axis=0) == pytest.approx([border.label, border.shares], abs=1 / side)


def test_stacks_of_dilated_layers_read_the_sums_of_their_offsets() -> None:
    for name, reading in dilation.stacks.items():
        sums = {0}
        for rate in map(int, name.split("-")):
            sums = {at + offset for at in sums for offset in (-rate, 0, rate)}
        assert (reading.reads, reading.size, reading.reach) == (len(sums), 2 * max(sums) + 1, max(sums))
        assert reading.share == pytest.approx((len(sums) / (2 * max(sums) + 1)) ** 2)


def read_in_the_plane(rates: Iterable[int], *start: int) -> set[tuple[int, int]]:
    """The positions that one output reads, layer after layer."""
    read = {(start[0], start[1])}
    for rate in rates:
        taps = list(product((-rate, 0, rate), repeat=2))
        read = {(row + down, column + across) for row, column in read for down, across in taps}
    return read


def test_neighbours_share_what_both_of_them_read() -> None:
    for name, reading in dilation.stacks.items():
        rates = [int(rate) for rate in name.split("-")]
        own, next_to_it = read_in_the_plane(rates, 0, 0), read_in_the_plane(rates, 0, 1)
        assert (reading.pixels_read, reading.pixels_shared) == (len(own), len(own & next_to_it))
    assert dilation.stacks["2-2-2"].pixels_shared == 0
    assert dilation.stacks["2-2-2-1"].reads == dilation.stacks["2-2-2-1"].size


def test_what_neighbours_read_of_the_image_overlaps_and_has_no_gap() -> None:
    """A position after VGG-16's third pooling sees 44 pixels, and the next one begins 8 further."""
    first, second = (
        {8 * at + pixel for at in range(start - 6, start + 7, 2) for pixel in range(44)} for start in (0, 1)
    )
    image = dilation.in_the_image
    assert (image.reads, image.size, image.pixels_shared) == (
        len(first),
        140,
        len(first & second) * len(first),
    )
    assert image.reads == image.size


def test_a_rate_makes_up_for_a_stride_to_the_last_digit() -> None:
    assert rate_for_stride.equal == {1: 0, 2: rate_for_stride.compared}
    assert rate_for_stride.compared == 4 * 17 * 17


def test_a_pooling_may_lose_its_stride_and_not_its_window() -> None:
    assert rate_for_stride.pooled_equal == {"kept": rate_for_stride.pooled_compared, "dropped": 0}
    assert rate_for_stride.pooled_compared == 4 * 16 * 16
    values = rate_for_stride.IMAGE
    for stride in (1, 2):
        expected = ndimage.maximum_filter(values, (1, 2, 2), origin=(0, -1, -1))[:, :-1:stride, :-1:stride]
        assert np.array_equal(rate_for_stride.maxima(values, stride), expected)


def test_stripes_are_averaged_by_odd_rates_alone() -> None:
    """Along a row that is long enough for its middle not to see the ends."""
    for name, contrast in dilation.stripes.items():
        row = np.arange(200) % 2.0
        for rate in map(int, name.split("-")):
            row = (np.roll(row, rate) + row + np.roll(row, -rate)) / 3
        assert abs(row[100] - row[101]) == pytest.approx(float(contrast))
    assert (dilation.stripes["2-2-2"], dilation.stripes["1-2-4"]) == (Fraction(1), Fraction(1, 3))


@pytest.mark.parametrize("rate", [1, 2])
def test_a_convolution_is_what_scipy_computes(rate: int) -> None:
    values, weights = rate_for_stride.IMAGE, rate_for_stride.WEIGHTS[0]
    for channel, kernels in enumerate(weights):
        spread = np.zeros((len(kernels), 2 * rate + 1, 2 * rate + 1), np.int64)
        spread[:, ::rate, ::rate] = kernels
        expected = sum(
            signal.correlate2d(plane, kernel, mode="same")
            for plane, kernel in zip(values, spread, strict=True)
        )
        found = rate_for_stride.convolved(values, weights, rate=rate)[channel]
        assert np.array_equal(found, expected)


def test_a_large_rate_leaves_few_positions_with_all_taps_inside() -> None:
    taps = (-dilation.large.rate, 0, dilation.large.rate)
    side = range(dilation.large.side)
    inside = [at for at in side if all(at + tap in side for tap in taps)]
    assert len(inside) == dilation.large.inside
    assert dilation.large.share == pytest.approx(0.0684, abs=5e-5)  # The share that executed weights have.


def test_a_rate_as_large_as_the_map_reads_only_its_middle_tap() -> None:
    side = range(dilation.large.side)
    assert not any(at + tap in side for at in side for tap in (-dilation.large.side, dilation.large.side))


def test_pooling_indices_take_two_bits_a_value() -> None:
    assert (segnet.bits, segnet.ratio) == (2, 64)
    assert segnet.index_bytes == 64 * 112 * 112 / 4
    assert segnet.map_bytes == 64 * 224 * 224 * 4


def test_the_small_network_halves_four_times_and_comes_back() -> None:
    assert small_network.shape["encoder4"] == "128×8×8"
    assert small_network.numbers["scores"] == 21 * 128 * 128
    assert (small_network.narrowest, small_network.widening) == (8192, 42)


def test_chains_multiply_their_strides_and_add_their_views() -> None:
    assert (int(chain.stride), chain.side) == (8, 28)
    assert 2 * chain.layers + 1 == chain.seen
    assert (chain.padded_row, chain.bare_row) == (len(range(0, 12 - 2, 2)), len(range(0, 10 - 2, 2)))


def test_a_crop_keeps_the_square_of_the_ratio_of_the_sides() -> None:
    assert (crop.before, crop.after) == (10000, 6400)
    assert crop.share == pytest.approx(0.36)
    assert crop.wrong_square == pytest.approx(0.04)


def test_differences_of_quoted_numbers_are_those_that_the_papers_name() -> None:
    assert round(deeplab.gain, 2) == 1.64
    assert (round(deeplab.cost_of_decoder), round(deeplab.cost_of_fine_grid)) == (20, 195)
    both = round(deeplab.gain_at_8, 2), round(deeplab.gain_of_fine_grid_with_decoder, 2)
    assert (round(deeplab.gain_of_fine_grid, 2), round(deeplab.lead_of_decoder, 2), *both) == (
        1.3,
        0.34,
        0.84,
        0.5,
    )
    assert output_stride.mean_iou[8] > output_stride.mean_iou[16] > output_stride.mean_iou[32]
    assert (round(fcn.first_gain, 1), round(fcn.second_gain, 1)) == (3.0, 0.3)


def test_a_small_disc_pays_more_for_a_pixel() -> None:
    assert disc.iou == {5: float(Fraction(16, 25)), 50: float(Fraction(2401, 2500))}


def test_a_mask_mirrored_in_every_cell_is_another_mask() -> None:
    assert enlarging.same_shares["spoon"] < enlarging.same_shares["cup"] < 0.9
    assert enlarging.iou["interpolated"]["cup"] > 0.95
    assert 0 < enlarging.threshold["spoon"] < 0.5


def test_nothing_outside_its_field_changes_a_unit_and_everything_inside_can() -> None:
    assert receptive_field.changed == 0
    assert receptive_field.replaced == 91**2 - 31**2
    assert receptive_field.acting == receptive_field.pixels == 31**2


def test_a_walk_through_the_first_layers_of_vgg16() -> None:
    """Araujo, Norris and Sim 2019, and the gradients of an executed network at the poolings."""
    assert [*receptive_field.size.values()] == [3, 5, 6, 10, 14, 16]
    assert [*receptive_field.step.values()] == [1, 1, 2, 2, 2, 4]
    assert receptive_field.start == {"pool1": 0.5, "pool2": 1.5, "pool5": 15.5}
    assert (receptive_field.last, receptive_field.begins) == ({"size": 212, "step": 32}, 90)


def test_four_times_the_layers_widen_the_bell_twice() -> None:
    assert receptive_field.spread[24] == pytest.approx(2 * receptive_field.spread[6]) == pytest.approx(4)
    assert receptive_field.twice_the_layers == pytest.approx(2**0.5)
    assert receptive_field.spread_of_strided == pytest.approx((2 / 3 * (1 + 4 + 16 + 64)) ** 0.5)
