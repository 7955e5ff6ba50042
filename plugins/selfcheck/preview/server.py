"""A server of a preview on this machine alone, which tells its pages when the file has been saved."""

from __future__ import annotations

import mimetypes
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from selfcheck.pages.path import PAGE_SUFFIXES
from selfcheck.preview.page import Preview

HOST = "127.0.0.1"
_PERIOD = 0.2
"""Seconds between two looks at the file."""

_BEAT = 15.0
"""Seconds after which a page that waits is sent something, so that one that has gone is noticed."""


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview at 127.0.0.1; port 0 takes a free one. Raises OSError where the port is taken."""

    daemon_threads = True

    def __init__(self, preview: Preview, port: int) -> None:
        self.preview = preview
        self.files: dict[str, str] = {}
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """Where the preview is."""
        return f"http://{HOST}:{self.server_address[1]}/"


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        """Answer what a page of the preview asks for; another host's page may ask for nothing."""
        if self.headers.get("Host", "").partition(":")[0] not in (HOST, "localhost"):
            self._answer(HTTPStatus.FORBIDDEN, "text/plain", b"This is a preview at 127.0.0.1 alone.")
            return
        address = urlsplit(self.path)
        path = unquote(address.path).lstrip("/")
        if path == "":
            self._page()
        elif path == "changes":
            self._changes(parse_qs(address.query).get("since", [""])[0])
        elif path == "favicon.ico":  # every browser asks for it, and complains where there is none
            self._answer(HTTPStatus.NO_CONTENT, "image/x-icon", b"")
        elif path in self.server.files:
            self._answer(HTTPStatus.OK, _type_of(path), self.server.files[path].encode())
        else:
            self._file(path)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for problems of the server."""

    def _page(self) -> None:
        shown = self.server.preview.shown()
        self.server.files.update(shown.files)
        self._answer(HTTPStatus.OK, "text/html; charset=utf-8", shown.html.encode())

    def _changes(self, since: str) -> None:
        """Wait until the file is another, and say so."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            waited = 0.0
            while self.server.preview.version() == since:
                time.sleep(_PERIOD)
                waited += _PERIOD
                if waited >= _BEAT:
                    waited = 0.0
                    self.wfile.write(b":\n\n")
                    self.wfile.flush()
            self.wfile.write(b"data: changed\n\n")
        except OSError:  # the page has gone
            return

    def _file(self, path: str) -> None:
        """A file from the folder of the pages, as a picture of a question."""
        docs = (self.server.preview.site.root / self.server.preview.site.docs).resolve()
        file = Path(docs, path).resolve()
        if file.is_relative_to(docs) and file.is_file() and file.suffix not in PAGE_SUFFIXES:
            self._answer(HTTPStatus.OK, _type_of(path), file.read_bytes())
        else:
            self._answer(HTTPStatus.NOT_FOUND, "text/plain", b"A preview has no pages but this one.")

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.end_headers()
        self.wfile.write(content)


def _type_of(path: str) -> str:
    return mimetypes.guess_type(path)[0] or "application/octet-stream"
