"""What the host says about the page it converts: MkDocs, ProperDocs, Zensical, or nobody."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown

from selfcheck.pages.page import Page
from selfcheck.pages.path import path_from


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
    project = Path(os.path.abspath(configuration)).parent if configuration else Path.cwd()
    source = Path(file.abs_src_path) if file.abs_src_path else None
    path = path_from(project, Path(turner.config["docs_dir"], file.src_uri))
    return Host(project, Page(file.src_uri, file.url, source, path))


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
    file = project / context.config["docs_dir"] / path
    return Host(project, Page(path, path, file, path_from(project, file)))
