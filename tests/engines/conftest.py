"""The engines and the built site."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engines.engine import ENGINES, Engine
from tests.selfcheck.browser.built import Built, built


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each engine once for all tests."""
    with ENGINES[request.param]() as engine:
        yield engine


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """All cases under Material with instant navigation."""
    with built(tmp_path_factory.mktemp("material"), "material") as site:
        yield site
