"""Reads a file of another tool, and writes what was imported as the text of a question file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from selfcheck.importing.imported import Imported, NotImportable
from selfcheck.importing.mdbook_quiz import questions_of_toml
from selfcheck.importing.mkdocs_quiz import questions_of_page
from selfcheck.quiz_file import MOST_BYTES

_READERS = {".md": questions_of_page, ".markdown": questions_of_page, ".toml": questions_of_toml}


def imported_from(file: Path) -> Imported:
    """The questions of a page of mkdocs-quiz or a file of mdbook-quiz. Raises NotImportable, or OSError."""
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        raise NotImportable(f'a page (.md) or a TOML file is expected, not "{file.suffix or file.name}"')
    if file.stat().st_size > MOST_BYTES:
        raise NotImportable(f"it has more than {MOST_BYTES:,} bytes; split it into several files")
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotImportable("it is not UTF-8; save it with the encoding UTF-8") from error
    if "\0" in text:
        raise NotImportable("it holds a zero byte, which no text has; look whether it is the right file")
    return reader(text.replace("\r\n", "\n").replace("\r", "\n"))


def question_text(imported: Imported, title: str) -> str:
    """The text of a question file. Every text of several lines is a block."""
    passages = {"passages": imported.passages} if imported.passages else {}
    data = {"title": title, **passages, "questions": imported.questions}
    return yaml.dump(data, Dumper=_Blocks, sort_keys=False, allow_unicode=True, width=10_000)


class _Blocks(yaml.SafeDumper):
    """Writes lists as the guide does, one step in."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Blocks.add_representer(str, _text)
