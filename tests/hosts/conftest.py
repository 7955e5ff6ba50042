"""The hosts, each in a clean environment with the wheel, and file trees to build."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.hosts import installation
from tests.hosts.host import Host
from tests.pages.tree import Draw, write_tree


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def wheel(shared: Path) -> Path:
    """The wheel of this checkout."""
    (file,) = installation.once(shared / "wheel", installation.build_wheel).glob("*.whl")
    return file


@pytest.fixture(scope="session")
def host_named(shared: Path, wheel: Path) -> Callable[[str], Host]:
    """A host by the name of its lock; its environment is made when first asked for."""

    def named(name: str) -> Host:
        folder = shared / f"host-{name}"
        installation.once(folder, lambda home: installation.install(wheel, name, home))
        return Host(name, folder / "bin" / "python")

    return named


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """Writes files, given by path and indented text, and returns the folder they stand in."""

    def write(files: Mapping[str, str]) -> Path:
        return write_tree(tmp_path, files)

    return write
