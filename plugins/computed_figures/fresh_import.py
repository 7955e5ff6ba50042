"""Imports of a project's own modules from their source alone."""

import importlib.util
import sys
from collections.abc import Iterable, Mapping
from importlib.machinery import FileFinder, SourceFileLoader
from pathlib import Path
from types import ModuleType


class FreshLoader(SourceFileLoader):
    """Neither reads nor writes compiled files.

    A compiled file counts as valid by its source's size and second: a figure saved twice in one would be
    drawn from the old source and kept as the new. And one that is written into a watched folder would set off
    another rebuild.
    """

    def path_stats(self, path: object) -> Mapping[str, object]:
        """Refuse: without a time there is nothing to compare a compiled file with."""
        raise OSError(path)


def read_sources_of(roots: Iterable[Path]) -> None:
    """Make this process find modules under `roots`, after all others, and import them by FreshLoader."""
    folders = tuple(roots)

    def fresh_finder(path: str) -> FileFinder:
        if not any(Path(path).is_relative_to(folder) for folder in folders):
            raise ImportError(path)
        return FileFinder(path, (FreshLoader, [".py"]))

    sys.path_hooks.insert(0, fresh_finder)
    # At the end: a figure named as a module of the standard library must not stand in for it.
    sys.path.extend(str(folder) for folder in folders)
    sys.path_importer_cache.clear()


def load_source(name: str, path: Path) -> ModuleType:
    """Import a file as the module `name`, even if another module is called like the file."""
    spec = importlib.util.spec_from_file_location(name, path, loader=FreshLoader(name, str(path)))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
