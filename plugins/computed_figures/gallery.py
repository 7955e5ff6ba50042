"""The figures of a project: found by name, drawn when they have changed, otherwise taken from the cache."""

import difflib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from computed_figures.cache import Cache
from computed_figures.dependencies import dependencies
from computed_figures.drawing import Drawing
from computed_figures.fingerprint import fingerprint
from computed_figures.fresh_process import ProcessEndedError, ask
from computed_figures.problems import Problem, ProblemError


class UnknownFigureError(LookupError):
    """No figure has that name; the message names the nearest."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """`folder` holds the figure files; their imports are followed through `roots`. All paths are absolute."""

    project: Path
    folder: Path
    roots: tuple[Path, ...]
    cache: Cache

    def drawings(self, names: Sequence[str]) -> list[Drawing | Problem]:
        """Return what each name stands for, in order; stale figures are drawn side by side."""
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(self._drawing, names))

    def file(self, name: str) -> Path:
        """Return the file of a figure; UnknownFigureError if there is none."""
        stems = {file.stem for file in self.folder.glob("*.py")} - {"__init__"}
        names = sorted(stem.replace("_", "-") for stem in stems)
        if name in names:
            return self.folder / f"{name.replace('-', '_')}.py"
        nearest = difflib.get_close_matches(name, names, n=1, cutoff=0)
        nearby = f'; the nearest is "{nearest[0]}"' if nearest else f"; {self._shown(self.folder)} holds none"
        raise UnknownFigureError(f'no figure "{name}"{nearby}')

    def _drawing(self, name: str) -> Drawing | Problem:
        file = self.file(name)
        try:
            key = fingerprint(name, dependencies(file, self.roots, self.project), self.project)
            drawing = self.cache.load(name, key)
            if drawing is None:
                drawing = self._drawn(name, file)
                self.cache.store(name, key, drawing)
        except ProblemError as error:
            return error.problem
        return drawing

    def _drawn(self, name: str, file: Path) -> Drawing:
        request = {"name": name, "path": str(file), "shown": self._shown(file)}
        try:
            reply = ask("computed_figures.draw", request, self.roots, self.project)
        except ProcessEndedError as error:
            raise ProblemError(
                Problem(self._shown(file), None, f"the process that drew it {error}")
            ) from error
        return Drawing(**reply["drawing"])

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.project).as_posix() if path.is_relative_to(self.project) else str(path)
