"""Publishes the assets of a site under Zensical, which runs no plugins and adds no file to a site itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from markdown.treeprocessors import Treeprocessor

from selfcheck.cache import SUFFIX
from selfcheck.errors import ProblemsFound
from selfcheck.extension.conversion import Conversion
from selfcheck.frame.assets import Asset, write
from selfcheck.frame.names import FOLDER, is_asset
from selfcheck.page_index import Use
from selfcheck.pages.host import zensical_context
from selfcheck.pages.path import path_from
from selfcheck.pages.published import is_published, leaving_out, published_below
from selfcheck.problems import Problem
from selfcheck.quiz import Entry, files_of
from selfcheck.site import Site

_AFTER_EVERYTHING = -1_001
_HASH = "[0-9a-f]" * 8
_IGNORED: Final = f"""\
# Made by selfcheck, which writes these files in every build.
/.gitignore
/*.{_HASH}.css
/*.{_HASH}.js
"""


def publish_assets(conversion: Conversion) -> None:
    """Let this conversion put into the site what its page uses."""
    publish = _PublishAssets(conversion)
    conversion.md.treeprocessors.register(publish, "selfcheck-publish", _AFTER_EVERYTHING)


class _PublishAssets(Treeprocessor):
    """Runs for pages without questions too, which may have had some."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, root: object) -> None:
        """Hand over what the page shows."""
        context = zensical_context(self.md)
        project, settings = Path(os.path.abspath(context.config["root_dir"])), context.config
        folders = (project / settings["docs_dir"], project / settings["site_dir"])
        language = self.conversion.page(self.md).language
        publication = _publication(self.conversion.site, *folders)
        publication.refuse_answers(settings)
        publication.add(context, language, self.conversion.shown)


class Publication:
    """The assets of a site, written into the folder of its pages and into the built site.

    Zensical lists the files to copy before it converts a page, so a file written among the pages is missing
    from the first build. One written into the built site is deleted by the next build that converts no page.
    """

    def __init__(self, site: Site, docs: Path, output: Path) -> None:
        self.site, self.docs, self.output = site, docs, output
        self.index = site.page_index("zensical")
        self._page: object = None
        self._entries: list[Entry] = []
        self._has_begun = False

    def refuse_answers(self, settings: Mapping[str, Any]) -> None:
        """Stop at the first page if questions, or what is kept of them, would be copied with the pages."""
        if self._has_begun:
            return
        problems = list(self.site.shelf.published(published_below(self.docs, settings)))
        cache = self.site.cache_folder
        # It may be empty yet, and a build that copies it need not convert a page.
        if cache and is_published(cache / f"questions{SUFFIX}", self.docs, settings):
            problems.append(self.site.published_cache)
        if problems:
            raise ProblemsFound(problems)

    def add(self, context: Any, language: str, entries: Iterable[Entry]) -> None:
        """Note what a page shows, and write what it needs; the first time, what other pages need too.

        `context.page` is the same object for all parts of a page, which mkdocstrings converts one by one.
        """
        if context.page is not self._page:
            self._page, self._entries = context.page, []
        self._entries += entries
        use = self._use(self._entries, language)
        path = path_from(self.site.root, self.docs / context.page.path)
        known = set() if self._has_begun else self.index.assets()
        dropped = set(self.index.use_of(path).assets) - set(use.assets)
        self.index.note(path, use)
        wanted = set(use.assets) if self._has_begun else self.index.assets()
        if wanted:
            self._refuse_loss(wanted, context.config)
            self._write(wanted, [language] if self._has_begun else self.index.languages())
        if dropped or (known and not self._has_begun):
            self._clean()
        self._has_begun = True

    def _refuse_loss(self, wanted: Iterable[str], settings: Mapping[str, Any]) -> None:
        """Stop if later builds would not copy what pages load."""
        leaves_out = leaving_out(settings)
        if setting := next(filter(None, map(leaves_out, wanted)), ""):
            message = f"`{setting}` leaves out this folder, from which pages load their scripts and styles"
            hint = f"add the line `!/{FOLDER}/*.*.*` at its end"
            raise ProblemsFound([self._problem(self.docs / FOLDER, message, hint)])

    def _problem(self, folder: Path, message: str, hint: str) -> Problem:
        return Problem(self.site.shelf.display_path(folder), None, None, "", message, hint, "site")

    def _use(self, entries: Sequence[Entry], language: str) -> Use:
        if not entries:
            return Use()
        assets = self.site.equipment.assets_for(language).for_site(entry.type for entry in entries)
        return Use(files_of(entries), tuple(asset.path for asset in assets), language)

    def _write(self, wanted: set[str], languages: Iterable[str]) -> None:
        assets = [asset for path, asset in self._present(languages).items() if path in wanted]
        write(assets, self.output)
        write(assets, self.docs)
        ignore = self.docs / FOLDER / ".gitignore"
        if not ignore.exists():
            ignore.write_text(_IGNORED, "utf-8")

    def _present(self, languages: Iterable[str]) -> dict[str, Asset]:
        """The assets of this version by path, in these languages of pages."""
        by_language = map(self.site.equipment.assets_for, languages)
        return {asset.path: asset for assets in by_language for asset in assets.for_every_type()}

    def _clean(self) -> None:
        """Remove the assets of older versions that no page links any more; some pages may not be new.

        Only with an index of an earlier build: without one, what later pages use would be removed, and
        Zensical, which follows the folder, would remove its copies from the built site.
        """
        folder = self.docs / FOLDER
        if not self.index.file or not folder.is_dir():
            return
        kept = self.index.assets() | self._present(self.index.languages()).keys()
        for file in folder.iterdir():
            path = f"{FOLDER}/{file.name}"
            if is_asset(path) and path not in kept:
                file.unlink(missing_ok=True)


@lru_cache(maxsize=8)
def _publication(site: Site, docs: Path, output: Path) -> Publication:
    return Publication(site, docs, output)
