"""All question files of a site: items by id, and the problems of the files together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Protocol

from selfcheck.file_state import state_of
from selfcheck.pages.path import CONFIGURATION_FILES, path_from
from selfcheck.problems import Problem, closest
from selfcheck.quiz import Entry, Quiz, Translation
from selfcheck.translation.language import language_tag, lookup
from selfcheck.translation.naming import SUFFIXES, TranslationFile, translation_file

IS_PUBLISHED = "the site publishes this folder, and with it every answer"
"""What is wrong with a folder of question files, or of what is kept of them, among the pages."""


class Reader(Protocol):
    """Reads question files, and caches the results for later builds."""

    def read(self, name: str, file: Path, display_path: str) -> Quiz:
        """The quiz with this name in a file, which problems name by `display_path`."""

    def read_translation(
        self, original: Quiz, original_file: Path, language: str, file: Path, display_path: str
    ) -> Translation:
        """The translation in `file` of the quiz in `original_file`."""

    def save(self) -> None:
        """Write the cache."""


@dataclass(frozen=True)
class Bank:
    """The quizzes of a site by name, and the problems of single files and of all of them together."""

    quizzes: Mapping[str, Quiz]
    problems: tuple[Problem, ...] = ()
    translations: tuple[Translation, ...] = ()

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every valid item by id; of two with the same id, the first."""
        found: dict[str, Entry] = {}
        for quiz in self.quizzes.values():
            for entry in quiz.entries:
                found.setdefault(entry.id, entry)
        return found

    @property
    def every_entry(self) -> Iterator[Entry]:
        """Every valid item of every file, also those that another one has the id of, and the translations."""
        for quiz in self.quizzes.values():
            yield from quiz.entries
        for translation in self.translations:
            yield from translation.entries

    @property
    def stale(self) -> list[Problem]:
        """Problems for translations whose originals have changed since."""
        return [problem for each in self.translations for problem in each.stale]

    @property
    def notes(self) -> list[Problem]:
        """The same, and what is not translated yet, in the order of files and lines."""
        return sorted([*self.stale, *(problem for each in self.translations for problem in each.missing)])

    @cached_property
    def translated(self) -> Mapping[str, Mapping[str, Entry]]:
        """The translations of each item by its id, and then by language."""
        found: dict[str, dict[str, Entry]] = {}
        for translation in self.translations:
            for entry in translation.entries:
                if self.entries[entry.id].location.path == entry.original_file:
                    found.setdefault(entry.id, {})[translation.language] = entry
        return found

    def translated_by(self, name: str) -> str:
        """The quiz that a file of this name, without its suffix, translates; empty where there is none."""
        quiz, _, tag = name.rpartition(".")
        found = ((each.quiz, each.language) for each in self.translations)
        return quiz if (quiz, language_tag(tag)) in found else ""

    def in_language(self, entry: Entry, language: str) -> Entry:
        """An entry for a page in this language: its translation, else itself with all texts untranslated."""
        offered = self.translated.get(entry.id, {})
        for tag in lookup(language):
            if tag in offered:
                return offered[tag]
        if entry.language or entry.location.path in self._translated_files:
            return replace(entry, untranslated=frozenset(entry.item.written_texts()))
        return entry

    def about(self, anchor: str, language: str) -> Sequence[Entry]:
        """The entries for pages in a language whose section has this anchor, on any page."""
        if language not in self._by_anchor:
            found = self._by_anchor[language] = {}
            for each in self.entries.values():
                entry = self.in_language(each, language)
                if name := (entry.section or "").partition("#")[2]:
                    found.setdefault(name, []).append(entry)
        return self._by_anchor[language].get(anchor, ())

    @cached_property
    def _by_anchor(self) -> dict[str, dict[str, list[Entry]]]:
        return {}

    @cached_property
    def _translated_files(self) -> frozenset[str]:
        return frozenset(self.quizzes[each.quiz].path for each in self.translations)

    @cached_property
    def broken(self) -> frozenset[str]:
        """The ids of items that have problems of their own."""
        return frozenset().union(*(quiz.broken for quiz in self.quizzes.values()))


