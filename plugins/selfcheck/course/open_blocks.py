"""The questions that stand in clear in a finished page: those that need no password, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selfcheck.course.tokens import TAG_END, attributes, tokens

_PREFIX = "check-"
_DIGITS = 5
"""As much of a fingerprint tells a changed question from what it was, but for one in a million."""

_SECTION = re.compile(
    rf"""<p\s(?:[^<>]*[\s"'])?class=["']?self-check__section\b.*?<a(?P<attributes>\s{TAG_END})""",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OpenBlock:
    """A block as it stands in the finished page."""

    id: str
    fingerprint: str
    """Its beginning."""
    objective: str = ""
    section: str = ""
    """The link to the section that teaches it, as the page has it."""
    type: str = ""
    html: str = ""


def open_blocks(page: str) -> Iterator[OpenBlock]:
    """The blocks of a finished page in its order, each question once."""
    met: set[str] = set()
    for token in tokens(page) if "<self-check" in page else ():
        if not token["block"]:
            continue
        block = _block(token["block"], attributes(token["attributes"]))
        if block.id and block.fingerprint and block.id not in met:
            met.add(block.id)
            yield block


def _block(html: str, named: dict[str, str]) -> OpenBlock:
    link = _SECTION.search(html)
    return OpenBlock(
        named.get("id", "").removeprefix(_PREFIX),
        named.get("data-fingerprint", "")[:_DIGITS],
        named.get("data-objective", ""),
        attributes(link["attributes"]).get("href", "") if link else "",
        named.get("data-type", ""),
        html,
    )
