"""While a site is served, a rebuild that fails leaves the last good pages up."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import click


class Server(Protocol):
    """What is used of the host's development server."""

    root: str
    builder: Callable[[], None]


def keep_last_good(server: Server, *, dirty: bool) -> None:
    """Let the server put the last good site back when a rebuild ends with an error, and go on waiting.

    Left alone, MkDocs empties the site before it builds, and answers no request until a build succeeds. A
    dirty build leaves the site where it is, and finds its errors before it writes.
    """
    server.builder = _in_place(server.builder) if dirty else _Rebuild(server.builder, Path(server.root))


def _in_place(build: Callable[[], None]) -> Callable[[], None]:
    def rebuild() -> None:
        try:
            build()
        except click.ClickException as error:
            error.show()

    return rebuild


class _Rebuild:
    """A builder with a way back."""

    def __init__(self, build: Callable[[], None], site: Path) -> None:
        self.build = build
        self.site = site
        self.kept = site.with_name(f"{site.name}-last-good")

    def __call__(self) -> None:
        shutil.rmtree(self.kept, ignore_errors=True)
        self.site.rename(self.kept)
        self.site.mkdir()
        try:
            self.build()
        except click.ClickException as error:
            self._put_back()
            error.show()
        except BaseException:
            self._put_back()
            raise
        else:
            shutil.rmtree(self.kept, ignore_errors=True)

    def _put_back(self) -> None:
        shutil.rmtree(self.site, ignore_errors=True)
        self.kept.rename(self.site)
