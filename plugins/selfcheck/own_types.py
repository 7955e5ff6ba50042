"""Checks the files of a site's own types: words in every language, and what scripts and templates say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from selfcheck.block.template import words_said
from selfcheck.frame.assets import script_of, style_of
from selfcheck.frame.words import (
    FALLBACK,
    WordsUnusable,
    interface_language,
    languages,
    surplus_words,
    unknown_word,
    words,
)
from selfcheck.problems import Problem
from selfcheck.question_types import QuestionType, TypeFolderError, discover


def check_own_types(folders: tuple[Path, ...]) -> None:
    """Load all that the types in these folders bring. Raises TypeFolderError or WordsUnusable."""
    faults: list[str] = []
    for kind in discover(folders).values():
        try:
            if not kind.is_ours:
                faults += map(str, _surplus(kind))
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


def _surplus(kind: QuestionType) -> Iterator[Problem | str]:
    """What stands among the words of a type and is never said."""
    saying = [*kind.folder.glob("*.js"), kind.file("template.html")]
    texts = "\n".join(file.read_text("utf-8", errors="replace") for file in saying)
    for file in sorted(kind.file("words").glob("*.y*ml")):
        language = interface_language(file.stem)
        if file.name == f"{language}.yml":
            yield from surplus_words(kind.folder, language, partial(_stands_in, texts))
        else:
            move = f"move them to {language}.yml"
            hint = move if language else f"words come in {', '.join(languages())}"
            yield f"{file}: the words of a file with this name are never said; {hint}"


def _stands_in(texts: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", texts))


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
