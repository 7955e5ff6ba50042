"""Links written from the docs root, or for another page, as the page they stand on must write them."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote, urljoin
from xml.etree.ElementTree import Element

# Begins a mail address whose letters Python-Markdown hides from harvesters, its scheme included.
_DISGUISED = "\x02"


def from_page(target: str, page: str) -> str:
    """A path written from the docs root, as the page must write it. Addresses with a scheme stay."""
    path, mark, anchor = target.partition("#")
    if not path or path.startswith(("/", _DISGUISED)) or ":" in path.split("/")[0]:
        return target
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + mark + anchor


def to_section(section: str, page: str) -> str:
    """The link from the page to a section, whose page may have any name."""
    path, mark, anchor = section.partition("#")
    return from_page(quote(path) + mark + anchor, page)


def relink(root: Element, page: str) -> None:
    """Turn the links and images below `root`, written from the docs root, to where the page stands."""
    for element in root.iter():
        for attribute in ("href", "src"):
            target = element.get(attribute)
            if target:
                element.set(attribute, from_page(target, page))


def moved(address: str, source: str, target: str) -> str:
    """An address that the page `source` writes, as the page `target` must write it.

    Both pages are named as from the site's root. Addresses with a scheme and those from the root stay.
    """
    if address.startswith("/") or ":" in address.split("/")[0]:
        return address
    whole = urljoin(f"/{source}", address)
    path = re.split("[?#]", whole, maxsplit=1)[0]
    relative = posixpath.relpath(path, posixpath.dirname(f"/{target}"))
    return relative + ("/" if path.endswith("/") else "") + whole[len(path) :]
