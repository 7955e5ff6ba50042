"""The page of a preview: the questions of a file, or what is wrong with it."""

from __future__ import annotations

import glob
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.build import Build
from selfcheck.checking import OF_PAGES, Checking, Scope
from selfcheck.extension import SelfCheckExtension
from selfcheck.extension.offline import ExtensionsUnusable, offline_markdown
from selfcheck.file_state import state_of
from selfcheck.pages.page import Page
from selfcheck.problems import Problem
from selfcheck.quiz import Quiz, Translation
from selfcheck.reports.report import Report
from selfcheck.site import Site

_HERE = Path(__file__).parent
_NAMES = {"error": "Problem", "warning": "Warning", "note": "Note"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as HTML, and the scripts and styles that it loads, by their paths."""

    html: str
    files: Mapping[str, str]


@dataclass(frozen=True)
class Preview:
    """A question file, with the site whose options and extensions hold for it."""

    site: Site
    config_file: Path | None
    file: Path

    def version(self) -> str:
        """A text that changes with the file, its original, its translations, and the configuration."""
        name = self.file.name.partition(".")[0]
        beside = sorted(self.file.parent.glob(f"{glob.escape(name)}.*"))
        states = [(str(each), state_of(each)) for each in (*beside, *filter(None, [self.config_file]))]
        return hashlib.sha256(repr(states).encode()).hexdigest()[:16]

    def shown(self) -> Shown:
        """The page as the file is now."""
        version, own = self.version(), {each: (_HERE / each).read_text("utf-8") for each in _OWN_FILES}
        if not self.file.is_file():
            body, files = f"<p>There is no file {escape(str(self.file))} now.</p>", own
        else:
            body, assets = _Content(self).made()
            files = own | assets
        return Shown(_document(escape(self.file.name), version, body), files)


_OWN_FILES = ("preview.js", "preview.css")


def _document(title: str, version: str, body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="en" data-version="{version}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n"
        '<link rel="stylesheet" href="preview.css">\n<script src="preview.js" defer></script>\n'
        f"</head>\n<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )


class _Content:
    """What stands on the page at one moment."""

    def __init__(self, preview: Preview) -> None:
        # A site reads a file again only where it has not read it before.
        self.site = replace(preview.site)
        self.scope = Scope(self.site, preview.config_file, (preview.file,))

    def made(self) -> tuple[str, dict[str, str]]:
        """The HTML, and the scripts and styles that it loads."""
        problems, unchecked = Checking(self.scope).run()
        told = [each for each in problems if self.scope.includes(each.path)]
        report = Report(self.site.root, tuple(told), "")
        listed = "".join(_problem(report, each) for each in told)
        lost = [each for each in unchecked if not each.startswith(OF_PAGES)]
        if report.of("error") or lost:
            return listed + "".join(f"<p>{escape(each)}</p>" for each in lost), {}
        if not (self.scope.bank.quizzes or self.scope.bank.translations):
            return "<p>A file is passed over whose name, or that of its folder, begins with a dot.</p>", {}
        html, assets = self._questions()
        return f'<div lang="{escape(self._language)}">{html}</div>\n{listed}', assets

    def _questions(self) -> tuple[str, dict[str, str]]:
        build = Build(self.site)
        build.bank = self._bank
        try:
            markdown = offline_markdown(self.scope.extensions, SelfCheckExtension(build=build))
        except ExtensionsUnusable as error:
            return f"<p>{escape(str(error))}</p>", {}
        quiz = self._read.quiz if isinstance(self._read, Translation) else self._read.name
        build.turn_to(Page("index.md", "", language=self._language))
        html = markdown.convert(f"```quiz\nquiz: {json.dumps(quiz)}\n```\n")
        return html, {asset.path: asset.content for asset in build.assets()}

    @cached_property
    def _read(self) -> Quiz | Translation:
        bank = self.scope.bank
        read: list[Quiz | Translation] = [*bank.quizzes.values(), *bank.translations]
        return read[0]

    @cached_property
    def _bank(self) -> Bank:
        """All that was read with the file: a translation needs its original."""
        return self.scope.whole_bank

    @property
    def _language(self) -> str:
        own = self._read.language if isinstance(self._read, Translation) else ""
        return own or self.site.page_language or "en"


def _problem(report: Report, problem: Problem) -> str:
    line = report.line(problem)
    source = f"<pre><code>{escape(line.strip())}</code></pre>" if line.strip() else ""
    parts = (
        f"<p><strong>{_NAMES[problem.severity]}</strong> {escape(problem.place)}</p>",
        source,
        f"<p>{escape(problem.said)} [{escape(problem.code)}]</p>",
    )
    return f'<div class="preview-problem" data-severity="{problem.severity}">{"".join(parts)}</div>\n'
