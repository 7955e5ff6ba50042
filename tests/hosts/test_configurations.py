"""Wherever a configuration stands, however it is named: the same site, and no path of the builder in it."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from tests.hosts.host import Host
from tests.pages.tree import Draw

QUIZ = """
    questions:
      - id: rate-adds-weights
        type: true-false
        stem: Has a dilated kernel more weights?
        answer: false
        explanation: Its taps only move apart.
"""
PAGE = "# Home\n\n```quiz\nfirst\n```\n"


@dataclass(frozen=True)
class Layout:
    """Where files stand below a checkout, and how the host is called."""

    config: str = "mkdocs.yml"
    docs: str = "docs"
    quizzes: str = "quizzes"
    cwd: str = "."
    named: str = "mkdocs.yml"
    docs_dir: str = "docs"
    option: str = "quizzes"
    edit_uri: str = "edit/main/docs/"
    links: tuple[tuple[str, str], ...] = ()
    """Symbolic links, and where each leads."""


LAYOUTS = {
    "named by -f": Layout(),
    "from another folder": Layout(cwd="docs", named="../mkdocs.yml"),
    "in a folder of its own": Layout(
        config="site/mkdocs.yml", named="site/mkdocs.yml", docs_dir="../docs", option="../quizzes"
    ),
    "pages and questions far from it": Layout(
        config="a/b/mkdocs.yml",
        docs="c/docs",
        cwd="a",
        named="b/mkdocs.yml",
        docs_dir="../../c/docs",
        option="../../quizzes",
        edit_uri="edit/main/c/docs/",
    ),
    "in a folder with all that is the site's": Layout(
        config="site/mkdocs.yml",
        docs="site/docs",
        quizzes="site/quizzes",
        named="site/mkdocs.yml",
        edit_uri="edit/main/site/docs/",
    ),
    "absolute paths": Layout(docs_dir="{checkout}/docs", option="{checkout}/quizzes"),
    "reached by a symbolic link": Layout(links=(("link", "."),), named="link/mkdocs.yml"),
    "symbolic links in place of folders": Layout(
        docs="real/docs", quizzes="real/quizzes", links=(("docs", "real/docs"), ("quizzes", "real/quizzes"))
    ),
}


@pytest.mark.parametrize("name", ["newest", "properdocs"])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_no_output_holds_a_path_of_the_builder(
    layout: Layout, name: str, host_named: Callable[[str], Host], draw: Draw, tmp_path: Path
) -> None:
    checkout = draw({f"work/{layout.docs}/index.md": PAGE, f"work/{layout.quizzes}/first.yml": QUIZ}) / "work"
    (checkout / ".git").mkdir()
    write_configuration(checkout, layout)
    for link, target in layout.links:
        (checkout / link).symlink_to(checkout / target, target_is_directory=True)

    host, site = host_named(name), tmp_path / "built"
    status, output = host.run(
        checkout / layout.cwd,
        *("-m", host.module, "build", "--strict", "-f", layout.named, "--site-dir", str(site)),
    )

    assert status == 0, output
    assert [file for file in site.rglob("*") if file.is_file() and str(tmp_path).encode() in read(file)] == []
    report, edit = links_of((site / "index.html").read_text("utf-8"))
    # A folder that is a link is called by the name of the link.
    docs, quizzes = (layout.docs, layout.quizzes) if not layout.links else ("docs", "quizzes")
    assert page_of(report) == f"{docs}/index.md"
    assert edit == f"https://github.com/me/course/edit/main/{quizzes}/first.yml#L2"


def write_configuration(checkout: Path, layout: Layout) -> None:
    settings = {
        "site_name": "Course",
        "repo_url": "https://github.com/me/course",
        "edit_uri": layout.edit_uri,
        "docs_dir": layout.docs_dir.format(checkout=checkout),
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"selfcheck": {"quizzes": [layout.option.format(checkout=checkout)]}}],
    }
    file = checkout / layout.config
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(settings), "utf-8")


def read(file: Path) -> bytes:
    return file.read_bytes()


def links_of(page: str) -> tuple[str, str]:
    """The addresses where the first question of a page is reported and edited."""
    addresses = [html.unescape(each) for each in re.findall(r'href="(https://github[^"]*)"', page)]
    return (
        next(each for each in addresses if "/issues/new" in each),
        next(each for each in addresses if "#L" in each),
    )


def page_of(report: str) -> str:
    """The page that a report names."""
    body = parse_qs(urlsplit(report).query)["body"][0]
    return body.rpartition("page: ")[2].strip()
