"""What every test may ask for: the browser, a host's interpreter, and how much of the matrix to run."""

from pathlib import Path

import pytest

from tools import chromium


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all-states",
        action="store_true",
        help="run the browser tests in every combination of state, colour scheme and width",
    )


@pytest.fixture(scope="session")
def all_states(pytestconfig: pytest.Config) -> bool:
    """Whether the whole matrix is wanted; without it every state runs once."""
    return bool(pytestconfig.getoption("all_states"))


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The Chromium to drive; where there is none the test fails and says what to do."""
    return chromium.find()
