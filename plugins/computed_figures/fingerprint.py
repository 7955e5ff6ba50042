"""The hash of everything that a drawing or a value depends on."""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from selfcheck.pages import numeral


def fingerprint(name: str, files: Iterable[Path], project: Path) -> str:
    """Return 32 hex digits that change whenever what the file called `name` makes from `files` might."""
    digest = hashlib.sha256()
    parts = [name.encode(), _machinery(), _environment()]
    for file in files:
        parts += [_place(file, project).encode(), file.read_bytes()]
    for part in parts:
        # The length keeps two parts from passing for two others with the border elsewhere.
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:32]


def _place(file: Path, project: Path) -> str:
    return file.relative_to(project).as_posix() if file.is_relative_to(project) else file.name


@cache
def _machinery() -> bytes:
    """Hash the code that draws, cleans and words, once a process: it cannot change while it runs."""
    files = [*sorted(Path(__file__).parent.rglob("*.py")), Path(numeral.__file__)]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).digest()


@cache
def _environment() -> bytes:
    """Name Python and every installed distribution with its version, once a process.

    All of them, because a figure also depends on what its packages depend on; by the names of their metadata
    folders alone, because to ask which of them a module belongs to takes longer than a page takes to render.
    """
    installed = {
        folder.name
        for path in sys.path
        if Path(path).is_dir()
        for folder in Path(path).iterdir()
        if folder.suffix in {".dist-info", ".egg-info"}
    }
    return "\n".join([f"{sys.version_info.major}.{sys.version_info.minor}", *sorted(installed)]).encode()
