"""Tells translations from quizzes by the names of their files: `strides.fr.yml` beside `strides.yml`."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from selfcheck.problems import Problem
from selfcheck.translation.language import has_known_language, language_tag

SUFFIXES = (".yml", ".yaml")

_TYPE = re.compile(r"""\btype["']?\s*:""")

_BEHIND = re.compile(r"(.+)[-_]([a-z]{2}(?:[-_][a-z]{2,4})?)", re.IGNORECASE)
"""The name of a quiz, and the tag of a language behind a hyphen."""


@dataclass(frozen=True, slots=True)
class TranslationFile:
    """A file that translates the quiz in the file `original` into a language, given by its tag as written."""

    file: Path
    original: Path
    has_original: bool
    written_tag: str
    is_named_so: bool = True
    """Whether the file stands beside the quiz, and has its name and the tag behind a point."""

    @property
    def language(self) -> str:
        """The tag in one spelling; empty where the file's name has none."""
        return language_tag(self.written_tag)

    def problem(self, display_path: str) -> Problem | None:
        """The reason why nothing can be translated by it; None where something can."""
        if not self.is_named_so:
            message = f'no question has a type, as in a translation of the quiz "{self.original.stem}"'
            name = f"{self.original.stem}.{self.language}{self.file.suffix}"
            hint = f"name the file {name}, beside the quiz, or give each question a `type:`"
        elif not self.has_original:
            message = f'there is no quiz "{self.original.stem}" to translate in this folder'
            hint = "rename the file as the quiz, or give each question a `type:` to make it one"
        elif not self.language:
            message = f'"{self.written_tag}" is no language tag'
            hint = f"name the file as in {self.original.stem}.de.yml, or give each question a `type:`"
        else:
            return None
        return Problem(display_path, 1, 1, "", message, hint, "translation")


def _says_type(file: Path) -> bool:
    """Whether a file has questions of its own; one that cannot be read is told of as such."""
    try:
        return _TYPE.search(file.read_text("utf-8", errors="replace")) is not None
    except OSError:
        return True


def _has_texts_alone(file: Path) -> bool:
    """Whether a file has questions, and none of them says its type."""
    return not _says_type(file) and "questions" in file.read_text("utf-8", errors="replace")


def translation_file(file: Path, files: Container[Path]) -> TranslationFile | None:
    """What `file` translates, `files` being all question files of its folder; None for a quiz of its own.

    Beside a quiz, the tag of a language makes a translation. Any other name with a point is a quiz's own, as
    `strides.v2.yml`, unless its questions say no type.
    """
    name, point, tag = file.stem.rpartition(".")
    if not point:
        return _by_another_name(file, files)
    originals = [each for suffix in SUFFIXES if (each := file.with_name(f"{name}{suffix}")) in files]
    is_translation = originals and has_known_language(language_tag(tag))
    if not is_translation and _says_type(file):
        return None
    original = originals[0] if originals else file.with_name(f"{name}{file.suffix}")
    return TranslationFile(file, original, bool(originals), tag)


def _by_another_name(file: Path, files: Container[Path]) -> TranslationFile | None:
    """What `file` is meant to translate where the language stands behind another sign, or is a folder."""
    written = _BEHIND.fullmatch(file.stem)
    places = [
        (file.parent / written[1], written[2]) if written else (file, ""),
        (file.parent.parent / file.stem, file.parent.name),
        (file.parent.parent / file.parent.name, file.stem),
    ]
    for place, tag in places:
        originals = [each for suffix in SUFFIXES if (each := place.parent / f"{place.name}{suffix}") in files]
        if originals and has_known_language(language_tag(tag)) and _has_texts_alone(file):
            return TranslationFile(file, originals[0], True, tag, is_named_so=False)
    return None
