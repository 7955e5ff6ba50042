"""A server for a built site, on a free port of this machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


class Handler(SimpleHTTPRequestHandler):
    """Serves files under a policy, and lets no browser keep a page that is built anew."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *request: Any, policy: str, **options: Any) -> None:
        self.policy = policy
        super().__init__(*request, **options)

    def do_GET(self) -> None:
        # A browser asks for it now and then, and a plain page has none.
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            super().do_GET()

    def send_header(self, keyword: str, value: str) -> None:
        # Two builds within a second have the same date.
        if keyword != "Last-Modified":
            super().send_header(keyword, value)

    def end_headers(self) -> None:
        is_named_after_its_content = re.search(r"\.[0-9a-f]{8,}\.", self.path)
        self.send_header("Cache-Control", "max-age=3600" if is_named_after_its_content else "no-cache")
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *values: Any) -> None:
        """Nothing: pytest shows what a test needs."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: a page that is left in the middle of a request is no error."""


@contextmanager
def serve(folder: Path, policy: str = "") -> Iterator[str]:
    """The address under which the folder is served, with the policy as `Content-Security-Policy`."""
    with serving(partial(Handler, directory=str(folder), policy=policy)) as address:
        yield address


@contextmanager
def serving(handler: Callable[..., Handler]) -> Iterator[str]:
    """The address under which a handler answers."""
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()