@dataclass(frozen=True, slots=True)
class _Found:
    """What has been read so far, and what is wrong with the files as such."""

    quizzes: dict[str, Quiz] = field(default_factory=dict)
    translations: dict[tuple[str, str], Translation] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Shelf:
    """The question folders of a site. Each file is parsed again only after it has changed."""

    folders: Sequence[Path]
    root: Path
    make_reader: Callable[[], Reader]
    """Called once there is a file to read, since a site without questions should not load a reader."""
    alone: Mapping[Path, Sequence[Path]] = field(default_factory=dict)
    """For a folder of which only some files are read: these."""
    unnamed: frozenset[Path] = frozenset()
    """Folders whose quizzes no fence names. They are called by their paths, so that no two have one name."""
    _kept: dict[Path, tuple[object, Quiz]] = field(default_factory=dict)
    _kept_translations: dict[Path, tuple[object, Translation]] = field(default_factory=dict)

    def bank(self) -> Bank:
        """The bank with the present content of the folders."""
        found = _Found()
        for folder in self.folders:
            if os.path.isdir(folder):
                self._gather(folder, found)
            else:
                path = self.display_path(folder)
                found.problems.append(Problem(path, None, None, "", *_no_folder(folder, self.root), "site"))
        if found.quizzes:
            self._reader.save()
        problems = [*found.problems, *_repeated_ids(found.quizzes.values())]
        problems += [problem for quiz in found.quizzes.values() for problem in quiz.problems]
        problems += [problem for each in found.translations.values() for problem in each.problems]
        return Bank(found.quizzes, tuple(problems), tuple(found.translations.values()))

    def _gather(self, folder: Path, found: _Found) -> None:
        """Read the quizzes of a folder, and then what translates them."""
        files = []
        if folder not in self.alone:
            found.problems.extend(self._passed_over(folder))
        for file in self.alone.get(folder) or _question_files(folder):
            if outside := _leads_outside(file, folder):
                hint = "copy the file into the folder, or name its own folder by the option `quizzes`"
                found.problems.append(Problem(self.display_path(file), 1, 1, "", outside, hint, "site"))
            else:
                files.append(file)
        every = frozenset(files)
        named = {file: translation_file(file, every) for file in files}
        here: dict[Path, Quiz] = {}
        for file in files:
            if named[file] is None and (quiz := self._new_quiz(self._name(file, folder), file, found)):
                here[file] = quiz
        for each in named.values():
            if each:
                self._add_translation(each, named, here, found)

    def _name(self, file: Path, folder: Path) -> str:
        """What the quiz in a file is called."""
        if folder in self.unnamed:
            return self.display_path(file)
        return file.relative_to(folder).with_suffix("").as_posix()

    def _passed_over(self, folder: Path) -> Iterator[Problem]:
        """Problems for what lies in a folder as if it would be read, and is passed over."""
        for path in sorted(folder.rglob("*")):
            if _is_hidden(path, folder):
                continue
            ending = _ending(path)
            meant = ending.lower().removesuffix(".txt")
            if path.suffix not in SUFFIXES and meant in SUFFIXES and path.is_file():
                message = f'a file whose name ends with "{ending}" is passed over'
                hint = f"let it end with {meant}"
                yield Problem(self.display_path(path), 1, 1, "", message, hint, "site")
            elif path.is_symlink() and path.is_dir() and _leads_outside(path, folder):
                message = "the symbolic link to a folder outside is passed over"
                hint = "name that folder by the option `quizzes`, or copy its files"
                yield Problem(self.display_path(path), None, None, "", message, hint, "site")

    def _new_quiz(self, name: str, file: Path, found: _Found) -> Quiz | None:
        if name in found.quizzes:
            message = f'a second quiz named "{name}"; the first is {found.quizzes[name].path}'
            hint = "rename one of the two files"
            path = self.display_path(file)
            found.problems.append(Problem(path, 1, 1, "", message, hint, "site"))
            return None
        found.quizzes[name] = self._quiz(name, file)
        return found.quizzes[name]

    def _add_translation(
        self,
        named: TranslationFile,
        files: Mapping[Path, TranslationFile | None],
        quizzes: Mapping[Path, Quiz],
        found: _Found,
    ) -> None:
        """Read a translation of one of these quizzes; `files` says what each of the folder translates."""
        path = self.display_path(named.file)
        if problem := named.problem(path):
            found.problems.append(problem)
        elif files[named.original] is not None:
            found.problems.append(_of_translation(named, files, path))
        elif named.original in quizzes:
            quiz = quizzes[named.original]
            if first := found.translations.get((quiz.name, named.language)):
                message = f"a second translation into {named.language}; the first is {first.path}"
                hint = "keep one of the two files"
                found.problems.append(Problem(path, 1, 1, "", message, hint, "translation"))
            else:
                found.translations[quiz.name, named.language] = self._translation(named, quiz)

    def published(self, files: Iterable[Path]) -> Iterator[Problem]:
        """A problem for each folder with a question file among `files`, which the site publishes."""
        published = [file.resolve() for file in files if file.suffix in SUFFIXES]
        for folder in self.folders:
            if any(file.is_relative_to(folder.resolve()) for file in published):
                hint = "move it out of the folder of the pages, or list it under `exclude_docs`"
                yield Problem(self.display_path(folder), None, None, "", IS_PUBLISHED, hint, "site")

    def display_path(self, path: Path) -> str:
        """A path as problems name it: from the root of the site."""
        return path_from(self.root, path)

    @cached_property
    def _reader(self) -> Reader:
        return self.make_reader()

    def _quiz(self, name: str, file: Path) -> Quiz:
        kept = self._kept.get(file)
        if kept is None or kept[0] != state_of(file):
            kept = self._kept[file] = (state_of(file), self._reader.read(name, file, self.display_path(file)))
        return kept[1]

    def _translation(self, named: TranslationFile, quiz: Quiz) -> Translation:
        file, original = named.file, named.original
        state = (state_of(file), state_of(original))
        kept = self._kept_translations.get(file)
        if kept is None or kept[0] != state:
            read = self._reader.read_translation(
                quiz, original, named.language, file, self.display_path(file)
            )
            kept = self._kept_translations[file] = (state, read)
        return kept[1]


