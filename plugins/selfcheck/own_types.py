"""Checks the files of a site's own types: words in every language, and what scripts and templates say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from selfcheck.block.template import words_said
from selfcheck.frame.assets import script_of, style_of
from selfcheck.frame.words import FALLBACK, WordsUnusable, languages, unknown_word, words
from selfcheck.question_types import QuestionType, TypeFolderError, discover


def check_own_types(folders: tuple[Path, ...]) -> None:
    """Load all that the types in these folders bring. Raises TypeFolderError or WordsUnusable."""
    faults: list[str] = []
    for kind in discover(folders).values():
        try:
            if not kind.is_ours:
                _check(kind, folders)
        except (TypeFolderError, WordsUnusable) as error:
            faults += str(error).splitlines()
    if faults:
        raise WordsUnusable("\n".join(dict.fromkeys(faults)))


def _check(kind: QuestionType, folders: tuple[Path, ...]) -> None:
    style_of(kind.folder)
    for language in _languages_of(kind):
        said = words(language, folders)
        script = script_of(kind.folder, said.types[kind.name])
        if not re.search(rf"""(["'`]){kind.name}\1""", script):
            define = f'window.SelfCheck.define({{ type: "{kind.name}", … }})'
            file = kind.file("behaviour.js")
            raise TypeFolderError(f'{file}: it never names the type "{kind.name}"; call {define} there')
        _check_template(kind, {**said.frame, **said.types[kind.name]})


def _languages_of(kind: QuestionType) -> Iterator[str]:
    """The languages in which a type may say something else than in any other."""
    yield from (each for each in languages() if each == FALLBACK or kind.file(f"words/{each}.yml").exists())


def _check_template(kind: QuestionType, known: Mapping[str, str]) -> None:
    file = kind.file("template.html")
    wrong = [
        unknown_word(f"{file}:{line}", name, "template")
        for name, line in words_said(kind)
        if name not in known
    ]
    if wrong:
        raise WordsUnusable("\n".join(dict.fromkeys(wrong)))
