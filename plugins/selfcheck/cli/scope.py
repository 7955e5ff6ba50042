"""Which question files a command is about: those of the site, or those in the paths it is given."""

from __future__ import annotations

from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.checking import Scope
from selfcheck.cli.configured import CannotRun, site_in
from selfcheck.site import Site
from selfcheck.translation.naming import SUFFIXES, translation_file


def scope_of(paths: tuple[Path, ...], config_file: Path) -> Scope:
    """The question files in PATHS, or all; without a configuration, with the defaults of all options.

    Raises CannotRun where a path leads to another file.
    """
    for path in paths:
        if path.is_file() and path.suffix not in SUFFIXES:
            raise no_question_file(path)
    if paths and not config_file.is_file():
        return Scope(Site(Path.cwd(), cache=""), None, paths)
    return Scope(site_in(config_file), config_file, paths)


def no_question_file(file: Path) -> CannotRun:
    """The error of a command that is given another file in place of a question file."""
    return CannotRun(f"{file} is no question file; name one that ends with {' or '.join(SUFFIXES)}")


def stop_if_no_place_in(file: Path) -> None:
    """Raise CannotRun where whole questions have no place: in what no folder reads, or in a translation."""
    if file.suffix not in SUFFIXES:
        raise no_question_file(file)
    beside = frozenset(file.parent.iterdir()) if file.parent.is_dir() else frozenset()
    named = translation_file(file, beside)
    if named and named.has_original:
        raise CannotRun(f"{file} is a translation of {named.original}; name that file, or a new one")


def stop_if_empty(scope: Scope, bank: Bank, config_file: Path) -> None:
    """Raise CannotRun where there is no question file: nothing to look at is no success."""
    if bank.quizzes or bank.translations or bank.problems:
        return
    if scope.paths:
        raise CannotRun(f"there is no question file in {' or '.join(map(str, scope.paths))}")
    folders = " or ".join(scope.site.quizzes) or "any folder"
    message = f"{config_file}: there is no question file in {folders}; write one there"
    raise CannotRun(f"{message}, or name the right folders by the option `quizzes`")
