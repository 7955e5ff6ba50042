"""What a figure depends on in its project, found by reading: modules and data files."""

import ast
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from computed_figures.problems import Problem, ProblemError, named


def dependencies(figure: Path, roots: Sequence[Path], project: Path) -> tuple[Path, ...]:
    """Return the files that a drawing is made from, sorted, the figure's own among them.

    Follows imports through the project's `roots`, importing nothing. Raises ProblemError where a `DATA` is no
    plain list of paths, or names a file that does not exist.
    """
    modules: set[Path] = set()
    data: set[Path] = set()
    names: set[str] = set()
    waiting = [figure]
    while waiting:
        file = waiting.pop()
        if file in modules:
            continue
        modules.add(file)
        said = _read(file.read_bytes())
        data.update(_data_files(said.data, file, project))
        for module in _imported(said.imports, file, roots):
            if module not in names:
                names.add(module)
                waiting.extend(_module_files(module, roots))
    return tuple(sorted(modules | data))


@dataclass(frozen=True, slots=True)
class Import:
    """An import statement: `names` from `module`, which is empty in `import a` and in `from . import a`."""

    level: int
    module: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What a module says of its dependencies: its import statements, and the value of its `DATA`."""

    imports: tuple[Import, ...]
    data: ast.expr | None


@lru_cache(maxsize=1024)
def _read(source: bytes) -> Said:
    """Read a module, once in a process for each text: most figures import the same modules."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return Said((), None)  # Drawing the figure says what is wrong, and where.
    return Said(tuple(_imports(tree)), _data_value(tree))


def _imports(tree: ast.Module) -> Iterator[Import]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield Import(0, "", tuple(alias.name for alias in node.names))
        elif isinstance(node, ast.ImportFrom):
            yield Import(node.level, node.module or "", tuple(alias.name for alias in node.names))


def _imported(imports: Iterable[Import], file: Path, roots: Sequence[Path]) -> Iterator[str]:
    for statement in imports:
        base = ".".join(filter(None, [_package(file, roots, statement.level), statement.module]))
        if base:
            yield base
        # A name that is imported from a package may be a module in it.
        yield from (f"{base}.{name}".removeprefix(".") for name in statement.names)


def _package(file: Path, roots: Sequence[Path], level: int) -> str:
    """Return the package that a relative import of `level` dots in `file` starts from."""
    if level == 0:
        return ""
    folder = file.parents[level - 1]
    for root in roots:
        if folder.is_relative_to(root):
            return ".".join(folder.relative_to(root).parts)
    return ""


def _module_files(module: str, roots: Sequence[Path]) -> list[Path]:
    """Return the files that importing `module` runs, its packages' `__init__.py` first; none if outside."""
    parts = module.split(".")
    for root in roots:
        # As texts, since nearly every name leads outside, and a warm build asks for tens of thousands.
        own = os.path.join(root, *parts)
        if not (os.path.isfile(f"{own}.py") or os.path.isdir(own)):
            continue
        module_file = Path(f"{own}.py")
        packages = [root.joinpath(*parts[: depth + 1], "__init__.py") for depth in range(len(parts))]
        return [file for file in [*packages, module_file] if file.is_file()]
    return []


def _data_files(data: ast.expr | None, file: Path, project: Path) -> list[Path]:
    if data is None:
        return []
    place = (named(file, project), data.lineno)
    try:
        paths = ast.literal_eval(data)
    except (ValueError, TypeError):  # TypeError for an unhashable key of a dict
        paths = None
    if not isinstance(paths, list | tuple) or not all(isinstance(path, str) for path in paths):
        raise ProblemError(Problem(*place, 'DATA is not a plain list of paths, ["…"]; it is read, not run'))
    for path in paths:
        if not (project / path).is_file():
            raise ProblemError(Problem(*place, f'DATA names "{path}", which is no file of the project'))
    return [project / path for path in paths]


def _data_value(tree: ast.Module) -> ast.expr | None:
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        if any(isinstance(target, ast.Name) and target.id == "DATA" for target in targets):
            assert isinstance(node, ast.Assign | ast.AnnAssign)
            return node.value
    return None
