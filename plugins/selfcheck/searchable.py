"""A page as a search index should read it, for indexes that do not know `data-search-exclude`."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCK = "self-check"
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def stems_only(html: str) -> str:
    """The same HTML with nothing left of each block but its stem."""
    parser = _Stems()
    parser.feed(html)
    parser.close()
    return "".join(parser.kept)


class _Stems(HTMLParser):
    """Copies everything as written, except what a block excludes from search."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self.in_block = False
        self.excluded_depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_block = self.in_block or tag == _BLOCK
        if self.excluded_depth:
            self.excluded_depth += tag not in _VOID
        elif self.in_block and any(name == "data-search-exclude" for name, _ in attrs):
            self.excluded_depth = 1
        else:
            self._keep(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._keep(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self.excluded_depth:
            self.excluded_depth -= tag not in _VOID
            return
        self.in_block = self.in_block and tag != _BLOCK
        self._keep(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._keep(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._keep(f"<!{decl}>")

    def _keep(self, text: str) -> None:
        if not self.excluded_depth:
            self.kept.append(text)
