"""The explorers that there are, by their names."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from explorers.explorer import Explorer

_FILES: Mapping[str, tuple[str, ...]] = {
    "layer-arithmetic": ("arithmetic.js", "wording.js", "drawing.js", "element.js"),
    "receptive-field": (
        "style.css",
        "arithmetic.js",
        "wording.js",
        "drawing.js",
        "layers.js",
        "element.js",
    ),
    "mask-metrics": ("style.css", "arithmetic.js", "wording.js", "drawing.js", "element.js"),
}


def files_of(name: str) -> tuple[str, ...]:
    """Scripts and styles of an explorer beside those of all, in the order in which they are joined.

    They stand here because a site can be given them where what the explorer computes with is missing.
    """
    return tuple(f"{_folder(name)}/{file}" for file in _FILES[name])


def _folder(name: str) -> str:
    return name.replace("-", "_")


class _Catalogue(Mapping[str, Explorer[Any]]):
    """Each is imported once it is asked for, as some need libraries that others do not."""

    def __getitem__(self, name: str) -> Explorer[Any]:
        """The explorer. Raises KeyError if there is none, ModuleNotFoundError without what it needs."""
        if name not in _FILES:
            raise KeyError(name)
        explorer: Explorer[Any] = import_module(f"explorers.{_folder(name)}.explorer").EXPLORER
        return explorer

    def __iter__(self) -> Iterator[str]:
        return iter(_FILES)

    def __len__(self) -> int:
        return len(_FILES)


EXPLORERS = _Catalogue()
"""All explorers."""
