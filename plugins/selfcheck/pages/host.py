"""What the host says about the page it converts: MkDocs, ProperDocs, Zensical, or nobody."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown

from selfcheck.pages.page import Page


@dataclass(frozen=True, slots=True)
class Host:
    """The folder of the host's configuration, and the page under conversion."""

    project: Path
    page: Page


def host_of(md: Markdown) -> Host | None:
    """What the host's own processors know, so that no host has to be imported; None in plain Markdown.

    It is asked for at each conversion, since a theme may convert a page again for another: Material's blog
    shows the beginning of a post on other pages, whose addresses then hold.
    """
    return _mkdocs(md) or _zensical(md)


def _mkdocs(md: Markdown) -> Host | None:
    """From the processor that turns links; its `file.url` is where the result will stand."""
    if "relpath" not in md.treeprocessors:
        return None
    turner: Any = md.treeprocessors["relpath"]
    file, configuration = turner.file, turner.config["config_file_path"]
    project = Path(configuration).absolute().parent if configuration else Path.cwd()
    source = Path(file.abs_src_path) if file.abs_src_path else None
    display_path = _display_path(project, Path(turner.config["docs_dir"]), file.src_uri)
    return Host(project, Page(file.src_uri, file.url, source, display_path))


def zensical_context(md: Markdown) -> Any:
    """Zensical's own processor that knows its settings (`config`) and the page (`page`); None elsewhere."""
    found = "rendering_context" in md.preprocessors
    return md.preprocessors["rendering_context"] if found else None


def _zensical(md: Markdown) -> Host | None:
    """From its context. It turns every relative address itself, as if written from the page's source."""
    context = zensical_context(md)
    if context is None:
        return None
    project, path = Path(context.config["root_dir"]).absolute(), context.page.path
    docs = project / context.config["docs_dir"]
    return Host(project, Page(path, path, docs / path, _display_path(project, docs, path)))


def _display_path(project: Path, docs: Path, source: str) -> str:
    """The page as its author finds it: from the folder of the configuration."""
    folder = docs.relative_to(project) if docs.is_relative_to(project) else docs
    return posixpath.join(folder.as_posix(), source)
