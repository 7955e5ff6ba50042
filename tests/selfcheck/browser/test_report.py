"""Links to a question's report and to its line, where the site has a repository."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import choice, small_site

REPOSITORY: dict[str, Any] = {"repo_url": "https://github.com/o/r", "edit_uri": "edit/main/docs/"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    questions = (choice("one"), choice("two"))
    with small_site(tmp_path_factory.mktemp("report"), *questions, **REPOSITORY) as site:
        yield site


def test_a_question_can_be_reported_and_edited(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    two = Block(page, "two")
    report = two.root.get_by_role("link", name=SAYS["report"])
    edit = two.root.get_by_role("link", name=SAYS["edit"])
    two.expect_state("open")
    expect(two.part("links")).to_be_hidden()
    two.part("opener").click()
    expect(report).to_be_visible()
    source = (site.folder.parent / "quizzes/lesson.yml").read_text("utf-8").splitlines()
    line = 1 + next(number for number, text in enumerate(source) if text.endswith("id: two"))
    expect(edit).to_have_attribute("href", f"https://github.com/o/r/edit/main/quizzes/lesson.yml#L{line}")
    address = urlsplit(report.get_attribute("href") or "")
    assert f"{address.scheme}://{address.netloc}{address.path}" == "https://github.com/o/r/issues/new"
    fields = dict(parse_qsl(address.query))
    assert fields["title"] == "Question two"
    facts = fields["body"].split("---\n")[1].splitlines()
    version = two.root.get_attribute("data-fingerprint")
    assert facts == ["question: two", f"version: {version}", "page: docs/lesson.md"]
    page.emulate_media(media="print")
    expect(two.part("links")).to_be_hidden()


def test_the_report_names_the_variant_she_met(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    one = Block(page, "one")
    one.give({"response": "2"})
    page.evaluate(
        """() => {
          const place = "self-check:/:one";
          localStorage.setItem(place, JSON.stringify({ ...JSON.parse(localStorage[place]), variant: 3 }));
        }"""
    )
    page.reload()
    one.part("opener").click()
    address = one.root.get_by_role("link", name=SAYS["report"]).get_attribute("href") or ""
    body = dict(parse_qsl(urlsplit(address).query))["body"]
    assert body.splitlines()[-1] == "variant: 3"


def test_without_script_the_links_stand_below_the_question(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), java_script_enabled=False)
    expect(Block(page, "one").root.get_by_role("link", name=SAYS["report"])).to_be_visible()


def test_a_site_without_a_repository_has_not_a_byte_of_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    with small_site(tmp_path_factory.mktemp("no-report"), choice("one")) as site:
        page = (site.folder / "lesson/index.html").read_text("utf-8")
    block = page[page.index("<self-check ") : page.index("</self-check>")]
    assert "self-check__links" not in block
    assert SAYS["report"] not in block


def test_a_template_of_edit_addresses_leads_to_the_line_too(tmp_path: Path) -> None:
    settings: dict[str, Any] = {
        "repo_url": "https://git.example/r",
        "edit_uri_template": "edit?file=docs/{path!q}",
    }
    with small_site(tmp_path, choice("one"), **settings) as site:
        assert 'href="https://git.example/r/edit?file=quizzes/lesson.yml#L2"' in (
            site.folder / "lesson/index.html"
        ).read_text("utf-8")
