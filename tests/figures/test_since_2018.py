"""The page on what came after 2018: its arithmetic, against matrices counted by hand, loops, and papers."""

import numpy as np
import one_click
import pytest
from one_click import MEANT
from patches import CUTS
from patches import LABELS as CLASSES
from queries import LABELS, MASKS, SEGMENTS
from size_and_score import ROWS
from strides_of_networks import WAYS
from vision_transformer import Layer, tokens

from computed_figures.style import INK
from values import masks, since_2018
from values import tokens as token_values


@pytest.mark.parametrize(("number", "width"), [(3, 2), (7, 4), (1024, 768)])
def test_a_layer_costs_what_its_matrix_products_cost(number: int, width: int) -> None:
    by_itself = [(number, width, width)] * 4 + [(number, width, 4 * width), (number, 4 * width, width)]
    among = [(number, width, number), (number, number, width)]
    layer = Layer(number, width)
    assert layer.each == sum(rows * inner * columns for rows, inner, columns in by_itself)
    assert layer.among == sum(rows * inner * columns for rows, inner, columns in among)


def test_pairs_outweigh_the_rest_from_six_widths_of_tokens() -> None:
    assert Layer(token_values.even).each == Layer(token_values.even).among
    assert token_values.share_among[8] < 1 / 2 < token_values.share_among[1]


def test_half_the_patch_is_four_times_the_tokens_and_sixteen_times_the_pairs() -> None:
    assert (tokens(512, 16), tokens(512, 8)) == (1024, 4096)
    assert token_values.pairs[8] == 16 * token_values.pairs[16]
    assert token_values.values_in_patch[16] == token_values.width


def test_every_stage_of_segformer_asks_as_many() -> None:
    assert [stage["keys"] for stage in token_values.pyramid] == [256] * 4
    assert [stage["tokens"] for stage in token_values.pyramid] == [128**2, 64**2, 32**2, 16**2]


def test_the_pixel_that_is_worked_out() -> None:
    assert masks.logit == {"A": 3 + 2 - 3, "B": 3 - 2 - 3, "C": -2}
    assert masks.mask["A"] == pytest.approx(1 / (1 + np.exp(-2)))
    assert masks.score["cat"] == pytest.approx(0.9 * 0.8808 + 0.8 * 0.1192 + 0.02 * 0.1192, abs=1e-4)
    assert masks.score["sofa"] == pytest.approx(0.02 * 0.8808 + 0.05 * 0.1192 + 0.95 * 0.1192, abs=1e-4)


def test_touching_cats_are_one_class_and_two_segments() -> None:
    assert ["".join(name[0] for name in line) for line in LABELS] == ["ssssss", "sccccs", "sccccs", "ssssss"]
    assert ["".join(line) for line in SEGMENTS] == ["CCCCCC", "CAABBC", "CAABBC", "CCCCCC"]
    assert all(mask.shape == (4, 6) for mask in MASKS.values())


@pytest.mark.parametrize("patch", list(CUTS))
def test_mixed_patches_are_those_with_more_than_one_class(patch: int) -> None:
    side = len(CLASSES) // patch
    found = [
        len(np.unique(CLASSES[row * patch : (row + 1) * patch, column * patch : (column + 1) * patch])) > 1
        for row in range(side)
        for column in range(side)
    ]
    assert found == CUTS[patch].mixed.ravel().tolist()


def test_the_regions_that_a_click_may_mean_are_nested() -> None:
    inner, middle, outer = MEANT.values()
    assert not (inner & ~middle).any()
    assert not (middle & ~outer).any()


def test_a_click_is_black_on_white_whatever_the_ink_of_the_page() -> None:
    marks = [
        line.get_color() for axes in one_click.draw().axes for line in axes.lines if line.get_marker() == "o"
    ]
    assert marks == ["white", one_click.DARK] * 4
    assert INK not in marks


def test_strides_are_those_of_papers_and_published_code() -> None:
    ways = {way.name: (way.down, way.up, way.skips) for way in WAYS}
    assert ways["FCN-8s"] == ((2, 4, 8, 16, 32), (16, 8), (16, 8))
    assert ways["U-Net"] == ((1, 2, 4, 8, 16), (8, 4, 2, 1), (8, 4, 2, 1))
    assert ways["DeepLabv3+"] == ((2, 4, 8, 16, 16), (4,), (4,))
    assert ways["MaskFormer"] == ((2, 4, 8, 16, 32), (16, 8, 4), (16, 8, 4))
    assert ways["SegFormer"][0] == (4, 8, 16, 32)


def test_rows_that_page_and_figure_quote_agree() -> None:
    """Several scales bring Swin-B the same from other images beforehand as one scale, within the spread."""
    small, large = (row.miou for row in ROWS if (row.kind, row.backbone) == ("MaskFormer", "Swin-B"))
    assert large - small == pytest.approx(since_2018.gain_by_data, abs=0.4)
    assert (since_2018.sam_grid, since_2018.sam_mask) == (64, 256)
    assert since_2018.photo_step == 16
