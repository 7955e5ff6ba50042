"""The glossary: its terms, and where they are marked in a lesson.

A term is marked where it first stands in a section, as a link to its entry that carries its meaning. None is
marked in headings, links, code, formulas, pictures, tables, controls, questions, explorers, or in the
section that teaches it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from selfcheck.course.tokens import attributes, tokens

PAGE = "reference/glossary.md"

_ENTRY = re.compile(
    r"^(?P<names>\S.*?) \{#(?P<anchor>[\w-]+)\}\n"
    r":   (?P<meaning>.+(?:\n    .+)*?)\s+\[[^\]]+\]\(\.\./(?P<page>[\w/-]+\.md)#(?P<section>[\w-]+)\)\n",
    re.MULTILINE,
)
_UNMARKED = frozenset(
    [
        "a",
        "button",
        "code",
        "fieldset",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "label",
        "legend",
        "math",
        "pre",
        "summary",
        "table",
    ]
    + [f"self-check-{each}" for each in ("progress", "review", "sheet", "summary")]
)
"""Elements in which no term is marked; a block of a question and a drawing are passed over as a whole."""
_UNMARKED_SECTIONS = frozenset({"sources"})


def _is_unmarked(tag: str) -> bool:
    """An explorer's script writes its texts anew, and a mark would be gone with the first change."""
    return tag in _UNMARKED or tag.endswith("-explorer")


@dataclass(frozen=True, slots=True)
class Term:
    """A term by all its names, its meaning as plain text, and the section of a lesson that teaches it."""

    names: tuple[str, ...]
    anchor: str
    meaning: str
    page: str
    section: str


def terms(markdown: str) -> list[Term]:
    """The entries of the page."""
    return [
        Term(
            tuple(each["names"].split(", ")),
            each["anchor"],
            " ".join(each["meaning"].split()),
            each["page"],
            each["section"],
        )
        for each in _ENTRY.finditer(markdown)
    ]


@dataclass(frozen=True)
class Marker:
    """Marks terms; `address` is that of the glossary as the page must write it."""

    terms: Sequence[Term]
    address: str

    def marked(self, html: str, page: str) -> str:
        """The content of a page, given by its path from the docs root, with its terms marked."""
        return "".join(self._parts(html, page))

    def _parts(self, html: str, page: str) -> Iterator[str]:
        by_name = {name.casefold(): term for term in self.terms for name in term.names}
        longest_first = sorted(by_name, key=len, reverse=True)
        pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})s?(?![\w-])", re.I)
        section, end = "", 0
        inside: list[str] = []
        seen: set[str] = set()

        def mark(found: re.Match[str]) -> str:
            term = by_name[found[1].casefold()]
            if term.anchor in seen or (term.page, term.section) == (page, section):
                return found[0]
            seen.add(term.anchor)
            return (
                f'<a class="term" href="{self.address}#{term.anchor}" '
                f'data-meaning="{escape(term.meaning)}">{found[0]}</a>'
            )

        for token in tokens(html):
            text = html[end : token.start()]
            yield text if inside or section in _UNMARKED_SECTIONS else pattern.sub(mark, text)
            yield token[0]
            end = token.end()
            tag = (token["tag"] or "").lower()
            if tag == "h2":
                section = attributes(token[0].partition("h2")[2]).get("id", "")
                seen.clear()
            if tag.startswith("/"):
                while tag[1:] in inside:
                    if inside.pop() == tag[1:]:
                        break
            elif _is_unmarked(tag):
                inside.append(tag)
        yield html[end:]
