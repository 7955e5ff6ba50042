"""Versions of a site that mike deploys: answers stay with each version, or are shared by a name."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.hosts.host import Host
from tests.pages.tree import write_tree
from tests.selfcheck.browser.block import Block

PAGE = "# Version {}\n\n## Boiling\n\n```quiz\nlesson\n```\n"
QUIZ = """
    questions:
      - id: boils
        type: true-false
        section: index.md#boiling
        stem: Does water boil at 100 °C everywhere?
        answer: false
        explanation: It depends on the pressure.
"""
MIKE = "from mike.driver import main; main()"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def host(host_named: Callable[[str], Host], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Host:
    """The host with its commands on the path, where mike looks for ProperDocs before it looks for MkDocs."""
    host = host_named("neighbours")
    commands = tmp_path / "bin"
    for name in ("mkdocs", "properdocs"):
        write_tree(commands, {name: f'#!/bin/sh\nexec "{host.interpreter}" -m {name} "$@"\n'})
        (commands / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    return host


def deploy(host: Host, root: Path, storage: str, address: str) -> None:
    """Deploy version 1.0 and then 2.0, which is the `latest`, from a new repository."""
    write_tree(root, {"quizzes/lesson.yml": QUIZ, ".gitignore": "site-course/\n"})
    settings = {
        "site_url": f"{address}/",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"selfcheck": {"storage": storage}}],
        "extra": {"version": {"provider": "mike"}},
    }
    config = host.write_settings(root, settings, "course")
    git(root, "init", "--quiet")
    git(root, "config", "user.name", "Test")
    git(root, "config", "user.email", "test@example.org")
    for version in (["1.0"], ["2.0", "latest"]):
        write_tree(root, {"docs/index.md": PAGE.format(version[0])})
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "--message", version[0])
        status, output = host.run(root, "-c", MIKE, "deploy", "--config-file", str(config), *version)
        assert status == 0, output


@pytest.mark.parametrize(
    ("storage", "elsewhere"), [("", "open"), ("my-lessons", "right")], ids=["by default", "with a name"]
)
def test_an_answer_to_one_version_counts_in_another_where_the_site_has_a_name(
    visits: Visits, host: Host, tmp_path: Path, storage: str, elsewhere: str
) -> None:
    project, public = tmp_path / "project", tmp_path / "public"
    public.mkdir()
    with serve(public) as address:
        deploy(host, project, storage, address)
        git(public, "clone", "--quiet", "--branch", "gh-pages", str(project), ".")
        page = visits.open(f"{address}/1.0/")
        question = Block(page, "boils")
        question.give({"response": "false"})
        for folder, version, state in (
            ("2.0", "2.0", elsewhere),
            ("latest", "2.0", elsewhere),
            ("1.0", "1.0", "right"),
        ):
            page.goto(f"{address}/{folder}/")
            expect(page.locator("h1")).to_contain_text(f"Version {version}")
            question.expect_state(state)
