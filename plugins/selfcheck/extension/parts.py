"""Parts of a page that are converted apart and come to it as finished HTML, as what its code prints."""

from __future__ import annotations

from markdown.postprocessors import Postprocessor

from selfcheck.frame.links import LINK


class FreeParts(Postprocessor):
    """Takes a part that begins with our links out of its paragraph, in which no block may stand.

    Python-Markdown does so with HTML that begins with a block-level element, and a `link` is none.
    """

    def run(self, text: str) -> str:
        """The text of the page, in which a placeholder stands for each part."""
        stash = self.md.htmlStash
        for number, html in enumerate(stash.rawHtmlBlocks):
            if isinstance(html, str) and html.startswith("<link") and LINK.match(html):
                placeholder = stash.get_placeholder(number)
                text = text.replace(f"<p>{placeholder}</p>", placeholder)
        return text
