"""Node checks and makes what is committed, and nothing else: who builds, installs or serves needs none."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.selfcheck.cases import quiz_of
from tests.selfcheck.own_type_site import OWN_TYPES, QUESTION
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import draw
from tests.toolchain.test_makefile import make
from tests.toolchain.without_node import WithoutNode, without_node
from tools.python_environment import ROOT

PACKAGED = ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", ".gitignore")
CONFIGURATION = "site_name: Test\ntheme: {name: mkdocs}\nplugins:\n  - selfcheck: {types: [kinds]}\n"
PIP = (
    "-m",
    "pip",
    "--disable-pip-version-check",
    "install",
    "--no-index",
    "--no-deps",
    "--no-build-isolation",
)


@pytest.fixture
def barred(tmp_path: Path) -> WithoutNode:
    """Node and its like fail when they are called."""
    return without_node(tmp_path / "bin")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a question, and one of a type that the site brings itself."""
    shutil.copytree(OWN_TYPES, tmp_path / "site/kinds")
    page = "# Test\n\n```quiz\nmixed\n```\n"
    quiz = quiz_of(sample("strides")) + QUESTION
    return draw(
        tmp_path / "site",
        {"mkdocs.yml": CONFIGURATION, "quizzes/mixed.yml": quiz, "docs/index.md": page},
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def python(barred: WithoutNode, folder: Path, *command: str, installed: Path | None = None) -> str:
    """Run Python in a folder, with a selfcheck that was installed in place of this checkout's."""
    environment = barred.environment | ({"PYTHONPATH": str(installed)} if installed else {})
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def archive(barred: WithoutNode, into: Path, target: str) -> Path:
    """The wheel or the source archive of this checkout."""
    python(barred, ROOT, "-m", "hatchling", "build", "--target", target, "--directory", str(into))
    (file,) = into.iterdir()
    return file


def repository(folder: Path) -> str:
    """A git repository that holds what the package is made of, as pip asks for it."""
    shutil.copytree(
        ROOT / "plugins/selfcheck",
        folder / "plugins/selfcheck",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    for name in PACKAGED:
        shutil.copy(ROOT / name, folder / name)
    commit = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "-m", "All of it")
    for command in (("init", "-q"), ("add", "--all"), commit):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return f"git+{folder.as_uri()}"


def built_page(barred: WithoutNode, site: Path, installed: Path) -> str:
    """The front page of the site, built with the selfcheck that was installed."""
    found = python(barred, site, "-c", "import selfcheck; print(*selfcheck.__path__)", installed=installed)
    assert Path(found.strip()) == installed / "selfcheck"
    python(barred, site, "-m", "mkdocs", "build", "--strict", installed=installed)
    return (site / "site/index.html").read_text("utf-8")


def installation(barred: WithoutNode, source: str, into: Path) -> Path:
    """The folder into which pip has installed selfcheck."""
    python(barred, ROOT, *PIP, "--target", str(into), source)
    return into


@pytest.mark.parametrize("source", ["wheel", "sdist", "git"])
def test_selfcheck_is_installed_and_builds_a_site_without_node(
    barred: WithoutNode, site: Path, tmp_path: Path, source: str
) -> None:
    made_of = (
        repository(tmp_path / "git") if source == "git" else str(archive(barred, tmp_path / "dist", source))
    )
    installed = installation(barred, made_of, tmp_path / "installed")
    page = built_page(barred, site, installed)
    assert 'data-type="estimate"' in page
    assert 'id="check-strides"' in page
    scripts = {file.name.split(".")[0] for file in (site / "site/assets/selfcheck").glob("*.js")}
    assert {"frame", "estimate"} <= scripts
    assert barred.calls == []


def test_a_site_is_served_without_node(barred: WithoutNode, site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{free_port()}"]
    environment = barred.environment | {"PYTHONPATH": str(ROOT / "plugins")}
    with subprocess.Popen(
        command, cwd=site, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as server:
        try:
            assert server.stdout
            said = next(line for line in server.stdout if "Serving on" in line)
            with urlopen(said.split()[-1], timeout=60) as answer:
                assert 'data-type="estimate"' in answer.read().decode()
        finally:
            server.terminate()
    assert barred.calls == []


def test_a_call_of_node_would_be_seen(barred: WithoutNode) -> None:
    """The tests of this file could not fail otherwise."""
    subprocess.run(["npm", "--version"], env=barred.environment, capture_output=True)
    assert [call.split("/")[-1] for call in barred.calls] == ["npm --version"]


def test_no_package_that_an_installation_brings_holds_node() -> None:
    locks = sorted((ROOT / "tests/hosts").glob("*.txt"))
    assert len(locks) >= 4
    assert [lock.name for lock in locks if "nodejs" in lock.read_text("utf-8")] == []


def test_only_checks_and_what_writes_committed_files_call_what_npm_supplies() -> None:
    package = json.loads((ROOT / "package.json").read_text("utf-8"))
    assert "dependencies" not in package
    targets = [line.split()[1] for line in make("help").splitlines()]
    calling = [name for name in targets if "node_modules/.bin/" in make("--dry-run", name)]
    assert calling == ["check", "scripts", "vendored", "format"]
