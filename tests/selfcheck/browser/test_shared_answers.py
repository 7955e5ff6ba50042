"""Builds of one site, as versions or languages, keep their answers apart, or share them by a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import rebuild
from tests.selfcheck.browser.small_site import ONLY_FENCE, choice
from tests.selfcheck.browser.test_my_answers import load, saved, says
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import draw

NAMES = {"1.0": "our lessons", "2.0": "our lessons", "apart": ""}


def build(root: Path, folder: str, storage: str) -> None:
    """Build the site into a folder of its host."""
    site = {"site_dir": str(root / "host" / folder), "plugins": [{"selfcheck": {"storage": storage}}]}
    rebuild(root, "plain", **site)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    draw(tmp_path, {"docs/index.md": "# Home\n", "docs/lesson.md": ONLY_FENCE})
    (tmp_path / "quizzes/lesson.yml").write_text(quiz_of(choice("one"), choice("two")), "utf-8")
    for folder, storage in NAMES.items():
        build(tmp_path, folder, storage)
    with serve(tmp_path / "host") as address:
        yield address


def test_builds_with_one_name_share_their_answers(visits: Visits, host: str, tmp_path: Path) -> None:
    page = visits.open(f"{host}/1.0/lesson/")
    one = Block(page, "one")
    one.give({"response": "1"})
    answers = saved(page, tmp_path / "mine.json")
    assert answers["site"] == "our lessons"
    page.goto(f"{host}/2.0/lesson/")
    one.expect_state("right")
    page.goto(f"{host}/apart/lesson/")
    one.expect_state("open")
    load(page, answers, tmp_path)
    says(page, "load_elsewhere", site="our lessons")
    assert page.evaluate("() => Object.keys(localStorage)") == ["self-check:our lessons:one"]


def test_answers_move_to_the_name_that_a_site_is_given(visits: Visits, host: str, tmp_path: Path) -> None:
    page = visits.open(f"{host}/apart/lesson/")
    one, two = Block(page, "one"), Block(page, "two")
    one.give({"response": "1"})
    two.give({"response": "2"})
    answers = saved(page, tmp_path / "mine.json")
    assert answers["site"] == "/apart/"
    page.goto(f"{host}/1.0/lesson/")
    two.give({"response": "1"})
    build(tmp_path, "apart", "our lessons")
    page.goto(f"{host}/apart/lesson/")
    one.expect_state("right")
    two.expect_state("right")
    keys = page.evaluate("() => Object.keys(localStorage).sort()")
    assert keys == ["self-check:our lessons:one", "self-check:our lessons:two"]
    # A file of before comes from the same site.
    load(page, answers, tmp_path)
    says(page, "loaded", loaded=0, left=2)
