"""The explorers that there are, by their names."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from explorers.explorer import Explorer

NAMES = ("layer-arithmetic", "receptive-field", "mask-metrics")


class _Catalogue(Mapping[str, Explorer[Any]]):
    """Each is imported once it is asked for, as some need libraries that others do not."""

    def __getitem__(self, name: str) -> Explorer[Any]:
        """The explorer. Raises KeyError if there is none, ModuleNotFoundError without what it needs."""
        if name not in NAMES:
            raise KeyError(name)
        explorer: Explorer[Any] = import_module(f"explorers.{name.replace('-', '_')}.explorer").EXPLORER
        return explorer

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


EXPLORERS = _Catalogue()
"""All explorers."""
