"""What the host says about the page it renders: MkDocs, ProperDocs, Zensical, or plain Markdown."""

import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path from the docs root with slashes, and its file."""

    uri: str
    file: Path

    def relative(self, docs_path: str) -> str:
        """Return a path written from the docs root as seen from this page."""
        return posixpath.relpath(docs_path, posixpath.dirname(self.uri) or ".")


@dataclass(frozen=True, slots=True)
class Host:
    """Where the project stands (the folder of the host's configuration) and, if known, the page."""

    project: Path
    page: Page | None

    @property
    def shown(self) -> str:
        """The page as problems name it: its path in the project, else from the docs root."""
        if self.page is None:
            return "page"
        file = self.page.file
        return (
            file.relative_to(self.project).as_posix() if file.is_relative_to(self.project) else self.page.uri
        )


def host_of(md: Markdown) -> Host:
    """Read page and project from the processors that hosts register, so that no host has to be imported."""
    if "relpath" in md.treeprocessors:  # MkDocs and ProperDocs
        links: Any = md.treeprocessors["relpath"]
        configuration = links.config["config_file_path"]
        project = Path(configuration).absolute().parent if configuration else Path.cwd()
        return Host(project, Page(links.file.src_uri, Path(links.file.abs_src_path)))
    if "rendering_context" in md.preprocessors:  # Zensical
        context: Any = md.preprocessors["rendering_context"]
        project = Path(context.config["root_dir"]).absolute()
        docs = project / context.config["docs_dir"]
        return Host(project, Page(context.page.path, docs / context.page.path))
    return Host(Path.cwd(), None)
