"""HTML as the standard nests it: no block of its content where only text may stand."""

from html.parser import HTMLParser

# Their content models are phrasing content: https://html.spec.whatwg.org/multipage/dom.html#phrasing-content
TEXT_ONLY = {
    "b",
    "button",
    "code",
    "em",
    "i",
    "label",
    "legend",
    "option",
    "p",
    "pre",
    "small",
    "span",
    "strong",
}
BLOCKS = {
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figure",
    "form",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "table",
    "ul",
}
VOID = {"br", "hr", "img", "input", "wbr"}


class Nesting(HTMLParser):
    """Finds every block inside an element that holds text alone."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.found += [
                f"{tag} in {outer}, line {self.getpos()[0]}" for outer in self.open if outer in TEXT_ONLY
            ]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self.open and self.open.pop() != tag:
            pass
