"""A figure file: where it stands, and what it holds once imported."""

import ast
import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from matplotlib.figure import Figure

from computed_figures.fresh_import import load_source
from computed_figures.problems import Problem, ProblemError

_MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*`$\\]|(?<!\w)_|_(?!\w)")


@dataclass(frozen=True, slots=True)
class FigureFile:
    """An imported figure file; `shown` is its path as problems name it."""

    module: ModuleType
    path: Path
    shown: str

    @classmethod
    def load(cls, path: Path, shown: str) -> "FigureFile":
        """Import a figure file under a name of its own, so that it shadows no package."""
        return cls(load_source(f"computed_figure_{path.stem}", path), path, shown)

    def caption(self) -> str:
        """Return the caption's Markdown: `CAPTION`, or the module docstring."""
        docstring = self._docstring()
        return self._words("CAPTION") if hasattr(self.module, "CAPTION") else docstring

    def title(self) -> str:
        """Return `TITLE`, or the first sentence of the docstring without its marks."""
        docstring = self._docstring()
        if hasattr(self.module, "TITLE"):
            return self._plain(self._words("TITLE"), "title", "TITLE")
        first = re.split(r"(?<=[.!?])\s", docstring, maxsplit=1)[0]
        words = self._plain(first, "title", "TITLE")
        return " ".join(_MARKS.sub(r"\1", words).split()).removesuffix(".")

    def alt(self) -> str:
        """Return the text alternative as one paragraph of plain text."""
        if not hasattr(self.module, "ALT"):
            raise self.problem('no ALT; write what the picture shows, ALT = "…"')
        return " ".join(self._plain(self._words("ALT"), "ALT", "ALT").split())

    def drawn(self, function: str) -> Figure:
        """Call `draw` or `draw_narrow`."""
        draw = self.function(function)
        figure = draw()
        if not isinstance(figure, Figure):
            found = type(figure).__name__
            raise self.problem(f"{function}() returned {found}; return a matplotlib Figure", function)
        return figure

    def function(self, name: str) -> Callable[[], object]:
        """Return a function of the file; ProblemError if it has none of that name."""
        function: object = getattr(self.module, name, None)
        if not callable(function):
            raise self.problem(f"no function {name}(); it returns the matplotlib Figure")
        return function

    def problem(self, message: str, name: str | None = None) -> ProblemError:
        """Return a problem of this file, at the line that defines `name`, else at the first."""
        return ProblemError(Problem(self.shown, self.line_of(name), message))

    def line_of(self, name: str | None) -> int:
        """Return the line that defines `name` at module level, else the first."""
        for node in ast.parse(self.path.read_bytes()).body:
            if name in _names(node):
                return node.lineno
        return 1

    def _docstring(self) -> str:
        docstring = inspect.cleandoc(self.module.__doc__ or "")
        if not docstring:
            raise self.problem("no module docstring; it is the caption")
        return docstring

    def _plain(self, words: str, what: str, name: str) -> str:
        """Refuse what the values of a caption are written with: here nothing would put them in."""
        if re.search(r"(?<!\\)\[=[A-Za-z]", words):
            cure = f'which is plain text; write {name} = f"…" with a computed number'
            raise self.problem(f"an expression in the {what}, {cure}", name)
        return words

    def _words(self, name: str) -> str:
        value: object = getattr(self.module, name)
        words = value() if callable(value) else value
        if not isinstance(words, str) or not words.strip():
            raise self.problem(f"{name} is {words!r}; write a text, or a function that returns one", name)
        return inspect.cleandoc(words)


def _names(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else []
    if isinstance(node, ast.AnnAssign):
        targets = [node.target]
    return [target.id for target in targets if isinstance(target, ast.Name)]
