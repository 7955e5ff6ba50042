"""The locks: no host in them, every file with its hash, and the declared ranges at both ends."""

import json
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools.lock import LOCKS, PYTHON
from tools.python_environment import ROOT

# PyTorch is pinned, not locked: each kind of processor has a build with hashes and needs of its own.
UNLOCKED = {"experiments"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def entries(lock: str) -> dict[str, str]:
    """The lines of each package of a requirements lock, by the package's name."""
    text = (ROOT / lock).read_text("utf-8")
    blocks = re.findall(r"^([\w.-]+)(==.*(?:\n[ ]+.*)*)", text, re.MULTILINE)
    return {canonicalize_name(name): block for name, block in blocks}


def pinned(lock: str, package: str) -> Version:
    found = re.match(r"==([\w.]+)", entries(lock)[package])
    assert found
    return Version(found[1])


def declared() -> list[Requirement]:
    """What mkdocs-selfcheck requires, its extras included."""
    project = PROJECT["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    return [Requirement(requirement) for each in lists for requirement in each]


def test_every_lock_on_disk_can_be_resolved_again() -> None:
    hosts = (lock.relative_to(ROOT).as_posix() for lock in (ROOT / "tests" / "hosts").glob("*.txt"))
    assert {"requirements.txt", *hosts} == set(LOCKS)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    packages = entries(lock)
    assert packages
    assert [name for name, block in packages.items() if "--hash=sha256:" not in block] == []


def test_the_script_lock_names_no_registry() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert [path for path, package in packages.items() if "resolved" in package] == []
    assert [path for path, package in packages.items() if path and "integrity" not in package] == []


@pytest.mark.parametrize("manifest", ["package.json", ".npmrc", "pyproject.toml"])
def test_a_manifest_names_no_address(manifest: str) -> None:
    assert "://" not in (ROOT / manifest).read_text("utf-8")


def test_the_lock_holds_everything_declared() -> None:
    groups = [each for group in PROJECT["dependency-groups"]["dev"] for each in group.values()]
    lists = [PROJECT["dependency-groups"][group] for group in groups]
    wanted = [*declared(), *(Requirement(requirement) for each in lists for requirement in each)]
    unmet = [
        str(requirement)
        for requirement in wanted
        if pinned("requirements.txt", canonicalize_name(requirement.name)) not in requirement.specifier
    ]
    assert unmet == []


def test_the_lowest_host_has_the_lower_end_of_every_range() -> None:
    for requirement in declared():
        (lower,) = (bound.version for bound in requirement.specifier if bound.operator == ">=")
        assert pinned("tests/hosts/lowest.txt", canonicalize_name(requirement.name)) == Version(lower)


def test_every_dependency_group_is_part_of_dev_or_of_a_host_or_stands_alone() -> None:
    named = {group for options in LOCKS.values() for group in re.findall(r"--group=(\w+)", " ".join(options))}
    included = {each["include-group"] for each in PROJECT["dependency-groups"]["dev"]}
    assert set(PROJECT["dependency-groups"]) == named | included | UNLOCKED


def test_the_locks_are_resolved_for_the_oldest_python_that_is_supported() -> None:
    assert PROJECT["project"]["requires-python"] == f">={PYTHON}"
