"""What the host says about the page it converts: MkDocs, ProperDocs, Zensical, or nobody."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown

from selfcheck.pages.language import tag_of
from selfcheck.pages.page import Page
from selfcheck.pages.path import path_from


@dataclass(frozen=True, slots=True)
class Host:
    """The folder of the host's configuration, that of its pages, and the page under conversion."""

    project: Path
    docs: Path
    page: Page


def host_of(md: Markdown) -> Host | None:
    """What the host's own processors know, so that no host has to be imported; None in plain Markdown.

    It is asked for at each conversion, since a theme may convert a page again for another: Material's blog
    shows the beginning of a post on other pages, whose addresses then hold.
    """
    return _mkdocs(md) or _zensical(md)


def plain_page(md: Markdown) -> Page:
    """The page of a conversion without a host; the extension `meta` may know its front matter."""
    said = getattr(md, "Meta", {}).get("language")
    return Page("index.md", "", language=tag_of(said[0] if isinstance(said, list) and said else said))


def _mkdocs(md: Markdown) -> Host | None:
    """From the processor that turns links; its `file.url` is where the result will stand."""
    if "relpath" not in md.treeprocessors:
        return None
    turner: Any = md.treeprocessors["relpath"]
    configuration = turner.config["config_file_path"]
    docs = Path(turner.config["docs_dir"])
    return Host(project_of(configuration), docs, mkdocs_page(turner.file, turner.config))


def project_of(configuration: str | None) -> Path:
    """The folder of MkDocs' configuration file; without one, the folder that the build began in."""
    return Path(os.path.abspath(configuration)).parent if configuration else Path.cwd()


def mkdocs_page(file: Any, config: Any) -> Page:
    """The page of one of MkDocs' files, in the build with this configuration."""
    project = project_of(config["config_file_path"])
    front_matter = file.page.meta if file.page else {}
    # The plugin mkdocs-static-i18n says for which language a page is built, and in which its file is written.
    translated = getattr(file, "locale_alternate_of", "")
    return Page(
        file.src_uri,
        file.url,
        Path(file.abs_src_path) if file.abs_src_path else None,
        path_from(project, Path(config["docs_dir"], file.src_uri)),
        language=tag_of(front_matter.get("language")) or tag_of(translated),
        html_language=language_around(config["theme"]),
        is_stand_in=getattr(file, "locale", translated) != translated,
    )


def zensical_context(md: Markdown) -> Any:
    """Zensical's own processor that knows its settings (`config`) and the page (`page`); None elsewhere."""
    found = "rendering_context" in md.preprocessors
    return md.preprocessors["rendering_context"] if found else None


def _zensical(md: Markdown) -> Host | None:
    """From its context. It turns every relative address itself, as if written from the page's source."""
    context = zensical_context(md)
    if context is None:
        return None
    project, path = Path(os.path.abspath(context.config["root_dir"])), context.page.path
    docs = project / context.config["docs_dir"]
    file = docs / path
    language, around = tag_of(context.page.meta.get("language")), language_around(context.config["theme"])
    return Host(project, docs, Page(path, path, file, path_from(project, file), language, around))


def published_in(md: Markdown, docs: Path) -> Iterable[Path]:
    """Those of the site whose page is under conversion; all of its folder where no host says more."""
    if "relpath" in md.treeprocessors:
        turner: Any = md.treeprocessors["relpath"]
        return (Path(file.abs_src_path) for file in turner.files.documentation_pages() if file.abs_src_path)
    # A build does not pay for patterns that it does not read.
    from selfcheck.pages.published import published_below

    context = zensical_context(md)
    return published_below(docs, context.config if context else {})


def language_around(theme: Any) -> str:
    """The language of the document around a page: a setting of Material and its kin, a locale elsewhere."""
    return tag_of(theme.get("language") or theme.get("locale"))
