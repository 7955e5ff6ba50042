"""The built sites, and which cases and looks are met each time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import selection
from tests.browsing.visits import Look
from tests.selfcheck.browser.built import Built, built


@pytest.fixture(scope="session")
def looks(all_states: bool) -> list[Look]:
    """The schemes and widths in which a page is looked at; `--all-states` adds the rest of them."""
    return selection.looks(all_states)


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
    """All cases on pages of plain HTML that bring neither script nor style, under the strictest policy.

    Nothing may stand inline and nothing may come from elsewhere: what is refused is a complaint, which fails
    every test that looks at such a page.
    """
    with built(tmp_path_factory.mktemp("plain"), "plain", "default-src 'self'") as site:
        yield site


@pytest.fixture(scope="session")
def plain_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """All cases on plain pages, to be opened from the disk."""
    with built(tmp_path_factory.mktemp("plain-files"), "plain", use_directory_urls=False) as site:
        yield site
