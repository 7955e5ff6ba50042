"""Where a site's repository takes reports and lets a line be edited, as the site's own settings say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

_FORMS = {
    "github": ("issues/new", "title", "body"),
    "gitlab": ("-/issues/new", "issue[title]", "issue[description]"),
    "codeberg": ("issues/new", "title", "body"),
}
"""By a part of the host's name: the address of the form, and what it calls its two fields."""


def edit_uri_of(template: str, edit_uri: str) -> str:
    """What MkDocs' two settings say before a page's path; empty where a template says more behind it."""
    if not template:
        return edit_uri
    before = re.fullmatch(r"(.*)\{path(?:!q)?\}", template)
    return before[1] if before else ""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository by its address. `edit_uri` leads to the folder of the pages, `docs` to the site."""

    url: str = ""
    edit_uri: str = ""
    docs: str = "docs"

    def issue(self, title: str, body: str) -> str:
        """The address of a new issue, the body last; empty where the host's form is not known."""
        host = urlsplit(self.url).hostname or ""
        for name, (form, title_field, body_field) in _FORMS.items():
            if name in host:
                fields = f"{quote(title_field)}={quote(title)}&{quote(body_field)}={quote(body)}"
                return f"{self.url.rstrip('/')}/{form}?{fields}"
        return ""

    def line(self, path: str, line: int) -> str:
        """The address where a file is edited; empty where none is known.

        `path` starts where the configuration stands: the place that `edit_uri` names without its last part,
        the folder of the pages.
        """
        base, folder, rest = self._edit_address().rpartition(f"{self.docs}/")
        if not folder or rest or base[-1:] not in ("/", "=") or path.startswith("/"):
            return ""
        return f"{base}{quote(path)}#L{line}"

    def _edit_address(self) -> str:
        """As MkDocs joins the two."""
        if not self.edit_uri:
            return ""
        edit_uri = f"{self.edit_uri.rstrip('/')}/"
        url = self.url if edit_uri.startswith(("?", "#")) else f"{self.url.rstrip('/')}/"
        return urljoin(url, edit_uri) if self.url else edit_uri * bool(urlsplit(edit_uri).scheme)
