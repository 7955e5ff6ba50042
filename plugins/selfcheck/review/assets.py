"""Builds the script and the style of a page that holds a review."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from selfcheck.course.assets import schedule_asset
from selfcheck.frame.assets import Asset, asset, with_parts, with_words
from selfcheck.frame.words import Words

_ROOM = Path(__file__).parent


@cache
def review_assets(words: Words) -> tuple[Asset, ...]:
    """The style and the script. Raises WordsUnusable for an unknown word."""
    folder = _ROOM / "behaviour"
    script = with_parts(folder / "review.js").replace("{language}", words.language)
    script = script.replace("{schedule}", Path(schedule_asset().path).name)
    return (
        asset("review", "css", with_parts(_ROOM / "style/review.css")),
        asset("review", "js", with_words(script, words.frame, folder)),
    )
