"""Which question files a command is about: those of the site, or those in the paths it is given."""

from __future__ import annotations

from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.checking import Scope
from selfcheck.cli.configured import CannotRun, site_in
from selfcheck.site import Site


def scope_of(paths: tuple[Path, ...], config_file: Path) -> Scope:
    """The question files in PATHS, or all; without a configuration, with the defaults of all options."""
    if paths and not config_file.is_file():
        return Scope(Site(Path.cwd(), cache=""), None, paths)
    return Scope(site_in(config_file), config_file, paths)


def stop_if_empty(scope: Scope, bank: Bank, config_file: Path) -> None:
    """Raise CannotRun where there is no question file: nothing to look at is no success."""
    if bank.quizzes or bank.translations or bank.problems:
        return
    if scope.paths:
        raise CannotRun(f"there is no question file in {' or '.join(map(str, scope.paths))}")
    folders = " or ".join(scope.site.quizzes) or "any folder"
    message = f"{config_file}: there is no question file in {folders}; write one there"
    raise CannotRun(f"{message}, or name the right folders by the option `quizzes`")
