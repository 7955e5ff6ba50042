"""The adapter to Python-Markdown: a fence becomes blocks, under whatever host runs the conversion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as etree

from markdown import Extension, Markdown
from markdown.extensions.footnotes import FootnoteTreeprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, Registry

from selfcheck.assets import Asset
from selfcheck.directive import Misuse, read_directive
from selfcheck.fence import Fence, find_fences
from selfcheck.page import Page
from selfcheck.problems import Problem, ProblemsFound
from selfcheck.quiz_text import Entry
from selfcheck.rendering import Block, Standing, relink
from selfcheck.site import Site

_NAME = "selfcheck"

Shown = Callable[[Page, list[Entry]], None]
Report = Callable[[list[Problem]], None]


class SelfCheckExtension(Extension):
    """Turns `quiz` fences into self-check blocks.

    A host adapter may hand over the site, the page and two listeners: `shown` hears which questions a page
    shows, `report` takes its problems. Without `report` problems are raised as `ProblemsFound`.
    """

    def __init__(self, site: Site | None = None, **options: Any) -> None:
        self.config = {
            "root": [".", "the folder that the other paths are taken from"],
            "docs": ["docs", "the folder of the pages"],
            "quizzes": [["quizzes"], "the folders of the question files"],
            "require": [["explanation"], "what every question must have"],
            "language": ["", "the language of the interface words; empty: the page's"],
            "page_language": ["en", "the language of the pages"],
            "cache": [".cache/selfcheck", "where parsed question files are kept; empty: nowhere"],
        }
        super().__init__(**options)
        self.site = site or _site(*(_hashable(self.getConfig(name)) for name in self.config))
        self.page: Page | None = None
        self.shown: Shown = lambda page, entries: None
        self.report: Report = _raise

    def extendMarkdown(self, md: Markdown) -> None:
        """Hook into one conversion; priorities as the decision record on fences says."""
        conversion = _Conversion(md, self)
        md.registerExtension(conversion)
        md.preprocessors.register(_FindFences(md, conversion), _NAME, 29)
        md.treeprocessors.register(_GiveBackSamples(md, conversion), f"{_NAME}-samples", 60)
        md.treeprocessors.register(_PlaceBlocks(md, conversion), _NAME, 19)

    def current_page(self, md: Markdown) -> Page:
        """The page being converted: as the adapter said, or as Zensical's context says, or an unknown one."""
        if self.page is not None:
            return self.page
        for preprocessor in md.preprocessors:
            page = getattr(preprocessor, "page", None)
            if hasattr(page, "path") and hasattr(page, "url"):
                return _page(self.site, page.path, page.url)
        return Page("index.md", "")


def makeExtension(**options: Any) -> SelfCheckExtension:
    """What Python-Markdown calls for `markdown_extensions: [selfcheck]`."""
    return SelfCheckExtension(**options)


def _page(site: Site, path: str, url: str) -> Page:
    return Page(path, url.lstrip("/"), site.root / site.docs / path, f"{site.docs}/{path}")


@lru_cache(maxsize=8)
def _site(root: str, docs: str, quizzes: Any, require: Any, language: str, page_language: str, cache: str) -> Site:
    """One site a configuration, since some hosts make a new extension for every page."""
    return Site(Path(root).resolve(), quizzes, docs, require, language, page_language, cache)


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _raise(problems: list[Problem]) -> None:
    if problems:
        raise ProblemsFound(problems)


class _Conversion:
    """What is known about the page under conversion."""

    def __init__(self, md: Markdown, extension: SelfCheckExtension) -> None:
        self.md = md
        self.extension = extension
        self.fences: dict[int, tuple[Fence, str]] = {}

    def reset(self) -> None:
        """Called by Python-Markdown before every conversion."""
        self.fences.clear()

    def mark(self, fence: Fence, source: str) -> str:
        """Remember a fence and return the placeholder that travels in its stead."""
        placeholder = self.md.htmlStash.store("")
        self.fences[self.md.htmlStash.html_counter - 1] = (fence, source)
        return placeholder

    def number_in(self, text: str | None) -> int | None:
        """The number of the one fence whose placeholder stands in `text`, if there is one."""
        for match in HTML_PLACEHOLDER_RE.finditer(text or ""):
            if int(match[1]) in self.fences:
                return int(match[1])
        return None


