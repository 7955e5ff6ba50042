"""Under `mkdocs serve`, problems are printed while the last valid pages stay until they are fixed."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.selfcheck.cases import quiz_of
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import draw, environment

PATIENCE_SECONDS = 60
"""How long a step may take on a machine that is busy; a step that is done is never waited for."""


def until(ready: Callable[[], bool], what: str) -> None:
    """Ask again and again until it is so."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not ready():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)  # between two questions; what is waited for decides when it ends


@dataclass
class Served:
    """A site under `mkdocs serve`."""

    root: Path
    address: str
    log: Path
    started: int = 0
    beginnings: int = 0

    @property
    def said(self) -> str:
        """What the server has printed since the test began."""
        return self.log.read_text("utf-8")[self.started :]

    def begin(self) -> None:
        """Bring the site to where every test begins."""
        self.beginnings += 1
        for file in (self.root / "quizzes").glob("*.yml"):
            file.unlink()
        self.write(quiz_of(sample("first")))
        page = f"Beginning {self.beginnings}.\n\n```quiz\nstrides\n```\n"
        (self.root / "docs" / "index.md").write_text(page, "utf-8")
        until(lambda: f"Beginning {self.beginnings}." in self.page, self.said)
        self.started = len(self.log.read_text("utf-8"))

    @property
    def page(self) -> str:
        """The front page, as a reader gets it now; in the moment of a build it may be missing."""
        try:
            with urllib.request.urlopen(self.address, timeout=PATIENCE_SECONDS) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as missing:
            return str(missing.read().decode())

    def write(self, quiz: str) -> None:
        """Save the question file."""
        (self.root / "quizzes" / "strides.yml").write_text(quiz, "utf-8")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module", params=[(), ("--dirty",)], ids=["whole", "dirty"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    root = draw(folder / "project", {})
    address, log = f"127.0.0.1:{free_port()}", folder / "log.txt"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    command += request.param
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=root, env=environment(), stdout=out, stderr=subprocess.STDOUT)
    served = Served(root, f"http://{address}/", log)
    try:
        until(lambda: "Serving on" in served.said or process.poll() is not None, served.said)
        assert process.poll() is None, served.said
        yield served
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


@pytest.fixture
def served(server: Served) -> Served:
    server.begin()
    return server


def test_a_mistake_leaves_the_last_good_page_up_until_it_is_mended(served: Served) -> None:
    assert 'id="check-first"' in served.page

    served.write(quiz_of(sample("second").replace("stem:", "stm:")))
    problem = 'second: unknown field "stm"; did you mean "stem"?'
    until(lambda: problem in served.said and "Reloading" in served.said, served.said)
    assert re.search(r"^quizzes/strides\.yml:\d+:\d+: second: ", served.said, re.M)
    assert "Traceback" not in served.said
    assert 'id="check-first"' in served.page

    served.write(quiz_of(sample("third")))
    until(lambda: 'id="check-third"' in served.page, served.said)
    assert 'id="check-first"' not in served.page


def test_a_mistake_in_a_page_leaves_it_as_it_was(served: Served) -> None:
    page = served.root / "docs" / "index.md"
    page.write_text("```quiz\nstrids\n```\n", "utf-8")
    problem = 'docs/index.md:2: there is no quiz "strids"; did you mean "strides"?'
    until(lambda: problem in served.said and "Reloading" in served.said, served.said)
    assert 'id="check-first"' in served.page

    page.write_text("Mended.\n\n```quiz\nstrides\n```\n", "utf-8")
    until(lambda: "Mended." in served.page, served.said)
    assert 'id="check-first"' in served.page


def test_an_edited_question_is_on_the_page_without_a_restart(served: Served) -> None:
    for name in ("second", "third"):
        served.write(quiz_of(sample(name)))
        until(lambda name=name: f'id="check-{name}"' in served.page, served.said)  # type: ignore[misc]


def test_a_new_question_file_is_seen(served: Served) -> None:
    (served.root / "quizzes" / "more.yml").write_text(quiz_of(sample("more")), "utf-8")
    (served.root / "docs" / "index.md").write_text("```quiz\nmore\n```\n\n```quiz\nstrides\n```\n", "utf-8")
    until(lambda: 'id="check-more"' in served.page, served.said)
