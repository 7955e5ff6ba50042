"""The adapter to MkDocs: configuration, assets, watching, search, and checks across pages."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config.base import BaseConfigOption, Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage

from selfcheck.build import Build, Run
from selfcheck.complaint import Complaint
from selfcheck.crosscheck import lost_sections, waiting_sections
from selfcheck.errors import ProblemsFound
from selfcheck.extension import SelfCheckExtension
from selfcheck.frame.links import frame_links, with_frame
from selfcheck.frame.names import FOLDER
from selfcheck.neighbours.exports import export_stems, is_protected
from selfcheck.neighbours.joined import JoinedPage
from selfcheck.neighbours.search import index_stems
from selfcheck.options import TWICE, Option, Options, SettingError, option_complaints, options_of, values_of
from selfcheck.page_index import Use
from selfcheck.pages.host import language_around, mkdocs_page, project_of
from selfcheck.pages.path import path_from
from selfcheck.plugin.files import (
    anchors_in,
    as_text,
    drop_assets,
    finder,
    is_post,
    left_out,
    own_files,
    pages_of,
    published_files,
)
from selfcheck.plugin.parts import twice_in_parts
from selfcheck.plugin.sections import renamed_section
from selfcheck.plugin.warnings import (
    macros_left,
    note_language,
    unknown_exports,
    warn_of_flaws,
    warn_of_unused,
)
from selfcheck.problems import Problem
from selfcheck.repository import edit_uri_of
from selfcheck.serving import keep_last_good
from selfcheck.site import Site, further_complaints
from selfcheck.unrendered import unrendered_fences

if TYPE_CHECKING:  # a build does not pay for the development server, or for what it may not ask
    from mkdocs.livereload import LiveReloadServer

    from selfcheck.extension.section_filling import SectionLists

log = get_plugin_logger(__name__)

_FIRST, _LAST = 1_000, -1_000
"""Before and after the priorities that plugins use, of which MkDocs proposes 100 and -100."""


class _MkDocsOption(BaseConfigOption[Any]):
    """An option as MkDocs wants to have it; its value is checked by `load_config`."""

    def __init__(self, option: Option) -> None:
        super().__init__()
        self.default = option.default_in_file


PluginOptions = type(
    "PluginOptions",
    (Config,),
    {each.name: _MkDocsOption(each) for each in options_of(Options)},
)
"""The options under `plugins: - selfcheck:`, as MkDocs wants to have them."""


# MkDocs' hook is not annotated, and it wants a class that is made here.
class SelfCheckPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call, valid-type]
    """Self-check questions inside the pages of a site."""

    dirty = False
    """Whether MkDocs leaves pages alone whose source has not changed."""

    is_served = False
    """Whether authors look at the site while they write it, drafts included."""

    def __init__(self) -> None:
        super().__init__()
        self.run = Run()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Refuse what is no option, or no value of one, at its line; MkDocs would only warn."""
        if complaints := list(option_complaints(Options, options)):
            complaints += further_complaints(project_of(config_file_path), options, complaints)
            return [("options", ValidationError(_located(complaints, config_file_path)))], []
        return super().load_config(options, config_file_path)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Present also so that MkDocs keeps this instance, and what it has parsed, between rebuilds."""
        self.dirty = dirty
        self.is_served = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the Markdown extension and watch the folders of questions."""
        if sum(isinstance(each, SelfCheckPlugin) for each in config.plugins.values()) > 1:
            raise ConfigurationError(_located([Complaint((), *TWICE)], config.config_file_path))
        site = self._site(config)
        if getattr(self, "site", None) != site:
            self.site = site
        self.page_index = self.site.page_index("mkdocs")
        self.build = self.run.begin(self.site)
        self.frame_links: dict[str, str] = {}
        _use(SelfCheckExtension(build=self.build), config)
        folders = (str(folder) for folder in self.site.folders if os.path.isdir(folder))
        config.watch.extend(folder for folder in folders if folder not in config.watch)
        return config

    @event_priority(_LAST)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Give other plugins, which are all set up now, what they may read of questions."""
        self.indexes = index_stems(config.plugins.values())
        export_stems(config.plugins, self.site.exports)
        JoinedPage(config.plugins)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Let readers keep the last good pages while an author mends a mistake."""
        keep_last_good(server, dirty=self.dirty)
        return server

    @event_priority(_LAST)  # plugins that name files anew have done so
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """In a dirty build, let pages whose questions have changed count as changed."""
        # Material's blog counts its posts as excluded until the navigation is made.
        every = files.documentation_pages(inclusion=InclusionLevel.all) if self.dirty else ()
        pages = [file for file in every if not file.is_modified()]
        if pages and not self.page_index.uses():
            log.info(
                "there is no record of what pages show: they do not follow their questions in this build"
            )
        outdated = [file for file in pages if self._is_outdated(file, config)]
        for file in outdated:
            before = Path(str(file.abs_src_path)).stat().st_mtime - 1
            os.utime(file.abs_dest_path, (before, before))
        if any(is_post(file, config) for file in outdated):
            # In a dirty build its pages have the posts alone that are built again, and lose all others.
            log.info(
                "until the next full build, pages of the blog may show the beginnings of posts as they were"
            )
        return files

    def _is_outdated(self, file: File, config: MkDocsConfig) -> bool:
        page = mkdocs_page(file, config).display_path
        return self.page_index.is_outdated(page, Path(file.abs_dest_path))

    @event_priority(_LAST)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Read the questions; keep the order of the pages for a course, and the sections they stand in."""
        # Python's stack grows by pieces. In the midst of a page one of them is nearly full, and would be
        # given back and taken anew thousands of times while pydantic is imported.
        _ = self.build.bank
        self.build.links.find = files.get_file_from_path
        self.build.links.is_left_out = left_out(files, is_served=self.is_served)
        self.build.navigation = {
            page.file.src_uri: tuple(as_text(each.title) for each in page.ancestors)[::-1]
            for page in nav.pages
        }

    def on_page_markdown(self, markdown: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> None:
        """Tell the extension which page comes next."""
        self.build.links.files = partial(own_files, files, config)
        self.build.turn_to(mkdocs_page(page.file, config))

    @event_priority(_FIRST)
    def on_page_content(self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str | None:
        """Note links to the frame, and fences that stay code; fill the lists of a page to be encrypted."""
        source = page.file.src_uri
        if self.build.shows_on(source):
            self.frame_links[source] = frame_links(html)
            note_language(page, config)
            self.build.problems.extend(twice_in_parts(self.build, mkdocs_page(page.file, config), html))
            if is_protected(page):
                self.build.closed.add(source)
        for sources, lacking in (
            (self.build.progress, "the progress of a course would stay empty"),
            (self.build.reviews, "a review would know of no question"),
        ):
            if source in sources and is_protected(page):
                message = f"{lacking} on a page that is published encrypted"
                path = mkdocs_page(page.file, config).display_path
                cure = "move the fence to a page that everybody may read"
                self.build.problems.append(Problem(path, None, None, "", message, cure, "fence"))
        # Of a page that a hook has emptied, Python-Markdown converts nothing either.
        if html.strip() and not self.build.is_converted and self.build.page:
            self.build.problems.extend(unrendered_fences(self.build.page))
        if self.build.has_lists and is_protected(page):
            # Its lists cannot be filled once they are encrypted, and name what is encrypted with them.
            here = dict.fromkeys(self.build.shown_on(source), "")
            return _lists(self.build).filled(html, page.url, here, is_alone=True)
        return None

    @event_priority(_LAST)  # some plugins expect of each file that it has a source
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Every page is converted now: report all problems at once, and add the assets in use."""
        entries, pages, find = self.build.settled_entries, pages_of(files), finder(files)
        waiting = waiting_sections(entries, pages, find, Path(config.docs_dir))
        for page in sorted(waiting):
            log.info('questions point to the page "%s", which this build leaves out', page)
        renamed = renamed_section(self.site, config)
        sections = lost_sections(entries, pages, find, anchors_in(files), waiting, renamed)
        published = self.site.published(published_files(files))
        lessons: Iterable[Problem] = ()
        if self.site.course:
            # A site without a course does not pay for it, here and below.
            from selfcheck.plugin.course import lesson_problems, link_course

            lessons = lesson_problems(files, config)
        if problems := [*self.build.bank.problems, *self.build.problems, *sections, *published, *lessons]:
            found = ProblemsFound(problems)
            raise PluginError(str(found)) from found
        self._index(files, config)
        self.build.sources = {
            Path(file.abs_src_path) for file in files.documentation_pages() if file.abs_src_path
        }
        if assets := list(self.build.assets()):
            drop_assets(files)
            for asset in assets:
                files.append(File.generated(config, asset.path, content=asset.content))
        # A dirty build may leave a page alone that has a list.
        if self.site.course or self.build.has_lists or self.dirty:
            self._note_pages(files, config)
        if self.site.course:
            link_course(self.build, files, config)

    def _note_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Note the pages that will be read once they are finished."""
        # A site without a course or a list of questions does not pay for it.
        from selfcheck.course.publication import PublishedPage, in_order

        inclusion = InclusionLevel.is_in_serve if self.is_served else InclusionLevel.is_included
        pages = {
            file.src_uri: PublishedPage(
                file.src_uri,
                file.url.removeprefix("./"),
                Path(file.abs_dest_path),
                self.page_index.use_of(mkdocs_page(file, config).display_path).lesson,
                self.build.navigation.get(file.src_uri, ()),
                self._own_questions(file, config),
            )
            for file in files.documentation_pages(inclusion=inclusion)
        }
        self.build.written = in_order(pages.values(), self.build.navigation)
        drafts = pages.keys() - {file.src_uri for file in files.documentation_pages()}
        self.build.published = [page for page in self.build.written if page.source not in drafts]

    def _own_questions(self, file: File, config: MkDocsConfig) -> frozenset[str] | None:
        """The ids of the questions of a page; None where a dirty build has left alone one that shows some."""
        if file.page and file.page.content is not None:
            return frozenset(self.build.shown_on(file.src_uri))
        used = self.page_index.use_of(mkdocs_page(file, config).display_path).question_files
        return None if used or not self.page_index.uses() else frozenset()

    def _index(self, files: Files, config: MkDocsConfig) -> None:
        for file in files.documentation_pages(inclusion=InclusionLevel.all):  # drafts are served, too
            if file.page and file.page.content:
                page = mkdocs_page(file, config).display_path
                use = Use(self.build.files_on(file.src_uri))
                if self.site.course and self.build.shows_on(file.src_uri):
                    from selfcheck.plugin.course import lesson_on

                    use = replace(use, lesson=lesson_on(file.page))
                self.page_index.note(page, use)

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Link the frame from a page with questions whose output has lost it: they may be put in later.

        The output is final now, so that the questions in it can be indexed.
        """
        for index in self.indexes:
            index.written(page.file.src_uri, output)
        links = self.frame_links.get(page.file.src_uri)
        return with_frame(output, links) if links and output else output

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Once all languages are built: save, publish the course, fill the lists, and warn."""
        builds = self.run.end()
        if not builds:
            return
        for build in builds:
            build.save(is_whole=not self.dirty)
        if self.site.course:
            from selfcheck.plugin.course import publish_course

            publish_course(self.build, Path(config.site_dir))
        else:
            # Left by a build with the option, where a dirty one does not empty the site.
            rmtree(Path(config.site_dir, FOLDER, "course"), ignore_errors=True)
        for build in builds:
            if build.written:
                _lists(build).fill(build.written)
        for problem in dict.fromkeys(each for build in builds for each in build.links.problems()):
            log.log(config.validation.links.not_found, "%s", problem)
        bank = self.build.bank
        exports = unknown_exports(self.site, config)
        for problem in (*bank.stale, *macros_left(self.site, bank, config), *exports):
            log.warning("%s", problem)
        if self.site.lint:
            warn_of_flaws(self.site, bank, config)
        if not self.dirty:  # what pages show that a dirty build leaves alone is not known
            warn_of_unused(self.site, bank, builds, Path(config.site_dir))

    def on_build_error(self, *, error: Exception) -> None:
        """The next build, while serving, begins anew."""
        self.run = Run()

    def _usual_language(self, config: MkDocsConfig) -> str:
        """The theme's; of the builds for several languages, that of the outermost."""
        return self.site.page_language if self.run.has_begun else language_around(config.theme)

    def _site(self, config: MkDocsConfig) -> Site:
        root = project_of(config.config_file_path)
        try:
            values = values_of(Options, self.config)
            if values["course"] and _builds_several_languages(config.plugins.get("i18n")):
                message = "the option `course` joins the pages of one language, and `i18n` builds several"
                raise SettingError(Complaint(("course",), message, "leave one of the two out"))
            return Site(
                root,
                **values,
                docs=path_from(root, Path(config.docs_dir)),
                page_language=self._usual_language(config),
                repo_url=config.repo_url or "",
                edit_uri=edit_uri_of(str(config.edit_uri_template or ""), config.edit_uri or ""),
            )
        except SettingError as error:
            raise ConfigurationError(_located(error.complaints, config.config_file_path)) from error


def _builds_several_languages(i18n: Any) -> bool:
    """Whether the plugin mkdocs-static-i18n, if it is in use, builds more than one of its languages."""
    return i18n is not None and sum(getattr(each, "build", True) for each in i18n.config["languages"]) > 1


def _located(complaints: Iterable[Complaint], configuration: str | None) -> str:
    """What is wrong with options, each at its line in the configuration file."""
    # A build does not pay for looking where nothing is wrong.
    from selfcheck.option_places import option_problems

    return str(ProblemsFound(option_problems(complaints, Path(configuration or "mkdocs.yml"))))


def _use(extension: SelfCheckExtension, config: MkDocsConfig) -> None:
    """Put the extension into the configuration, in the place of that of an earlier build of the same run."""
    listed: list[Any] = config.markdown_extensions
    listed[:] = [each for each in listed if not isinstance(each, SelfCheckExtension)]
    listed.append(extension)


def _lists(build: Build) -> SectionLists:
    # A site without lists of questions does not pay for them.
    from selfcheck.extension.section_filling import SectionLists

    return SectionLists(build)
