"""The browser, the built sites, and a visit that fails when a page complains or asks another host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.selfcheck.browser.built import ANY, FIRST, Built, built
from tests.selfcheck.browser.visits import Look, Visits
from tests.selfcheck.browser.windows import Windows

SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDTHS = (320, 375, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# How long a page may take is no promise; that it gets there is.
expect.set_options(timeout=30_000)


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark of tests that need not meet every case each time."""
    text = "all_cases_in_the_matrix: the first case of each type, and with --all-states every one"
    config.addinivalue_line("markers", text)
    text = "the_frame_alone: what no type changes meets one type, and with --all-states every one"
    config.addinivalue_line("markers", text)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the further cases to `--all-states`, and say how many were left out."""
    if config.getoption("all_states"):
        return
    left_out = [item for item in items if _is_for_the_matrix(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def _is_for_the_matrix(item: pytest.Item) -> bool:
    if not isinstance(item, pytest.Function):
        return False
    if item.get_closest_marker("the_frame_alone"):
        return item.callspec.params["case"] != ANY
    further = item.get_closest_marker("all_cases_in_the_matrix")
    return further is not None and item.callspec.params["case"] not in FIRST


@pytest.fixture(scope="session")
def looks(all_states: bool) -> list[Look]:
    """The schemes and widths in which a page is looked at; `--all-states` adds the rest of them."""
    everything = [(scheme, width) for scheme in SCHEMES for width in WIDTHS]
    return everything if all_states else [("light", 375), ("dark", 1280)]


@pytest.fixture(scope="session")
def browser(chromium_path: Path) -> Iterator[Browser]:
    """One browser a worker."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path,
            args=SWITCHES,
            # Going back must find the page as a reader's browser keeps it.
            ignore_default_args=["--disable-back-forward-cache"],
        )
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


@pytest.fixture(scope="session")
def material(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """All cases under Material with instant navigation."""
    with built(tmp_path_factory.mktemp("material"), "material") as site:
        yield site


@pytest.fixture(scope="session")
def material_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """All cases under Material, to be opened from the disk."""
    with built(tmp_path_factory.mktemp("files"), "material", use_directory_urls=False) as site:
        yield site


@pytest.fixture(scope="session")
def mkdocs_theme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """All cases under the theme that MkDocs ships."""
    with built(tmp_path_factory.mktemp("mkdocs"), "mkdocs") as site:
        yield site


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """All cases on pages of plain HTML that bring neither script nor style."""
    with built(tmp_path_factory.mktemp("plain"), "plain") as site:
        yield site


@pytest.fixture(scope="session")
def plain_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """All cases on plain pages, to be opened from the disk."""
    with built(tmp_path_factory.mktemp("plain-files"), "plain", use_directory_urls=False) as site:
        yield site
