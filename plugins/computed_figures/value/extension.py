"""Adapter to Python-Markdown: `[=file.name:format]` in running text becomes a computed number."""

import re
from html import escape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from computed_figures.host import host_or_plain
from computed_figures.kept_texts import KeptTexts
from computed_figures.value.collection import Collection
from computed_figures.value.page_values import texts

# Text up to the closing bracket; a pair of brackets inside belongs to it.
PATTERN = r"\[=(?=\s*[A-Za-z_])((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]"
AFTER_CODE_AND_MATH_BEFORE_LINKS = 165
AFTER_QUESTIONS_AND_FIGURES_BEFORE_CONTENTS = 17

_MARKER = re.compile(f"{STX}value:([0-9]+){ETX}")
_MARKER_IN_HTML = re.compile(rf"\\?{_MARKER.pattern}")
"""Python-Markdown writes a backslash before what it cannot read in a tag."""


class ValueExtension(Extension):
    """Puts in values; all paths in its options count from the folder of the host's configuration."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "folder": ["values", "The folder of the values files"],
            "roots": [["figures", "plugins"], "Folders whose modules values import and depend on"],
            "cache": [".cache/values", "The folder of kept values"],
        }
        self.expressions: list[str] = []
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with a page's converter."""
        md.registerExtension(self)
        md.inlinePatterns.register(ValueMarker(PATTERN, self), "values", AFTER_CODE_AND_MATH_BEFORE_LINKS)
        placer = ValuePlacer(md, self)
        md.treeprocessors.register(placer, "values", AFTER_QUESTIONS_AND_FIGURES_BEFORE_CONTENTS)

    def reset(self) -> None:
        """Forget the expressions of the page before."""
        self.expressions.clear()

    def collection(self, project: Path) -> Collection:
        """Return the values of a project."""
        return Collection(
            project,
            project / self.getConfig("folder"),
            tuple(project / root for root in self.getConfig("roots")),
            KeptTexts(project / self.getConfig("cache")),
        )


class ValueMarker(InlineProcessor):
    """Leaves a marker in place of every expression, so that a page's values can be asked for all at once."""

    def __init__(self, pattern: str, extension: ValueExtension) -> None:
        super().__init__(pattern)
        self.expressions = extension.expressions

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name; the stubs know no text
        self, found: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """Return the marker; no other pattern sees it."""
        self.expressions.append(found[1])
        return f"{STX}value:{len(self.expressions) - 1}{ETX}", found.start(), found.end()


class ValuePlacer(Treeprocessor):
    """Puts values in the place of the markers in text and attributes, also in those of raw HTML."""

    def __init__(self, md: Markdown, extension: ValueExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        """Put in the page's values; ValueProblems with all that is wrong with them."""
        expressions = self.extension.expressions
        swallowed = [name for name in self.md.references if name.startswith("=")]
        if not expressions and not swallowed:
            return
        host = host_or_plain(self.md)
        written = texts(expressions, swallowed, self.extension.collection(host.project), host.page)

        def put_in(text: str) -> str:
            return _MARKER.sub(lambda marker: written[expressions[int(marker[1])]], text)

        for element in root.iter():
            if element.text and STX in element.text:
                element.text = put_in(element.text)
            if element.tail and STX in element.tail:
                element.tail = put_in(element.tail)
            for name, value in element.items():
                element.set(name, put_in(value))

        def put_in_html(html: str) -> str:
            return _MARKER_IN_HTML.sub(lambda marker: escape(written[expressions[int(marker[1])]]), html)

        stash: list[str | Element] = self.md.htmlStash.rawHtmlBlocks
        stash[:] = [put_in_html(each) if isinstance(each, str) else each for each in stash]


def makeExtension(**options: Any) -> ValueExtension:  # noqa: N802 - the name Python-Markdown looks for
    """Return the extension for `markdown_extensions: [computed_figures.value]`."""
    return ValueExtension(**options)
