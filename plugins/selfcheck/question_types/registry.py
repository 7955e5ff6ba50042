"""Finds the types of question on the disk: those of this package and those that a site brings."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, get_args

from selfcheck.errors import SelfCheckError
from selfcheck.source import Unreadable, read

if TYPE_CHECKING:  # a site without questions does not pay for the models
    from selfcheck.item import Item

OWN = Path(__file__).parent
"""The types that this package has, a folder each."""

CASES = "cases.yml"
"""The file of a type with accepted and rejected questions."""

NEEDED = ("model.py", "template.html", "behaviour.js")
"""The files that make a folder a type; `style.css` and `words/` are optional."""


class TypeFolderError(SelfCheckError):
    """A folder that should hold types of question does not."""


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
            if file.is_file() and (text := ast.get_docstring(ast.parse(file.read_text("utf-8")))):
                return text.splitlines()[0]
        return ""


@cache
def discover(folders: tuple[Path, ...] = ()) -> Mapping[str, QuestionType]:
    """All types by name (kebab-case, as in `type:`), in alphabetical order.

    `folders` are a site's own, each of them holding one folder a type. Raises TypeFolderError.
    """
    found: dict[str, QuestionType] = {}
    for folder in (OWN, *folders):
        for kind in _types_in(folder):
            if kind.name in found:
                where = "this package" if found[kind.name].folder.parent == OWN else found[kind.name].folder
                raise TypeFolderError(f'{kind.folder}: the type "{kind.name}" is there already, in {where}')
            found[kind.name] = kind
    return MappingProxyType(dict(sorted(found.items())))


def _types_in(folder: Path) -> Iterator[QuestionType]:
    if not folder.is_dir():
        raise TypeFolderError(f"{folder}: there is no such folder")
    inside = [each for each in sorted(folder.iterdir()) if (each / "model.py").is_file()]
    if not inside:
        raise TypeFolderError(f"{folder}: it holds no folder with a model.py, and so no type")
    for each in inside:
        lacking = [name for name in NEEDED if not (each / name).is_file()]
        if lacking and folder != OWN:
            raise TypeFolderError(f"{each}: a type of question needs {' and '.join(lacking)}")
        kind = QuestionType(each.name.replace("_", "-"), each)
        if folder != OWN:
            assert kind.model  # a site's own type is not known to load
        yield kind


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
    except Exception as error:
        raise TypeFolderError(f"{file}: {type(error).__name__}: {error}") from error
    return module


@cache
def _model(folder: Path, name: str) -> type[Item]:
    from selfcheck.item import Item

    module = _module(folder)
    for _, candidate in inspect.getmembers(module, inspect.isclass):
        if issubclass(candidate, Item) and get_args(candidate.model_fields["type"].annotation) == (name,):
            return candidate
    raise TypeFolderError(f'{module.__file__}: it holds no Item whose field `type` is Literal["{name}"]')
