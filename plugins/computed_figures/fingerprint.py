"""The hash of everything that a drawing or a value depends on."""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from selfcheck.pages import numeral


def fingerprint(name: str, files: Iterable[Path], project: Path) -> str:
    """Return 32 hex digits that change whenever what the file called `name` makes from `files` might."""
    digest = hashlib.sha256()
    parts = [name.encode(), machinery(), _environment()]
    for file in files:
        parts += [_place(file, project).encode(), file.read_bytes()]
    for part in parts:
        # The length keeps two parts from passing for two others with the border elsewhere.
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:32]


def _place(file: Path, project: Path) -> str:
    return file.relative_to(project).as_posix() if file.is_relative_to(project) else file.name


def machinery() -> bytes:
    """Hash the code that draws, cleans and writes values as it is saved now: it may change under `serve`."""
    # Emacs leaves links that lead nowhere beside what is being edited.
    own = [file for file in sorted(Path(__file__).parent.rglob("*.py")) if file.is_file()]
    files = [*own, Path(numeral.__file__)]
    return _hashed(tuple((file, _state(file)) for file in files))


def _state(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=1)
def _hashed(files: tuple[tuple[Path, tuple[int, int]], ...]) -> bytes:
    """Hash the files, once for each state: a process asks for every figure."""
    return hashlib.sha256(b"".join(file.read_bytes() for file, _ in files)).digest()


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
