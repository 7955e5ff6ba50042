"""The sites with explorers."""

from collections.abc import Iterator

import pytest

from tests.explorers.site import site
from tests.selfcheck.browser.built import Built


@pytest.fixture(scope="session")
def material(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Under Material with instant navigation."""
    with site(tmp_path_factory.mktemp("explorers"), "material") as built:
        yield built


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """On pages of plain HTML without a style of their own, under the strictest policy."""
    with site(tmp_path_factory.mktemp("plain-explorers"), "plain", "default-src 'self'") as built:
        yield built


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Under Material, to be opened from the disk."""
    with site(tmp_path_factory.mktemp("filed-explorers"), "material", use_directory_urls=False) as built:
        yield built
