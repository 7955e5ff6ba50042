"""Masks, label maps and settings for the explorer of masks and metrics."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from explorers.mask_metrics.offer import NUMBERS
from explorers.mask_metrics.settings import Settings
from maskmetrics import Mask

PAN = """
........................
....#####...............
...#######..............
...#######..............
...##############.......
...#######..............
...#######............22
....#####.............22
......................22
222.....................
222.....................
222.....................
"""
"""A disc with a handle one pixel wide (label 1), and two corners (label 2)."""


def pan() -> NDArray[np.int64]:
    """The label map that is drawn above."""
    rows = PAN.split()
    return np.array([[".#2".index(sign) for sign in row] for row in rows])


def png(labels: NDArray[np.int64], mode: str = "L") -> bytes:
    """An image with these labels."""
    file = io.BytesIO()
    Image.fromarray(labels.astype(np.uint8)).convert(mode).save(file, "PNG")
    return file.getvalue()


def grey_png(labels: NDArray[np.int64], bits: int) -> bytes:
    """A greyscale image of 2, 4 or 8 bits a pixel, which Pillow reads but does not write."""
    rows, columns = labels.shape
    at = np.arange(bits - 1, -1, -1)
    lines = np.packbits((labels[:, :, None] >> at & 1).reshape(rows, -1), axis=1)
    data = b"".join(b"\0" + line.tobytes() for line in lines)  # 0: a line that is not filtered
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", columns, rows, bits, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(data)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part))
        for name, part in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def settings(**changed: int) -> Settings:
    """Nothing changed and a tolerance of 1, but for what is said."""
    usual = {name: number.value for name, number in NUMBERS.items()}
    return Settings(**{**usual, **changed})


def many(count: int, seed: int = 0) -> list[tuple[Mask, Settings]]:
    """Masks and settings at random: blobs and speckles of many sizes, a few of them empty or full."""
    chance = np.random.default_rng(seed)
    return [(_mask(chance, at), _settings(chance, at)) for at in range(count)]


def _mask(chance: np.random.Generator, at: int) -> Mask:
    rows, columns = chance.integers(1, 30, 2)
    noise = chance.random((rows, columns))
    if at % 3:
        noise = ndimage.gaussian_filter(noise, chance.choice([0.7, 1.5, 3]))
    threshold = chance.choice([-1, 2]) if at % 20 == 0 else np.quantile(noise, chance.random())
    mask: Mask = noise > threshold
    return mask


def _settings(chance: np.random.Generator, at: int) -> Settings:
    """Most near to where controls usually go, every fourth anywhere within the limits."""
    reach = {name: number.limit if at % 4 == 0 else number.usual for name, number in NUMBERS.items()}
    return Settings(**{name: int(chance.integers(low, high + 1)) for name, (low, high) in reach.items()})


def in_script(each: Settings) -> dict[str, Any]:
    """The settings as the script has them."""
    return {name: getattr(each, name) for name in NUMBERS}
