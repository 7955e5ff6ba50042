"""What the host says of a page, or what holds where there is none."""

from pathlib import Path

from markdown import Markdown

from selfcheck.pages.host import Host, host_of
from selfcheck.pages.page import Page


def host_or_plain(md: Markdown) -> Host:
    """The host; in plain Markdown the project is the current folder, and the page has no file."""
    return host_of(md) or Host(Path.cwd(), Path.cwd(), Page("index.md", "", None, "page"))
