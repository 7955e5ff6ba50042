"""Where the blocks, figures and explorers of a built page stand: the elements that are open round them."""

from html.parser import HTMLParser

VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")

ElementPath = tuple[str, ...]
"""The open elements from outermost to innermost, each as `tag` or `tag.first-class`."""


class Outline(HTMLParser):
    """The path of every block and figure, by its id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks: dict[str, ElementPath] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    @property
    def path(self) -> ElementPath:
        """The path of the place that is being read."""
        return tuple(shown for _, shown in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "self-check" or attributes.get("class") in ("computed-figure", "explorer"):
            self.blocks[attributes["id"] or ""] = self.path
        if tag not in VOID:
            classes = (attributes.get("class") or "").split()
            self._open.append((tag, f"{tag}.{classes[0]}" if classes else tag))

    def handle_endtag(self, tag: str) -> None:
        while any(open_tag == tag for open_tag, _ in self._open):
            if self._open.pop()[0] == tag:
                return
