"""What values files compute, against what papers, frameworks and paper and pencil say."""

from fractions import Fraction

import pytest

from values import (
    bar,
    chain,
    crop,
    deeplab,
    dilation,
    disc,
    fcn,
    resnet50,
    segnet,
    small_network,
    unet,
    vgg16,
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


def test_unet_has_the_sizes_of_figure_1() -> None:
    assert (unet.tile, unet.output, unet.parameters) == (572, 388, 31030658)
    assert unet.encoder_side == {1: 568, 2: 280, 3: 136, 4: 64}
    assert unet.decoder_side == {1: 392, 2: 200, 3: 104, 4: 56}
    assert unet.kept[1] == pytest.approx(392**2 / 568**2)
    assert (unet.joining[1].concatenated, unet.joining[1].added) == (9 * 128 * 64, 9 * 64 * 64)
    assert unet.weights_for_concatenating == sum(9 * c * c for c in (64, 128, 256, 512))


def test_a_bar_inside_a_column_survives_and_astride_it_is_outvoted() -> None:
    assert (bar.inside, bar.astride, bar.best_astride) == (6 / 8, 0, 6 / 16)
    assert bar.post_share == 5 / 16


def test_stacks_of_dilated_layers_read_the_sums_of_their_offsets() -> None:
    for name, reading in dilation.stacks.items():
        sums = {0}
        for rate in map(int, name.split("-")):
            sums = {at + offset for at in sums for offset in (-rate, 0, rate)}
        assert (reading.reads, reading.size, reading.reach) == (len(sums), 2 * max(sums) + 1, max(sums))
        assert reading.share == pytest.approx((len(sums) / (2 * max(sums) + 1)) ** 2)


def test_a_large_rate_leaves_few_positions_with_all_taps_inside() -> None:
    taps = (-dilation.large.rate, 0, dilation.large.rate)
    side = range(dilation.large.side)
    inside = [at for at in side if all(at + tap in side for tap in taps)]
    assert len(inside) == dilation.large.inside
    assert dilation.large.share == pytest.approx(0.0684, abs=5e-5)  # The share that executed weights have.


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


def test_a_crop_keeps_the_square_of_the_ratio_of_the_sides() -> None:
    assert (crop.before, crop.after, crop.joined) == (10000, 6400, 128)
    assert crop.share == pytest.approx(0.36)
    assert crop.wrong_square == pytest.approx(0.04)


def test_differences_of_quoted_numbers_are_those_that_the_papers_name() -> None:
    assert round(deeplab.gain, 2) == 1.64
    assert (round(deeplab.cost_of_decoder), round(deeplab.cost_of_fine_grid)) == (20, 195)
    assert (round(fcn.first_gain, 1), round(fcn.second_gain, 1)) == (3.0, 0.3)


def test_a_small_disc_pays_more_for_a_pixel() -> None:
    assert disc.iou == {5: float(Fraction(16, 25)), 50: float(Fraction(2401, 2500))}
