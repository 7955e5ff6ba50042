"""Puts the blocks where the placeholders are, once the page's own inline text is done."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from selfcheck.block.block import Block
from selfcheck.block.rendering import Standing
from selfcheck.block.sheet import SHEETS
from selfcheck.complaint import Complaint
from selfcheck.directive import Directive, read_directive
from selfcheck.extension.conversion import Conversion
from selfcheck.extension.fragments import Fragments
from selfcheck.frame.assets import Asset
from selfcheck.page import Page
from selfcheck.problems import Problem
from selfcheck.quiz import Entry

_IN_RAW_HTML = Complaint(
    (),
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
        lost = {
            number: Directive(complaints=(_IN_RAW_HTML,)) for number in fences if number not in directives
        }
        groups, complaints = _each_once(directives | lost)
        unplaced = self._fill(page, spots, groups)
        lines = dict(zip(fences, page.lines_of(list(fences.values())), strict=True))
        problems = [_problem(page, lines[number], each) for number, each in complaints] + unplaced
        self.conversion.tell(page, [entry for group in groups.values() for entry in group.entries], problems)

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

    def _fill(self, page: Page, spots: Sequence[_Spot], groups: Mapping[int, _Group]) -> list[Problem]:
        """Put the blocks into the page; tells what found no place in the text of its question."""
        made: dict[int, list[ElementTree.Element]] = {}
        unplaced: list[Problem] = []
        for sheet in ("", *SHEETS):
            numbers = [spot.number for spot in spots if groups[spot.number].sheet == sheet]
            entries = [entry for number in numbers for entry in groups[number].entries]
            blocks, problems = self._blocks(page, entries, sheet)
            unplaced += problems
            for number in numbers:
                made[number] = [next(blocks) for _ in groups[number].entries]
        links = [_link(page, asset) for asset in self._assets(groups.values())]
        for spot in spots:
            spot.replace([*links, *made[spot.number]] if made[spot.number] else [])
            links = [] if made[spot.number] else links
        return unplaced

    def _blocks(
        self, page: Page, entries: Sequence[Entry], sheet: str
    ) -> tuple[Iterator[ElementTree.Element], list[Problem]]:
        """The blocks of one kind. Each has fragments of its own, since a question may stand in several."""
        if not entries:
            return iter(()), []
        fragments = Fragments(self.conversion.md)
        fragments.prepare(text for entry in entries for text in entry.item.texts())
        blocks = [
            self.conversion.site.renderer.render(
                entry.item, self._standing(page, entry, number, len(entries), sheet), fragments.parse
            )
            for number, entry in enumerate(entries, 1)
        ]
        fragments.finish(page.source)
        filled = [fragments.filled(block) for block in blocks]
        self.conversion.blocks += zip(filled, blocks, strict=True)
        # A worksheet leaves out half of a question, and what belongs there.
        pairs = [] if sheet else zip(entries, blocks, strict=True)
        return iter(filled), [problem for pair in pairs for problem in _without_place(*pair)]

    def _assets(self, groups: Collection[_Group]) -> list[Asset]:
        """What the questions of a page need; those on paper need no script."""
        assets = self.conversion.site.assets
        answered = [entry.item.type for group in groups for entry in group.entries if not group.sheet]
        printed = [entry.item.type for group in groups for entry in group.entries if group.sheet]
        styles = [asset for asset in assets.for_page(printed) if not asset.is_script]
        wanted = [
            *(assets.for_page(answered) if answered else ()),
            *((*styles, assets.sheet) if printed else ()),
        ]
        return list(dict.fromkeys(wanted))

    def _standing(self, page: Page, entry: Entry, number: int, total: int, sheet: str) -> Standing:
        site, place = self.conversion.site, entry.location
        is_asked = site.confidence if entry.asks_confidence is None else entry.asks_confidence
        repository = site.repository
        return Standing(
            page.source,
            number,
            total,
            sheet,
            is_asked,
            repository.issue(*site.renderer.report(entry.item, page.display_path)) if repository.url else "",
            repository.line(place.path, place.line),
        )


class CloseBlocks(Treeprocessor):
    """Puts the HTML of the blocks aside as finished, once all other processors have seen what is theirs."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, root: ElementTree.Element) -> None:
        """Leave in the element of each block the placeholder of its HTML."""
        for element, block in self.conversion.blocks:
            html = block.close(self.md.serializer)
            element[:] = []
            element.text = self.md.htmlStash.store(html)


@dataclass(frozen=True, slots=True)
class _Group:
    """What one fence shows, and on which kind of sheet, if on any."""

    entries: list[Entry]
    sheet: str


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


def _each_once(directives: dict[int, Directive]) -> tuple[dict[int, _Group], list[tuple[int, Complaint]]]:
    """What each fence shows, a question only once a page and sheet; complaints by number of the fence."""
    met: set[tuple[str, str]] = set()
    groups: dict[int, _Group] = {}
    complaints: list[tuple[int, Complaint]] = []
    for number, directive in sorted(directives.items()):
        complaints += [(number, complaint) for complaint in directive.complaints]
        entries = []
        for entry in directive.entries:
            if (directive.sheet, entry.item.id) in met:
                complaints.append((number, _shown_twice(entry)))
            else:
                met.add((directive.sheet, entry.item.id))
                entries.append(entry)
        groups[number] = _Group(entries, directive.sheet)
    return groups, complaints


def _shown_twice(entry: Entry) -> Complaint:
    message = f'the question "{entry.item.id}" is shown twice on this page'
    return Complaint((), message, "remove it from one of the fences")


def _link(page: Page, asset: Asset) -> ElementTree.Element:
    if asset.is_script:
        return ElementTree.Element("script", {"src": page.address_of(asset.path), "defer": "defer"})
    return ElementTree.Element("link", {"rel": "stylesheet", "href": page.address_of(asset.path)})


def _problem(page: Page, line: int | None, complaint: Complaint) -> Problem:
    """A complaint about a fence at its line of the page; `line` is the fence's first, None in a snippet."""
    path, within = page.display_path or page.source, complaint.line_in_text
    if line is None:
        complaint = replace(complaint, hint=f"{complaint.hint} (the fence comes from a snippet)")
        return Problem.of(complaint, path, (None, None))
    return Problem.of(complaint, path, (line if within is None else line + 1 + within, None))


def _without_place(entry: Entry, block: Block) -> Iterator[Problem]:
    place = (entry.location.path, entry.location.line, entry.location.column, entry.item.id)
    for mark in block.insertions.lost.values():
        message = f"nothing can be put where {mark} stands: in a formula, a link or what a picture shows"
        yield Problem(*place, message, "move it into plain text, a table or code")
    for mark in block.values.lost.values():
        message = (
            f"nothing can change where {mark} stands: in an address, in what a picture shows, or at a number"
        )
        yield Problem(*place, message, f"move it into the text; in a formula, put it into braces: {{{mark}}}")
