"""Drawings kept on disk, each valid for one fingerprint."""

from dataclasses import dataclass
from pathlib import Path

from computed_figures.drawing import Drawing
from computed_figures.kept_texts import KeptTexts


@dataclass(frozen=True, slots=True)
class Cache:
    """The folder of kept drawings; it may be deleted at any time."""

    folder: Path

    def load(self, name: str, key: str) -> Drawing | None:
        """Return the drawing kept for this fingerprint; None if there is none that can be read."""
        text = KeptTexts(self.folder).load(name, key)
        try:
            return None if text is None else Drawing.from_json(text)
        except ValueError:
            return None

    def store(self, name: str, key: str, drawing: Drawing) -> None:
        """Keep a drawing in place of the figure's earlier ones."""
        KeptTexts(self.folder).store(name, key, drawing.to_json())