class _FindFences(Preprocessor):
    """Leaves a placeholder where a fence stood."""

    def __init__(self, md: Markdown, conversion: _Conversion) -> None:
        super().__init__(md)
        self.conversion = conversion

    def run(self, lines: list[str]) -> list[str]:
        """Replace the lines of every fence; nothing else is touched."""
        out: list[str] = []
        done = 0
        for fence in find_fences(lines):
            out += lines[done : fence.start]
            source = "\n".join(lines[fence.start : fence.end])
            quote = fence.indentation.rstrip()
            if out and out[-1].strip(" \t>") and fence.prefix == fence.indentation:
                out.append(quote)
            out += [fence.prefix + self.conversion.mark(fence, source), quote]
            done = fence.end
        return out + lines[done:]


class _GiveBackSamples(Treeprocessor):
    """A fence inside an indented code block is a sample: its lines come back as they were."""

    def __init__(self, md: Markdown, conversion: _Conversion) -> None:
        super().__init__(md)
        self.conversion = conversion

    def run(self, root: etree.Element) -> None:
        """Look at code elements only; they are the ones that hold raw text."""
        for code in root.iter("code"):
            while (number := self.conversion.number_in(code.text)) is not None:
                fence, source = self.conversion.fences.pop(number)
                width = len(fence.indentation)
                lines = "\n".join(line[min(width, 4) :] for line in source.split("\n"))
                code.text = type(code.text)(code.text.replace(self._placeholder(number), lines))  # type: ignore

    def _placeholder(self, number: int) -> str:
        return self.md.htmlStash.get_placeholder(number)


class _PlaceBlocks(Treeprocessor):
    """Puts the blocks where the placeholders are, once the page's own inline text is done."""

    def __init__(self, md: Markdown, conversion: _Conversion) -> None:
        super().__init__(md)
        self.conversion = conversion
        self.fragments = _Fragments(md)

    def run(self, root: etree.Element) -> None:
        """Render all fences of the page and report what is wrong with them."""
        if not self.conversion.fences:
            return
        extension = self.conversion.extension
        page = extension.current_page(self.md)
        spots = list(self._spots(root))
        fences = [self.conversion.fences[spot.number][0] for spot in spots]
        bank = extension.site.bank()
        directives = [read_directive(fence, bank) for fence in fences]
        lines = page.lines_of([fence for fence, _ in self.conversion.fences.values()])
        line_of = dict(zip(self.conversion.fences, lines, strict=True))
        problems = [
            _problem(page, line_of[spot.number], misuse)
            for spot, directive in zip(spots, directives, strict=True)
            for misuse in directive.misuses
        ]
        shown: dict[str, Entry] = {}
        groups: list[list[Entry]] = []
        for spot, directive in zip(spots, directives, strict=True):
            groups.append([])
            for entry in directive.entries:
                if entry.item.id in shown:
                    problems.append(_problem(page, line_of[spot.number], _twice(entry)))
                else:
                    shown[entry.item.id] = entry
                    groups[-1].append(entry)
        problems += [_problem(page, line_of[number], _LOST) for number in self._lost(spots)]
        self._fill(page, spots, groups, len(shown))
        extension.shown(page, list(shown.values()))
        extension.report([*problems] if extension.report is not _raise else [*bank.problems, *problems])

    def _spots(self, root: etree.Element) -> Iterator[_Spot]:
        for parent in list(root.iter()):
            if (number := self.conversion.number_in(parent.text)) is not None and parent.tag not in ("p", "code"):
                yield _Spot(number, parent, None)
            for child in list(parent):
                if child.tag == "p" and (number := self.conversion.number_in(child.text)) is not None:
                    yield _Spot(number, parent, child)

    def _lost(self, spots: list[_Spot]) -> Iterator[int]:
        placed = {spot.number for spot in spots}
        yield from (number for number in self.conversion.fences if number not in placed)

    def _fill(self, page: Page, spots: list[_Spot], groups: list[list[Entry]], total: int) -> None:
        number = 0
        blocks: list[list[Block]] = []
        for group in groups:
            blocks.append([])
            for entry in group:
                number += 1
                standing = Standing(page.source, number, total)
                blocks[-1].append(
                    self.conversion.extension.site.renderer.render(entry.item, standing, self.fragments.parse)
                )
        self.fragments.finish(page.source)
        types = {entry.item.type for group in groups for entry in group}
        links = [_link(page, asset) for asset in self.conversion.extension.site.assets.needed(types)]
        for spot, group_of_blocks in zip(spots, blocks, strict=True):
            elements = [block.filled() for block in group_of_blocks]
            spot.replace([*links, *elements] if elements else [])
            links = [] if elements else links


