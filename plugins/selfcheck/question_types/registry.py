"""Finds the types of question on the disk: those of this package and those that a site brings."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import inspect
import os
import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, get_args

from selfcheck.errors import FAILURES, SelfCheckError
from selfcheck.source import Unreadable, read

if TYPE_CHECKING:  # a site without questions does not pay for the models
    from selfcheck.item import Item

OWN = Path(__file__).parent
"""The types that this package has, a folder each."""

CASES = "cases.yml"
"""The file of a type with accepted and rejected questions."""

NEEDED = ("model.py", "template.html", "behaviour.js")
"""The files that make a folder a type; `style.css` and `words/` are optional."""


_NAME = re.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
"""What a type may be called: files, addresses and ids have its name in them."""


class TypeFolderError(SelfCheckError):
    """Folders that should hold types of question do not; its text has a line for each fault."""


@dataclass(frozen=True, slots=True)
class QuestionType:
    """A folder that makes a type: model, template, behaviour, style, words, cases and guide."""

    name: str
    folder: Path

    @property
    def model(self) -> type[Item]:
        """The fields of such a question, loaded on first use. Raises TypeFolderError."""
        return _model(self.folder, self.name)

    @property
    def is_ours(self) -> bool:
        """Whether it is a type of this package; that of a site may depend on anything."""
        return self.folder.parent == OWN

    def file(self, name: str) -> Path:
        """A file of the folder, whether it exists or not."""
        return self.folder / name

    @property
    def example(self) -> str | None:
        """The first question that its `cases.yml` lists as accepted, as YAML; None where there is none."""
        file = self.file(CASES)
        try:
            data: Any = read(file.read_text("utf-8")).data if file.is_file() else None
        except (UnicodeDecodeError, Unreadable):
            return None
        listed = data.get("accepted") if isinstance(data, dict) else None
        first = listed[0] if isinstance(listed, list) and listed else None
        question = first.get("question") if isinstance(first, dict) else None
        return str(question) if isinstance(question, str) else None  # libyaml reads no subclass of str

    @property
    def meaning(self) -> str:
        """What is done with such a question: the first line of its package's docstring, or its model's."""
        for file in (self.file("__init__.py"), self.file("model.py")):
            with suppress(OSError, SyntaxError, ValueError):  # a file that nothing imports may hold anything
                if text := ast.get_docstring(ast.parse(file.read_text("utf-8"))):
                    return text.splitlines()[0]
        return ""


@cache
def discover(folders: tuple[Path, ...] = ()) -> Mapping[str, QuestionType]:
    """All types by name (kebab-case, as in `type:`), in alphabetical order.

    `folders` are a site's own, each of them holding one folder a type. Raises TypeFolderError.
    """
    found = {kind.name: kind for kind in _types_in(OWN)}
    faults: list[str] = []
    for folder in folders:
        try:
            kinds = list(_types_in(folder))
        except TypeFolderError as error:
            faults.append(str(error))
            continue
        for kind in kinds:
            if fault := _fault_of(kind, found):
                faults.append(" ".join(fault.split()))
            found.setdefault(kind.name, kind)
    if faults:
        raise TypeFolderError("\n".join(dict.fromkeys(faults)))
    return MappingProxyType(dict(sorted(found.items())))


def _types_in(folder: Path) -> Iterator[QuestionType]:
    if not os.path.isdir(folder):  # which fails over no path
        raise TypeFolderError(f"{folder}: there is no such folder")
    inside = [each for each in sorted(folder.iterdir()) if (each / "model.py").is_file()]
    if not inside and (folder / "model.py").is_file():
        raise TypeFolderError(f"{folder}: this is a type itself; name the folder in which it stands")
    if not inside:
        raise TypeFolderError(f"{folder}: it holds no folder with a model.py, and so no type")
    for each in inside:
        yield QuestionType(each.name.replace("_", "-"), each)


def _fault_of(kind: QuestionType, found: Mapping[str, QuestionType]) -> str:
    """What is wrong with a folder of a site that should be a type; `found` are those met before."""
    if kind.name in found and kind.folder.resolve() == found[kind.name].folder.resolve():
        return f"{kind.folder.parent}: the folder is named twice; keep one of the two"
    if kind.name in found:
        where = "this package" if found[kind.name].is_ours else found[kind.name].folder
        return f'{kind.folder}: the type "{kind.name}" is there already, in {where}; rename the folder'
    if not _NAME.fullmatch(kind.name):
        return (
            f'{kind.folder}: "{kind.name}" is no name of a type: letters, digits and single hyphens only; '
            "rename the folder"
        )
    if lacking := [name for name in NEEDED if not kind.file(name).is_file()]:
        return f"{kind.folder}: a type of question needs {' and '.join(lacking)}"
    try:
        assert kind.model  # a site's own type is not known to load
    except TypeFolderError as error:
        return str(error)
    return ""


def text_of(file: Path) -> str:
    """The text of a file of a type. Raises TypeFolderError where it is not UTF-8."""
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise TypeFolderError(f"{file}: the file is not UTF-8; save it with the encoding UTF-8") from error


def _module(folder: Path) -> ModuleType:
    """The module `model.py` of a folder; that of a site is loaded by its path."""
    if folder.parent == OWN:
        return importlib.import_module(f"{__package__}.{folder.name}.model")
    file = folder / "model.py"
    name = f"selfcheck_type_{folder.name}_{hashlib.sha256(bytes(file.resolve())).hexdigest()[:8]}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise TypeFolderError(f"{file}: it cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # pydantic looks up annotations there
    try:
        spec.loader.exec_module(module)
    except FAILURES as error:
        raise TypeFolderError(f"{_place(file, error)}: {type(error).__name__}: {_said(error)}") from error
    return module


def _place(file: Path, error: BaseException) -> str:
    """The last line of a module that took part in an error, or that Python cannot read."""
    if isinstance(error, SyntaxError) and error.filename == str(file):
        return f"{file}:{error.lineno}"
    calls = traceback.extract_tb(error.__traceback__)
    lines = [call.lineno for call in calls if call.filename == str(file)]
    return f"{file}:{lines[-1]}" if lines else str(file)


def _said(error: BaseException) -> str:
    """What an error says, without the place, which stands before it."""
    return str(error.msg) if isinstance(error, SyntaxError) else str(error)


@cache
def _model(folder: Path, name: str) -> type[Item]:
    from selfcheck.item import Item

    module = _module(folder)
    for _, candidate in inspect.getmembers(module, inspect.isclass):
        if issubclass(candidate, Item) and get_args(candidate.model_fields["type"].annotation) == (name,):
            return candidate
    raise TypeFolderError(f'{module.__file__}: it holds no Item whose field `type` is Literal["{name}"]')
