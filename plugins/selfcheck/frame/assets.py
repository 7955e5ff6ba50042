"""Builds the scripts and styles of a site, and selects those that a page needs."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from selfcheck.frame.forms import Forms
from selfcheck.frame.names import FOLDER
from selfcheck.frame.said import Said, words_in
from selfcheck.frame.words import (
    FRAME,
    Words,
    WordsUnusable,
    unknown_part,
    unknown_word,
    without_number,
)
from selfcheck.question_types import TypeFolderError, text_of

TYPED = FRAME.parent / "typed"
"""The folder of the scripts and the style for typed answers."""

VENDORED = FRAME.parent / "vendored"
"""The folder of the libraries that scripts take in as a part."""

FRAME_PARTS = (
    "fill",
    "reading",
    "storage",
    "load",
    "presses",
    "shuffle",
    "standing",
    "record",
    "joining",
    "view",
    "confidence",
    "help",
    "more",
    "variants",
    "pictures",
    "keeping",
    "question",
    "summary",
    "leading",
    "onward",
    "element",
)
"""The files of the frame's script in the order in which they are joined."""

FRAME_STYLES = (
    "block",
    "controls",
    "verdict",
    "standing",
    "more",
    "confidence",
    "summary",
    "surroundings",
    "waiting",
)
"""The files of the frame's style in cascade order."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A script or a style of the built site. The name of its file contains a hash of its content."""

    path: str
    content: str

    @property
    def is_script(self) -> bool:
        """Whether it is a script rather than a style."""
        return self.path.endswith(".js")


@dataclass(frozen=True, slots=True)
class Assets:
    """The assets in one language: those of the frame, those of each type, and those for special pages."""

    frame: tuple[Asset, ...]
    menu: Asset
    """The script that the frame loads when its menu is first opened."""
    card: Asset
    """The script that the frame loads where a page has two questions or more."""
    sheet: Asset
    """The style of questions on paper."""
    types: Mapping[str, tuple[Asset, ...]]

    def for_page(self, types: Iterable[str]) -> Iterator[Asset]:
        """The assets that a page with items of these types links: the frame's, then those of each type."""
        yield from self.frame
        for name in sorted(set(types)):
            yield from self.types[name]

    def for_site(self, types: Iterable[str]) -> Iterator[Asset]:
        """The assets that a site with items of these types contains."""
        yield from self.for_page(types)
        yield from (self.menu, self.card, self.sheet)

    def for_every_type(self) -> Iterator[Asset]:
        """The assets of a site with items of every type."""
        yield from self.for_site(self.types)


@cache
def assets(words: Words) -> Assets:
    """All assets in one language. Raises WordsUnusable if a script uses a word that does not exist."""
    menu, card = (
        asset(name, "js", with_words(_part(name), words.frame, FRAME / "behaviour"))
        for name in ("menu", "card")
    )
    types = {name: tuple(_pair(kind.folder, name, words)) for name, kind in words.kinds.items()}
    frame = tuple(_frame(words, (menu, card), types))
    sheet = asset("sheet", "css", _part("sheet", ".css"))
    return Assets(frame, menu, card, sheet, types)


def write(assets: Iterable[Asset], folder: Path) -> list[Path]:
    """Write assets below `folder`, for hosts that run no plugins, and return the files.

    A file with the right content is left alone, since hosts watch their folders.
    """
    files = []
    for asset in assets:
        file, content = folder / asset.path, asset.content.encode()
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        files.append(file)
    return files


def _frame(words: Words, later: Iterable[Asset], types: Mapping[str, Iterable[Asset]]) -> Iterator[Asset]:
    """The style and the script of the frame.

    The script is one scope. It is set up once, even if it is loaded again; then it brings further words.
    """
    parts = "\n".join(map(_part, FRAME_PARTS)).replace('"{storage}"', in_script(words.storage))
    names = {
        name: [Path(each.path).name.removeprefix(f"{name}.") for each in pair] for name, pair in types.items()
    }
    files = json.dumps(names, separators=(",", ":"))
    speak = f'window.SelfCheck.speak("{words.language}", {{/* words */}}, {files});'
    script = f"if (!window.SelfCheck?.types) {{\n{parts}\n}}\n{speak}"
    scripts = (Path(each.path).name for each in later)
    said = {**words.frame, **{f"{name.split('.')[0]}_script": name for name in scripts}}
    yield asset("frame", "css", "\n".join(_part(part, ".css") for part in FRAME_STYLES))
    yield asset("frame", "js", with_words(script, said, FRAME / "behaviour"))