class _Spot:
    """A place in the tree where a placeholder stands: a paragraph, or the text of a tight list item."""

    def __init__(self, number: int, parent: etree.Element, paragraph: etree.Element | None) -> None:
        self.number, self.parent, self.paragraph = number, parent, paragraph

    def replace(self, elements: list[etree.Element]) -> None:
        """Put the elements there; text around a placeholder stays where it was."""
        holder = self.parent if self.paragraph is None else self.paragraph
        before, _, after = (holder.text or "").partition(_placeholder_in(holder.text or "", self.number))
        index = 0
        if self.paragraph is not None:
            index = list(self.parent).index(self.paragraph)
            if before.strip() or after.strip() or len(self.paragraph):
                self.paragraph.text = before.rstrip() + after
                index += 1
            else:
                self.parent.remove(self.paragraph)
        else:
            self.parent.text = before.rstrip() or None
            if elements and after.strip():
                elements[-1].tail = after
        for offset, element in enumerate(elements):
            self.parent.insert(index + offset, element)


def _placeholder_in(text: str, number: int) -> str:
    return next(match[0] for match in HTML_PLACEHOLDER_RE.finditer(text) if int(match[1]) == number)


class _Fragments:
    """Parses Markdown fragments with the page's own processors, without those that let raw HTML through."""

    def __init__(self, md: Markdown) -> None:
        self.md = md
        self.root = etree.Element("div")

    def parse(self, text: str) -> etree.Element:
        """The blocks of a fragment, inline text unparsed as yet."""
        lines = text.split("\n")
        for name, preprocessor in _named(self.md.preprocessors):
            if name not in ("html_block", _NAME):
                lines = preprocessor.run(lines)
        element = etree.SubElement(self.root, "div")
        self.md.parser.parseChunk(element, "\n".join(lines))
        return element

    def finish(self, page: str) -> None:
        """Run what stands before and at inline parsing over all fragments at once, then turn their links."""
        for name, treeprocessor in _named(self.md.treeprocessors):
            if name == "inline":
                break
            if not isinstance(treeprocessor, FootnoteTreeprocessor | _GiveBackSamples):
                treeprocessor.run(self.root)
        with _without_html(self.md) as inline:
            inline.run(self.root)
        relink(self.root, page)
        self.root = etree.Element("div")


@contextmanager
def _without_html(md: Markdown) -> Iterator[InlineProcessor]:
    """The page's inline processor while it knows no raw HTML (patterns look it up by its name)."""
    inline = md.treeprocessors["inline"]
    patterns = inline.inlinePatterns
    reduced: Registry[Any] = Registry()
    for name, pattern, priority in _items(patterns):
        if name != "html":
            reduced.register(pattern, name, priority)
    inline.inlinePatterns = reduced
    try:
        yield inline
    finally:
        inline.inlinePatterns = patterns


def _named(registry: Registry[Any]) -> Iterable[tuple[str, Any]]:
    return [(name, processor) for name, processor, _ in _items(registry)]


def _items(registry: Registry[Any]) -> list[tuple[str, Any, float]]:
    """Name, processor and priority, highest first; a registry offers no public way to the names."""
    registry._sort()
    return [(item.name, registry[item.name], item.priority) for item in registry._priority]


def _link(page: Page, asset: Asset) -> etree.Element:
    if asset.is_script:
        return etree.Element("script", {"src": page.address_of(asset.path), "defer": "defer"})
    return etree.Element("link", {"rel": "stylesheet", "href": page.address_of(asset.path)})


_LOST = Misuse(
    None, "this fence stands inside raw HTML, where nothing is rendered", "add the attribute `markdown` to the element"
)


def _twice(entry: Entry) -> Misuse:
    return Misuse(None, f'the question "{entry.item.id}" is shown twice on this page', "remove it from one of the fences")


def _problem(page: Page, line: int | None, misuse: Misuse) -> Problem:
    at = line + misuse.line if line is not None and misuse.line is not None else line
    hint = misuse.hint if line is not None else f"{misuse.hint} (the fence comes from a snippet)"
    return Problem(page.shown or page.source, at, None, "", misuse.message, hint)
