"""The site as it is published: built strictly, below a folder of its host, and every address answers."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page as Opened
from playwright.sync_api import expect

from selfcheck.question_types import discover
from tests.browsing.static_host import static_host
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.states import bring
from tests.selfcheck.cases import first
from tests.toolchain.without_node import without_node
from tools.python_environment import ROOT

BELOW = "site"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


class Page(HTMLParser):
    """The addresses that a page loads, those that it links to, and the places in it that have a name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.places = {""}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down what an element names."""
        said = {name: value for name, value in attrs if value is not None}
        self.places |= {said[name] for name in ("id", "name") if name in said}
        leads = tag in ("a", "form") or said.get("rel") in ("canonical", "next", "prev")
        into = self.links if leads else self.loads
        into += [said[name] for name in ("href", "src", "data", "poster", "action") if name in said]
        into += [each.split()[0] for each in said.get("srcset", "").split(",") if each.strip()]


@dataclass(frozen=True, slots=True)
class Published:
    """The site under its address, which ends with a slash, and its folder."""

    address: str
    folder: Path
    seen: dict[str, int] = field(default_factory=dict)
    """What each address answered that was asked already."""

    def address_of(self, file: Path) -> str:
        """Under which address a file is served."""
        return self.address + file.relative_to(self.folder).as_posix().removesuffix("index.html")

    def answer(self, address: str) -> int:
        """The status with which an address of the site answers."""
        if address not in self.seen:
            try:
                with urlopen(address, timeout=60) as reply:
                    self.seen[address] = reply.status
            except HTTPError as error:
                self.seen[address] = error.code
                error.close()
        return self.seen[address]

    def pages(self) -> Iterator[tuple[str, Page]]:
        """Every page with its address."""
        for file in sorted(self.folder.rglob("*.html")):
            yield self.address_of(file), Page(file.read_text("utf-8"))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """Our own site, as `make publish` makes it, below a folder of its host: with its headers, compressed."""
    root = tmp_path_factory.mktemp("published")
    barred = without_node(tmp_path_factory.mktemp("barred") / "bin")
    with static_host(root, f"/{BELOW}/") as address:
        site = Published(f"{address}/{BELOW}/", root / BELOW)
        done = subprocess.run(
            [sys.executable, "-m", "tools.publishing", str(root)],
            cwd=ROOT,
            env={**barred.environment, "SITE_URL": site.address},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert barred.calls == []
        yield site


def is_of_the_web(address: str) -> bool:
    """Whether an address is asked of a host, rather than standing for itself as `data:` does."""
    return urlsplit(address).scheme in ("http", "https")


def test_nothing_that_a_page_loads_comes_from_another_host(published: Published) -> None:
    loaded = {urljoin(address, each) for address, page in published.pages() for each in page.loads}
    assert len(loaded) > 10
    assert [
        each for each in sorted(loaded) if is_of_the_web(each) and not each.startswith(published.address)
    ] == []


def test_everything_that_a_page_loads_answers(published: Published) -> None:
    loaded = {urljoin(address, each) for address, page in published.pages() for each in page.loads}
    assert [each for each in sorted(loaded) if is_of_the_web(each) and published.answer(each) != 200] == []


def test_what_the_styles_load_answers(published: Published) -> None:
    named = [
        urljoin(published.address_of(file), each)
        for file in sorted(published.folder.rglob("*.css"))
        for each in re.findall(r"""url\(\s*["']?([^"')\s]+)""", file.read_text("utf-8"))
    ]
    outside = [each for each in named if is_of_the_web(each) and not each.startswith(published.address)]
    assert outside == []
    assert [each for each in named if is_of_the_web(each) and published.answer(each) != 200] == []


def test_every_link_within_the_site_leads_to_a_page_and_a_place_on_it(published: Published) -> None:
    pages = dict(published.pages())
    broken = []
    for address, page in pages.items():
        for link in sorted({urljoin(address, each) for each in page.links}):
            whole, place = urldefrag(link)
            # Of this host: a path that leaves the folder of the site is broken, too.
            if urlsplit(whole).netloc != urlsplit(published.address).netloc:
                continue
            is_place = whole not in pages or unquote(place) in pages[whole].places
            if not (whole.startswith(published.address) and published.answer(whole) == 200 and is_place):
                broken.append(f"{address}: {link}")
    assert len(pages) > 40
    assert broken == []


def test_the_sitemap_and_the_search_name_pages_that_answer(published: Published) -> None:
    sitemap = ElementTree.parse(published.folder / "sitemap.xml")
    mapped = [each.text or "" for each in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    index = json.loads((published.folder / "search" / "search_index.json").read_text("utf-8"))
    found = {published.address + entry["location"] for entry in index["docs"]}
    assert len(mapped) > 40
    assert len(found) > len(mapped)
    left_out = {
        published.address_of(file)
        for file in published.folder.rglob("*.html")
        if '<meta name="robots" content="noindex">' in file.read_text("utf-8")
    }
    assert left_out
    assert left_out.isdisjoint(mapped)
    assert [each for each in (*mapped, *sorted(found)) if published.answer(urldefrag(each)[0]) != 200] == []


@pytest.mark.parametrize("page", ["", "lessons/dilated-convolution/", "authoring/gallery/"])
def test_a_reader_opens_it_and_nothing_complains(visits: Visits, published: Published, page: str) -> None:
    opened = visits.open(published.address + page, width=375)
    expect(opened.locator("self-check:not(:has(.self-check__button))")).to_have_count(0)
    expect(opened.locator("self-check").first).to_be_visible()
    opened.reload()
    expect(opened.locator("h1").first).to_be_visible()


def test_a_reader_goes_from_page_to_page_and_back_home(visits: Visits, published: Published) -> None:
    page = visits.open(f"{published.address}lessons/label-map/", width=1280)
    page.get_by_role("link", name="Next", exact=False).last.click()
    expect(page).to_have_url(re.compile(rf"^{re.escape(published.address)}lessons/.+/$"))
    expect(page.locator("self-check").first).to_be_visible()
    page.locator("a.md-logo").first.click()
    expect(page).to_have_url(published.address)


def violations(page: Opened) -> list[str]:
    """What the policy has refused."""
    refused: list[str] = page.evaluate("() => violations")
    return refused


def test_no_page_breaks_the_policy(visits: Visits, published: Published) -> None:
    page = visits.reader(width=375).new_page()
    for address, _ in published.pages():
        answer = page.goto(address)
        assert answer
        assert answer.header_value("Content-Security-Policy"), address
        assert answer.header_value("Content-Encoding") == "gzip"
        expect(page.locator("self-check:not(:has(.self-check__button))")).to_have_count(0)
        assert violations(page) == [], address


def test_every_type_is_answered_under_the_policy(visits: Visits, published: Published) -> None:
    page = visits.open(f"{published.address}authoring/gallery/")
    for kind in discover().values():
        bring(Block(page, first(kind)), first(kind), "right")
    assert violations(page) == []


def test_the_search_works_under_the_policy(visits: Visits, published: Published) -> None:
    page = visits.open(published.address)
    page.get_by_role("textbox", name="Search").fill("dilation")
    page.locator(".md-search-result__item a").first.click()
    expect(page).to_have_url(re.compile(r"\?h=dilation"))
    assert violations(page) == []


def test_a_host_that_sends_no_header_has_the_policy_in_each_page(
    visits: Visits, published: Published
) -> None:
    with static_host(published.folder.parent, f"/{BELOW}/", reads_headers=False) as address:
        page = visits.open(f"{address}/{BELOW}/lessons/")
        page.locator("article").get_by_role("link", name="Skip connections").first.click()
        expect(page.locator("h1")).to_contain_text("Skip connections")
        expect(page.locator("meta[http-equiv]")).to_have_count(1)
        assert violations(page) == []
        page.evaluate("() => document.body.setAttribute('style', 'color: red')")
        assert violations(page) == ["style-src-attr"]
        visits.allowed = ("Content Security Policy",)


def test_what_is_named_after_its_content_is_kept_for_a_year_and_pages_are_not(published: Published) -> None:
    page = published.folder / "index.html"
    loaded = {urljoin(published.address, each) for each in Page(page.read_text("utf-8")).loads}
    kept = set()
    for each in (*loaded, published.address):
        with urlopen(each, timeout=60) as reply:
            if "immutable" in reply.headers["Cache-Control"]:
                kept.add(each)
    assert kept == {each for each in loaded if re.search(r"\.[0-9a-f]{8}\.", each)}
    assert len(kept) > 5


def test_a_shared_link_shows_a_picture_of_the_site(published: Published) -> None:
    html = (published.folder / "index.html").read_text("utf-8")
    (picture,) = re.findall(r'property="og:image" content="([^"]+)"', html)
    assert picture.startswith(published.address)
    assert published.answer(picture) == 200


def test_an_address_that_is_none_is_answered_by_the_page_that_leads_home(
    visits: Visits, published: Published
) -> None:
    visits.allowed = ("404 (Not Found)",)
    page = visits.open(f"{published.address}lessons/nothing/here/")
    expect(page.locator("h1")).to_have_text("No page under this address")
    page.locator("article").get_by_role("link", name="Home").click()
    expect(page).to_have_url(published.address)


def test_that_page_names_its_files_by_their_whole_path(published: Published) -> None:
    page = Page((published.folder / "404.html").read_text("utf-8"))
    # It is shown under any address, so it names its files by their whole path.
    assert [
        each
        for each in (*page.loads, *page.links)
        if not each.startswith((f"/{BELOW}/", "http", "data:", "#"))
    ] == []
