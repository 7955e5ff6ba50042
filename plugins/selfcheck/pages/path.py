"""How a file is named to an author: by its path from the folder of the configuration."""

from __future__ import annotations

import os
from pathlib import Path


def path_from(folder: Path, file: Path) -> str:
    """The path of a file as it is found from `folder`, or its absolute path where that is shorter."""
    absolute = Path(os.path.abspath(folder / file)).as_posix()
    try:
        relative = Path(os.path.relpath(folder / file, folder)).as_posix()
    except ValueError:  # on another drive of Windows
        return absolute
    return min(relative, absolute, key=len)
