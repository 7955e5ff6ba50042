"""What may be wrong with a fence of ours of any kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
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

_MACRO = re.compile(r"[^#]*?({{|{%)")
"""The beginning of a macro, outside of a comment."""

_OTHER_LINE = re.compile(r"[;] the first is in line \d+$")


def about_signs(fence: Fence) -> Complaint | None:
    """What is wrong with the signs that open and close a fence."""
    if fence.odd_space:
        message = f"what looks like a space here is another character ({code_point(fence.odd_space)})"
        return Complaint((), message, "write a space")
    return None if fence.is_closed else _NEVER_CLOSED


def unfilled_macros(fence: Fence) -> Iterator[Complaint]:
    """A complaint for each line with a macro: on its page, whatever fills in macros has left them alone."""
    for number, line in enumerate(fence.body.split("\n")):
        if found := _MACRO.match(line):
            message = f"`{found[1]}` stands in this fence, and nothing has filled it in"
            hint = "write what the macro would say, or let macros be filled in on this page"
            yield Complaint((), message, hint, number)


def of_body(complaint: Complaint) -> Complaint:
    """A complaint about the YAML in a fence, without the number of another line: in the page it differs."""
    return replace(complaint, hint=_OTHER_LINE.sub("", complaint.hint))
