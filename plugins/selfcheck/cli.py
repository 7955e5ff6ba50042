"""The command `selfcheck`: check question files, write assets, print the schema."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from selfcheck.configuration import site_of
from selfcheck.configuration_file import NAMES, ConfigurationUnreadable, found_in
from selfcheck.errors import ProblemsFound
from selfcheck.frame.assets import write
from selfcheck.options import SettingError
from selfcheck.schema import quiz_schema_text
from selfcheck.site import Site

_config = click.option(
    "-f",
    "--config-file",
    "config_file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    callback=lambda context, option, file: file or _default_file(),
    help=f"The configuration of the site.  [default: the first of {', '.join(NAMES)}]",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-selfcheck", message="%(version)s")
def main() -> None:
    """Self-check questions for documentation."""


@main.command()
@_config
def check(config_file: Path) -> None:
    """Check the question files of a site, without building it.

    What needs the built pages (passages that questions point to, fences in pages) is left to the build.
    """
    site = _site(config_file)
    bank = site.bank()
    if bank.problems:
        click.echo(str(ProblemsFound(bank.problems)), err=True)
        sys.exit(1)
    if not bank.quizzes:
        folders = " or ".join(site.quizzes) or "any folder"
        message = f"{config_file}: there is no question file in {folders}; write one there"
        raise click.ClickException(f"{message}, or name the right folders by the option `quizzes`")
    found = f"{_counted(len(bank.entries), 'question')} in {_counted(len(bank.quizzes), 'file')}"
    click.echo(f"{found}: no problems")


@main.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@_config
def assets(directory: Path, config_file: Path) -> None:
    """Write the scripts and styles into a built site, for hosts that run no MkDocs plugins."""
    for file in write(_site(config_file).equipment.assets.for_every_type(), directory):
        click.echo(file)


@main.command()
@_config
def schema(config_file: Path) -> None:
    """Print the JSON Schema of question files, with the types of the site that is configured here."""
    types = _site(config_file).equipment.types if config_file.is_file() else None
    click.echo(quiz_schema_text(types), nl=False)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _default_file() -> Path:
    """The configuration in the working directory; a second one beside it is told."""
    found = found_in(Path())
    if len(found) > 1:
        others = " and ".join(map(str, found[1:]))
        click.echo(f"reading {found[0]}, not {others}; --config-file names another file", err=True)
    return found[0] if found else Path(NAMES[0])


def _site(config_file: Path) -> Site:
    try:
        return site_of(config_file)
    except (ConfigurationUnreadable, SettingError) as error:
        raise click.ClickException(str(error)) from error
