"""The questions of a course as classic scripts, one each, by which they come to the page of the review."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from selfcheck.course.open_blocks import OpenBlock
from selfcheck.course.publication import PublishedPage
from selfcheck.frame.links import LINK


def question_files(pages: Iterable[PublishedPage]) -> Mapping[str, str]:
    """The content of each file by its name: of a question on several pages, that of the first."""
    files: dict[str, str] = {}
    for page in pages:
        html = page.html
        for block in page.blocks(html):
            files.setdefault(f"{block.id}.js", _call(page.address, block, html))
    return files


def _call(address: str, block: OpenBlock, page: str) -> str:
    told = [block.id, block.fingerprint, address, block.html, list(_assets_of(block, page))]
    data = json.dumps([told], ensure_ascii=False, separators=(",", ":"))
    return f'SelfCheckCourse("block",{data});\n'


def _assets_of(block: OpenBlock, page: str) -> Iterator[str]:
    """The styles and scripts of ours that the block needs, by their names and in the order of its page."""
    for name in dict.fromkeys(link["file"] for link in LINK.finditer(page)):
        if name.partition(".")[0] in ("frame", block.type):
            yield name
