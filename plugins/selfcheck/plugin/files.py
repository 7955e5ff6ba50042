"""What MkDocs knows of the files and pages of a site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from selfcheck.crosscheck import Anchors, Find
from selfcheck.frame.names import is_asset


def drop_assets(files: Files) -> None:
    """Take out of the build what the extension has put among the pages for a host that runs no plugins."""
    for file in [file for file in files if is_asset(file.src_uri)]:
        files.remove(file)


def published_files(files: Files) -> list[Path]:
    """The files that are copied to the site as they are."""
    return [
        Path(file.abs_src_path)
        for file in files.media_files()
        if file.abs_src_path and file.inclusion.is_included()  # type: ignore[no-untyped-call]
    ]


def own_files(files: Files, config: MkDocsConfig) -> list[str]:
    """The files of the site, without those that its theme brings."""
    return [file.src_uri for file in files if file.src_dir not in config.theme.dirs]


def pages_of(files: Files) -> set[str]:
    """The pages of the site, and while it is served, drafts; a dirty build leaves some of them alone."""
    every = files.documentation_pages(inclusion=InclusionLevel.all)
    converted = (file for file in every if file.page and file.page.content is not None)
    return {file.src_uri for file in (*converted, *files.documentation_pages())}


def is_post(file: File, config: MkDocsConfig) -> bool:
    """Whether a page is a post of Material's blog, asked before there is a navigation."""
    has_blog = any(name.rpartition("/")[2] == "blog" for name in config.plugins)
    return has_blog and file.page is not None and file.inclusion is InclusionLevel.EXCLUDED


def finder(files: Files) -> Find:
    """What finds the file that a path means, as MkDocs calls it."""

    def of(source: str) -> str:
        file = files.get_file_from_path(source)
        return file.src_uri if file else source

    return of


def left_out(files: Files, *, is_served: bool) -> Callable[[str], bool]:
    """What knows whether the build leaves a page out; while a site is served, drafts are there."""
    is_there = InclusionLevel.is_in_serve if is_served else InclusionLevel.is_included

    def of(source: str) -> bool:
        file = files.get_file_from_path(source) if source else None
        return file is not None and not is_there(file.inclusion)  # type: ignore[no-untyped-call]

    return of


def anchors_in(files: Files) -> Anchors:
    """What knows the anchors of a page; None for a file that is no page."""

    def of(source: str) -> set[str] | None:
        file = files.get_file_from_path(source)
        return file.page.present_anchor_ids if file and file.page else None

    return of


def as_text(title: str | None) -> str:
    """The title of a page or a section as text: what MkDocs has is HTML."""
    return str(Markup(title or "").striptags())
