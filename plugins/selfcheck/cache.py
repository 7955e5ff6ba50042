"""A cache of JSON values in one file, a line each: what earlier builds have read and rendered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from shutil import copymode
from tempfile import TemporaryFile
from typing import IO, Any
from uuid import uuid4
from zlib import crc32

SUFFIX = ".lines"
"""How the name of every such file ends."""

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass
class Cache:
    """JSON values by key, a text without spaces. The file may be deleted, truncated or replaced at any time.

    A line is read when its value is asked for, and new lines wait in a file without a name: the values of a
    large site together would take more memory than all else that a build keeps of its questions.
    """

    file: Path
    _used: set[str] = field(default_factory=set)
    _new: dict[str, int] = field(default_factory=dict)
    """Where the line of each value begins that `save` is still to write."""
    _end: int = 0
    """Where the next of them begins."""

    def get(self, key: str) -> Any:
        """The value under a key, or None."""
        if key in self._new:
            text = _text_at(self._waiting, self._new, key)
            self._waiting.seek(self._end)  # where `put` goes on
        elif text := _text_at(self._lines, self._old, key):
            self._used.add(key)
        return None if text is None else json.loads(text)

    def put(self, key: str, data: Any) -> None:
        """Set a value; `save` writes it."""
        text = _JSON.encode(data).encode()
        line = b"%b%b\n" % (_head(key, text), text)
        self._waiting.write(line)
        self._new[key] = self._end
        self._end += len(line)

    def save(self, *, keeps_unused: bool = False) -> None:
        """Write the file if a value has been set, without those that were not read or set since the start.

        `keeps_unused` keeps these too. The file is read anew when the next value is asked for.
        """
        if self._new:
            # Windows replaces no file that another build has opened, and a disk may be full or read-only: the
            # next build reads anew what is not kept.
            with suppress(OSError):
                make_folder(self.file.parent)
                write_whole(self.file, self._lines_to_keep(keeps_unused=keeps_unused))
            self._used.update(self._new)
        self._close()

    def __del__(self) -> None:
        """Close the files of a build that has failed."""
        self._close()

    def _lines_to_keep(self, *, keeps_unused: bool) -> Iterator[bytes]:
        for key in self._old:
            if (keeps_unused or key in self._used) and key not in self._new:
                text = _text_at(self._lines, self._old, key)
                yield b"%b%b\n" % (_head(key, text), text) if text else b""
        self._waiting.seek(0)
        yield from self._waiting
        self._close_files()

    def _close(self) -> None:
        """Close what is open, and forget where lines begin."""
        self._close_files()
        self.__dict__.pop("_old", None)
        self._new.clear()
        self._end = 0

    def _close_files(self) -> None:
        for name in ("_lines", "_waiting"):
            opened = self.__dict__.pop(name, None)
            if opened:
                opened.close()

    @cached_property
    def _lines(self) -> IO[bytes] | None:
        try:
            return self.file.open("rb")
        except OSError:
            return None

    @cached_property
    def _waiting(self) -> IO[bytes]:
        try:
            return TemporaryFile()
        except OSError:  # there is no folder for it, and memory has to do
            return BytesIO()

    @cached_property
    def _old(self) -> dict[str, int]:
        """Where the line of each value begins in the file."""
        places, place = {}, 0
        for line in self._lines or ():
            places[line[: line.find(b" ")].decode("ascii", "replace")] = place
            place += len(line)
        return places


def _head(key: str, text: bytes) -> bytes:
    return b"%b %08x " % (key.encode(), crc32(text))


def _text_at(lines: IO[bytes] | None, places: Mapping[str, int], key: str) -> bytes | None:
    """The text of a value; None where there is none, or where its line was cut off or changed since."""
    if lines is None or key not in places:
        return None
    lines.seek(places[key])
    line = lines.readline()
    begin = len(key) + len(" 01234567 ")
    text = line[begin:-1]
    return text if line[:begin] == _head(key, text) else None


def key_of(*parts: str | bytes) -> str:
    """The key of what is made from these parts alone."""
    whole = b"\0".join(part if isinstance(part, bytes) else part.encode() for part in parts)
    return hashlib.sha256(whole).hexdigest()[:24]


def make_folder(folder: Path) -> None:
    """Make the folder of a cache, which git then passes over; one that holds anything is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        (folder / ".gitignore").write_text("*\n", "utf-8")


def write_whole(file: Path, lines: Iterable[bytes], like: Path | None = None) -> None:
    """Write a file at once: other builds share the folder, and none may read one that is half written.

    It gets the rights of `like`, if that is given.
    """
    temporary = file.with_name(f"{file.name}.{uuid4().hex}.tmp")
    try:
        with temporary.open("wb") as opened:
            opened.writelines(lines)
        if like:
            copymode(like, temporary)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
