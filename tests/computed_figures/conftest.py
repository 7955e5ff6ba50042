"""Projects with figures."""

from pathlib import Path

import pytest

from tests.computed_figures.project import BARS, Project


@pytest.fixture(scope="session")
def drawings_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("drawings")


@pytest.fixture
def project(tmp_path: Path, drawings_of_the_session: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with the figure `bars`; it is the current folder, and shares the session's drawings."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path, drawings_of_the_session)
    project.write("figures/bars.py", BARS)
    return project


@pytest.fixture
def fresh_project(tmp_path: Path) -> Project:
    """A project with the figure `bars` and no drawings."""
    project = Project(tmp_path, tmp_path / ".cache/figures")
    project.write("figures/bars.py", BARS)
    return project
