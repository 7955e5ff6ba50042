"""A folder where pages are converted."""

from pathlib import Path

import pytest

from tests.pages.kinds import Desk


@pytest.fixture(scope="session")
def drawings_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("drawings")


@pytest.fixture
def desk(tmp_path: Path, drawings_of_the_session: Path) -> Desk:
    """A quiz and a figure; the session's drawings are shared."""
    return Desk.at(tmp_path, drawings_of_the_session)
