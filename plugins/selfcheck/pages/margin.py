"""The empty lines round a fence: they set it apart, and would loosen a list that is tight."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selfcheck.pages.fence import Fence

_BULLET = re.compile(r"(?P<margin>[> ]*)(?:[-*+]|\d+[.)]) ")


def margins(fence: Fence, above: Sequence[str], below: Sequence[str]) -> tuple[bool, bool]:
    """Whether the fence needs an empty line above and one below, by the lines that stand there."""
    is_tight = _is_in_tight_item(fence, above)
    needs_above = not is_tight and bool(above) and not _is_blank(above[-1])
    return needs_above, not (is_tight and _goes_on(fence, below))


def _is_in_tight_item(fence: Fence, above: Sequence[str]) -> bool:
    """Whether it stands on a bullet's line, or below one with no empty line and nothing else between."""
    if fence.prefix != fence.indentation:
        return True
    for line in reversed(above):
        if _is_blank(line) or _depth(line) > _depth(fence.prefix):
            return False
        if bullet := _BULLET.match(line):
            return len(bullet["margin"]) < len(fence.prefix)
    return False


def _goes_on(fence: Fence, below: Sequence[str]) -> bool:
    """Whether the next line belongs to the list, or there is none."""
    line = below[0] if below else ""
    return _is_blank(line) or bool(_BULLET.match(line)) or line.startswith(fence.indentation)


def _depth(line: str) -> int:
    """How many quotes a line stands in."""
    return line[: len(line) - len(line.lstrip("> "))].count(">")


def _is_blank(line: str) -> bool:
    return not line.strip("> ")
