"""What may be wrong with a fence of ours of any kind."""

from __future__ import annotations

import re
from dataclasses import replace

from selfcheck.complaint import Complaint
from selfcheck.lookalikes import code_point
from selfcheck.pages.fence import Fence

_NEVER_CLOSED = Complaint(
    (),
    "this fence is never closed",
    "close it with the same sign, as often and as far in as it was opened",
)
IN_RAW_HTML = Complaint(
    (),
    "this fence stands inside raw HTML, where nothing is rendered",
    "add the attribute `markdown` to the element",
)

_OTHER_LINE = re.compile(r"[;] the first is in line \d+$")


def about_signs(fence: Fence) -> Complaint | None:
    """What is wrong with the signs that open and close a fence."""
    if fence.odd_space:
        message = f"what looks like a space here is another character ({code_point(fence.odd_space)})"
        return Complaint((), message, "write a space")
    return None if fence.is_closed else _NEVER_CLOSED


def of_body(complaint: Complaint) -> Complaint:
    """A complaint about the YAML in a fence, without the number of another line: in the page it differs."""
    return replace(complaint, hint=_OTHER_LINE.sub("", complaint.hint))
