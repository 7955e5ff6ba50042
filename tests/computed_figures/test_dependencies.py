"""What a figure is found to depend on, by reading it."""

import pytest

from computed_figures.dependencies import dependencies
from computed_figures.problems import ProblemError
from tests.computed_figures.project import Project


def needs(project: Project, source: str) -> set[str]:
    figure = project.write("figures/sample.py", source)
    roots = (project.root / "figures", project.root / "plugins")
    found = dependencies(figure, roots, project.root)
    return {file.relative_to(project.root).as_posix() for file in found} - {"figures/sample.py"}


@pytest.fixture
def project_with_a_package(project: Project) -> Project:
    project.write("plugins/arith/__init__.py", "")
    project.write("plugins/arith/window.py", "from .deep import core\n")
    project.write("plugins/arith/deep/__init__.py", "from ..table import ROWS\n")
    project.write("plugins/arith/deep/core.py", "import arith.window  # a circle\n")
    project.write("plugins/arith/table.py", 'ROWS = 3\nDATA: list[str] = ["data/rows.csv"]\n')
    project.write("plugins/arith/unrelated.py", "")
    project.write("data/rows.csv", "1\n")
    return project


WINDOW = {
    "plugins/arith/__init__.py",
    "plugins/arith/window.py",
    "plugins/arith/deep/__init__.py",
    "plugins/arith/deep/core.py",
    "plugins/arith/table.py",
    "data/rows.csv",
}


@pytest.mark.parametrize(
    "source",
    [
        "import arith.window",
        "from arith import window",
        "from arith.window import size",
        "def draw():\n    import arith.window as w",
    ],
)
def test_imports_are_followed_however_they_are_written(project_with_a_package: Project, source: str) -> None:
    assert needs(project_with_a_package, source) == WINDOW


def test_what_is_not_of_the_project_is_no_dependency(project: Project) -> None:
    assert needs(project, "import json\nimport numpy as np\nfrom matplotlib.figure import Figure") == set()


def test_data_files_count(project: Project) -> None:
    project.write("figures/data/runs.json", "{}")
    assert needs(project, 'DATA = ["figures/data/runs.json"]') == {"figures/data/runs.json"}


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('"""."""\nDATA = ["gone.json"]', '2: DATA names "gone.json", which is no file of the project'),
        ("DATA = sorted(x)", '1: DATA is not a plain list of paths, ["…"]; it is read, not run'),
        ("DATA = {[1]: 2}", '1: DATA is not a plain list of paths, ["…"]; it is read, not run'),
        ('DATA = "runs.json"', '1: DATA is not a plain list of paths, ["…"]; it is read, not run'),
    ],
)
def test_data_that_cannot_be_found_is_a_problem(project: Project, source: str, message: str) -> None:
    with pytest.raises(ProblemError) as caught:
        needs(project, source)
    assert str(caught.value) == f"figures/sample.py:{message}"


def test_a_file_that_does_not_parse_is_left_to_the_drawing(project: Project) -> None:
    assert needs(project, "def draw(:\n") == set()
