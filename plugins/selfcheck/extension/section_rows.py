"""What stands in a list of the questions on a section: which questions, what each is called, and the HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from selfcheck.bank import Bank
from selfcheck.block.searchable import stem_text
from selfcheck.frame.words import Words, interface_language
from selfcheck.quiz import Entry

_CLASS = "self-check-questions"
_MOST_SIGNS = 80
"""Of a stem that stands for a question without an objective."""

_MARKUP = re.compile(
    r"(?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|(?<![\w\\$])(?P<dollars>\$\$?)(?=\S)(?P<formula>[^$]+)(?<=\S)(?P=dollars)(?!\w)"
    r"|\[=(?P<value>[^\]]*)\]"
    r"|!?\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]\([^)]*\)"
    r"|(?<!\w)[*_]+(?=\S)|(?<=\S)[*_]+(?!\w)",
    re.DOTALL,
)
"""Code and formulas, whose signs are no markup; values, links and pictures; signs of emphasis round words."""


def entries_on(
    source: str, anchor: str, bank: Bank, language: str, find: Callable[[str], str]
) -> Iterator[Entry]:
    """The questions that name a section, in the order of the question files."""
    for entry in bank.about(anchor, language):
        page = (entry.section or "").partition("#")[0]
        if source in (page, find(page)):
            yield entry


def empty_list(section: str, language: str) -> Element:
    """A list without rows, which nobody sees, and which says what it is about."""
    about = {"data-section": section, "data-language": language}
    return Element("div", {"class": _CLASS, "data-search-exclude": "", **about, "hidden": ""})


def list_element(language: str, links: Iterable[tuple[str, str]], words: Words) -> Element:
    """A list on a page in this language; `links` are the names of questions with their addresses."""
    element = Element("div", {"class": _CLASS, "data-search-exclude": ""})
    title = SubElement(element, "p", {"class": f"{_CLASS}__title"})
    if interface_language(language) != words.language:
        title.attrib |= {"lang": words.language, "dir": words.direction}
    title.text = AtomicString(words.frame["section_questions"])
    rows = SubElement(element, "ul")
    for name, address in _told_apart(links):
        SubElement(SubElement(rows, "li"), "a", {"href": address}).text = AtomicString(name)
    return element


def name_of(entry: Entry, block: str = "") -> str:
    """What a question is called in a list: its objective, else how its stem begins.

    `block` is its block in a finished page, where that is known: what is markup has been decided there.
    """
    if entry.item.objective:
        return entry.item.objective
    stem = " ".join((stem_text(block) or _without_markup(entry.item.stem)).split())
    cut = stem[:_MOST_SIGNS]
    whole_words = cut.rpartition(" ")[0]
    # Some languages put no spaces between words.
    return stem if stem == cut else f"{whole_words if 2 * len(whole_words) > len(cut) else cut} …"


def _without_markup(text: str) -> str:
    """A text as it reads; that of a link, or in place of a picture, may have markup of its own."""
    return _MARKUP.sub(
        lambda mark: mark["code"] or mark["formula"] or mark["value"] or _without_markup(mark["label"] or ""),
        text,
    )


def _told_apart(links: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The same links, those of one name numbered from the second on."""
    met: dict[str, int] = {}
    for name, address in links:
        met[name] = met.get(name, 0) + 1
        yield (name if met[name] == 1 else f"{name} ({met[name]})"), address
