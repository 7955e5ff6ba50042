"""The two processors of a page's elements: one puts blocks there, one closes them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from selfcheck.extension.conversion import Conversion


class PlaceBlocks(Treeprocessor):
    """Puts the blocks where the placeholders of fences are."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, root: Element) -> None:
        """Replace every placeholder by the blocks of its fence."""
        self.conversion.blocks.clear()
        self.conversion.begin()
        self.conversion.shown.clear()
        if self.conversion.marked.marks:
            # A site that shows no question does not pay for templates.
            from selfcheck.extension.placing import place_blocks

            place_blocks(self.conversion, root)


class CloseBlocks(Treeprocessor):
    """Puts the HTML of the blocks aside as finished, once all other processors have seen what is theirs."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, root: Element) -> None:
        """Leave in the element of each block the placeholder of its HTML."""
        if self.conversion.links:
            self.conversion.links.release()
        for element, block in self.conversion.blocks:
            html = block.close(self.md.serializer)
            element[:] = []
            element.text = self.md.htmlStash.store(html)
