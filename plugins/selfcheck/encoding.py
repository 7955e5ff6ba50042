"""The complaint about a text that is not UTF-8, at its first byte that does not fit."""

from __future__ import annotations

from selfcheck.complaint import Complaint
from selfcheck.yaml_syntax import lines_of


def not_utf8(error: UnicodeDecodeError) -> Complaint:
    """The complaint about a file whose content could not be decoded."""
    before = lines_of(error.object[: error.start].decode("utf-8-sig"))
    message, hint = "the file is not UTF-8", "save it with the encoding UTF-8"
    return Complaint((), message, hint, len(before) - 1, column_in_text=len(before[-1]))
