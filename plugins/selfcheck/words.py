"""The interface words: the frame's and each type's, in the language of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml
from markupsafe import Markup, escape

from selfcheck.question_types import QuestionType, discover

FRAME = Path(__file__).parent / "item"
FALLBACK = "en"


@dataclass(frozen=True, eq=False)
class Words:
    """Words of one language; a word that it lacks is taken from English."""

    language: str
    frame: Mapping[str, str]
    types: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, QuestionType]

    @cached_property
    def in_html(self) -> Mapping[str, Mapping[str, Markup]]:
        """What a question of each type may say, the frame's words and its own, escaped for a template."""
        return {
            name: {key: escape(word) for key, word in {**self.frame, **own}.items()}
            for name, own in self.types.items()
        }


@cache
def languages() -> tuple[str, ...]:
    """The languages that the frame speaks."""
    return tuple(sorted(file.stem for file in (FRAME / "words").glob("*.yml")))


@cache
def words(wanted: str, own_types: tuple[Path, ...] = ()) -> Words:
    """The words of the language nearest to `wanted` (`de` for `de-AT`), English where there is none.

    `own_types` are the folders that hold a site's own types.
    """
    short = wanted.replace("_", "-").split("-")[0].lower()
    language = short if short in languages() else FALLBACK
    kinds = discover(own_types)
    types = {name: _load(kind.folder, language) for name, kind in kinds.items()}
    return Words(language, _load(FRAME, language), types, kinds)


def _load(folder: Path, language: str) -> dict[str, str]:
    return {**_read(folder / "words" / f"{FALLBACK}.yml"), **_read(folder / "words" / f"{language}.yml")}


def _read(file: Path) -> dict[str, str]:
    return dict(yaml.safe_load(file.read_text("utf-8")) or {}) if file.exists() else {}
