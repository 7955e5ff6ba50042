"""Where fields lie, and the questions asked on it: every field found again by walking from pixel to pixel."""

import re
from itertools import product
from pathlib import Path
from typing import Any

import fields_on_photograph
import pytest
import yaml
from early_or_late_stride import CHAINS, EARLY, LATE
from fields_on_photograph import CORNER, FIELDS, OVER
from twelve_pixels import SIDE, WORDS

ROOT = Path(__file__).resolve().parents[2]
Layer = tuple[int, int, int]
"""Kernel, stride and padding."""

VGG: list[Layer] = [
    layer for convolutions in (2, 2, 3, 3, 3) for layer in [(3, 1, 1)] * convolutions + [(2, 2, 0)]
]


def reads(layers: list[Layer], unit: int) -> set[int]:
    """The pixels along one axis that a unit of the last layer reads, layer by layer back to the image."""
    units = {unit}
    for kernel, stride, padding in reversed(layers):
        units = {stride * each - padding + tap for each, tap in product(units, range(kernel))}
    return units


@pytest.fixture(scope="module")
def questions() -> dict[str, Any]:
    file = ROOT / "quizzes/receptive-field.yml"
    return {each["id"]: each for each in yaml.safe_load(file.read_text("utf-8"))["questions"]}


def test_a_stride_that_comes_first_makes_the_second_layer_see_more() -> None:
    assert (EARLY, LATE) == (7, 5)
    for chain in CHAINS:
        layers = [(3, stride, 1) for stride in chain.strides]
        assert set(chain.read) == reads(layers, chain.marked)


def test_the_corner_of_vgg16_begins_where_its_paddings_put_it() -> None:
    seen = reads(VGG, 0)
    assert (min(seen), max(seen)) == CORNER.columns == CORNER.rows == (-90, 121)
    assert CORNER.inside == pytest.approx((sum(pixel >= 0 for pixel in seen) / len(seen)) ** 2)


def test_units_over_a_place_have_the_fields_of_the_table_round_it() -> None:
    assert [each.side for each in FIELDS.values()] == [6, 16, 44, 100, 212]
    step = 1
    for each in FIELDS.values():
        step *= 2
        for place, (first, last) in zip(OVER, (each.columns, each.rows), strict=True):
            assert abs((first + last) / 2 - place) <= step / 2


def test_the_five_chains_stand_in_the_order_of_their_fields(questions: dict[str, Any]) -> None:
    fields = []
    for row in questions["five-chains"]["rows"]:
        layers = [
            (int(kernel), int(stride or 1), 0)
            for kernel, stride in re.findall(r"(\d+)×\d+(?: with stride (\d))?", row["text"])
        ]
        fields.append(len(reads(layers, 0)))
    assert fields == sorted(set(fields)) == [7, 9, 11, 13, 15]


def test_the_lower_left_pixel_is_the_one_that_is_asked_for(questions: dict[str, Any]) -> None:
    layers = [(3, 1, 0), (2, 2, 0), (3, 1, 0)]
    rows, columns = reads(layers, 0), reads(layers, 2)
    asked = questions["corner-of-a-field"]
    (right,) = (each["cells"] for each in asked["regions"] if each.get("correct"))
    assert right == [[min(columns) + 1, max(rows) + 1]]
    assert max(reads(layers, 2)) + 1 == SIDE == asked["grid"]["rows"] == asked["grid"]["columns"]
    for each in asked["regions"]:
        ((column, row),) = each["cells"]
        assert each["name"] == f"column {column}, row {row}"
    assert [row[0] for row in WORDS] == WORDS[0] == [str(number) for number in range(1, SIDE + 1)]


def test_the_gaps_hold_the_paths_of_three_layers(questions: dict[str, Any]) -> None:
    ends = [sum(steps) for steps in product((-1, 0, 1), repeat=3)]
    counts = [ends.count(place) for place in range(-3, 4)]
    gaps = {name: gap["number"] for name, gap in questions["count-the-paths"]["gaps"].items()}
    assert counts == [1, gaps["second"], 6, gaps["middle"], 6, gaps["second-again"], 1]
    assert (gaps["centre"], gaps["edge"]) == (counts[3] ** 2, counts[0] * counts[3])


def test_the_field_of_the_last_map_looks_alike_in_both_pictures() -> None:
    nested, corner = (axes.patches for axes in fields_on_photograph.draw().axes)
    last, again = nested[-1], corner[-1]
    assert last.get_edgecolor() == again.get_edgecolor()
    assert last.get_linestyle() == again.get_linestyle()
