"""Where a site's repository takes reports and lets a line be edited, as the site's own settings say it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
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


@dataclass(frozen=True)
class Repository:
    """A repository by its address. `edit_uri` leads to the folder of the pages.

    `root` is the folder of the configuration, from which `docs`, the folder of the pages, and the paths of
    files are taken. Nothing that a repository says of a file tells where on a machine it lies.
    """

    url: str = ""
    edit_uri: str = ""
    root: Path = Path()
    docs: str = "docs"

    def issue(self, title: str, body: str) -> str:
        """The address of a new issue, the body last; empty where the host's form is not known."""
        host = urlsplit(self.url).hostname or ""
        for name, (form, title_field, body_field) in _FORMS.items():
            if name in host:
                fields = f"{quote(title_field)}={quote(title)}&{quote(body_field)}={quote(body)}"
                return f"{self.url.rstrip('/')}/{form}?{fields}"
        return ""

    def path(self, path: str) -> str:
        """A file's path from the root of the checkout; without one, from the folder of the configuration.

        A file outside of both is named from the folder that holds that of the pages, else by its name.
        """
        file = self._absolute(path)
        folders = (*self._checkout, self.root, self._absolute(self.docs).parent)
        return next(
            (file.relative_to(folder).as_posix() for folder in folders if file.is_relative_to(folder)),
            file.name,
        )

    def line(self, path: str, line: int) -> str:
        """The address where a file is edited; empty where none is known.

        `edit_uri` must end as the path of the pages does, below the folder that holds them and the file.
        """
        address = self._edit_address
        if not address:
            return ""
        file, docs = self._absolute(path), self._absolute(self.docs)
        shared = next((each for each in (docs, *docs.parents) if file.is_relative_to(each)), docs)
        pages = "".join(f"{part}/" for part in docs.relative_to(shared).parts)
        base = address.removesuffix(pages)
        if not address.endswith(pages) or base[-1:] not in ("/", "=") or not file.is_relative_to(shared):
            return ""
        return f"{base}{quote(file.relative_to(shared).as_posix())}#L{line}"

    def _absolute(self, path: str) -> Path:
        return Path(os.path.abspath(self.root / path))

    @cached_property
    def _checkout(self) -> tuple[Path, ...]:
        """The nearest folder that git has checked out, if the configuration stands in one."""
        folders = (self.root, *self.root.parents)
        return tuple(folder for folder in folders if (folder / ".git").exists())[:1]

    @cached_property
    def _edit_address(self) -> str:
        """As MkDocs joins the two."""
        if not self.edit_uri:
            return ""
        edit_uri = f"{self.edit_uri.rstrip('/')}/"
        url = self.url if edit_uri.startswith(("?", "#")) else f"{self.url.rstrip('/')}/"
        return urljoin(url, edit_uri) if self.url else edit_uri * bool(urlsplit(edit_uri).scheme)
