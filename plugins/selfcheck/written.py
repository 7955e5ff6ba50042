"""Where a question file writes a piece of text, for what is found wrong after its fields have been read."""

from __future__ import annotations

from pathlib import Path

from selfcheck.source import Position, read
from selfcheck.yaml_syntax import lines_of


def written_at(file: Path, name: str, *texts: str) -> Position | None:
    """Where the question of this id writes the first of these texts that it does write."""
    text = file.read_text("utf-8-sig")
    document = read(text)
    questions = document.data["questions"] if isinstance(document.data, dict) else []
    at = next(
        (at for at, each in enumerate(questions) if isinstance(each, dict) and each.get("id") == name), None
    )
    if at is None:
        return None
    (first, _), (end, _) = document.span(("questions", at))
    lines = lines_of(text)[: end if end > first else None]
    for sought in texts:
        for number in range(first - 1, len(lines)):
            if sought in lines[number]:
                return number + 1, lines[number].index(sought) + 1
    return None
