"""Pictures keep every pixel."""

import base64
import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from computed_figures.pictures import DATA_ADDRESS, smaller

RANDOM = np.random.default_rng(5)
LABELS = RANDOM.choice(np.array([[0, 0, 0, 0], [213, 94, 0, 255], [40, 120, 184, 128]], np.uint8), (30, 40))
NOISE = RANDOM.integers(0, 256, (30, 40, 4), np.uint8)


@pytest.mark.parametrize("pixels", [LABELS, LABELS[:1, :1], NOISE], ids=["few", "one", "many"])
def test_no_pixel_changes(pixels: NDArray[np.uint8]) -> None:
    address = smaller(encoded(pixels))
    assert np.array_equal(decoded(address), pixels)


def test_a_label_map_takes_a_fraction() -> None:
    map_ = np.kron(LABELS[:8, :8, 0], np.ones((32, 32), np.uint8))[..., None] * np.ones(4, np.uint8)
    assert len(smaller(encoded(map_))) < 0.5 * len(encoded(map_))


def test_colours_without_end_take_less_as_webp() -> None:
    ramp = np.add.outer(np.arange(64), np.arange(64))[..., None] * np.array([1, 2, 3, 0]) % 256
    smooth = (ramp + np.array([0, 0, 0, 255])).astype(np.uint8)
    assert smaller(encoded(smooth)).startswith("data:image/webp;")
    assert np.array_equal(decoded(smaller(encoded(smooth))), smooth)


def encoded(pixels: NDArray[np.uint8]) -> str:
    written = io.BytesIO()
    Image.fromarray(pixels).save(written, "png")
    return DATA_ADDRESS + base64.b64encode(written.getvalue()).decode()


def decoded(address: str) -> NDArray[np.uint8]:
    data = base64.b64decode(address.partition(",")[2])
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGBA"))
