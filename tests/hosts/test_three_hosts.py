"""MkDocs, ProperDocs, Zensical and MaterialX give the same blocks for every accepted case of every type."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.hosts.host import Build, Host
from tests.hosts.installation import once
from tests.selfcheck.cases import Accepted, all_accepted, write_pages, write_quizzes

REFERENCE = "newest"
HOSTS = ("properdocs", "zensical", "materialx")
SETTINGS: dict[str, Any] = {
    "site_url": "https://example.org/under/a/path/",
    "plugins": ["search", {"selfcheck": {"require": ["explanation"]}}],
    "markdown_extensions": [
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "footnotes",
        "md_in_html",
        "tables",
        {"toc": {"permalink": True}},
        {"pymdownx.arithmatex": {"generic": True}},
        "pymdownx.details",
        "pymdownx.highlight",
        "pymdownx.inlinehilite",
        "pymdownx.superfences",
        {"pymdownx.tabbed": {"alternate_style": True}},
        "pymdownx.tasklist",
    ],
}


@pytest.fixture(scope="module")
def built(shared: Path, host_named: Callable[[str], Host]) -> Callable[[str], Build]:
    """The site of all cases as one host builds it, strictly."""

    def by(name: str) -> Build:
        host = host_named(name)
        root = shared / f"cases-{name}"
        theme = "materialx" if name == "materialx" else "material"
        settings = {**SETTINGS, "theme": {"name": theme, "font": False}}

        def build(folder: Path) -> None:
            write_pages(folder / "docs", all_accepted())
            write_quizzes(folder / "quizzes", all_accepted())
            (folder / "output.txt").write_text(
                host.build(folder, settings, strict=True).checked().output, "utf-8"
            )

        once(root, build)
        return Build(0, (root / "output.txt").read_text("utf-8"), root / f"site-{name}")

    return by


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_a_block_is_the_same_in_every_host(case: Accepted, host: str, built: Callable[[str], Build]) -> None:
    page = f"{case}/index.html"

    assert blocks(built(host).page(page)) == blocks(built(REFERENCE).page(page)) != []


@pytest.mark.parametrize("host", HOSTS)
def test_every_asset_is_the_same_in_every_host(host: str, built: Callable[[str], Build]) -> None:
    assert assets(built(host).site) == assets(built(REFERENCE).site) != {}


@pytest.mark.parametrize("host", [REFERENCE, *HOSTS])
@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_the_assets_of_a_page_are_found(case: Accepted, host: str, built: Callable[[str], Build]) -> None:
    site, page = built(host).site, built(host).page(f"{case}/index.html")
    named = re.findall(r'(?:href|src)="([^"]*selfcheck/[^"]*)"', page)

    assert named
    for address in named:
        assert (site / str(case) / address).resolve().is_relative_to(site.resolve())
        assert (site / str(case) / address).is_file()


def blocks(html: str) -> list[str]:
    """The blocks of a page, without the mark that Zensical takes away once its search has read it."""
    found = re.findall(r"<self-check .*?</self-check>", html, flags=re.DOTALL)
    return [block.replace(' data-search-exclude=""', "") for block in found]


def assets(site: Path) -> dict[str, bytes]:
    """The scripts and styles in a built site, by name."""
    return {file.name: file.read_bytes() for file in (site / "assets/selfcheck").iterdir()}
