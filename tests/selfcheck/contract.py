"""What the folder of a question type must hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from selfcheck.source import read
from selfcheck.words import FRAME, languages

FILES = ("__init__.py", "model.py", "template.html", "behaviour.js", "cases.yml", "AUTHORING.md")
FEWEST_REJECTED = 3


def gaps(folder: Path) -> Iterator[str]:
    """What is missing from the folder of a type; nothing where it is whole."""
    yield from (f"no {name}" for name in FILES if not (folder / name).is_file())
    words = {language: folder / "words" / f"{language}.yml" for language in languages()}
    yield from (f"no words/{language}.yml" for language, file in words.items() if not file.is_file())
    if all(file.is_file() for file in words.values()):
        yield from _gaps_in_words({language: _mapping(file) for language, file in words.items()})
    if (folder / "cases.yml").is_file():
        yield from _gaps_in_cases(_mapping(folder / "cases.yml"))


def gaps_in_frame_words() -> Iterator[str]:
    """Words of the frame that one of its languages lacks."""
    words = {language: _mapping(FRAME / "words" / f"{language}.yml") for language in languages()}
    return _gaps_in_words(words)


def _gaps_in_words(words: dict[str, Any]) -> Iterator[str]:
    everything = {name for mapping in words.values() for name in mapping}
    for language, mapping in words.items():
        yield from (f'words/{language}.yml lacks "{name}"' for name in sorted(everything - mapping.keys()))


def _gaps_in_cases(cases: dict[str, Any]) -> Iterator[str]:
    accepted, rejected = cases.get("accepted") or [], cases.get("rejected") or []
    if not accepted:
        yield "no accepted case"
    if len(rejected) < FEWEST_REJECTED:
        yield f"{len(rejected)} rejected cases; at least {FEWEST_REJECTED}"
    for case in accepted:
        yield from _missing(case, "name", "question", "right", "wrong")
    for case in rejected:
        yield from _missing(case, "name", "question", "problem", "line")


def _missing(case: dict[str, Any], *fields: str) -> Iterator[str]:
    return (f'the case "{case.get("name", "?")}" lacks "{field}"' for field in fields if not case.get(field))


def _mapping(file: Path) -> Any:
    document = read(file.read_text("utf-8"))
    assert not document.faults, document.faults
    return document.data or {}