def _ending(path: Path) -> str:
    """The suffix of a file, with the one before it where an editor has added `.txt` to that."""
    return "".join(path.suffixes[-2:]) if path.suffix.lower() == ".txt" else path.suffix


def _no_folder(folder: Path, root: Path) -> tuple[str, str]:
    """What is wrong with a folder that is none, and the cure."""
    if os.path.isfile(folder):
        return "a folder is expected, not a file", "name the folder in which it lies by the option `quizzes`"
    if meant := _meant(folder):
        return "there is no such folder", f'did you mean "{path_from(root, meant)}"?'
    return "there is no such folder", "create it, or name the right folders by the option `quizzes`"


def _meant(folder: Path) -> Path | None:
    """The folder that a misspelt path means: written for Windows, with a space behind it, or the nearest."""
    turned = Path(str(folder).replace("\\", "/").rstrip())
    if os.path.isdir(turned):
        return turned
    beside = turned.parent
    names = [each.name for each in beside.iterdir() if each.is_dir()] if os.path.isdir(beside) else []
    near = closest(turned.name, names)
    return beside / near if near else None


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _question_files(folder: Path) -> Iterator[Path]:
    """Those below a folder; the configuration of a site, which may stand there, is none."""
    for file in sorted(folder.rglob("*")):
        is_named_so = file.suffix in SUFFIXES and file.name not in CONFIGURATION_FILES
        if is_named_so and not _is_hidden(file, folder) and (file.is_file() or file.is_symlink()):
            yield file


def _leads_outside(file: Path, folder: Path) -> str | None:
    if not file.is_symlink():
        return None
    if not file.exists():
        return "the symbolic link leads nowhere"
    if not file.resolve().is_relative_to(folder.resolve()):
        return "the symbolic link leads out of the folder"
    return None


def _of_translation(
    named: TranslationFile, files: Mapping[Path, TranslationFile | None], path: str
) -> Problem:
    """The problem that a file translates another translation."""
    quiz = named.original
    while (above := files.get(quiz)) is not None:
        quiz = above.original
    message = f"{named.original.name} is a translation, and only a quiz is translated"
    hint = f"name the file {quiz.stem}.{named.written_tag}{named.file.suffix}"
    return Problem(path, 1, 1, "", message, hint, "translation")


def _repeated_ids(quizzes: Iterable[Quiz]) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for quiz in quizzes:
        for entry in quiz.entries:
            name, at = entry.id, entry.location
            if name in first:
                other = first[name].location
                message = f'the id "{name}" is given twice; the first is {other.path}:{other.line}'
                hint = "give one of the two another id"
                yield Problem(at.path, at.line, at.column, name, message, hint, "duplicate-id")
            first.setdefault(name, entry)
