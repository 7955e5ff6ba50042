"""`selfcheck assets` and `schema`: write what hosts without plugins, and editors, need."""

from __future__ import annotations

import re
from pathlib import Path

import click

from selfcheck.cli.configured import config, site_in
from selfcheck.frame.assets import write
from selfcheck.frame.names import FOLDER
from selfcheck.frame.words import languages
from selfcheck.schema import quiz_schema, schema_text, translations_schema


@click.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@config
def assets(directory: Path, config_file: Path) -> None:
    """Write the scripts and styles into a built site, for hosts that run no MkDocs plugins."""
    site = site_in(config_file)
    needed = {asset.path: asset for asset in site.equipment.assets_for(site.page_language).for_every_type()}
    if missing := _loaded_below(directory).difference(needed):
        for language in languages():
            offered = {each.path: each for each in site.equipment.assets_for(language).for_every_type()}
            # A script loads others that no page names.
            needed |= offered if missing.intersection(offered) else {}
    for file in write(needed.values(), directory):
        click.echo(file)


def _loaded_below(folder: Path) -> set[str]:
    """The paths of the scripts and styles that the pages in a folder name."""
    pages = (file.read_text("utf-8", errors="replace") for file in folder.rglob("*.html"))
    return {path for page in pages for path in re.findall(rf"{FOLDER}/[\w.-]+", page)}


@click.command()
@click.option("--translation", is_flag=True, help="The schema of translations, instead of question files.")
@config
def schema(translation: bool, config_file: Path) -> None:
    """Print the JSON Schema of question files, with the types of the site that is configured here."""
    types = site_in(config_file).equipment.types if config_file.is_file() else None
    printed = translations_schema(types) if translation else quiz_schema(types)
    click.echo(schema_text(printed), nl=False)
