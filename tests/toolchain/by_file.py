"""A plugin of pytest that collects each file of tests as one test, without importing it."""

from pathlib import Path

import pytest


class Whole(pytest.Item):
    """A file in place of its tests."""

    def runtest(self) -> None:
        """Nothing: it is there to be collected."""


class File(pytest.Module):
    """A module of tests that stays closed."""

    def collect(self) -> list[pytest.Item]:
        """The file itself."""
        return [Whole.from_parent(self, name="whole")]


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> File:
    """Take the place of the module that pytest would import."""
    return File.from_parent(parent, path=module_path)
