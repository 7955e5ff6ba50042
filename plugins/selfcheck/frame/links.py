"""The links by which a page names scripts and styles, as they stand in its HTML."""

from __future__ import annotations

import re

from selfcheck.frame.names import FOLDER

LINK = re.compile(
    rf"""<(?P<tag>link|script)\b[^<>]*?[\s"'](?:href|src)=["']?[^"'<>\s]*\b{FOLDER}/(?P<file>[^"'<>\s/]+)"""
    r"""[^<>]*>(?:</script>)?"""
)
"""The link to a file of that name."""


def frame_links(html: str) -> str:
    """The links to the frame's styles and scripts; empty where no question of the page can be answered."""
    links = {link[0]: link["tag"] for link in LINK.finditer(html) if _is_of_frame(link)}
    return "".join(links) if "script" in links.values() else ""


def with_frame(html: str, links: str) -> str:
    """A finished page with the links to the frame at the end of its body, unless it loads the script already.

    They stand inside `main`, if there is one: Material's instant navigation runs no script further out.
    """
    if any(link["tag"] == "script" and _is_of_frame(link) for link in LINK.finditer(html)):
        return html
    ends = (html.rfind(end) for end in ("</main>", "</body>"))
    place = next((end for end in ends if end >= 0), len(html))
    return html[:place] + links + html[place:]


def _is_of_frame(link: re.Match[str]) -> bool:
    return link["file"].startswith("frame.")
