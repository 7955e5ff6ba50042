"""The element by which a page loads a script or a style of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from selfcheck.pages.page import Page

if TYPE_CHECKING:  # a site that shows no question does not pay for scripts
    from selfcheck.frame.assets import Asset


def asset_link(page: Page, asset: Asset) -> Element:
    """It stands in the content, in front of what needs it: Material runs scripts of the content alone."""
    if asset.is_script:
        return Element("script", {"src": page.address_of(asset.path), "defer": "defer"})
    return Element("link", {"rel": "stylesheet", "href": page.address_of(asset.path)})
