"""The adapter to MkDocs: configuration, assets, watching, search, and checks across pages."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config import config_options as options
from mkdocs.config.base import BaseConfigOption, Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage

from selfcheck.build import Build
from selfcheck.crosscheck import Anchors, lost_sections, unused_questions
from selfcheck.errors import ProblemsFound
from selfcheck.extension import SelfCheckExtension
from selfcheck.frame.links import frame_links, with_frame
from selfcheck.neighbours.exports import export_stems
from selfcheck.neighbours.joined import JoinedPage
from selfcheck.neighbours.search import index_stems
from selfcheck.options import Options, SettingError, options_of, values_of
from selfcheck.pages.page import Page
from selfcheck.repository import edit_uri_of
from selfcheck.serving import keep_last_good
from selfcheck.site import Site

if TYPE_CHECKING:  # a build does not pay for the development server
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger(__name__)

_FIRST, _LAST = 1_000, -1_000
"""Before and after the priorities that plugins use, of which MkDocs proposes 100 and -100."""


def _mkdocs_option(default: object) -> BaseConfigOption[Any]:
    """How MkDocs checks an option with this default."""
    if isinstance(default, list):
        return options.ListOfItems(options.Type(str), default=default)
    return options.Type(type(default), default=default)


PluginOptions = type(
    "PluginOptions",
    (Config,),
    {each.name: _mkdocs_option(each.default_in_file) for each in options_of(Options)},
)
"""The options under `plugins: - selfcheck:`, as MkDocs wants to have them."""


# MkDocs' hook is not annotated, and it wants a class that is made here.
class SelfCheckPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call, valid-type]
    """Self-check questions inside the pages of a site."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Present so that MkDocs keeps this instance, and what it has parsed, between rebuilds."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the Markdown extension and watch the folders of questions."""
        site = self._site(config)
        if getattr(self, "site", None) != site:
            self.site = site
        self.build = Build(self.site)
        self.frame_links: dict[str, str] = {}
        self.extension = SelfCheckExtension(build=self.build)
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        config.watch.extend(str(folder) for folder in self.site.folders if folder.is_dir())
        return config

    @event_priority(_LAST)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Give other plugins, which are all set up now, what they may read of questions."""
        index_stems(config.plugins.values())
        export_stems(config.plugins, self.site.exports)
        self.joined_page = JoinedPage(config.plugins)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Let readers keep the last good pages while an author mends a mistake."""
        keep_last_good(server)
        return server

    def on_page_markdown(self, markdown: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> None:
        """Tell the extension which page comes next."""
        file = Path(page.file.abs_src_path) if page.file.abs_src_path else None
        path = posixpath.join(self.site.docs, page.file.src_uri)
        self.build.turn_to(Page(page.file.src_uri, page.url, file, path))

    @event_priority(_FIRST)
    def on_page_content(self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> None:
        """Note how a page names the frame, before others change its content."""
        if self.build.shows_on(page.file.src_uri):
            self.frame_links[page.file.src_uri] = frame_links(html)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Every page is converted now: report all problems at once, warn, and add the assets in use."""
        bank, used = self.build.bank, self.build.entries
        sections = lost_sections(bank.entries.values(), _pages(files), _anchors(files))
        if problems := [*bank.problems, *self.build.problems, *sections]:
            raise PluginError(str(ProblemsFound(problems)))
        for problem in unused_questions(bank, used.keys()):
            log.warning("%s", problem)
        if used:
            for asset in self.site.equipment.assets.for_site(entry.item.type for entry in used.values()):
                files.append(File.generated(config, asset.path, content=asset.content))

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Add the frame where a page that shows questions has them no more: they may enter later."""
        links = self.frame_links.get(page.file.src_uri)
        return with_frame(output, links) if links and output else output

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the blocks into the page that joins all others."""
        self.joined_page.finish()

    def _site(self, config: MkDocsConfig) -> Site:
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        docs = Path(config.docs_dir)
        try:
            return Site(
                root.resolve(),
                **values_of(Options, self.config),
                docs=docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.as_posix(),
                page_language=_language(config),
                repo_url=config.repo_url or "",
                edit_uri=edit_uri_of(str(config.edit_uri_template or ""), config.edit_uri or ""),
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
