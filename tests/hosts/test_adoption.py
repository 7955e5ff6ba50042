"""Any MkDocs site can adopt it: themes, addresses, fence extensions, lowest and newest versions."""

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from tests.hosts.documents import PAGES, WITH_QUESTIONS
from tests.hosts.host import Build, Host, Settings
from tests.hosts.installation import once
from tests.pages.tree import write_tree

# The first test of a host waits for all its sites: 36 builds, a quarter of a minute where nothing else runs.
pytestmark = pytest.mark.timeout(600)

ADDRESS = "https://example.org/under/a/path/"
THEMES: dict[str, Any] = {
    "material": {"name": "material", "font": False},
    "mkdocs": {"name": "mkdocs"},
    "readthedocs": {"name": "readthedocs"},
}
FENCES = {"superfences": ["pymdownx.superfences"], "fenced_code": ["fenced_code"], "neither": []}
SITES = [f"{theme}-{fences}-{urls}" for theme, fences, urls in product(THEMES, FENCES, ("folders", "files"))]

Sites = dict[str, tuple[Build, Build]]
"""By name: the site without the plugin, and the same with it."""


def settings(site: str, plugins: list[str]) -> Settings:
    theme, fences, urls = site.split("-")
    builtin = [] if fences == "neither" else FENCES[fences]
    return {
        "site_url": ADDRESS,
        "theme": THEMES[theme],
        "use_directory_urls": urls == "folders",
        "plugins": ["search", *plugins],
        "markdown_extensions": ["admonition", "attr_list", *builtin],
    }


@pytest.fixture(scope="module", params=["lowest", "newest"])
def sites(request: pytest.FixtureRequest, shared: Path, host_named: Callable[[str], Host]) -> Sites:
    host = host_named(request.param)
    root = shared / f"adoption-{host.name}"

    def build(folder: Path) -> None:
        write_tree(folder, PAGES)
        without = {f"{site}-without": settings(site, []) for site in SITES}
        with_it = {f"{site}-with": settings(site, ["selfcheck"]) for site in SITES}
        host.build_many(folder, without | with_it)

    once(root, build)
    return {
        site: (
            Build(0, "", root / f"site-{site}-without"),
            Build(0, "", root / f"site-{site}-with"),
        )
        for site in SITES
    }


@pytest.mark.parametrize("site", SITES)
def test_a_page_without_a_question_is_the_same_byte_for_byte(site: str, sites: Sites) -> None:
    without, with_it = (files(build.site) for build in sites[site])

    assert {
        path for path in with_it.keys() ^ without.keys() if not path.startswith("assets/selfcheck/")
    } == set()
    changed = {path for path in without if without[path] != with_it[path]}
    assert changed == {*map(address_of(site), WITH_QUESTIONS), "search/search_index.json"}


@pytest.mark.parametrize("site", SITES)
def test_search_entries_of_pages_without_a_question_stay_the_same(site: str, sites: Sites) -> None:
    without, with_it = (entries(build) for build in sites[site])

    # A heading's location has an anchor; Material joins what follows a heading to it.
    plain = [place for place in without if not place.startswith(WITH_QUESTIONS)]
    assert plain
    assert [with_it[place] for place in plain] == [without[place] for place in plain]


@pytest.mark.parametrize("site", SITES)
def test_every_asset_of_a_page_is_found_from_its_address(site: str, sites: Sites) -> None:
    _, build = sites[site]
    for page in map(address_of(site), WITH_QUESTIONS):
        text = build.page(page)
        assets = [address for address in addresses(text) if "selfcheck/" in address]
        assert assets
        for address in assets:
            whole = urljoin(ADDRESS + page, address)
            assert whole.startswith(ADDRESS)
            assert (build.site / whole.removeprefix(ADDRESS)).is_file(), address


@pytest.mark.parametrize("site", SITES)
def test_every_link_and_picture_of_a_question_leads_somewhere(site: str, sites: Sites) -> None:
    _, build = sites[site]
    for page in map(address_of(site), WITH_QUESTIONS):
        for block in blocks(build.page(page)):
            for address in addresses(block):
                path, _, anchor = urlsplit(urljoin(f"/{page}", address)).geturl().partition("#")
                target = build.site / path.lstrip("/")
                target = target / "index.html" if path.endswith("/") else target
                assert target.is_file(), address
                assert not anchor or f'id="{anchor}"' in target.read_text("utf-8"), address


@pytest.mark.parametrize("site", SITES)
def test_a_block_is_the_same_whatever_the_theme_and_the_fence_extension(site: str, sites: Sites) -> None:
    # Among the sites with the same addresses, the one with the least in it.
    plainest = f"mkdocs-neither-{site.rpartition('-')[2]}"
    for page in map(address_of(site), WITH_QUESTIONS):
        found = blocks(sites[site][1].page(page))
        assert found
        assert found == blocks(sites[plainest][1].page(page))


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }


def entries(build: Build) -> dict[str, Any]:
    """What the search index holds, by location."""
    index = json.loads(build.page("search/search_index.json"))
    return {entry["location"]: entry for entry in index["docs"]}


def address_of(site: str) -> Callable[[str], str]:
    """Where a page is written, given its name without the suffix."""
    ending = "/index.html" if site.endswith("folders") else ".html"
    return lambda name: posixpath.normpath(name + ending)


def addresses(html: str) -> Iterator[str]:
    """The values of all `href` and `src` attributes."""
    return (match[1] for match in re.finditer(r'(?:href|src)="([^"]*)"', html))


def blocks(html: str) -> list[str]:
    """The self-check blocks of a page."""
    return re.findall(r"<self-check .*?</self-check>", html, flags=re.DOTALL)
