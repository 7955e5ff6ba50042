"""The hash of everything that a drawing depends on."""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path

from computed_figures.dependencies import Dependencies

_DRAW_WITH = ("matplotlib", "numpy", "pillow")


def fingerprint(name: str, needs: Dependencies, project: Path) -> str:
    """Return 32 hex digits that change whenever the drawing of figure `name` might."""
    digest = hashlib.sha256()
    parts: list[bytes] = [name.encode(), _machinery(), _python().encode()]
    parts += [f"{package} {version}".encode() for package, version in _versions(needs.packages)]
    for file in needs.files:
        parts += [_place(file, project).encode(), file.read_bytes()]
    for part in parts:
        # The length keeps two parts from passing for two others with the border elsewhere.
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:32]


def _place(file: Path, project: Path) -> str:
    return file.relative_to(project).as_posix() if file.is_relative_to(project) else file.name


def _python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


@cache
def _machinery() -> bytes:
    """Hash the code that draws and cleans, once a process: it cannot change while it runs."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).digest()


def _versions(modules: Iterable[str]) -> list[tuple[str, str]]:
    distributions = {*_DRAW_WITH}
    for module in modules:
        distributions.update(_distributions().get(module, ()))
    return [(distribution, _version(distribution)) for distribution in sorted(distributions)]


@cache
def _distributions() -> dict[str, list[str]]:
    """Return module name -> names of the distributions that install it; read once a process."""
    return {module: list(names) for module, names in metadata.packages_distributions().items()}


@cache
def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "absent"
