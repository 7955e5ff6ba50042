"""Puts the blocks where the placeholders are, once the page's own inline text is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from selfcheck.assets import Asset
from selfcheck.directive import Directive, Misuse, read_directive
from selfcheck.extension.conversion import Conversion
from selfcheck.extension.fragments import Fragments
from selfcheck.page import Page
from selfcheck.problems import Problem
from selfcheck.quiz_text import Entry
from selfcheck.rendering import Block, Standing

_IN_RAW_HTML = Misuse(
    None,
    "this fence stands inside raw HTML, where nothing is rendered",
    "add the attribute `markdown` to the element",
)


class PlaceBlocks(Treeprocessor):
    """Renders the fences of a page, in order, and tells what they show and what is wrong with them."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, root: ElementTree.Element) -> None:
        """Replace every placeholder by the blocks of its fence."""
        fences = self.conversion.fences
        if not fences:
            return
        page, bank = self.conversion.page, self.conversion.bank()
        spots = list(self._spots(root))
        directives = {spot.number: read_directive(fences[spot.number], bank) for spot in spots}
        lost = {number: Directive(misuses=(_IN_RAW_HTML,)) for number in fences if number not in directives}
        groups, misuses = _each_once(directives | lost)
        unplaced = self._fill(page, spots, groups)
        lines = dict(zip(fences, page.lines_of(list(fences.values())), strict=True))
        problems = [_problem(page, lines[number], misuse) for number, misuse in misuses] + unplaced
        self.conversion.tell(page, [entry for group in groups.values() for entry in group], problems)

    def _spots(self, root: ElementTree.Element) -> Iterator[_Spot]:
        for parent in list(root.iter()):
            if (
                parent.tag not in ("p", "code")
                and (number := self.conversion.number_in(parent.text)) is not None
            ):
                yield _Spot(number, parent, None)
            for child in list(parent):
                if child.tag == "p" and (number := self.conversion.number_in(child.text)) is not None:
                    yield _Spot(number, parent, child)

    def _fill(self, page: Page, spots: Sequence[_Spot], groups: dict[int, list[Entry]]) -> list[Problem]:
        """Put the blocks into the page; tells what found no place in the text of its question."""
        site, fragments = self.conversion.site, Fragments(self.conversion.md)
        entries = [entry for spot in spots for entry in groups[spot.number]]
        fragments.prepare(text for entry in entries for text in entry.item.texts())
        blocks = [
            site.renderer.render(
                entry.item, self._standing(page, entry, number, len(entries)), fragments.parse
            )
            for number, entry in enumerate(entries, 1)
        ]
        fragments.finish(page.source)
        filled = map(fragments.filled, blocks)
        links = [_link(page, asset) for asset in site.assets.needed(entry.item.type for entry in entries)]
        for spot in spots:
            elements = [next(filled) for _ in groups[spot.number]]
            spot.replace([*links, *elements] if elements else [])
            links = [] if elements else links
        return [
            problem
            for entry, block in zip(entries, blocks, strict=True)
            for problem in _without_place(entry, block)
        ]

    def _standing(self, page: Page, entry: Entry, number: int, total: int) -> Standing:
        site, place = self.conversion.site, entry.place
        is_asked = site.confidence if entry.asks_confidence is None else entry.asks_confidence
        report = site.renderer.report(entry.item, page.shown)
        repository = site.repository
        return Standing(
            page.source,
            number,
            total,
            is_asked,
            repository.issue(*report) if repository.url else "",
            repository.line(place.path, place.line),
        )


class _Spot:
    """A place in the tree where a placeholder stands: a paragraph, or the text of a tight list item."""

    def __init__(
        self, number: int, parent: ElementTree.Element, paragraph: ElementTree.Element | None
    ) -> None:
        self.number, self.parent, self.paragraph = number, parent, paragraph

    def replace(self, elements: list[ElementTree.Element]) -> None:
        """Put the elements there; text around the placeholder stays where it was."""
        if self.paragraph is None:
            before, after = self._around(self.parent)
            self.parent.text = before.rstrip() or None
            if elements and after.strip():
                elements[-1].tail = after
            self.parent[0:0] = elements
            return
        before, after = self._around(self.paragraph)
        place = list(self.parent).index(self.paragraph)
        if before.strip() or after.strip() or len(self.paragraph):
            self.paragraph.text = before.rstrip() + after
            self.parent[place + 1 : place + 1] = elements
        else:
            self.parent[place : place + 1] = elements

    def _around(self, element: ElementTree.Element) -> tuple[str, str]:
        text = element.text or ""
        match = next(match for match in HTML_PLACEHOLDER_RE.finditer(text) if int(match[1]) == self.number)
        return text[: match.start()], text[match.end() :]


def _each_once(directives: dict[int, Directive]) -> tuple[dict[int, list[Entry]], list[tuple[int, Misuse]]]:
    """What each fence shows, a question only once a page; and every misuse with the number of its fence."""
    met: set[str] = set()
    groups: dict[int, list[Entry]] = {}
    misuses: list[tuple[int, Misuse]] = []
    for number, directive in sorted(directives.items()):
        misuses += [(number, misuse) for misuse in directive.misuses]
        groups[number] = []
        for entry in directive.entries:
            if entry.item.id in met:
                misuses.append((number, _shown_twice(entry)))
            else:
                met.add(entry.item.id)
                groups[number].append(entry)
    return groups, misuses


def _shown_twice(entry: Entry) -> Misuse:
    message = f'the question "{entry.item.id}" is shown twice on this page'
    return Misuse(None, message, "remove it from one of the fences")


def _link(page: Page, asset: Asset) -> ElementTree.Element:
    if asset.is_script:
        return ElementTree.Element("script", {"src": page.address_of(asset.path), "defer": "defer"})
    return ElementTree.Element("link", {"rel": "stylesheet", "href": page.address_of(asset.path)})


def _problem(page: Page, line: int | None, misuse: Misuse) -> Problem:
    at = line + misuse.line if line is not None and misuse.line is not None else line
    hint = misuse.hint if line is not None else f"{misuse.hint} (the fence comes from a snippet)"
    return Problem(page.shown or page.source, at, None, "", misuse.message, hint)


def _without_place(entry: Entry, block: Block) -> Iterator[Problem]:
    place = (entry.place.path, entry.place.line, entry.place.column, entry.item.id)
    for mark in block.insertions.lost.values():
        message = f"nothing can be put where {mark} stands: in a formula, a link or what a picture shows"
        yield Problem(*place, message, "move it into plain text, a table or code")
    for mark in block.values.lost.values():
        message = (
            f"nothing can change where {mark} stands: in an address, in what a picture shows, or at a number"
        )
        yield Problem(*place, message, f"move it into the text; in a formula, put it into braces: {{{mark}}}")
