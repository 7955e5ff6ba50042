"""What one label a cell tells a decoder that knows the shapes, read again with fewer drawn shapes."""

import json

import pytest

from experiments.cell_reading import FILE, reading
from experiments.results import stored

STORED = json.loads(FILE.read_text("utf-8"))


@pytest.mark.parametrize("shape", ["disc", "cross"])
def test_fewer_shapes_read_nearly_as_well(shape: str) -> None:
    again = reading(shape, drawn=6000, new=600)
    assert again["iou"] == pytest.approx(STORED[shape]["iou"], abs=0.04)
    assert STORED[shape]["unknown"] < 0.02


@pytest.mark.parametrize("shape", ["disc", "cross"])
def test_the_network_without_skips_draws_far_better_than_labels_allow(shape: str) -> None:
    for run in stored("two-shapes-long").of("none"):
        assert run.scores.iou[shape] > STORED[shape]["iou"] + 0.2
