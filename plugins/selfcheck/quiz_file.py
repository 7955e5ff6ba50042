"""Reads question files from the disk, or from the cache of an earlier build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from selfcheck.cache import Cache, key_of
from selfcheck.cache_version import CacheVersion
from selfcheck.code_version import code_version
from selfcheck.encoding import not_utf8
from selfcheck.problems import Problem
from selfcheck.question_types import QuestionType, discover
from selfcheck.quiz import Quiz, Translation
from selfcheck.quiz_data import (
    kept_quiz,
    kept_translation,
    quiz_from_json,
    quiz_to_json,
    translation_from_json,
    translation_to_json,
)

if TYPE_CHECKING:  # a build whose questions are all kept does not pay for the models
    from selfcheck.expressions import Functions

MOST_BYTES = 1_000_000
"""A question file above this is refused: some 1,000 questions stay far below it."""

_FORMAT = 7
"""The version of the cached data: raise it when their meaning changes."""


@dataclass(frozen=True)
class QuizFiles:
    """Reads question files. Parsing is slow: valid quizzes are cached in `cache_folder`."""

    require: frozenset[str]
    cache_folder: Path | None = None
    types: Mapping[str, QuestionType] = field(default_factory=discover)
    functions: Functions = field(default_factory=dict)
    language: str = ""
    """The language of question files that name none."""

    def read(self, name: str, file: Path, display_path: str) -> Quiz:
        """The quiz in `file`, which problems name by `display_path`."""
        text = _text(file, display_path)
        if isinstance(text, Problem):
            return Quiz(name, display_path, None, (), frozenset(), (text,))
        key = key_of(name, display_path, text)
        return self._from_cache(key, name, display_path) or self._from_text(key, name, display_path, text)

    def read_translation(
        self, original: Quiz, original_file: Path, language: str, file: Path, display_path: str
    ) -> Translation:
        """The translation in `file` of the quiz in `original_file`."""
        written, text = _text(original_file, original.path), _text(file, display_path)
        if isinstance(text, Problem):
            return Translation(original.name, language, display_path, problems=(text,))
        if isinstance(written, Problem):  # nothing can be said of its translation
            return Translation(original.name, language, display_path)
        key = key_of(original.name, original.path, language, display_path, written, text)
        data = self._cache.get(key) if self._cache else None
        at = (original, language, display_path)
        kept = translation_from_json(data, *at, self.types, self.functions) if data else None
        if kept:
            return kept
        from selfcheck.translation.reading import Original, read_translation

        source = Original(original, written)
        options = (self.require, self.types, self.functions)
        translation = read_translation(source, language, display_path, text, *options)
        if original.problems or translation.problems:
            return translation
        translation = kept_translation(translation, original, self.types, self.functions)
        if self._cache and self._is_lasting(original):
            self._cache.put(key, translation_to_json(translation))
        return translation

    def save(self) -> None:
        """Write the cache."""
        if self._cache:
            self._cache.save()

    def _from_cache(self, key: str, name: str, display_path: str) -> Quiz | None:
        data = self._cache.get(key) if self._cache else None
        return (
            quiz_from_json(data, name, display_path, self.types, self.functions, self.language)
            if data
            else None
        )

    def _from_text(self, key: str, name: str, display_path: str, text: str) -> Quiz:
        from selfcheck.quiz_text import read_quiz

        quiz = read_quiz(name, display_path, text, self.require, self.types, self.functions, self.language)
        if quiz.problems:
            return quiz
        quiz = kept_quiz(quiz, self.types, self.functions, self.language)
        if self._cache and self._is_lasting(quiz):
            self._cache.put(key, quiz_to_json(quiz))
        return quiz

    def _is_lasting(self, quiz: Quiz) -> bool:
        """Whether it is read alike as long as its file stays: a site's own type may depend on anything."""
        return all(self.types[entry.type].is_ours for entry in quiz.entries)

    @cached_property
    def _cache(self) -> Cache | None:
        """The cache: one file for each version of the code and each set of options that decides validity."""
        if self.cache_folder is None:
            return None
        # Another version of the code may judge or store a quiz differently.
        code = code_version(tuple(kind.folder for kind in self.types.values() if not kind.is_ours))
        basis = f"{_FORMAT} {code} {sorted(self.require)}"
        return CacheVersion(self.cache_folder, "questions", basis)


def _text(file: Path, display_path: str) -> str | Problem:
    """The text of a file, or the reason why it cannot be read."""
    try:
        size, content = file.stat().st_size, b""
        if size <= MOST_BYTES:
            content = file.read_bytes()
    except OSError as error:  # it is gone since it was found, or belongs to another
        message = f"the file cannot be read: {error.strerror}"
        return Problem(display_path, 1, 1, "", message, "look whether it is there and may be read", "file")
    if size > MOST_BYTES:
        message = f"the file has {size:,} bytes; at most {MOST_BYTES:,}"
        return Problem(display_path, 1, 1, "", message, "split it into several files", "file")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        complaint = not_utf8(error).of_kind("file")
        line, column = complaint.line_in_text or 0, complaint.column_in_text or 0
        return Problem.of(complaint, display_path, (line + 1, column + 1))
