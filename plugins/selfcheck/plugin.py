"""The adapter to MkDocs: configuration, assets, watching, search, and checks across pages."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment
from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils.templates import TemplateContext

from selfcheck.block.searchable import stems_only
from selfcheck.crosscheck import Anchors, lost_sections, unshown
from selfcheck.extension import SelfCheckExtension
from selfcheck.pages.page import Page
from selfcheck.problems import Problem, ProblemsFound
from selfcheck.quiz import Entry
from selfcheck.repository import edit_uri_of
from selfcheck.serving import keep_last_good
from selfcheck.site import SettingError, Site

if TYPE_CHECKING:  # a build does not pay for the development server
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger(__name__)


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs' hook is not annotated
    """The options under `plugins: - selfcheck:`, each with its default."""

    quizzes = options.ListOfItems(options.Type(str), default=["quizzes"])
    require = options.ListOfItems(options.Type(str), default=["explanation"])
    language = options.Type(str, default="")
    cache = options.Type(str, default=".cache/selfcheck")
    confidence = options.Type(bool, default=False)
    types = options.ListOfItems(options.Type(str), default=[])
    functions = options.ListOfItems(options.Type(str), default=[])


class SelfCheckPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # as above
    """Self-check questions inside the pages of a site."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Present so that MkDocs keeps this instance, and what it has parsed, between rebuilds."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the Markdown extension and watch the folders of questions."""
        site = self._site(config)
        if getattr(self, "site", None) != site:
            self.site = site
        self.shown: dict[str, list[Entry]] = {}
        self.problems: list[Problem] = []
        self.bank = self.site.bank()
        self.extension = SelfCheckExtension(self.site)
        self.extension.bank = self.bank
        self.extension.shown = self._note_shown
        self.extension.report = self.problems.extend
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        config.watch.extend(str(folder) for folder in self.site.folders if folder.is_dir())
        return config

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Let readers keep the last good pages while an author mends a mistake."""
        keep_last_good(server)
        return server

    def on_page_markdown(self, markdown: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> None:
        """Tell the extension which page comes next."""
        file = Path(page.file.abs_src_path) if page.file.abs_src_path else None
        shown = posixpath.join(self.site.docs, page.file.src_uri)
        self.extension.page = Page(page.file.src_uri, page.url, file, shown)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Every page is converted now: report all problems at once, warn, and add the assets in use."""
        shown = {entry.item.id: entry for entries in self.shown.values() for entry in entries}
        sections = lost_sections(self.bank.entries.values(), _pages(files), _anchors(files))
        if problems := [*self.bank.problems, *self.problems, *sections]:
            raise PluginError(str(ProblemsFound(problems)))
        for problem in unshown(self.bank, shown.keys()):
            log.warning("%s", problem)
        if shown:
            for asset in self.site.assets.written(entry.item.type for entry in shown.values()):
                files.append(File.generated(config, asset.path, content=asset.content))

    @event_priority(100)
    def _hide_answers(
        self, context: TemplateContext, *, page: HostPage, config: MkDocsConfig, nav: object
    ) -> None:
        """Let whatever makes the search index read stems only."""
        if page.file.src_uri in self.shown and page.content:
            self._content = page.content
            page.content = stems_only(page.content)

    @event_priority(-100)
    def _bring_back_answers(
        self, context: TemplateContext, *, page: HostPage, config: MkDocsConfig, nav: object
    ) -> None:
        if page.file.src_uri in self.shown:
            page.content = self._content

    on_page_context = CombinedEvent(_hide_answers, _bring_back_answers)

    def _note_shown(self, page: Page, entries: list[Entry]) -> None:
        if entries:
            self.shown.setdefault(page.source, []).extend(entries)

    def _site(self, config: MkDocsConfig) -> Site:
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        docs = Path(config.docs_dir)
        try:
            return Site(
                root.resolve(),
                tuple(self.config.quizzes),
                docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.as_posix(),
                tuple(self.config.require),
                self.config.language,
                _language(config),
                self.config.cache,
                tuple(self.config.types),
                self.config.confidence,
                config.repo_url or "",
                edit_uri_of(str(config.edit_uri_template or ""), config.edit_uri or ""),
                tuple(self.config.functions),
            )
        except SettingError as error:
            raise ConfigurationError(f"selfcheck: {error}") from error


def _language(config: MkDocsConfig) -> str:
    """The language of the pages: Material has a setting of its own, other themes a locale."""
    return str(config.theme.get("language") or config.theme.get("locale") or "en")


def _pages(files: Files) -> list[str]:
    return [file.src_uri for file in files.documentation_pages()]


def _anchors(files: Files) -> Anchors:
    def of(source: str) -> set[str] | None:
        file = files.get_file_from_path(source)
        return file.page.present_anchor_ids if file and file.page else None

    return of
