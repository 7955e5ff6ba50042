"""What a check has found, as text and in the forms that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from selfcheck.reports.github import as_github
from selfcheck.reports.report import Report
from selfcheck.reports.sarif import as_sarif
from selfcheck.reports.structured import as_json
from selfcheck.reports.text import as_text

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""What writes a report, by the name of the format."""

WITH_CHANGES = ("text", "json")
"""The formats that say what has changed since a revision."""
