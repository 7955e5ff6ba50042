"""Puts the blocks where the placeholders are, once the page's own inline text is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TypeVar
from xml.etree import ElementTree

from selfcheck.block.block import Block
from selfcheck.block.foreign import NOTHING_FOREIGN, Foreign
from selfcheck.block.outline import Rendering
from selfcheck.block.rendering import Standing
from selfcheck.block.sheet import SHEETS
from selfcheck.block.values import NO_VALUES
from selfcheck.complaint import Complaint
from selfcheck.directive import Directive, read_directive
from selfcheck.errors import FAILURES
from selfcheck.extension.asset_link import asset_link
from selfcheck.extension.conversion import Conversion
from selfcheck.extension.fence_problem import fence_problem
from selfcheck.extension.fragments import Fragments, Parsed
from selfcheck.extension.taken_ids import taken_ids
from selfcheck.fence_complaints import IN_RAW_HTML
from selfcheck.frame.assets import Asset
from selfcheck.pages.language import primary_of
from selfcheck.pages.page import Page
from selfcheck.pages.placing import headings_above, place, spots
from selfcheck.problems import Problem
from selfcheck.quiz import Entry
from selfcheck.written import position_of_text

_Made = TypeVar("_Made")


def place_blocks(conversion: Conversion, root: ElementTree.Element) -> None:
    """Replace each placeholder of a page by the blocks of its fence; tell what is shown and what is wrong."""
    _Placing(conversion).run(root)


class _Placing:
    """Renders the fences of one page, in order."""

    def __init__(self, conversion: Conversion) -> None:
        self.conversion = conversion
        self.failures: list[Problem] = []
        """Where a site's own type has failed over a question."""

    def run(self, root: ElementTree.Element) -> None:
        marked = self.conversion.marked
        placed = spots(root, marked)
        fences = marked.fences(placed)
        if not fences:
            return
        page, bank = self.conversion.page(self.conversion.md), self.conversion.bank()
        directives = {
            number: read_directive(fence, bank) if number in placed else Directive(complaints=(IN_RAW_HTML,))
            for number, fence in fences.items()
        }
        groups, complaints, twice = _each_once(directives)
        for group in groups.values():
            is_shown = not self.conversion.is_closed(page)
            group.entries[:] = [bank.in_language(each, page.language) for each in group.entries if is_shown]
        made, problems = self._made(page, headings_above(root, marked), groups)
        place(root, {marked.placeholder(number): made[number] for number in placed})
        lines = marked.lines(page) if complaints or twice else {}
        complaints += [self._twice(each, lines) for each in twice]
        problems += self.failures
        problems += [
            fence_problem(page, lines[number], each, marked.origin(number)) for number, each in complaints
        ]
        self.conversion.shown.extend(entry for group in groups.values() for entry in group.entries)
        self.conversion.tell(page, self.conversion.shown, problems)

    def _twice(self, found: _Twice, lines: Mapping[int, int | None]) -> tuple[int, Complaint]:
        """The complaint about a question that two fences show, at the later one that the page has itself."""
        message = f'the question "{found.id}" is shown twice on this page'
        hint = "remove it from one of the fences"
        if lines[found.second] is not None or lines[found.first] is None:
            return found.second, Complaint((), message, hint)
        hint = f"{hint} (the other comes from a {self.conversion.marked.origin(found.second)})"
        return found.first, Complaint((), message, hint)

    def _made(
        self, page: Page, levels: Mapping[int, int], groups: Mapping[int, _Group]
    ) -> tuple[dict[int, list[ElementTree.Element]], list[Problem]]:
        """What takes the place of each fence, and all problems in the texts of its questions.

        `levels` has the fences in order, with the level of the heading above each.
        """
        made: dict[int, list[ElementTree.Element]] = {}
        problems: list[Problem] = []
        for sheet in ("", *SHEETS):
            numbers = [number for number in levels if groups[number].sheet == sheet]
            entries = [entry for number in numbers for entry in groups[number].entries]
            above = [levels[number] for number in numbers for _ in groups[number].entries]
            blocks, unplaced = self._blocks(page, entries, above, sheet)
            problems += unplaced
            for number in numbers:
                made[number] = [next(blocks) for _ in groups[number].entries]
        first = next((number for number in levels if made[number]), None)
        if first is not None:
            made[first] = [
                *(asset_link(page, asset) for asset in self._assets(page, groups.values())),
                *made[first],
            ]
        return made, problems

    def _blocks(
        self, page: Page, entries: Sequence[Entry], levels: Sequence[int], sheet: str
    ) -> tuple[Iterator[ElementTree.Element], list[Problem]]:
        """The blocks of one kind; `levels` are those of the headings above.

        Each kind has fragments of its own, since a question may stand on the page in several kinds.
        """
        if not entries:
            return iter(()), []
        renderer = self.conversion.site.equipment.renderer_for(page)
        outlines = self.conversion.outlines()
        kept = outlines.of(renderer) if outlines else None
        about = _about_passages(entries)
        renderings = [
            Rendering(
                renderer,
                entry.question,
                replace(
                    self._standing(page, entry, number, len(entries), sheet, level),
                    shows_passage=about[number - 1][0] == number,
                    about_passage=about[number - 1],
                ),
                kept,
            )
            for number, (entry, level) in enumerate(zip(entries, levels, strict=True), 1)
        ]
        fragments = Fragments(self.conversion.md, self.conversion.is_whole)
        fragments.prepare(text for each in renderings for text in each.texts)
        with fragments.parsing():
            blocks = [
                self._made_by_type(entry, partial(each.block, fragments.parser_of(entry)), _no_block())
                for entry, each in zip(entries, renderings, strict=True)
            ]
        fragments.finish(page.source)
        filled = [
            self._made_by_type(entry, partial(fragments.filled, block), ElementTree.Element("div"))
            for entry, block in zip(entries, blocks, strict=True)
        ]
        if self.conversion.links:
            turns = "relpath" not in self.conversion.md.treeprocessors
            for entry, element in zip(entries, filled, strict=True):
                self.conversion.links.follow(entry, element, page, turns=turns)
        self.conversion.blocks.extend(zip(filled, blocks, strict=True))
        problems = [problem for parsed in fragments.parsed for problem in self._in_text(parsed)]
        # A worksheet leaves out half of a question, and what belongs there.
        pairs = [] if sheet else zip(entries, blocks, strict=True)
        problems += (problem for pair in pairs for problem in _without_place(*pair))
        return iter(filled), [*problems, *taken_ids(entries, blocks, sheet)]

    def _made_by_type(self, entry: Entry, make: Callable[[], _Made], instead: _Made) -> _Made:
        """What a type makes of a question, or `instead` where a site's own fails over it, which is told."""
        try:
            return make()
        except FAILURES as error:
            # A page whose blocks can all be made does not pay for the models.
            from selfcheck.checks.type_code import failure_of

            told = failure_of(self.conversion.site.equipment.types[entry.type].model, error)
            place = entry.location
            self.failures.append(Problem.of(told, place.path, (place.line, place.column), entry.id))
            return instead

    def _in_text(self, parsed: Parsed) -> Iterator[Problem]:
        """What is wrong with a text of a question, at its line of the question file."""
        entry = parsed.entry
        for complaint in parsed.complaints:
            position = position_of_text(self.conversion.site.root, entry, parsed.text, complaint)
            # That of a passage is told once, not with each of its questions.
            name = "" if entry.passage and parsed.text == entry.item.passage else entry.id
            yield Problem.of(complaint.of_kind("markdown"), entry.location.path, position, name)

    def _assets(self, page: Page, groups: Collection[_Group]) -> list[Asset]:
        """What the questions of a page need; those on paper need no script."""
        assets = self.conversion.site.equipment.assets_for(page.language)
        answered = [entry.type for group in groups for entry in group.entries if not group.sheet]
        printed = [entry.type for group in groups for entry in group.entries if group.sheet]
        styles = [asset for asset in assets.for_page(printed) if not asset.is_script]
        wanted = [
            *(assets.for_page(answered) if answered else ()),
            *((*styles, assets.sheet) if printed else ()),
        ]
        return list(dict.fromkeys(wanted))

    def _standing(
        self, page: Page, entry: Entry, number: int, total: int, sheet: str, level: int
    ) -> Standing:
        site, links, place = self.conversion.site, self.conversion.links, entry.location
        is_asked = site.confidence if entry.asks_confidence is None else entry.asks_confidence
        return Standing(
            page.source,
            number,
            total,
            sheet,
            is_asked,
            site.repository.url,
            site.repository.path(page.display_path) if site.repository.url else "",
            site.repository.line(place.path, place.line),
            site.heading_level or min(6, level + 1),
            _foreign(entry, page, site.page_language),
            links_section=not (links and links.is_left_out((entry.section or "").partition("#")[0])),
        )


