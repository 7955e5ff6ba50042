"""Builds the scripts and styles of a course: one script for every page, and those beside its elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from selfcheck.frame.assets import Asset, asset, in_script, with_parts, with_words
from selfcheck.frame.words import Words

_ROOM = Path(__file__).parent
_SCRIPTS = _ROOM / "behaviour"
_STYLES = _ROOM / "style"

_PARTS = {
    "course": ("course", "marks"),
    "progress": ("progress",),
    "review": ("review",),
    "scheduler": ("scheduler",),
}
"""The files of each script in the order in which they are joined; each is a scope of its own."""

_STYLE_PARTS = {"course": ("marks",), "progress": ("progress",), "review": ("review",)}

DATA = "course/"
"""The folder, beside the scripts, of what the build knows of the pages."""


@dataclass(frozen=True, slots=True)
class CourseAssets:
    """In one language. What a script or style is called is known to the script of every page."""

    everywhere: Asset
    """The script of every page; it loads the style of the marks, and the scheduler, when it needs them."""
    elements: Mapping[str, tuple[Asset, ...]]
    """Style and script of each element, `progress` and `review`, which stand beside it."""
    loaded: tuple[Asset, ...]
    """What scripts load: the scheduler, and the style of the marks."""

    def __iter__(self) -> Iterator[Asset]:
        """All of them."""
        yield self.everywhere
        for assets in self.elements.values():
            yield from assets
        yield from self.loaded


@cache
def course_assets(words: Words, data: str = DATA) -> CourseAssets:
    """The assets of a site, or of its part in one language. Raises WordsUnusable for an unknown word.

    `data` is the folder of its data, as it is found from the folder of the scripts.
    """
    loaded = (_style("course"), _script("scheduler", words, data, ()))
    progress = (_style("progress"), _script("progress", words, data, loaded))
    review = (_style("review"), _script("review", words, data, (*loaded, *progress)))
    everywhere = _script("course", words, data, (*loaded, *progress, *review))
    return CourseAssets(everywhere, {"progress": progress, "review": review}, loaded)


def _style(name: str) -> Asset:
    return asset(name, "css", _joined(_STYLES, _STYLE_PARTS[name], "css"))


def _script(name: str, words: Words, data: str, known: tuple[Asset, ...]) -> Asset:
    """A script with the words that it says, the folder of its data, and the files that it may load."""
    files = {_name(each): PurePosixPath(each.path).name for each in known}
    source = (
        _joined(_SCRIPTS, _PARTS[name], "js")
        .replace("{/* files */}", in_script(files))
        .replace('"{data}"', in_script(data))
        .replace('"{storage}"', in_script(words.storage))
    )
    return asset(name, "js", with_words(source, words.frame, _SCRIPTS))


def _joined(folder: Path, parts: tuple[str, ...], suffix: str) -> str:
    return "\n".join(with_parts(folder / f"{part}.{suffix}") for part in parts)


def _name(each: Asset) -> str:
    """The name of an asset without its hash: `scheduler.js`."""
    name, _, suffix = PurePosixPath(each.path).name.split(".")
    return f"{name}.{suffix}"
