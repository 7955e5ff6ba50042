"""An item to the element tree of its block, from the frame's template and the type's."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from selfcheck.block.insertion import Insertions
from selfcheck.block.sheet import put_on_paper
from selfcheck.block.values import Values
from selfcheck.frame.words import Words, spoken
from selfcheck.pages.links import from_page
from selfcheck.question_types import QuestionType

if TYPE_CHECKING:  # a site without questions does not pay for the models
    from selfcheck.item import Item

Parse = Callable[[str], ElementTree.Element]
"""Turns a Markdown fragment into an element that holds its blocks, inline text still unparsed."""

PACKAGE = Path(__file__).parent.parent
"""Templates are named from here, as `item/template.html`, which those of all types extend."""

_SLOT = "slot"
_IN_TEXT = "in-text"
"""Holds, in a type's template, the element that takes the place of its `word` in the fragments; its `mark` is
what the author wrote there."""
# What Python-Markdown has put aside as finished HTML. Alone in a paragraph it is a block of code.
_PUT_ASIDE = re.compile("\x02wzxhzdk:[0-9]+\x03")


class Fragment:
    """A piece of Markdown on its way into a template; it stands there as an empty slot first."""

    def __init__(self, number: int, element: ElementTree.Element) -> None:
        self.number = number
        self.element = element
        self.is_inline = _is_one_paragraph(element)
        """Whether it may stand in a label or a legend."""

    def __html__(self) -> str:
        return f'<{_SLOT} n="{self.number}"/>'

    @property
    def inline(self) -> Markup:
        """The slot of the paragraph's text without the paragraph."""
        return Markup(f'<{_SLOT} n="{self.number}" inline=""/>')


@dataclass(frozen=True, slots=True)
class Block:
    """The tree of a block with empty slots, and the fragments that go there once inline patterns have run."""

    tree: ElementTree.Element
    fragments: tuple[Fragment, ...]
    insertions: Insertions
    values: Values

    def filled(self) -> ElementTree.Element:
        """The tree with every fragment in its place, and in them what stands in their text."""
        _fill(self.tree, self.fragments)
        self.insertions.into_tree(self.tree)
        self.values.into_tree(self.tree)
        _name_formulas(self.tree)
        _let_tables_scroll(self.tree)
        return self.tree


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a block stands: its page (as a path from the docs root), its place and how many there are."""

    page: str
    number: int
    total: int
    sheet: str = ""
    asks_confidence: bool = False
    report: str = ""
    """The address of the form that reports the question, if there is one."""
    edit: str = ""
    """The address where the question is edited, if there is one."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Makes blocks in the words of one language; `page_language` is what the page around them speaks."""

    words: Words
    page_language: str

    def render(self, item: Item, standing: Standing, parse: Parse) -> Block:
        """The block of an item, its fragments parsed but not yet in their places."""
        fragments: list[Fragment] = []

        def fragment(text: str) -> Fragment:
            fragments.append(Fragment(len(fragments), parse(item.marked(text))))
            return fragments[-1]

        html = _template(self.words.kinds[item.type]).render(
            item=item,
            check=f"{standing.sheet or 'check'}-{item.id}",
            key=_json(item.key),
            variants=_json([[each.key, each.shown] for each in item.variations]) if item.variations else "",
            standing=standing,
            number=standing.number,
            total=standing.total,
            words=self.words.in_html[item.type],
            words_lang=self._language_attribute(),
            fragment=fragment,
            link=lambda target: from_page(target, standing.page),
        )
        tree = ElementTree.fromstring(html)
        self._direct(tree)
        _strip(tree)
        if standing.sheet:
            put_on_paper(tree)
        return Block(tree, tuple(fragments), _insertions(tree), _values(item))

    def report(self, item: Item, page: str) -> tuple[str, str]:
        """Title and body of a report: room for what is wrong, then what a maintainer has to know."""
        facts = f"question: {item.id}\nversion: {item.fingerprint}\npage: {page}"
        said = self.words.frame
        return said["report_title"].format(id=item.id), f"{said['report_ask']}\n\n\n---\n{facts}"

    def _language_attribute(self) -> Markup:
        language = self.words.language
        return Markup("" if spoken(self.page_language) == language else f' lang="{language}"')

    def _direct(self, block: ElementTree.Element) -> None:
        """Let words that are not in the page's language run in their direction; no content is there yet."""
        for element in block.iter():
            if "lang" in element.attrib:
                element.attrib.setdefault("dir", self.words.direction)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _template(kind: QuestionType) -> Template:
    return _environment().from_string(kind.file("template.html").read_text("utf-8"))


