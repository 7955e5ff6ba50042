"""What the processors of a host say about the page."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType, SimpleNamespace

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from selfcheck.pages.host import Host, host_of
from selfcheck.pages.page import Page


def in_mkdocs(
    docs: str,
    file: str | None,
    *,
    theme: Mapping[str, object] = MappingProxyType({}),
    meta: Mapping[str, object] = MappingProxyType({}),
    **of_the_file: str,
) -> Markdown:
    md = Markdown()
    links = Treeprocessor(md)
    page = SimpleNamespace(meta=meta)
    links.file = SimpleNamespace(  # type: ignore[attr-defined]
        src_uri="guide/a.md", url="guide/a/", abs_src_path=file, page=page, **of_the_file
    )
    links.config = {"config_file_path": "/site/mkdocs.yml", "docs_dir": docs, "theme": theme}  # type: ignore[attr-defined]
    md.treeprocessors.register(links, "relpath", 0)
    return md


def in_zensical(theme: Mapping[str, object], meta: Mapping[str, object]) -> Markdown:
    md = Markdown()
    context = Preprocessor(md)
    context.page = SimpleNamespace(path="guide/a.md", url="guide/a/", meta=meta)  # type: ignore[attr-defined]
    context.config = {"root_dir": "/site", "docs_dir": "docs", "theme": theme}  # type: ignore[attr-defined]
    md.preprocessors.register(context, "rendering_context", 0)
    return md


@pytest.mark.parametrize(
    ("docs", "shown"),
    [("/site/docs", "docs/guide/a.md"), ("/pages", "/pages/guide/a.md")],
)
def test_mkdocs_names_the_file_from_where_its_configuration_stands(docs: str, shown: str) -> None:
    page = Page("guide/a.md", "guide/a/", Path(f"{docs}/guide/a.md"), shown)
    assert host_of(in_mkdocs(docs, f"{docs}/guide/a.md")) == Host(Path("/site"), Path(docs), page)


def test_a_page_that_a_plugin_makes_in_memory_has_no_file() -> None:
    host = host_of(in_mkdocs("/site/docs", None))
    assert host is not None
    assert host.page == Page("guide/a.md", "guide/a/", None, "docs/guide/a.md")


def test_zensical_turns_addresses_itself() -> None:
    page = Page("guide/a.md", "guide/a.md", Path("/site/docs/guide/a.md"), "docs/guide/a.md")
    assert host_of(in_zensical({}, {})) == Host(Path("/site"), Path("/site/docs"), page)


def test_plain_markdown_has_no_host() -> None:
    assert host_of(Markdown()) is None


def languages(md: Markdown) -> tuple[str, str]:
    host = host_of(md)
    assert host is not None
    return host.page.language, host.page.html_language


@pytest.mark.parametrize(
    ("theme", "meta", "translated", "found"),
    [
        ({}, {}, "", ("", "")),
        ({"locale": "pt_BR"}, {}, "", ("", "pt-BR")),
        ({"language": "fr", "locale": "en"}, {}, "", ("", "fr")),
        ({"language": "fr"}, {}, "de", ("de", "fr")),
        ({"language": "fr"}, {"language": "ja"}, "de", ("ja", "fr")),
        ({"language": "fr"}, {"language": "JavaScript"}, "", ("", "fr")),
    ],
)
def test_front_matter_speaks_before_a_plugin_for_translations_and_the_theme_for_the_document(
    theme: dict[str, object], meta: dict[str, object], translated: str, found: tuple[str, str]
) -> None:
    md = in_mkdocs("/site/docs", None, theme=theme, meta=meta, locale_alternate_of=translated)
    assert languages(md) == found


def test_zensical_tells_front_matter_and_the_language_of_its_theme() -> None:
    assert languages(in_zensical({"language": "de"}, {})) == ("", "de")
    assert languages(in_zensical({"language": "de"}, {"language": "fr"})) == ("fr", "de")


@pytest.mark.parametrize(
    ("page", "usual", "found"),
    [
        (("", ""), "", ("en", "en")),
        (("", ""), "de", ("de", "de")),
        (("", "fr"), "", ("fr", "fr")),
        (("", "fr"), "de", ("de", "fr")),
        (("ja", "fr"), "de", ("ja", "fr")),
        (("ja", ""), "", ("ja", "ja")),
    ],
)
def test_a_page_that_names_no_language_speaks_the_usual_one_else_that_of_its_document(
    page: tuple[str, str], usual: str, found: tuple[str, str]
) -> None:
    known = Page("a.md", "a/", language=page[0], html_language=page[1]).in_language(usual)
    assert (known.language, known.html_language) == found
