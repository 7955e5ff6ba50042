"""What earlier builds found in the question files of a site, kept in one file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4


@dataclass
class Kept:
    """Plain data by key in one file, which may be deleted, cut short or replaced at any time."""

    file: Path
    _used: dict[str, Any] = field(default_factory=dict)
    _is_changed: bool = False

    def get(self, key: str) -> Any:
        """What is kept under a key; None where nothing is."""
        found = self._used.get(key, self._earlier.get(key))
        if found is not None:
            self._used[key] = found
        return found

    def put(self, key: str, data: Any) -> None:
        """Keep data from the next `save` on."""
        self._used[key] = data
        self._is_changed = True

    def save(self) -> None:
        """Write the file where there is something new; what nobody has asked for is left out."""
        if not self._is_changed:
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        # Several builds may share the folder: another reader sees the whole file, this one or that.
        temporary = self.file.with_name(f"{self.file.name}.{uuid4().hex}.tmp")
        temporary.write_text(json.dumps(self._used, ensure_ascii=False), "utf-8")
        temporary.replace(self.file)
        self._is_changed = False

    @cached_property
    def _earlier(self) -> dict[str, Any]:
        try:
            data = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return data if isinstance(data, dict) else {}
