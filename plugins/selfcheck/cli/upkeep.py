"""`selfcheck assets` and `schema`: write what hosts without plugins, and editors, need."""

from __future__ import annotations

from pathlib import Path

import click

from selfcheck.cli.configured import config, site_in
from selfcheck.frame.assets import write
from selfcheck.schema import quiz_schema, schema_text, translations_schema


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
