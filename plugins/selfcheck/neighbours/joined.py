"""The page on which mkdocs-print-site joins all others: its blocks are put there once it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any

from selfcheck.block.searchable import BLOCK, stems_as_text, without_lists
from selfcheck.frame.links import LINK
from selfcheck.frame.names import FOLDER
from selfcheck.neighbours.exports import is_protected
from selfcheck.neighbours.handlers import replace_handlers
from selfcheck.pages.links import moved

_NAME = "print-site"
_OF_COURSE = re.compile(
    r"<self-check-(?P<name>progress|review)(?=[\s>]).*?</self-check-(?P=name)\s*>", re.DOTALL
)
"""What is filled on the page that it stands on alone."""

_PLACE = re.compile(r"<!-- selfcheck (\d+) -->")
_TAG = re.compile(r"""<\w(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ADDRESS = re.compile(r"""(?<=[\s"'])(href|src)="([^"]*)\"""")
_ID = re.compile(r"""[\s"']id=["']?([^"'<>\s]+)""")


class JoinedPage:
    """Keeps the blocks of all pages aside while print-site changes ids, names and addresses in the rest.

    It would rename parts of a block, and not what refers to them; and links to scripts and styles are written
    for the page that they stand on.
    """

    def __init__(self, plugins: MutableMapping[str, Any]) -> None:
        self.plugin = plugins.get(_NAME)
        self.blocks: list[tuple[str, str]] = []
        """Each with the address of its page."""
        self.links: dict[str, str] = {}
        """The links to scripts and styles by the names of their files."""
        replace_handlers(plugins, _NAME, ["page_content"], self._without_blocks)
        replace_handlers(plugins, _NAME, ["post_build"], self._fill_after)

    def _fill_after(self, write: Callable[..., object]) -> Callable[..., None]:
        """A handler that has the page written, and then puts the blocks into it."""

        def write_and_fill(**named: object) -> None:
            write(**named)
            self._fill()

        return write_and_fill

    def _fill(self) -> None:
        page = getattr(self.plugin, "print_page", None)
        file = Path(page.file.abs_dest_path) if page else Path()
        if page and self.blocks and file.is_file():
            file.write_text(self._with_blocks(file.read_text("utf-8"), page.url), "utf-8")

    def _without_blocks(self, handle: Callable[..., object]) -> Callable[..., None]:
        """A handler that is given each page with a comment in the place of each block."""

        def handle_places(html: str, *, page: Any, **named: object) -> None:
            handle(self._with_places(html, page), page=page, **named)

        return handle_places

    def _with_places(self, html: str, page: Any) -> str:
        def place(block: re.Match[str]) -> str:
            if is_protected(page):
                return ""
            self.blocks.append((block[0], page.url))
            # On a line of its own, since print-site looks for ids from tag to tag within lines.
            return f"\n<!-- selfcheck {len(self.blocks) - 1} -->\n"

        self.links |= {
            link["file"]: link[0]
            for link in LINK.finditer(html)
            if link["file"].partition(".")[0] not in ("progress", "review")
        }
        return BLOCK.sub(place, LINK.sub("", _OF_COURSE.sub("", without_lists(html))))

    def _with_blocks(self, html: str, url: str) -> str:
        places = [int(number) for number in _PLACE.findall(html)]
        shown: set[str] = set()
        filled = {number: _shown_here(*self.blocks[number], url, shown) for number in places}
        if places:
            filled[places[0]] = self._links_from(url) + filled[places[0]]
        return _PLACE.sub(lambda place: filled[int(place[1])], html)

    def _links_from(self, url: str) -> str:
        links = sorted(self.links.items(), key=lambda link: not link[0].startswith("frame."))
        return "".join(
            re.sub(
                rf"""((?:href|src)=["']?)[^"'<>\s]*{re.escape(file)}""",
                rf"\g<1>{moved(f'{FOLDER}/{file}', '', url)}",
                link,
            )
            for file, link in links
        )


def _shown_here(block: str, source: str, url: str, shown: set[str]) -> str:
    """A block as the joined page shows it; where it stands there already, its stem with a link to it."""
    found = _ID.search(block)
    name = found[1] if found else ""
    if name in shown:
        return stems_as_text(block).replace("<p>", f'<p><a href="#{name}">').replace("</p>", "</a></p>")
    shown.add(name)
    return _TAG.sub(
        lambda tag: _ADDRESS.sub(lambda each: f'{each[1]}="{moved(each[2], source, url)}"', tag[0]), block
    )
