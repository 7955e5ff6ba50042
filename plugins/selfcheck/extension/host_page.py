"""The page that a Markdown instance is converting, as its host's own processors know it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown

from selfcheck.page import Page
from selfcheck.site import Site


def host_page(md: Markdown, site: Site) -> Page | None:
    """The page that MkDocs, ProperDocs or Zensical gave the instance; None where there is none.

    It is asked for at each conversion, since a theme may convert a page again for another: Material's blog
    shows the beginning of a post on other pages, whose addresses then hold.
    """
    return _of_mkdocs(md, site) or _of_zensical(md, site)


def _of_mkdocs(md: Markdown, site: Site) -> Page | None:
    """From the processor that turns links; its `file.url` is where the result will stand."""
    if "relpath" not in md.treeprocessors:
        return None
    turner: Any = md.treeprocessors["relpath"]
    file = turner.file
    source = Path(file.abs_src_path) if file.abs_src_path else None
    return Page(file.src_uri, file.url, source, f"{site.docs}/{file.src_uri}")


def _of_zensical(md: Markdown, site: Site) -> Page | None:
    """From its context. It turns every relative address itself, as if written from the page's source."""
    for preprocessor in md.preprocessors:
        page: Any = getattr(preprocessor, "page", None)
        if hasattr(page, "path") and hasattr(page, "url"):
            return Page(page.path, page.path, site.root / site.docs / page.path, f"{site.docs}/{page.path}")
    return None
