"""The ranges in pyproject.toml are what the tests install: their lower ends, and the newest within them."""

import re
import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.hosts.host import Host
from tools.python_environment import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
REQUIREMENTS = [
    Requirement(line)
    for line in dict.fromkeys([*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["material"]])
]


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_the_lowest_version_that_is_promised_is_tested(requirement: Requirement) -> None:
    (lowest,) = (each.version for each in requirement.specifier if each.operator == ">=")

    # As versions compare, 1.6 is 1.6.0.
    assert locked("lowest", requirement.name) == {Version(lowest)}


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_the_newest_version_that_is_tested_is_promised(requirement: Requirement) -> None:
    newest = locked("newest", requirement.name)

    assert newest
    assert all(requirement.specifier.contains(version) for version in newest)


@pytest.mark.parametrize("name", ["lowest", "newest", "properdocs", "zensical"])
def test_a_host_imports_the_installed_wheel_and_not_this_checkout(
    name: str, host_named: Callable[[str], Host]
) -> None:
    host = host_named(name)
    status, output = host.run(ROOT / "tests", "-c", "import selfcheck.extension as e; print(e.__file__)")

    assert status == 0, output
    assert output.startswith(str(host.interpreter.parent.parent))


def locked(lock: str, name: str) -> set[Version]:
    """The versions of a package in a lock; more than one where they differ by Python."""
    text = (ROOT / "tests/hosts" / f"{lock}.txt").read_text("utf-8")
    return {Version(found) for found in re.findall(rf"^{re.escape(name)}==([^\s;]+)", text, re.MULTILINE)}
