"""The configuration that a command works with, and the error of a command that cannot work."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from selfcheck.configuration import site_of
from selfcheck.configuration_file import ConfigurationUnreadable, found_in
from selfcheck.errors import ProblemsFound, SelfCheckError
from selfcheck.pages.path import CONFIGURATION_FILES
from selfcheck.site import Site


class CannotRun(click.ClickException, SelfCheckError):
    """What keeps a command from doing its work, which is not a problem of a question."""

    exit_code = 2


config = click.option(
    "-f",
    "--config-file",
    "config_file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    callback=lambda context, option, file: _given_file(file) if file else _default_file(),
    help=f"The configuration of the site.  [default: the first of {', '.join(CONFIGURATION_FILES)}]",
)


def site_in(config_file: Path) -> Site:
    """The site that is configured there. Raises CannotRun, and ends the command where options are wrong."""
    try:
        return site_of(config_file)
    except ConfigurationUnreadable as error:
        raise CannotRun(str(error)) from error
    except ProblemsFound as error:
        click.echo(str(error), err=True)
        sys.exit(CannotRun.exit_code)


def counted(number: int, noun: str) -> str:
    """A number with its noun, as in "1 file" and "2 files"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _given_file(file: Path) -> Path:
    """The configuration that is named, which has to be there; only where none is named may there be none."""
    if not file.is_file():
        raise CannotRun(f"{file}: No such file or directory; name the right file by --config-file")
    return file


def _default_file() -> Path:
    """The configuration in the working directory; a second one beside it is told."""
    found = found_in(Path())
    if len(found) > 1:
        others = " and ".join(map(str, found[1:]))
        click.echo(f"reading {found[0]}, not {others}; --config-file names another file", err=True)
    return found[0] if found else Path(CONFIGURATION_FILES[0])
