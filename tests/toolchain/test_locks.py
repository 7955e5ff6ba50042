"""The locks: no host in them, every file with its hash, and the declared ranges at both ends."""

import json
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools.cpu_builds import BUILDS, cpu_lock
from tools.lock import CPU_LOCKS, PYTHON, resolve
from tools.lock import LOCKS as RESOLVED
from tools.python_environment import ROOT

LOCKS = [*RESOLVED, *CPU_LOCKS]
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
    folders = (ROOT / "tests" / "hosts", ROOT / "experiments", ROOT / "benchmarks" / "peers")
    found = {lock.relative_to(ROOT).as_posix() for folder in folders for lock in folder.glob("*.txt")}
    assert {"requirements.txt", *found} == set(LOCKS)


def test_a_package_that_is_named_is_taken_anew_alone() -> None:
    def upgrades(*packages: str) -> list[str]:
        return [each for each in resolve("lock.txt", ("pyproject.toml",), packages) if "upgrade" in each]

    assert upgrades("ruff", "mypy") == ["--upgrade-package=ruff", "--upgrade-package=mypy"]
    assert upgrades() == ["--upgrade"]


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


@pytest.mark.parametrize("folder", ["", "benchmarks/lighthouse"])
def test_a_lock_of_npm_names_no_registry(folder: str) -> None:
    packages = json.loads((ROOT / folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert [path for path, package in packages.items() if "resolved" in package] == []
    assert [path for path, package in packages.items() if path and "integrity" not in package] == []


@pytest.mark.parametrize(
    "manifest", ["package.json", "benchmarks/lighthouse/package.json", ".npmrc", "pyproject.toml"]
)
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


def test_every_dependency_group_is_part_of_dev_or_has_a_lock() -> None:
    named = {
        group for options in RESOLVED.values() for group in re.findall(r"--group=([\w-]+)", " ".join(options))
    }
    included = {each["include-group"] for each in PROJECT["dependency-groups"]["dev"]}
    assert set(PROJECT["dependency-groups"]) == named | included


def test_the_locks_are_resolved_for_the_oldest_python_that_is_supported() -> None:
    assert PROJECT["project"]["requires-python"] == f">={PYTHON}"


@pytest.mark.parametrize(("lock", "resolved"), CPU_LOCKS.items())
def test_the_lock_for_processors_alone_follows_from_the_resolved_one(lock: str, resolved: str) -> None:
    assert (ROOT / lock).read_text("utf-8") == cpu_lock((ROOT / resolved).read_text("utf-8"))
    assert not [name for name in entries(lock) if name.startswith(("nvidia", "cuda", "triton"))]
    for name, (version, _) in BUILDS.items():
        assert entries(lock)[name].startswith(f"=={version} ")
        assert entries(resolved)[name].startswith(f"=={version.partition('+')[0]}")


def test_a_new_version_asks_for_the_hash_of_its_build() -> None:
    with pytest.raises(LookupError, match=r"torch is now 9\.0\.0"):
        cpu_lock("torch==9.0.0 \\\n    --hash=sha256:0\n")


def test_the_experiments_pin_is_what_is_locked() -> None:
    (pin,) = PROJECT["dependency-groups"]["experiments"]
    assert pin == f"torch=={pinned('experiments/requirements.txt', 'torch')}"
