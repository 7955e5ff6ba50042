"""What the processors of a host say about the page."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from selfcheck.pages.host import Host, host_of
from selfcheck.pages.page import Page


def in_mkdocs(docs: str, file: str | None) -> Markdown:
    md = Markdown()
    links = Treeprocessor(md)
    links.file = SimpleNamespace(src_uri="guide/a.md", url="guide/a/", abs_src_path=file)  # type: ignore[attr-defined]
    links.config = {"config_file_path": "/site/mkdocs.yml", "docs_dir": docs}  # type: ignore[attr-defined]
    md.treeprocessors.register(links, "relpath", 0)
    return md


@pytest.mark.parametrize(
    ("docs", "shown"),
    [("/site/docs", "docs/guide/a.md"), ("/pages", "/pages/guide/a.md")],
)
def test_mkdocs_names_the_file_from_where_its_configuration_stands(docs: str, shown: str) -> None:
    page = Page("guide/a.md", "guide/a/", Path(f"{docs}/guide/a.md"), shown)
    assert host_of(in_mkdocs(docs, f"{docs}/guide/a.md")) == Host(Path("/site"), page)


def test_a_page_that_a_plugin_makes_in_memory_has_no_file() -> None:
    host = host_of(in_mkdocs("/site/docs", None))
    assert host is not None
    assert host.page == Page("guide/a.md", "guide/a/", None, "docs/guide/a.md")


def test_zensical_turns_addresses_itself() -> None:
    md = Markdown()
    context = Preprocessor(md)
    context.page = SimpleNamespace(path="guide/a.md", url="guide/a/")  # type: ignore[attr-defined]
    context.config = {"root_dir": "/site", "docs_dir": "docs"}  # type: ignore[attr-defined]
    md.preprocessors.register(context, "rendering_context", 0)
    page = Page("guide/a.md", "guide/a.md", Path("/site/docs/guide/a.md"), "docs/guide/a.md")
    assert host_of(md) == Host(Path("/site"), page)


def test_plain_markdown_has_no_host() -> None:
    assert host_of(Markdown()) is None
