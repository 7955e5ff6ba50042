"""Texts kept on disk, one file a name, valid for one fingerprint."""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4


@dataclass(frozen=True, slots=True)
class KeptTexts:
    """The folder of kept texts; it may be deleted at any time."""

    folder: Path

    def load(self, name: str, key: str) -> str | None:
        """Return the text kept for this fingerprint; None if there is none that can be read."""
        try:
            return self._file(name, key).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return None

    def store(self, name: str, key: str, text: str) -> None:
        """Keep a text in place of the name's earlier ones; none where the disk is full or read-only."""
        with contextlib.suppress(OSError):
            self._store(name, key, text)

    def _store(self, name: str, key: str, text: str) -> None:
        self._make_folder()
        # A host may render pages in parallel: another reader sees the whole file or none.
        temporary = self.folder / f"{name}.{uuid4().hex}.tmp"
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(self._file(name, key))
        for other in self.folder.glob(f"{name}.*.json"):
            if other != self._file(name, key):
                with contextlib.suppress(FileNotFoundError):
                    other.unlink()

    def _make_folder(self) -> None:
        """Make the folder, which git then passes over; one that holds anything is left as it is."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if not any(self.folder.iterdir()):
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")

    def _file(self, name: str, key: str) -> Path:
        return self.folder / f"{name}.{key}.json"
