"""What every test may ask for: the browser, a host's interpreter, and how much of the matrix to run."""

from pathlib import Path

import pytest

from tools import chromium


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all-states",
        action="store_true",
        help="run the slow tests, and those in the browser in every state, colour scheme and width",
    )
    parser.addoption("--engines", action="store_true", help="collect the tests in Firefox and WebKitGTK")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the further engines to `make test-engines`, which installs them."""
    return True if collection_path.name == "engines" and not config.getoption("engines") else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what takes minutes unless the whole matrix is wanted; pytest counts it in its last line."""
    if config.getoption("all_states"):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


@pytest.fixture(scope="session")
def all_states(pytestconfig: pytest.Config) -> bool:
    """Whether the whole matrix is wanted; without it every state runs once."""
    return bool(pytestconfig.getoption("all_states"))


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The Chromium to drive; where there is none the test fails and says what to do."""
    return chromium.find()
