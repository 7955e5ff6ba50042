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


@dataclass(frozen=True, slots=True)
class TranslationFile:
    """A file that translates the quiz in the file `original` into a language, given by its tag as written."""

    file: Path
    original: Path
    has_original: bool
    written_tag: str

    @property
    def language(self) -> str:
        """The tag in one spelling; empty where the file's name has none."""
        return language_tag(self.written_tag)

    def problem(self, display_path: str) -> Problem | None:
        """The reason why nothing can be translated by it; None where something can."""
        if not self.has_original:
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


def translation_file(file: Path, files: Container[Path]) -> TranslationFile | None:
    """What `file` translates, `files` being all question files of its folder; None for a quiz of its own.

    Beside a quiz, the tag of a language makes a translation. Any other name with a point is a quiz's own, as
    `strides.v2.yml`, unless its questions say no type.
    """
    name, point, tag = file.stem.rpartition(".")
    if not point:
        return None
    originals = [each for suffix in SUFFIXES if (each := file.with_name(f"{name}{suffix}")) in files]
    is_translation = originals and has_known_language(language_tag(tag))
    if not is_translation and _says_type(file):
        return None
    original = originals[0] if originals else file.with_name(f"{name}{file.suffix}")
    return TranslationFile(file, original, bool(originals), tag)
