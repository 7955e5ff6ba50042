"""The lists of questions on a built page."""

from __future__ import annotations

import re
from pathlib import Path


def lists(root: Path, page: str = "lessons/strides/index.html") -> list[list[tuple[str, str]]]:
    """The links of each list of a built page, with their words."""
    html = (root / "site" / page).read_text("utf-8")
    found = re.findall(r'<div class="self-check-questions"[^>]*>.*?</ul>', html, re.DOTALL)
    return [re.findall(r'<li>\s*<a href="([^"]*)">([^<]*)</a>\s*</li>', each) for each in found]
