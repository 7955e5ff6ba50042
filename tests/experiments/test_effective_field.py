"""The measured effective field: complete, and of the shape that random weights alone must give it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from experiments import torch_environment
from experiments.results import results_file
from experiments.torch_environment import requirements
from tools.python_environment import ROOT

NAME = "effective-field"
STORED: dict[str, Any] = json.loads(results_file(NAME).read_text("utf-8"))
SETTINGS = STORED["settings"]
FIELDS = {(each["images"], each["layer"]): each for each in STORED["fields"]}
LAST = "pool5"

# (kernel, stride) of each layer, by the pooling that ends the block: Simonyan and Zisserman 2015, table 1 D.
BLOCKS = {f"pool{block}": [(3, 1)] * (2 if block < 3 else 3) + [(2, 2)] for block in range(1, 6)}


def expected(last: str) -> NDArray[np.float64]:
    """The mean squared gradient along an axis where weights are independent and no layer bends: its shape.

    A 3x3 convolution spreads it in the mean evenly over the pixels that it reads, so does an average of 2x2;
    so it is a convolution of boxes, each as wide as a kernel, with holes of the stride so far.
    """
    shape, jump = np.ones(1), 1
    for block, layers in BLOCKS.items():
        for kernel, stride in layers:
            box = np.zeros((kernel - 1) * jump + 1)
            box[::jump] = 1 / kernel
            shape = np.convolve(shape, box)
            jump *= stride
        if block == last:
            break
    return shape


def deviation(shares: NDArray[np.float64]) -> float:
    places = np.arange(len(shares)) - (len(shares) - 1) / 2
    return float(np.sqrt(shares @ places**2 / shares.sum()))


def both_axes(field: dict[str, Any]) -> NDArray[np.float64]:
    axes = np.asarray([field["across"], field["down"]], float)
    return np.asarray(axes.mean(0))


def test_every_pooling_was_measured_with_every_seed() -> None:
    assert [layer for images, layer in FIELDS if images == "photographs"] == [*BLOCKS]
    assert [images for images, layer in FIELDS if layer == LAST] == ["photographs", "noise", "linear"]
    for field in FIELDS.values():
        assert len(field["deviations"]) == len(field["squares"]) == len(SETTINGS["seeds"]) == 5


def test_nothing_is_wider_than_the_theoretical_field() -> None:
    for (_, layer), field in FIELDS.items():
        assert field["field"] == len(field["across"]) == len(field["down"]) == len(expected(layer))
        assert sum(field["across"]) == pytest.approx(1, abs=0.002)
        assert max(field["squares"]) <= field["field"]


def test_the_stored_profile_has_the_stored_deviation() -> None:
    for field in FIELDS.values():
        assert deviation(both_axes(field)) == pytest.approx(np.mean(field["deviations"]), rel=0.01)


@pytest.mark.parametrize("images", ["linear", "photographs", "noise"])
def test_the_last_field_is_as_wide_as_a_linear_network_must_have_it(images: str) -> None:
    """Within 3 %: five seeds leave a standard error of about 1 %. All pixels alike would give 61 pixels."""
    must = deviation(expected(LAST))
    assert must == pytest.approx(27.64, abs=0.01)
    assert np.mean(FIELDS[images, LAST]["deviations"]) == pytest.approx(must, rel=0.03)
    assert deviation(np.ones(212)) == pytest.approx(61.2, abs=0.1)


@pytest.mark.parametrize("layer", BLOCKS)
def test_relu_and_maximum_leave_width_and_shape(layer: str) -> None:
    """Width within 3 %; of the shape, less than 5 % of the squared gradient stands at another place."""
    measured, must = both_axes(FIELDS["photographs", layer]), expected(layer)
    assert deviation(measured) == pytest.approx(deviation(must), rel=0.03)
    assert np.abs(measured - must).sum() / 2 < 0.05


def test_the_picture_is_that_of_the_profile() -> None:
    plane, cell = np.asarray(STORED["plane"]), STORED["cell_px"]
    field = FIELDS["photographs", LAST]
    for axis, name in enumerate(("across", "down")):
        columns = np.asarray(field[name]).reshape(-1, cell).sum(1)
        drawn = plane.sum(axis) / plane.sum()
        assert np.abs(drawn - columns).max() < 0.001


def test_it_was_made_with_the_pytorch_that_is_pinned_and_stays_small() -> None:
    (pin,) = requirements()
    assert pin == f"torch=={STORED['torch'].partition('+')[0]}"
    assert results_file(NAME).stat().st_size < 40_000


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_seed_repeats(tmp_path: Path) -> None:
    paths = [str(torch_environment.ensure()), str(ROOT / "plugins"), str(ROOT)]
    done = subprocess.run(
        [sys.executable, "-m", "experiments.effective_field", "--seed", "0", "--into", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    again = json.loads(results_file(NAME, tmp_path).read_text("utf-8"))
    assert again["settings"] == {**SETTINGS, "seeds": [0]}
    for field in again["fields"]:
        before = FIELDS[field["images"], field["layer"]]
        # Another processor adds up in another order, and now and then another pixel holds a maximum.
        assert field["deviations"][0] == pytest.approx(before["deviations"][0], rel=0.01)
        assert abs(field["squares"][0] - before["squares"][0]) <= 2