def _no_block() -> Block:
    """What stands in for a block that cannot be made."""
    return Block("<div></div>", [], NO_VALUES)


def _foreign(entry: Entry, page: Page, usual: str) -> Foreign:
    """The texts of an entry that are in another language than its page; `usual` is the site's language."""
    language = entry.language or usual or page.html_language
    if primary_of(language) == primary_of(page.language):
        return NOTHING_FOREIGN
    return Foreign(entry.untranslated, language, page.language)


def _about_passages(entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """For each entry the numbers, from 1, of the first and the last of those in a row with its passage."""
    found: list[tuple[int, int]] = []
    for name, alike in groupby(entries, lambda entry: entry.passage and (entry.location.path, entry.passage)):
        count, before = len(list(alike)), len(found)
        if name:
            found += [(before + 1, before + count)] * count
        else:
            found += [(number, number) for number in range(before + 1, before + count + 1)]
    return found


@dataclass(frozen=True, slots=True)
class _Group:
    """What one fence shows, and on which kind of sheet, if on any."""

    entries: list[Entry]
    sheet: str


@dataclass(frozen=True, slots=True)
class _Twice:
    """The id of a question, and the numbers of the two fences that show it."""

    id: str
    first: int
    second: int


def _each_once(
    directives: dict[int, Directive],
) -> tuple[dict[int, _Group], list[tuple[int, Complaint]], list[_Twice]]:
    """What each fence shows, a question only once a page and sheet; complaints by number of the fence."""
    met: dict[tuple[str, str], int] = {}
    groups: dict[int, _Group] = {}
    complaints: list[tuple[int, Complaint]] = []
    twice: list[_Twice] = []
    for number, directive in sorted(directives.items()):
        complaints += [(number, complaint) for complaint in directive.complaints]
        entries = []
        for entry in directive.entries:
            key = (directive.sheet, entry.id)
            if key in met:
                twice.append(_Twice(entry.id, met[key], number))
            else:
                met[key] = number
                entries.append(entry)
        groups[number] = _Group(entries, directive.sheet)
    return groups, complaints, twice


def _without_place(entry: Entry, block: Block) -> Iterator[Problem]:
    place = (entry.location.path, entry.location.line, entry.location.column, entry.id)
    for mark in block.insertions.lost.values():
        message = f"nothing can be put where {mark} stands: in a formula, a link or what a picture shows"
        yield Problem(*place, message, "move it into plain text, a table or code", "markdown")
    for mark in block.values.lost.values():
        message = (
            f"nothing can change where {mark} stands: in an address, in what a picture shows, or at a number"
        )
        hint = f"move it into the text; in a formula, put it into braces: {{{mark}}}"
        yield Problem(*place, message, hint, "markdown")
