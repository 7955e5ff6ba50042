"""The scripts and styles that a site is given."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from explorers.assets import FOLDER
from explorers.catalogue import EXPLORERS, files_of
from tests.selfcheck.browser.built import Built

PACKAGE = Path(__file__).parents[2] / "plugins/explorers"
WITHOUT_LIBRARIES = """
import sys
from runpy import run_module
for missing in ("numpy", "scipy", "PIL"):
    sys.modules[missing] = None
run_module("explorers", run_name="__main__", alter_sys=True)
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_the_command_writes_what_pages_load_where_no_explorer_can_compute(
    plain: Built, tmp_path: Path
) -> None:
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_LIBRARIES, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    written = contents(tmp_path / FOLDER)
    assert written == contents(plain.folder / FOLDER)
    assert sorted(Path(line).name for line in told.splitlines()) == sorted(written)


def test_the_command_makes_no_folder_out_of_a_mistyped_name(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "explorers", "dosc"],
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (1, 'there is no folder "dosc"\n')
    assert not list(tmp_path.iterdir())


def test_every_script_and_style_of_an_explorer_is_joined() -> None:
    on_disk = {
        each.relative_to(PACKAGE).as_posix()
        for suffix in ("js", "css")
        for each in PACKAGE.glob(f"*/*.{suffix}")
    }
    assert {file for name in EXPLORERS for file in files_of(name)} == on_disk
