"""The options of a site, each stated once: name, default, which gives its type, and meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, time
from pathlib import Path
from typing import Any

from selfcheck.complaint import Complaint, FieldPath
from selfcheck.errors import SelfCheckError
from selfcheck.lookalikes import has_control
from selfcheck.problems import nearest
from selfcheck.table import Table


class SettingError(SelfCheckError):
    """Options have values that they cannot have; the path of each complaint is the name of one."""

    def __init__(self, *complaints: Complaint) -> None:
        super().__init__("\n".join(map(str, complaints)))
        self.complaints = complaints


def _option(default: Any, meaning: str, *, is_closed: bool = False) -> Any:
    return field(default=default, metadata={"meaning": meaning, "is_closed": is_closed})


_NOTHING = Table()


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a site decides, under the plugin and under the Markdown extension."""

    quizzes: tuple[str, ...] = _option(
        ("quizzes",), "the folders of the question files, each with all its subfolders"
    )
    require: tuple[str, ...] = _option(("explanation",), "what every question must have", is_closed=True)
    language: str = _option("", "the language of all interface words; empty: that of each page")
    storage: str = _option("", "the name under which browsers keep answers; empty: the site's path")
    cache: str = _option(
        ".cache/selfcheck", "where parsed question files and outlines of blocks are kept; empty: nowhere"
    )
    confidence: bool = _option(False, "whether readers are asked how sure they are")
    heading_level: int = _option(
        0, "the level of the headings that questions have, from 2 to 6; 0: one below the heading above"
    )
    course: bool = _option(False, "whether the site is a course: marks in the navigation, progress, review")
    lint: bool = _option(False, "whether a build under MkDocs warns of flaws of questions")
    types: tuple[str, ...] = _option((), "folders of the site's own types of question")
    functions: tuple[str, ...] = _option((), "modules whose functions formulas may call")
    exports: tuple[str, ...] = _option((), "further plugins that export pages, and get stems alone")
    words: Table = field(default=_NOTHING, metadata={"meaning": "interface words of the site's own, by name"})


@dataclass(frozen=True, kw_only=True)
class ExtensionOptions(Options):
    """Those, and what MkDocs knows of a site anyway, which the Markdown extension has to be told."""

    root: Path = field(
        default=Path(),
        kw_only=False,
        metadata={"meaning": "the folder that the other paths are taken from"},
    )
    docs: str = _option("docs", "the folder of the pages")
    page_language: str = _option(
        "", "the language of pages that name none in their front matter; empty: the theme's"
    )
    repo_url: str = _option("", "the site's repository, for reports of a question")
    edit_uri: str = _option("", "the way from there to where the pages are edited")


@dataclass(frozen=True, slots=True)
class Option:
    """One of them; `default` is a text, a path, a truth, a whole number, a tuple of texts, or a table."""

    name: str
    default: Any
    meaning: str
    is_closed: bool = False
    """Whether it is a list of names that are all known: quotes would make no other value one of them."""

    @property
    def default_in_file(self) -> str | bool | int | list[str] | dict[str, Any]:
        """The default as a configuration file has it."""
        if isinstance(self.default, tuple):
            return list(self.default)
        if isinstance(self.default, Table):
            return self.default.as_dict()
        return str(self.default) if isinstance(self.default, Path) else self.default

    def read(self, value: Any) -> Any:
        """A value from a configuration file; a text alone is a list of one, nothing is the default.

        Raises SettingError for a value of another kind.
        """
        if value is None:
            return self.default
        if isinstance(self.default, tuple):
            return self._texts(value if isinstance(value, list | tuple) else [value])
        if isinstance(self.default, Table):
            return _table((self.name,), value)
        if isinstance(self.default, bool):
            return self._truth(value)
        if isinstance(self.default, int):
            return self._whole_number(value)
        if isinstance(self.default, Path):
            return value if isinstance(value, Path) else Path(self._text(value))
        return self._text(value)

    def _text(self, value: Any) -> str:
        return _text((self.name,), value)

    def _texts(self, values: Iterable[Any]) -> tuple[str, ...]:
        texts: list[str] = []
        complaints: list[Complaint] = []
        for place, each in enumerate(values):
            try:
                is_name = self.is_closed and isinstance(each, bool | int | float)
                text = described_setting(each).strip('"') if is_name else _text((self.name, place), each)
                texts.append(text)
            except SettingError as error:
                complaints += error.complaints
        if complaints:
            raise SettingError(*complaints)
        return tuple(texts)

    def _whole_number(self, value: Any) -> int:
        # Settings that come through a shell, or through JSON, are texts.
        if isinstance(value, bool) or not str(value).isdecimal():
            message = f"the option `{self.name}` is a whole number, not {described_setting(value)}"
            raise SettingError(Complaint((self.name,), message, f"write a number, as {self.default}"))
        return int(value)

    def _truth(self, value: Any) -> bool:
        if isinstance(value, bool):
            return value
        if (word := str(value).lower()) not in _TRUTHS:
            message = f"the option `{self.name}` is true or false, not {described_setting(value)}"
            raise SettingError(Complaint((self.name,), message, "write one of the two"))
        return _TRUTHS[word]


