"""A hash of the code: what another version of it has made may differ."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

_PACKAGE = Path(__file__).parent
_CODE = (".py", "template.html")
_MAKERS = ("jinja2", "markupsafe", "pydantic")
"""The packages that take part in what is kept."""


@cache
def code_version(folders: tuple[Path, ...] = ()) -> str:
    """A hash of the modules and templates of this package and of other folders, and of what runs them."""
    found = hashlib.sha256(sys.version.encode())
    for name in _MAKERS:
        found.update(f"{name} {version_of(name)}".encode())
    for folder in (_PACKAGE, *folders):
        for file in _files(folder):
            found.update(file.encode())
            with open(file, "rb") as opened:
                found.update(opened.read())
    return found.hexdigest()[:12]


def version_of(package: str) -> str:
    """The version of an installed package; empty where nothing is known of it."""
    try:  # a parse of all else that is said of it is slow
        said = distribution(package).read_text("METADATA") or ""
    except PackageNotFoundError:
        return ""
    found = re.search(r"^Version: *(.*)$", said, re.MULTILINE)
    return found[1] if found else ""


def _files(folder: Path) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders.sort()
        yield from (os.path.join(place, name) for name in sorted(files) if name.endswith(_CODE))
