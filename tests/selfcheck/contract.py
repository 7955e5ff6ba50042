"""What the folder of a question type must hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from selfcheck.frame.forms import placeholders, word_of
from selfcheck.source import read
from tests.selfcheck.cases import gaps_in_cases

FILES = ("__init__.py", "model.py", "template.html", "behaviour.js", "cases.yml", "AUTHORING.md")

COMPLETE = ("en", "de")
"""A type speaks these languages whole; of the others, English stands in for what is missing."""

KNOWN_GAPS = "words/known_gaps.txt"
"""Where a folder lists what its words lack in other languages than the complete ones."""


def gaps(folder: Path) -> Iterator[str]:
    """What is missing from the folder of a type; nothing where it is whole."""
    yield from (f"no {name}" for name in FILES if not (folder / name).is_file())
    for language in COMPLETE:
        file = folder / "words" / f"{language}.yml"
        yield from gaps_in_words(folder, language) if file.is_file() else (f"no words/{language}.yml",)
    if (folder / "cases.yml").is_file():
        yield from gaps_in_cases(_mapping(folder / "cases.yml"))


def gaps_in_words(folder: Path, language: str) -> Iterator[str]:
    """Where the words of a language differ from the complete ones: in names or in placeholders."""
    own = interface_words(folder, language)
    known = {name: word for each in COMPLETE for name, word in interface_words(folder, each).items()}
    yield from (f'words/{language}.yml lacks "{name}"' for name in sorted(known.keys() - own.keys()))
    for name, word in own.items():
        if name not in known:
            yield f'words/{language}.yml has "{name}", which nothing says'
        elif placeholders(word) != placeholders(known[name]):
            yield f'words/{language}.yml: the placeholders of "{name}" differ'


def known_gaps(folder: Path) -> set[str]:
    """What the words of a folder are known to lack, each line as the test prints it; no file means no gap."""
    file = folder / KNOWN_GAPS
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    return {line for line in lines if line and not line.startswith("#")}


def interface_words(folder: Path, language: str) -> dict[str, str]:
    """The words that a folder has in a language; none where it has no file for it."""
    file = folder / "words" / f"{language}.yml"
    written = _mapping(file) if file.is_file() else {}
    return {name: word_of(word, language) for name, word in written.items()}


def _mapping(file: Path) -> Any:
    document = read(file.read_text("utf-8"))
    assert not document.complaints, document.complaints
    return document.data or {}
