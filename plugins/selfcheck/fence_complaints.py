"""What may be wrong with a fence of ours of any kind."""

from __future__ import annotations

from selfcheck.complaint import Complaint

NEVER_CLOSED = Complaint(
    (),
    "this fence is never closed",
    "close it with the same sign, as often and as far in as it was opened",
)
IN_RAW_HTML = Complaint(
    (),
    "this fence stands inside raw HTML, where nothing is rendered",
    "add the attribute `markdown` to the element",
)
