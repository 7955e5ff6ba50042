"""The adapter to MkDocs: configuration, assets, watching, search, and checks across pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config import config_options as options
from mkdocs.config.base import BaseConfigOption, Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils.templates import TemplateContext

from selfcheck.block.searchable import stems_only
from selfcheck.build import Run
from selfcheck.crosscheck import Anchors, lost_sections, unused_questions
from selfcheck.errors import ProblemsFound
from selfcheck.extension import SelfCheckExtension
from selfcheck.left_out import pages_below, questions_on
from selfcheck.options import Options, SettingError, options_of, values_of
from selfcheck.pages.host import mkdocs_page
from selfcheck.repository import edit_uri_of
from selfcheck.serving import keep_last_good
from selfcheck.site import Site

if TYPE_CHECKING:  # a build does not pay for the development server
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger(__name__)


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

    def __init__(self) -> None:
        super().__init__()
        self.run = Run()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Present so that MkDocs keeps this instance, and what it has parsed, between rebuilds."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the Markdown extension and watch the folders of questions."""
        site = self._site(config)
        if getattr(self, "site", None) != site:
            self.site = site
        self.build = self.run.begin(self.site)
        _use(SelfCheckExtension(build=self.build), config)
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
        self.build.turn_to(mkdocs_page(page.file, config))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Every page is converted now: report all problems at once, and add the assets in use."""
        sections = lost_sections(self.build.settled_entries, _pages(files), _anchors(files))
        if problems := [*self.build.bank.problems, *self.build.problems, *sections]:
            raise PluginError(str(ProblemsFound(problems)))
        self.build.sources = {
            Path(file.abs_src_path) for file in files.documentation_pages() if file.abs_src_path
        }
        for asset in self.build.assets():
            files.append(File.generated(config, asset.path, content=asset.content))

    @event_priority(100)
    def _hide_answers(
        self, context: TemplateContext, *, page: HostPage, config: MkDocsConfig, nav: object
    ) -> None:
        """Let whatever makes the search index read stems only."""
        if self.build.shows_on(page.file.src_uri) and page.content:
            self._content = page.content
            page.content = stems_only(page.content)

    @event_priority(-100)
    def _bring_back_answers(
        self, context: TemplateContext, *, page: HostPage, config: MkDocsConfig, nav: object
    ) -> None:
        if self.build.shows_on(page.file.src_uri):
            page.content = self._content

    on_page_context = CombinedEvent(_hide_answers, _bring_back_answers)

    @event_priority(-1_000)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Warn of what no page shows, once other plugins have built all languages of the site.

        It warns of translations whose original has changed as well.
        """
        builds = self.run.end()
        for problem in self.build.bank.stale if builds else ():
            log.warning("%s", problem)
        shown = {name for build in builds for name in build.entries}
        if not builds or not any(unused_questions(self.build.bank, shown)):
            return
        built = {Path(config.site_dir), *(file for build in builds for file in build.sources)}
        waiting = questions_on(pages_below(self.site.project, built), self.build.bank)
        for page in sorted({page for name, page in waiting.items() if name not in shown}):
            log.info(
                "%s shows questions that no page of this build shows", self.site.shelf.display_path(page)
            )
        for problem in unused_questions(self.build.bank, {*shown, *waiting}):
            log.warning("%s", problem)

    def on_build_error(self, *, error: Exception) -> None:
        """The next build, while serving, begins anew."""
        self.run = Run()

    def _site(self, config: MkDocsConfig) -> Site:
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        docs = Path(config.docs_dir)
        try:
            return Site(
                root.resolve(),
                **values_of(Options, self.config),
                docs=docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.as_posix(),
                repo_url=config.repo_url or "",
                edit_uri=edit_uri_of(str(config.edit_uri_template or ""), config.edit_uri or ""),
            )
        except SettingError as error:
            raise ConfigurationError(f"selfcheck: {error}") from error


def _use(extension: SelfCheckExtension, config: MkDocsConfig) -> None:
    """Put the extension into the configuration, in the place of that of an earlier build of the same run."""
    listed: list[Any] = config.markdown_extensions
    listed[:] = [each for each in listed if not isinstance(each, SelfCheckExtension)]
    listed.append(extension)


def _pages(files: Files) -> list[str]:
    return [file.src_uri for file in files.documentation_pages()]


def _anchors(files: Files) -> Anchors:
    def of(source: str) -> set[str] | None:
        file = files.get_file_from_path(source)
        return file.page.present_anchor_ids if file and file.page else None

    return of
