"""Publishes the assets of a site under Zensical, which runs no plugins and adds no file to a site itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from markdown.treeprocessors import Treeprocessor

from selfcheck.errors import ProblemsFound
from selfcheck.extension.conversion import Conversion
from selfcheck.frame.assets import Asset, write
from selfcheck.frame.names import FOLDER, is_asset
from selfcheck.page_index import Use
from selfcheck.pages.host import zensical_context
from selfcheck.pages.path import files_below, path_from
from selfcheck.quiz import Entry, files_of
from selfcheck.site import Site

_AFTER_EVERYTHING = -1_001
_HASH = "[0-9a-f]" * 8
_IGNORED = f"""\
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
        source = folders[0] / context.page.path
        language = self.conversion.page(self.md).language
        publication = _publication(self.conversion.site, *folders)
        if not settings.get("exclude_docs"):
            publication.refuse_question_files()
        publication.add(context.page, source, language, self.conversion.shown)


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

    def refuse_question_files(self) -> None:
        """Stop at the first page if question files stand among the pages, since they would be copied."""
        if self._has_begun:
            return
        if problems := list(self.site.published(files_below(self.docs))):
            raise ProblemsFound(problems)

    def add(self, page: object, source: Path, language: str, entries: Iterable[Entry]) -> None:
        """Note what a page shows, and write what it needs; the first time, what other pages need too.

        `page` is the same object for all parts of a page, which mkdocstrings converts one by one.
        """
        if page is not self._page:
            self._page, self._entries = page, []
        self._entries += entries
        use = self._use(self._entries, language)
        path = path_from(self.site.root, source)
        known = set() if self._has_begun else self.index.assets()
        dropped = set(self.index.use_of(path).assets) - set(use.assets)
        self.index.note(path, use)
        wanted = set(use.assets) if self._has_begun else self.index.assets()
        if wanted:
            self._write(wanted, [language] if self._has_begun else self.index.languages())
        if dropped or (known and not self._has_begun):
            self._clean()
        self._has_begun = True

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
