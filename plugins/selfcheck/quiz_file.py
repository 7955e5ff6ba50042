"""A question file on the disk: its size, its encoding, and what an earlier build kept of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from selfcheck.expressions import Functions
from selfcheck.item import Item, Varied, draw
from selfcheck.item.fields import TRUSTED
from selfcheck.problems import Problem
from selfcheck.question_types import QuestionType, discover
from selfcheck.quiz_text import Entry, Place, Quiz, read_quiz
from selfcheck.yaml_faults import lines_of

MOST_BYTES = 1_000_000
"""A question file above this is refused: some 1,000 questions stay far below it."""

_FORMAT = 1
"""Raise it when what is kept changes its meaning."""


@dataclass(frozen=True, slots=True)
class QuizFiles:
    """Reads question files. Parsing is slow: what was sound is kept in `cache` by the hash of its bytes."""

    require: frozenset[str]
    cache: Path | None = None
    types: Mapping[str, QuestionType] = field(default_factory=discover)
    functions: Functions = field(default_factory=dict)

    def read(self, name: str, file: Path, shown: str) -> Quiz:
        """The quiz in `file`; `shown` is its name in problems."""
        size = file.stat().st_size
        if size > MOST_BYTES:
            hint = "split it into several files"
            return _unreadable(
                name, shown, 1, 1, f"the file has {size:,} bytes; at most {MOST_BYTES:,}", hint
            )
        content = file.read_bytes()
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = lines_of(error.object[: error.start].decode("utf-8-sig"))
            line, column = len(before), len(before[-1]) + 1
            return _unreadable(
                name, shown, line, column, "the file is not UTF-8", "save it with the encoding UTF-8"
            )
        kept = self._kept(content, name, shown)
        quiz = self._thawed(kept, name, shown) if kept else None
        if quiz is None:
            quiz = read_quiz(name, shown, text, self.require, self.types, self.functions)
            if kept and not quiz.problems:
                _write(kept, _frozen(quiz))
        return quiz

    def _kept(self, content: bytes, name: str, shown: str) -> Path | None:
        if self.cache is None:
            return None
        basis = (
            f"{_FORMAT} {_code_hash(self.types.values())} {sorted(self.require)} {name} {shown}\n".encode()
        )
        return self.cache / f"{hashlib.sha256(basis + content).hexdigest()[:24]}.json"

    def _thawed(self, kept: Path, name: str, shown: str) -> Quiz | None:
        """What was kept, or None where nothing (or nothing legible) was: then the file is read afresh."""
        try:
            data = json.loads(kept.read_text("utf-8"))
            entries = tuple(
                Entry(
                    self._item(entry["item"]),
                    Place(**entry["place"]),
                    Place(**entry["section_place"]) if entry["section_place"] else None,
                    entry["asks_confidence"],
                )
                for entry in data["entries"]
            )
            return Quiz(name, shown, data["title"], entries, frozenset(), ())
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _item(self, data: dict[str, Any]) -> Item:
        """An item that was sound. Its variants are drawn and proven anew: functions may have changed."""
        item = self.types[data["type"]].model.model_validate(data, context=TRUSTED)
        if isinstance(item, Varied) and draw(item, self.functions):
            raise ValueError(item.id)  # it is read afresh
        return item


def _unreadable(name: str, shown: str, line: int, column: int, message: str, hint: str) -> Quiz:
    return Quiz(name, shown, None, (), frozenset(), (Problem(shown, line, column, "", message, hint),))


def _frozen(quiz: Quiz) -> dict[str, Any]:
    entries = [
        {
            "item": entry.item.model_dump(mode="json", by_alias=True, exclude_none=True),
            "place": asdict(entry.place),
            "section_place": asdict(entry.section_place) if entry.section_place else None,
            "asks_confidence": entry.asks_confidence,
        }
        for entry in quiz.entries
    ]
    return {"title": quiz.title, "entries": entries}


def _write(kept: Path, data: dict[str, Any]) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    temporary = kept.with_suffix(".tmp")
    temporary.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    temporary.replace(kept)


def _code_hash(types: Iterable[QuestionType]) -> str:
    """A hash of the models: what an older version kept is not read by a newer one."""
    folder = Path(__file__).parent
    folders = (folder, folder / "expressions", folder / "item")
    every = (*folders, *(kind.folder for kind in types))
    files = [file for each in every for file in sorted(each.glob("*.py"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
