"""A cache of JSON values in one file, which holds the parsed question files of earlier builds."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4


@dataclass
class Cache:
    """JSON values by key. The file may be deleted, truncated or replaced at any time."""

    file: Path
    _used: dict[str, Any] = field(default_factory=dict)
    _is_changed: bool = False

    def get(self, key: str) -> Any:
        """The value under a key, or None."""
        found = self._used.get(key, self._earlier.get(key))
        if found is not None:
            self._used[key] = found
        return found

    def put(self, key: str, data: Any) -> None:
        """Set a value; `save` writes it."""
        self._used[key] = data
        self._is_changed = True

    def save(self) -> None:
        """Write the file if a value has been set. Values not read or set since the start are dropped."""
        if not self._is_changed:
            return
        make_folder(self.file.parent)
        write_whole(self.file, json.dumps(self._used, ensure_ascii=False))
        self._is_changed = False

    @cached_property
    def _earlier(self) -> dict[str, Any]:
        try:
            data = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return data if isinstance(data, dict) else {}


def make_folder(folder: Path) -> None:
    """Make the folder of a cache, which git then passes over; one that holds anything is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        (folder / ".gitignore").write_text("*\n", "utf-8")


def write_whole(file: Path, text: str) -> None:
    """Write a file at once: other builds share the folder, and none may read one that is half written."""
    temporary = file.with_name(f"{file.name}.{uuid4().hex}.tmp")
    temporary.write_text(text, "utf-8")
    temporary.replace(file)
