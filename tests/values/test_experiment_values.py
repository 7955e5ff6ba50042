"""What lessons say of the skip experiment, counted again from what is stored."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from values import bar, coarse_cells, resnet50, skip_experiment, unet

STORED = Path(__file__).parents[2] / "experiments" / "results"


def _strip(name: str) -> list[list[int]]:
    pixels: list[list[int]] = np.asarray(Image.open(STORED / "two-shapes" / f"{name}.png")).tolist()
    return pixels


@pytest.mark.parametrize(("label", "name"), [(0, "ground"), (1, "disc"), (2, "cross")])
def test_the_network_drew_what_its_stored_pixels_say(label: int, name: str) -> None:
    pairs = [
        (true == label, drawn == label)
        for rows in zip(_strip("truth"), _strip("none"), strict=True)
        for true, drawn in zip(*rows, strict=True)
    ]
    both = sum(true and drawn for true, drawn in pairs)
    assert coarse_cells.network[name] == pytest.approx(both / sum(true or drawn for true, drawn in pairs))


@pytest.mark.parametrize(("label", "name"), [(0, "ground"), (1, "disc"), (2, "cross")])
def test_no_number_of_the_fullest_cells_overlaps_better(label: int, name: str) -> None:
    truth = _strip("truth")
    counts = [
        sum(truth[row + down][column + right] == label for down in range(8) for right in range(8))
        for row in range(0, len(truth), 8)
        for column in range(0, len(truth[0]), 8)
    ]
    fullest = sorted(counts, reverse=True)
    reached = [
        sum(fullest[:filled]) / (64 * filled + sum(fullest[filled:])) for filled in range(1, len(fullest) + 1)
    ]
    assert coarse_cells.best[name] == pytest.approx(max(reached))


@pytest.mark.parametrize(
    ("setting", "name"),
    [("two", "two-shapes"), ("four", "four-shapes"), ("noisy", "noisy-discs-shallow")],
)
def test_means_and_spreads_are_those_of_the_stored_summary(setting: str, name: str) -> None:
    summary = json.loads((STORED / f"{name}.json").read_text("utf-8"))["summary"]
    for variant, reached in getattr(skip_experiment, setting).items():
        mean, spread = summary[variant]["mean_iou"]
        assert (reached.mean_iou.mean, reached.mean_iou.deviation) == pytest.approx((mean, spread))


def test_fields_are_those_of_araujo_and_others_and_of_a_gradient() -> None:
    assert resnet50.field == {"1x1": 483, "3x3": 427}
    assert unet.field_of_narrow_end == 140


def test_the_bar_is_worth_filling_and_its_neighbours_are_not() -> None:
    assert 0 < bar.threshold < 3 / 8
    assert bar.threshold == pytest.approx(6 / 22)
