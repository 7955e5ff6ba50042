"""The page on which mkdocs-print-site joins all others: its questions look and work as on their own pages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from selfcheck.question_types import discover
from tests.browsing.visits import Visits
from tests.hosts.host import Host
from tests.hosts.served import served
from tests.selfcheck.browser.block import Block
from tests.selfcheck.cases import all_accepted, first, write_pages, write_quizzes

OF_EVERY_TYPE = [first(kind) for kind in discover().values()]
# Where options are blocks, labels and descriptions name them by their ids.
WITH_BLOCKS = [case for case in all_accepted() if case.name == "code-in-every-part"]
CASES = [*WITH_BLOCKS, *OF_EVERY_TYPE]
SETTINGS = {
    "theme": {"name": "material", "font": False},
    # That plugin asks to be the last one.
    "plugins": ["selfcheck", "print-site"],
    "markdown_extensions": ["admonition", "attr_list", "tables", "fenced_code"],
}


@dataclass(frozen=True)
class Joined:
    """A served site and the address of its joined page."""

    address: str
    page: str


@contextmanager
def joined(host: Host, root: Path, *, folders: bool) -> Iterator[Joined]:
    """Every type on a nested page of its own, and one of them on another page too."""
    write_pages(root / "docs", [])
    write_quizzes(root / "quizzes", CASES)
    for case in CASES:
        write_page(root / f"docs/deep/er/{case}.md", f"# {case}\n\n```quiz\n{case}\n```\n")
    write_page(root / "docs/deep/zz.md", f"# Again\n\n```quiz\n{CASES[-1]}\n```\n")
    write_page(root / "docs/deep/sheet.md", f"# On paper\n\n```quiz\nquiz: {CASES[0]}\nas: worksheet\n```\n")
    with served(host, root, {**SETTINGS, "use_directory_urls": folders}) as (address, _):
        yield Joined(address, f"{address}print_page{'/' if folders else '.html'}")


def write_page(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


@pytest.fixture(scope="module", params=["folders", "files"])
def site(
    request: pytest.FixtureRequest,
    host_named: Callable[[str], Host],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Joined]:
    root = tmp_path_factory.mktemp("joined")
    with joined(host_named("neighbours"), root, folders=request.param == "folders") as site:
        yield site


def test_every_type_is_answered_on_the_joined_page(site: Joined, visits: Visits) -> None:
    page = visits.open(site.page)
    expect(page.locator("self-check[data-state=open]")).to_have_count(len(CASES))

    for case in CASES:
        block = Block(page, case)
        block.give(case.right)
        expect(block.root).to_have_attribute("data-state", "right")


def test_an_answer_on_the_joined_page_is_the_answer_of_the_question(site: Joined, visits: Visits) -> None:
    case = CASES[0]
    page = visits.open(site.page)
    Block(page, case).give(case.right)
    page.goto(f"{site.address}deep/er/{case}{'/' if site.page.endswith('/') else '.html'}")

    expect(Block(page, case).root).to_have_attribute("data-state", "right")


def test_the_joined_page_has_its_styles_pictures_and_links(site: Joined, visits: Visits) -> None:
    page = visits.open(site.page)
    for block in page.locator("self-check").all():
        expect(block).to_have_css("border-left-style", "solid")
    pictures = page.locator("self-check img")
    assert pictures.count()
    for picture in pictures.all():
        assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 0
    sections = page.locator(".self-check__section a")
    assert sections.count()
    leads_to = sections.evaluate_all("links => links.map(({ href }) => href)")
    assert {each.partition("#")[0] for each in leads_to} <= {site.address, f"{site.address}index.html"}


def test_labels_and_descriptions_of_a_joined_block_find_what_they_name(site: Joined, visits: Visits) -> None:
    page = visits.open(site.page)
    expect(page.locator("self-check[data-state=open]")).to_have_count(len(CASES))

    assert (
        page.locator("self-check").first.evaluate(
            """() => [...document.querySelectorAll("self-check *")].flatMap(node =>
          ["for", "aria-labelledby", "aria-describedby"].flatMap(name =>
            (node.getAttribute(name) ?? "").split(" ").filter(id => id && !document.getElementById(id))))"""
        )
        == []
    )
    ids = page.locator("[id]").evaluate_all("all => all.map(({ id }) => id).filter(id => /^check-/.test(id))")
    assert len(ids) == len(set(ids))


def test_a_question_of_several_pages_is_joined_once_with_links_to_it(site: Joined, visits: Visits) -> None:
    case = CASES[-1]
    page = visits.open(site.page)
    link = page.locator(f'p > a[href="#check-{case.id}"]')

    expect(link).to_have_count(1)
    expect(link).not_to_be_empty()
    expect(Block(page, case).root).to_have_count(1)


def test_the_joined_page_prints_no_answers(site: Joined, visits: Visits) -> None:
    for runs_scripts in (True, False):
        page = visits.open(site.page, java_script_enabled=runs_scripts)
        page.emulate_media(media="print")
        expect(page.locator("self-check")).to_have_count(len(CASES))
        for secret in ("explanation", "key", "model", "reasons"):
            assert in_sight(page, page.locator(f"self-check .self-check__{secret}")) == [], secret
        expect(page.locator("self-check-sheet").first).to_be_visible()


def in_sight(page: Page, parts: Locator) -> list[str]:
    """The beginnings of those parts that can be seen; their number may be none."""
    return [part.inner_text()[:40] for part in parts.all() if part.is_visible()]
