"""The names of scripts and styles in a built site."""

from __future__ import annotations

import re

FOLDER = "assets/selfcheck"
"""The folder of the files."""

_FILE = re.compile(rf"{FOLDER}/[\w-]+\.[0-9a-f]{{8}}\.(?:js|css)")


def is_asset(path: str) -> bool:
    """Whether a path in a site is that of a script or a style of ours, in this version or another."""
    return _FILE.fullmatch(path) is not None
