"""Builds the script and the style that every page of a course links, and those of its progress."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from selfcheck.frame.assets import Asset, asset, in_script, with_parts, with_words
from selfcheck.frame.words import Words

_ROOM = Path(__file__).parent
_SCRIPTS = ("course", "marks")
"""In the order in which they are joined; each is a scope of its own."""


@cache
def course_assets(words: Words) -> tuple[Asset, ...]:
    """The style and the script. Raises WordsUnusable for an unknown word."""
    return tuple(_assets(words))


@cache
def schedule_asset() -> Asset:
    """The script that computes when questions come back, fetched by those who have answered one."""
    return asset("schedule", "js", with_parts(_ROOM / "behaviour/schedule.js"))


@cache
def progress_assets(words: Words) -> tuple[Asset, ...]:
    """The style and the script of a page that shows the progress; the script that an overview loads later.

    Raises WordsUnusable for an unknown word.
    """
    folder = _ROOM / "behaviour"

    def script(name: str) -> str:
        return with_parts(folder / f"{name}.js").replace('"{language}"', in_script(words.language))

    look = asset("look", "js", with_words(script("look"), words.frame, folder))
    said = {**words.frame, "look_script": f"../{Path(look.path).name}"}
    return (
        asset("progress", "css", with_parts(_ROOM / "style/progress.css")),
        asset("progress", "js", with_words(script("progress"), said, folder)),
        look,
    )


def _assets(words: Words) -> Iterator[Asset]:
    yield asset("course", "css", with_parts(_ROOM / "style/marks.css"))
    folder = _ROOM / "behaviour"
    joined = "\n".join(with_parts(folder / f"{name}.js") for name in _SCRIPTS)
    script = joined.replace('"{storage}"', in_script(words.storage))
    script = script.replace("{schedule}", Path(schedule_asset().path).name)
    yield asset("course", "js", with_words(script, words.frame, folder))
