"""The command `selfcheck`: check question files, stamp translations, write assets, print the schema."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from selfcheck.configuration import ConfigurationUnreadable, site_of
from selfcheck.errors import ProblemsFound
from selfcheck.frame.assets import write
from selfcheck.options import SettingError
from selfcheck.schema import quiz_schema_text
from selfcheck.site import Site
from selfcheck.translation.stamping import write_stamps

_config = click.option(
    "-f",
    "--config-file",
    "config_file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The configuration of the site.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-selfcheck", message="%(version)s")
def main() -> None:
    """Self-check questions for documentation."""


@main.command()
@click.option("--strict", is_flag=True, help="Fail if a translation is incomplete or out of date.")
@_config
def check(strict: bool, config_file: Path) -> None:
    """Check the question files of a site, without building it.

    What needs the built pages (passages that questions point to, fences in pages) is left to the build. What
    translations lack, and what their originals have changed since, is listed.
    """
    bank = _site(config_file).bank()
    if bank.problems:
        click.echo(str(ProblemsFound(bank.problems)), err=True)
        sys.exit(1)
    for note in bank.notes:
        click.echo(note)
    if strict and bank.notes:
        sys.exit(1)
    click.echo(f"{len(bank.entries)} questions in {len(bank.quizzes)} files: no problems")


@main.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_config
def stamp(files: tuple[Path, ...], config_file: Path) -> None:
    """Stamp translated questions as up to date with their originals: those in FILES, or all.

    A stamp is a short hash of the original's texts. Once these change, `check` and the build say so.
    """
    site = _site(config_file)
    translations = {(site.root / each.path).resolve(): each for each in site.bank().translations}
    for file in files:
        if file.resolve() not in translations:
            raise click.ClickException(f"{file} is no translation; name one in the folders of questions")
    chosen = [translations[file.resolve()] for file in files] or list(translations.values())
    for each in chosen:
        if not each.problems:
            for question in write_stamps(site.root / each.path, each.stamps):
                click.echo(f"{each.path}: {question} stamped")
    if problems := [problem for each in chosen for problem in each.problems]:
        click.echo(str(ProblemsFound(problems)), err=True)
        sys.exit(1)


@main.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@_config
def assets(directory: Path, config_file: Path) -> None:
    """Write the scripts and styles into a built site, for hosts that run no MkDocs plugins."""
    site = _site(config_file)
    for file in write(site.equipment.words_for(site.page_language), directory):
        click.echo(file)


@main.command()
@_config
def schema(config_file: Path) -> None:
    """Print the JSON Schema of question files, with the types of the site that is configured here."""
    types = _site(config_file).equipment.types if config_file.is_file() else None
    click.echo(quiz_schema_text(types), nl=False)


def _site(config_file: Path) -> Site:
    try:
        return site_of(config_file)
    except (ConfigurationUnreadable, SettingError) as error:
        raise click.ClickException(str(error)) from error