def options_of(kind: type[Options]) -> Iterator[Option]:
    """The options of the plugin (`Options`) or of the extension, in the order of the guide."""
    for each in fields(kind):
        is_closed = each.metadata.get("is_closed", False)
        yield Option(each.name, each.default, each.metadata["meaning"], is_closed)


def values_of(kind: type[Options], given: Mapping[str, Any]) -> dict[str, Any]:
    """A value for each option, as given or by default. Raises SettingError for one that cannot be read."""
    return {option.name: option.read(given.get(option.name)) for option in options_of(kind)}


def option_complaints(kind: type[Options], given: Mapping[str, Any]) -> Iterator[Complaint]:
    """A complaint about each name that is no option, and each value that an option cannot have.

    A course needs more than the conversions of an extension.
    """
    known = {option.name: option for option in options_of(kind)}
    for name, value in given.items():
        if name not in known:
            yield Complaint((name,), f"there is no option `{name}`", nearest(str(name), known))
            continue
        try:
            is_on = known[name].read(value)
        except SettingError as error:
            yield from error.complaints
            continue
        if name == "course" and is_on and kind is ExtensionOptions:
            message = "the option `course` needs a host that runs plugins, as MkDocs does"
            yield Complaint((name,), message, "leave it out")


TWICE = ("selfcheck stands twice among the plugins", "keep one of the two")
"""What is wrong where it does, and the cure: each would look for the questions of the other."""

PUT_QUOTES = "put quotes round it"
"""The cure for a text that YAML takes for something else."""

_WORDS = (bool, int, float, date, time)
"""What YAML and TOML take a word for: `no` is a truth to YAML, and Norwegian to a reader."""

_TRUTHS = {
    **dict.fromkeys(("true", "yes", "on"), True),
    **dict.fromkeys(("false", "no", "off"), False),
}


def _text(path: FieldPath, value: Any) -> str:
    """The text of an option, or of what stands at a path below its name."""
    named = ".".join(each for each in path if isinstance(each, str))
    if isinstance(value, str):
        if has_control(value):
            message = f"the option `{named}` has a control character"
            raise SettingError(Complaint(path, message, "remove what stands for it, as \\x02"))
        return value
    hint = PUT_QUOTES if isinstance(value, _WORDS) else "write a text there"
    raise SettingError(Complaint(path, f"the option `{named}` is read as {described_setting(value)}", hint))


def _table(path: tuple[str, ...], value: Any) -> Table:
    if not isinstance(value, Mapping):
        message = f"the option `{'.'.join(path)}` is a mapping, not {described_setting(value)}"
        raise SettingError(Complaint(path, message, "write names with their texts below it"))
    pairs: list[tuple[str, str | Table]] = []
    complaints: list[Complaint] = []
    for key, each in value.items():
        name = str(key).lower() if isinstance(key, bool) else str(key)  # `true` is a name here
        try:
            below = (*path, name)
            pairs.append((name, _table(below, each) if isinstance(each, Mapping) else _text(below, each)))
        except SettingError as error:
            complaints += error.complaints
    if complaints:
        raise SettingError(*complaints)
    return Table(tuple(pairs))


def described_setting(value: Any) -> str:
    """What a value is to YAML and TOML, in the words of a message to its author."""
    if isinstance(value, Mapping):
        return "a mapping"
    if value is None:
        return "nothing"
    if isinstance(value, list | tuple):
        return "a list"
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'
