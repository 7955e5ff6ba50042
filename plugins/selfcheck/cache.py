"""A cache of JSON values in one file, a line each: the parsed question files of earlier builds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4


@dataclass
class Cache:
    """JSON values by key. The file may be deleted, truncated or replaced at any time.

    A value is parsed when it is asked for, and its text is forgotten once the file is written: the values
    of a large site together would take more memory than all else that a build keeps of its questions.
    """

    file: Path
    _used: set[str] = field(default_factory=set)
    _is_changed: bool = False

    def get(self, key: str) -> Any:
        """The value under a key, or None."""
        text = self._texts.get(key)
        if text is None:
            return None
        self._used.add(key)
        try:
            return json.loads(text)
        except ValueError:  # a line that was cut off
            return None

    def put(self, key: str, data: Any) -> None:
        """Set a value; `save` writes it."""
        self._texts[key] = json.dumps(data, ensure_ascii=False)
        self._used.add(key)
        self._is_changed = True

    def save(self) -> None:
        """Write the file if a value has been set. Values not read or set since the start are dropped."""
        if self._is_changed:
            make_folder(self.file.parent)
            lines = (f"{key} {text}\n" for key, text in self._texts.items() if key in self._used)
            write_whole(self.file, lines)
            self._is_changed = False
        self.__dict__.pop("_texts", None)

    @cached_property
    def _texts(self) -> dict[str, str]:
        """The JSON text of each value, by key, as the file has it and `put` has added to it."""
        texts = {}
        try:
            with self.file.open(encoding="utf-8", newline="\n") as lines:
                for line in lines:
                    key, _, texts[key] = line.rstrip("\n").partition(" ")
        except (OSError, UnicodeDecodeError):
            return {}
        return texts


def make_folder(folder: Path) -> None:
    """Make the folder of a cache, which git then passes over; one that holds anything is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        (folder / ".gitignore").write_text("*\n", "utf-8")


def write_whole(file: Path, lines: Iterable[str]) -> None:
    """Write a file at once: other builds share the folder, and none may read one that is half written."""
    temporary = file.with_name(f"{file.name}.{uuid4().hex}.tmp")
    with temporary.open("w", encoding="utf-8", newline="\n") as opened:
        opened.writelines(lines)
    temporary.replace(file)
