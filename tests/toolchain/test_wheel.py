"""What is published: all of selfcheck, and nothing else of this repository."""

import re
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from zipfile import ZipFile

import pytest

from tools.python_environment import ROOT

PACKAGE = ROOT / "plugins" / "selfcheck"
CHANGES = (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive of this checkout."""
    folder = tmp_path_factory.mktemp("archives")
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(archives: Path) -> Iterator[ZipFile]:
    (file,) = archives.glob("*.whl")
    with ZipFile(file) as opened:
        yield opened


@pytest.fixture(scope="module")
def source_files(archives: Path) -> set[str]:
    """The files of the source archive, without the folder that holds them all."""
    (file,) = archives.glob("*.tar.gz")
    with tarfile.open(file) as opened:
        return {name.partition("/")[2] for name in opened.getnames()}


def package_files() -> set[str]:
    """The files of selfcheck, as an import would see them; recorded blocks are for the tests alone."""
    every = (path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    files = (path for path in every if path.parent.name != "golden")
    return {path.relative_to(PACKAGE.parent).as_posix() for path in files}


def test_the_wheel_holds_every_file_that_selfcheck_runs_with_and_no_other(wheel: ZipFile) -> None:
    names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert names == package_files()


def test_the_changes_begin_with_the_version_that_is_published() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    headings = re.findall(r"^## (\S+) \((unreleased|\d{4}-\d\d-\d\d)\)$", CHANGES, re.MULTILINE)
    assert headings[0][0] == version
    assert re.findall("^## ", CHANGES, re.MULTILINE) == ["## "] * len(headings)


def test_selfcheck_ships_templates_scripts_styles_cases_words_and_types() -> None:
    kinds = {Path(name).suffix for name in package_files()}
    assert {".html", ".js", ".css", ".yml", ".md"} <= kinds
    assert "selfcheck/py.typed" in package_files()


def test_the_entry_points_of_the_wheel_are_those_declared(wheel: ZipFile) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (name,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    points = ConfigParser(delimiters="=")
    points.read_string(wheel.read(name).decode())
    declared = {**project["entry-points"], "console_scripts": project["scripts"]}
    assert {group: dict(points[group]) for group in points.sections()} == declared


def test_the_wheel_carries_the_licence(wheel: ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith("/LICENSE"))
    assert wheel.read(name) == (ROOT / "LICENSE").read_bytes()


def test_the_source_archive_holds_selfcheck_and_leaves_the_site_out(source_files: set[str]) -> None:
    rooms = {name.split("/")[0] for name in source_files}
    assert rooms == {
        "plugins",
        "pyproject.toml",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "PKG-INFO",
        ".gitignore",
    }
    assert {name for name in source_files if name.startswith("plugins/")} == {
        f"plugins/{name}" for name in package_files()
    }
