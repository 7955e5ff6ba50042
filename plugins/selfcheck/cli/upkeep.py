"""`selfcheck stamp`, `assets` and `schema`: what a command writes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from selfcheck.cli.configured import config, site_in
from selfcheck.errors import ProblemsFound
from selfcheck.frame.assets import write
from selfcheck.schema import quiz_schema, schema_text, translations_schema
from selfcheck.translation.stamping import write_stamps


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@config
def stamp(files: tuple[Path, ...], config_file: Path) -> None:
    """Stamp translated questions as up to date with their originals: those in FILES, or all.

    A stamp is a short hash of the original's texts. Once these change, `check` and the build say so.
    """
    site = site_in(config_file)
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


@click.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@config
def assets(directory: Path, config_file: Path) -> None:
    """Write the scripts and styles into a built site, for hosts that run no MkDocs plugins."""
    site = site_in(config_file)
    for file in write(site.equipment.assets_for(site.page_language).for_every_type(), directory):
        click.echo(file)


@click.command()
@click.option("--translation", is_flag=True, help="The schema of translations, instead of question files.")
@config
def schema(translation: bool, config_file: Path) -> None:
    """Print the JSON Schema of question files, with the types of the site that is configured here."""
    types = site_in(config_file).equipment.types if config_file.is_file() else None
    printed = translations_schema(types) if translation else quiz_schema(types)
    click.echo(schema_text(printed), nl=False)
