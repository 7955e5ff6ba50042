"""A static host: it sends what a file `_headers` says, compresses, and has a page for what is not there."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.browsing.server import Handler, serving

Rules = Mapping[str, Mapping[str, str]]
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml")


def rules_of(text: str) -> Rules:
    """The headers by pattern of a path, as hosts read `_headers`."""
    rules: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[list(rules)[-1]][name] = value
        elif line:
            rules[line] = {}
    return rules


class _Host(Handler):
    """Serves the folder of a host, which holds a site at `path`."""

    def __init__(self, *request: Any, reads_headers: bool, path: str, **options: Any) -> None:
        self.reads_headers, self.path_of_site = reads_headers, path
        super().__init__(*request, policy="", **options)

    def end_headers(self) -> None:
        path = urlsplit(self.path).path
        rules = self._rules() if self.reads_headers else {}
        matching = [said for place, said in rules.items() if fnmatchcase(path, place)]
        sent = {name: value for said in matching for name, value in said.items()}
        for name, value in {"Cache-Control": "no-cache", **sent}.items():
            self.send_header(name, value)
        super(Handler, self).end_headers()

    def _rules(self) -> Rules:
        return rules_of((Path(self.translate_path(self.path_of_site)) / "_headers").read_text("utf-8"))

    def send_head(self) -> Any:
        found = Path(self.translate_path(self.path))
        if found.is_dir() and urlsplit(self.path).path.endswith("/"):
            found /= "index.html"
        if found.is_dir():
            return super().send_head()
        status = 200 if found.is_file() else 404
        if status == 404:
            found = Path(self.translate_path(f"{self.path_of_site}404.html"))
        content = found.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(found)))
        if found.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)


@contextmanager
def static_host(root: Path, path: str, *, reads_headers: bool = True) -> Iterator[str]:
    """The address of a host whose folder is `root` and holds a site at `path`, which has slashes around.

    GitHub Pages is one that does not read `_headers`.
    """
    handler = partial(_Host, directory=str(root), reads_headers=reads_headers, path=path)
    with serving(handler) as address:
        yield address
