"""When a figure is drawn, and when a kept drawing serves."""

import json
import os
from pathlib import Path
from shutil import copytree
from textwrap import dedent

import pytest

from computed_figures import fingerprint
from computed_figures.cache import Cache
from computed_figures.drawing import Drawing
from computed_figures.kept_texts import KeptTexts
from selfcheck.pages import numeral
from tests.computed_figures.project import Project

MEASURED = '''
    """Bars of computed height."""
    from pathlib import Path
    from computed_figures.canvas import canvas
    from heights.table import tallest

    DATA = ["figures/data/extra.txt"]
    ALT = f"{tallest()} and {Path(DATA[0]).read_text()}."

    def draw():
        return canvas(300, 100)
'''
TABLE = """
    from heights.rows import ROWS

    def tallest():
        return max(ROWS)
"""
RENDER = dedent("""
    import sys
    import markdown
    import subprocess

    def refuse(*arguments, **options):
        raise AssertionError("a process was started")

    subprocess.run = subprocess.Popen = refuse
    html = markdown.markdown("```figure\\nbars\\n```", extensions=["computed_figures"])
    assert "<svg" in html
    loaded = {name.partition(".")[0] for name in sys.modules}
    assert not loaded & {"matplotlib", "numpy", "PIL", "bars", "computed_figure_bars"}, loaded
""")


@pytest.fixture(scope="module")
def measured_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("measured")
    project = Project(root, root / ".cache")
    project.write("plugins/heights/__init__.py", "")
    project.write("plugins/heights/table.py", TABLE)
    project.write("plugins/heights/rows.py", "ROWS = [1, 7]\n")
    project.write("figures/data/extra.txt", "more")
    project.write("figures/measured.py", MEASURED)
    assert ">7 and more.</desc>" in project.drawing("measured").svg
    return project


@pytest.fixture
def measured(measured_once: Project, tmp_path: Path) -> Project:
    """The figure `measured` with its drawing, in a folder of the test's own."""
    root = tmp_path / "copy"
    copytree(measured_once.root, root)
    return Project(root, root / ".cache")


def test_a_kept_drawing_needs_neither_matplotlib_nor_the_figure_nor_a_process(fresh_project: Project) -> None:
    drawn = fresh_project.drawing("bars")
    assert "<svg" in drawn.svg
    done = fresh_project.run("-c", RENDER)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("path", "text", "described"),
    [
        ("plugins/heights/rows.py", "ROWS = [1, 9]\n", "9 and more."),
        ("figures/data/extra.txt", "less", "7 and less."),
        ("figures/measured.py", MEASURED.replace(" and ", " or "), "7 or more."),
    ],
    ids=["a module's module", "data", "the figure"],
)
def test_what_a_figure_depends_on_draws_it_anew(
    measured: Project, path: str, text: str, described: str
) -> None:
    measured.write(path, text)
    assert f">{described}</desc>" in measured.drawing("measured").svg


def test_a_module_saved_twice_in_a_second_is_drawn_from_its_last_text(measured: Project) -> None:
    rows = measured.root / "plugins/heights/rows.py"
    saved = rows.stat()
    assert measured.run("-m", "py_compile", str(rows)).returncode == 0
    rows.write_text("ROWS = [1, 8]\n")
    os.utime(rows, ns=(saved.st_atime_ns, saved.st_mtime_ns))
    assert ">8 and more.</desc>" in measured.drawing("measured").svg


def test_drawing_leaves_no_compiled_files_in_the_project(measured: Project) -> None:
    measured.write("figures/data/extra.txt", "new")
    measured.drawing("measured")
    assert list(measured.root.rglob("__pycache__")) == []


def test_what_writes_numbers_counts_as_what_draws(measured: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint.fingerprint("measured", [], measured.root)
    changed = measured.write("numeral.py", "MINUS = '-'\n")
    monkeypatch.setattr(numeral, "__file__", str(changed))
    assert fingerprint.fingerprint("measured", [], measured.root) != before
    before = fingerprint.fingerprint("measured", [], measured.root)
    measured.write("numeral.py", "MINUS = '--'\n")
    assert fingerprint.fingerprint("measured", [], measured.root) != before


def test_an_unrelated_change_draws_nothing(measured: Project) -> None:
    (kept,) = measured.cache.glob("*.json")
    measured.write("plugins/heights/unrelated.py", "ROWS = []\n")
    measured.write("figures/another.py", '"""Another."""\n')
    kept.write_text(json.dumps({**json.loads(kept.read_text()), "caption": "kept"}))
    assert measured.drawing("measured").caption == "kept"


def test_only_the_newest_drawing_of_a_figure_is_kept(measured: Project) -> None:
    measured.cache.joinpath("other-figure.0.json").write_text("{}")
    before = kept_names(measured.cache)
    measured.write("figures/data/extra.txt", "other")
    measured.drawing("measured")
    after = kept_names(measured.cache)
    assert len(before) == len(after) == 2
    assert len(before & after) == 1


def kept_names(cache: Path) -> set[str]:
    return {file.name for file in cache.glob("*.json")}


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"svg": "x"}', "\0"])
def test_a_damaged_drawing_counts_as_none(tmp_path: Path, damage: str) -> None:
    (tmp_path / "bars.0.json").write_text(damage)
    assert Cache(tmp_path).load("bars", "0") is None


def test_a_kept_drawing_reads_as_it_was_written(tmp_path: Path) -> None:
    drawing = Drawing("caption ×", "<svg/>", None, 400.0)
    cache = Cache(tmp_path / "new" / "folder")
    cache.store("bars", "0", drawing)
    assert cache.load("bars", "0") == drawing
    assert cache.load("bars", "1") is None


def test_where_nothing_can_be_kept_a_figure_is_drawn_all_the_same(fresh_project: Project) -> None:
    fresh_project.write(".cache", "a file where the folder should be")
    assert "<svg" in fresh_project.drawing("bars").svg


def test_the_folder_of_kept_drawings_ignores_itself(tmp_path: Path) -> None:
    KeptTexts(tmp_path / "new").store("a", "key", "{}")
    assert (tmp_path / "new" / ".gitignore").read_text("utf-8") == "*\n"

    (tmp_path / "notes.txt").touch()
    KeptTexts(tmp_path).store("a", "key", "{}")
    assert not (tmp_path / ".gitignore").exists()