def _pair(folder: Path, name: str, words: Words) -> Iterator[Asset]:
    if style := style_of(folder):
        yield asset(name, "css", style)
    waiting = _part("waiting").replace("{language}", words.language)
    yield asset(name, "js", waiting + script_of(folder, words.types[name]))


def style_of(folder: Path) -> str:
    """The style of a type, in one; empty where it has none. Raises TypeFolderError."""
    style = folder / "style.css"
    return with_parts(style) if style.exists() else ""


def script_of(folder: Path, words: Mapping[str, str]) -> str:
    """The script of a type, in one and with its words. Raises TypeFolderError or WordsUnusable."""
    return with_words(with_parts(folder / "behaviour.js"), words, folder)


def with_parts(file: Path) -> str:
    """A script or style with each comment `part: NAME` replaced by a file beside it, or by a shared one.

    Raises TypeFolderError where there is no such file, or one is not UTF-8.
    """

    def part(line: re.Match[str]) -> str:
        folders = (file.parent, *_shared_folders(file.suffix))
        files = [folder / f"{line[1]}{file.suffix}" for folder in folders]
        if found := next((each for each in files if each.exists()), None):
            return text_of(found)
        known = {each.stem for folder in folders for each in folder.glob(f"*{file.suffix}")} - {file.stem}
        raise TypeFolderError(unknown_part(file, line[1], known))

    return re.sub(r"^ *(?://|/\*) part: (\w+)(?: \*/)?$", part, text_of(file), flags=re.MULTILINE)


def _part(name: str, suffix: str = ".js") -> str:
    files = [folder / f"{name}{suffix}" for folder in _shared_folders(suffix)]
    return next(file for file in files if file.exists()).read_text("utf-8")


def _shared_folders(suffix: str) -> tuple[Path, ...]:
    return FRAME / ("behaviour" if suffix == ".js" else "style"), VENDORED, TYPED


def with_words(script: str, words: Mapping[str, str], folder: Path) -> str:
    """The script with the interface words that it uses. `folder` contains its source files."""
    found: set[str] = set()
    wrong = []
    for said in dict.fromkeys(words_in(script)):
        meant = said.meant(words)
        found.update(meant)
        wrong += [] if meant else [unknown_word(_saying(folder, said.name), said.name, "script")]
        wrong += _without_number(said, [(name, words[name]) for name in meant], folder)
    if wrong:
        raise WordsUnusable("\n".join(sorted(set(wrong))))
    return script.replace("{/* words */}", in_script({name: words[name] for name in words if name in found}))


def _without_number(said: Said, meant: Iterable[tuple[str, str]], folder: Path) -> Iterator[str]:
    for name, word in meant:
        if isinstance(word, Forms) and not said.gives(word.by):
            yield without_number(_saying(folder, said.name), name, word.by)


def in_script(value: object) -> str:
    """A value as a script has it; a word with forms is an object there."""
    if isinstance(value, dict):
        value = {name: each.in_script if isinstance(each, Forms) else each for name, each in value.items()}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")


def _saying(folder: Path, name: str) -> str:
    """The scripts in a folder that say a word, as messages name them."""
    saying = [file for file in sorted(folder.glob("*.js")) if name in _names_in(file)]
    return ", ".join(map(str, saying)) or str(folder)


def _names_in(file: Path) -> set[str]:
    return {said.name for said in words_in(file.read_text("utf-8"))}


def asset(name: str, suffix: str, source: str) -> Asset:
    """A script (`js`) or a style (`css`) without comments and spaces, named after its content."""
    content = (cssmin if suffix == "css" else jsmin)(source)
    mark = hashlib.sha256(content.encode()).hexdigest()[:8]
    return Asset(f"{FOLDER}/{name}.{mark}.{suffix}", content)
