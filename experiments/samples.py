"""Sample predictions: the first measured scenes side by side, as pictures of a few hundred bytes."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from experiments.measures import LabelMap
from experiments.scenes import Scene
from experiments.settings import Settings

# Any viewer shows the classes apart: the ground dark, then one colour a shape.
_PALETTE = (30, 30, 30, 40, 120, 184, 213, 94, 0, 0, 158, 115, 181, 101, 167)


def store_scenes(folder: Path, scenes: Sequence[Scene], settings: Settings) -> None:
    """Write the pictures as `scenes.png` (grey, from dark to bright) and their labels as `truth.png`."""
    folder.mkdir(parents=True, exist_ok=True)
    images = np.hstack([each.image for each in scenes[: settings.stored_scenes]])
    grey = 255 * (images - images.min()) / (images.max() - images.min())
    Image.fromarray(np.round(grey).astype(np.uint8)).save(folder / "scenes.png", optimize=True)
    store_labels(folder / "truth.png", [each.labels for each in scenes], settings)


def store_labels(file: Path, maps: Sequence[LabelMap], settings: Settings) -> None:
    """Write label maps; a pixel's index into the palette is its label."""
    picture = Image.fromarray(np.hstack(maps[: settings.stored_scenes]))
    picture.putpalette(_PALETTE)
    picture.save(file, optimize=True)


def stored_labels(file: Path, settings: Settings) -> list[NDArray[np.uint8]]:
    """The label maps that `store_labels` wrote, in order."""
    return np.hsplit(np.asarray(Image.open(file), np.uint8), settings.stored_scenes)