def _strip(block: ElementTree.Element) -> None:
    """Drop the line breaks of the template; they are no text of the page."""
    for element in block.iter():
        if element.text and "\n" in element.text and not element.text.strip():
            element.text = None
        if element.tail and "\n" in element.tail and not element.tail.strip():
            element.tail = None


def _fill(block: ElementTree.Element, fragments: Sequence[Fragment]) -> None:
    for parent in list(block.iter()):
        for slot in parent.findall(_SLOT):
            fragment = fragments[int(slot.attrib["n"])]
            content = fragment.element[0] if "inline" in slot.attrib else fragment.element
            _replace(parent, slot, content)


def _insertions(block: ElementTree.Element) -> Insertions:
    """Take out of the template what it holds ready for the text of fragments."""
    elements, marks = {}, {}
    for parent in list(block.iter()) if _has(block, _IN_TEXT) else ():
        for holder in parent.findall(_IN_TEXT):
            elements[holder.attrib["word"]] = holder[0]
            marks[holder.attrib["word"]] = holder.attrib["mark"]
            parent.remove(holder)
    return Insertions(elements, marks)


def _values(item: Item) -> Values:
    """The first variant's values, where there are several."""
    return Values(item.words, item.variations[0].shown) if item.variations else Values({}, ())


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _name_formulas(block: ElementTree.Element) -> None:
    """Let a label that holds a formula name its control by reference: some browsers drop MathML otherwise."""
    labels = [label for label in block.iter("label") if label.find(".//math") is not None]
    for number, label in enumerate(labels, 1):
        control = label.find("input")
        if control is not None:
            label.set("id", f"{block.attrib['id']}-label-{number}")
            control.set("aria-labelledby", label.attrib["id"])


def _is_one_paragraph(fragment: ElementTree.Element) -> bool:
    if len(fragment) != 1 or fragment[0].tag != "p" or (fragment.text or "").strip():
        return False
    return not _PUT_ASIDE.fullmatch((fragment[0].text or "").strip())


def _let_tables_scroll(block: ElementTree.Element) -> None:
    """Put every table into a box that scrolls and that the keyboard reaches, as boxes of hosts do not.

    A table that makes a response has a class, and fits a narrow screen by itself.
    """
    for parent in list(block.iter()) if _has(block, "table") else ():
        for index, table in enumerate(parent):
            if table.tag == "table" and not table.get("class", "").startswith("self-check__"):
                box = ElementTree.Element("div", {"class": "self-check__wide", "tabindex": "0"})
                box.tail, table.tail = table.tail, None
                box.append(table)
                parent[index] = box


def _has(block: ElementTree.Element, tag: str) -> bool:
    return next(block.iter(tag), None) is not None


def _replace(parent: ElementTree.Element, slot: ElementTree.Element, content: ElementTree.Element) -> None:
    index = list(parent).index(slot)
    _append_text(parent, index, content.text)
    children = list(content)
    parent[index : index + 1] = children
    _append_text(parent, index + len(children), slot.tail)


def _append_text(parent: ElementTree.Element, index: int, text: str | None) -> None:
    """Add text before the child at `index`."""
    if not text:
        return
    if index == 0:
        parent.text = (parent.text or "") + text
    else:
        parent[index - 1].tail = (parent[index - 1].tail or "") + text
