"""Marks the texts of a block that are in another language than its page."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from markupsafe import Markup, escape

from selfcheck.pages.language import direction_of

_TAG = re.compile(r"<([a-z][a-z0-9-]*)((?: [^<>]*?)?)( ?/?)>([^<]*)")
_SAID = re.compile(r' (?:alt|aria-label|title)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Foreign:
    """Texts in `language`, on a page in `page_language`."""

    texts: Collection[str] = ()
    language: str = ""
    page_language: str = ""

    def attributes_of(self, text: str) -> Markup:
        """The attributes of an element around a text; empty for a text in the page's language."""
        return Markup(self._attributes if text in self.texts else "")

    def mark(self, html: str, prepared: Callable[[str], str]) -> str:
        """The HTML of a block with language and direction at each plain text that is foreign.

        `prepared` turns a text into what the template has written for it: with placeholders for its values.
        """
        if not self.texts:
            return html
        written = {_in_html(prepared(text)) for text in self.texts}

        def marked(match: re.Match[str]) -> str:
            name, attributes, end, text = match.groups()
            if " lang=" in attributes or written.isdisjoint({text.strip(), *_SAID.findall(attributes)}):
                return match[0]
            each = re.split(r' (?=[\w:-]+=")', attributes + self._attributes)
            return f"<{' '.join([name, *sorted(filter(None, each))])}{end}>{text}"

        return _TAG.sub(marked, html)

    @property
    def _attributes(self) -> str:
        direction = direction_of(self.language)
        differs = direction != direction_of(self.page_language)
        return (f' dir="{direction}"' if differs else "") + f' lang="{self.language}"'


NOTHING_FOREIGN = Foreign()


def _in_html(text: str) -> str:
    return str(escape(text)).replace("&#39;", "'").replace("&#34;", "&quot;")
