"""The figures of a project: found by name, drawn when they have changed, otherwise taken from the cache."""

import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from computed_figures import under_way
from computed_figures.cache import Cache
from computed_figures.dependencies import dependencies
from computed_figures.drawing import Drawing
from computed_figures.fingerprint import fingerprint
from computed_figures.fresh_process import ProcessEndedError, ask
from computed_figures.nearest import nearest
from computed_figures.problems import Problem, ProblemError, named

_FILE_NAME = re.compile(r"(?!__init__$)[\w-]+")
"""What the file of a figure may be called: its name becomes part of ids."""


class UnknownFigureError(LookupError):
    """No figure has that name; the message names the nearest."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """`folder` holds the figure files; their imports are followed through `roots`. All paths are absolute.

    `to_come` names the figures of the pages to come; a name may be wrong.
    """

    project: Path
    folder: Path
    roots: tuple[Path, ...]
    cache: Cache
    to_come: Callable[[], Iterable[str]] = tuple

    def drawings(self, names: Sequence[str]) -> list[Drawing | Problem]:
        """Return what each name stands for, in order.

        Stale figures are drawn side by side. Where there is one there are often more, so those to come are
        begun too: they are drawn while their pages wait for their turn.
        """
        begun = [self._begin(name) for name in names]
        if any(is_new for _, is_new in begun):
            self._begin_to_come()
        return [_outcome(drawing) for drawing, _ in begun]

    def _begin_to_come(self) -> None:
        for name in self.to_come():
            with suppress(UnknownFigureError):  # Its page says so.
                self._begin(name)

    def file(self, name: str) -> Path:
        """Return the file of a figure; UnknownFigureError if there is none."""
        found = (file for file in self.folder.glob("*.py") if _FILE_NAME.fullmatch(file.stem))
        files = {file.stem.replace("_", "-"): file for file in sorted(found)}
        if name in files:
            return files[name]
        near = nearest(name, sorted(files), named(self.folder, self.project))
        raise UnknownFigureError(f'no figure "{name}"{near}')

    def _begin(self, name: str) -> tuple[Drawing | Problem | Future[Drawing], bool]:
        """Return what a name stands for, or will, and whether it was this call that began to draw it."""
        file = self.file(name)
        try:
            key = fingerprint(name, dependencies(file, self.roots, self.project), self.project)
        except ProblemError as error:
            return error.problem, False
        kept = self.cache.load(name, key)
        if kept is not None:
            return kept, False

        def draw() -> Drawing:
            # Another page may have had it drawn since.
            drawing = self.cache.load(name, key) or self._draw_apart(name, file)
            self.cache.store(name, key, drawing)
            return drawing

        return under_way.begin((self.cache.folder, name, key), draw)

    def _draw_apart(self, name: str, file: Path) -> Drawing:
        request = {"name": name, "path": str(file), "shown": named(file, self.project)}
        try:
            reply = ask("computed_figures.draw", request, self.roots, self.project)
        except ProcessEndedError as error:
            raise ProblemError(
                Problem(named(file, self.project), None, f"the process that drew it {error}")
            ) from error
        return Drawing(**reply["drawing"])


def _outcome(drawing: Drawing | Problem | Future[Drawing]) -> Drawing | Problem:
    try:
        return drawing.result() if isinstance(drawing, Future) else drawing
    except ProblemError as error:
        return error.problem
