"""The figures of a project: found by name, drawn when they have changed, otherwise taken from the cache."""

import difflib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from computed_figures.cache import Cache
from computed_figures.dependencies import dependencies
from computed_figures.drawing import Drawing
from computed_figures.fingerprint import fingerprint
from computed_figures.problems import Problem, ProblemError

_PACKAGES = Path(__file__).parent.parent


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
        request = {
            "name": name,
            "path": str(file),
            "shown": self._shown(file),
            "roots": [str(root) for root in self.roots],
        }
        done = subprocess.run(
            [sys.executable, "-P", "-m", "computed_figures.draw"],
            input=json.dumps(request),
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=self._environment(),
            cwd=self.project,
            check=False,
        )
        if done.returncode != 0:
            message = f"the process that drew it ended with exit code {done.returncode}"
            raise ProblemError(Problem(self._shown(file), None, message))
        reply = json.loads(done.stdout)
        if "problem" in reply:
            raise ProblemError(self._readable(Problem(**reply["problem"])))
        return Drawing(**reply["drawing"])

    def _environment(self) -> dict[str, str]:
        paths = [str(_PACKAGES), *filter(None, [os.environ.get("PYTHONPATH")])]
        return {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(paths),
            "PYTHONHASHSEED": "0",
            "PYTHONIOENCODING": "utf-8",
            "MPLBACKEND": "svg",
        }

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.project).as_posix() if path.is_relative_to(self.project) else str(path)

    def _readable(self, problem: Problem) -> Problem:
        return Problem(problem.file, problem.line, problem.message.replace(f"{self.project}{os.sep}", ""))
