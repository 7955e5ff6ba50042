"""What every test may ask for: pages in the browser, and how much of the matrix to run."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browsing.visits import Visits
from tests.browsing.windows import Windows
from tests.selection import FURTHER, MARKS, RUNS, is_of_another_run, leave_out, set_fuzz
from tools import chromium

SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

# How long a page may take is no promise; that it gets there is.
expect.set_options(timeout=30_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all-states",
        action="store_true",
        help="run the slow tests, every state in every colour scheme and width, and a long fuzz",
    )
    for folder, needs in RUNS.items():
        parser.addoption(f"--{folder}", action="store_true", help=f"collect tests/{folder}/: {needs}")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave hosts to `make test-hosts` and further engines to `make test-engines`, which set them up."""
    return True if is_of_another_run(collection_path.name, config) else None


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks that say what a test is about, and say how long to fuzz."""
    for name, meaning in MARKS.items():
        config.addinivalue_line("markers", f"{name}: {meaning}")
    config.addinivalue_line("markers", f"{FURTHER}: as another test of a quick run; with --all-states")
    set_fuzz(config)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what may take longest, so that no worker waits for another in the end."""
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)
    leave_out(config, items)


@pytest.fixture(scope="session")
def all_states(pytestconfig: pytest.Config) -> bool:
    """Whether the whole matrix is wanted; without it every state runs once."""
    return bool(pytestconfig.getoption("all_states"))


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The Chromium to drive; where there is none the test fails and says what to do."""
    return chromium.find()


@pytest.fixture(scope="session")
def launch(chromium_path: Path) -> Iterator[Callable[..., Browser]]:
    """Starts browsers; the settings are Playwright's."""
    with sync_playwright() as playwright:
        yield partial(playwright.chromium.launch, executable_path=chromium_path, args=SWITCHES)


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """One browser a worker."""
    browser = launch()
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The windows that the tests of a worker share."""
    return Windows(browser)


@pytest.fixture
def visits(windows: Windows) -> Iterator[Visits]:
    """Pages that complain about nothing and ask no other host."""
    visits = Visits(windows)
    yield visits
    visits.end()
