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
FROM_THE_RIGHT = ("ar",)
OTHER_SCRIPTS = {"zh": {"hant", "tw", "hk", "mo"}}
"""Scripts of a language, and regions that write them, in which there are no words: they get English."""


@dataclass(frozen=True, eq=False)
class Words:
    """Words of one language; a word that it lacks is taken from English."""

    language: str
    frame: Mapping[str, str]
    types: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, QuestionType]

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as the attribute `dir` has it."""
        return "rtl" if self.language in FROM_THE_RIGHT else "ltr"

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


def spoken(wanted: str) -> str:
    """The language of the frame that `wanted` names (`pt` for `pt-BR` or `pt_BR`); "" where there is none."""
    language, *regions = wanted.replace("_", "-").lower().split("-")
    is_other_script = OTHER_SCRIPTS.get(language, set()).intersection(regions) and "hans" not in regions
    return language if language in languages() and not is_other_script else ""


@cache
def words(wanted: str, own_types: tuple[Path, ...] = ()) -> Words:
    """The words of the language that `wanted` names, English where there are none.

    `own_types` are the folders that hold a site's own types.
    """
    language = spoken(wanted) or FALLBACK
    kinds = discover(own_types)
    types = {name: _load(kind.folder, language) for name, kind in kinds.items()}
    return Words(language, _load(FRAME, language), types, kinds)


def _load(folder: Path, language: str) -> dict[str, str]:
    return {**_read(folder / "words" / f"{FALLBACK}.yml"), **_read(folder / "words" / f"{language}.yml")}


def _read(file: Path) -> dict[str, str]:
    return dict(yaml.safe_load(file.read_text("utf-8")) or {}) if file.exists() else {}
