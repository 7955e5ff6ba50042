"""The command `selfcheck`: check question files, stamp translations, write assets, print the schema."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from selfcheck.bank import Bank
from selfcheck.built_site import BuiltSite
from selfcheck.configuration import published_files, site_of
from selfcheck.configuration_file import NAMES, ConfigurationUnreadable, found_in, settings_of
from selfcheck.errors import ProblemsFound
from selfcheck.extension.rehearsal import ExtensionsUnusable, rehearse
from selfcheck.frame.assets import write
from selfcheck.schema import quiz_schema, schema_text, translations_schema
from selfcheck.site import Site
from selfcheck.translation.stamping import write_stamps

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
@click.option("--strict", is_flag=True, help="Fail if a translation is incomplete or out of date.")
@_config
@click.option(
    "--site",
    "built",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="The folder of the built site, to find fences in it that its host ignored.",
)
def check(strict: bool, config_file: Path, built: Path | None) -> None:
    """Check the question files of a site, without building it; with --site, what a build has made of pages.

    Texts are converted with those of the site's Markdown extensions that need no host.
    Passages that questions point to, and questions that no page shows, are left to the build and to --site.
    What translations lack, and what their originals have changed since, is listed.
    """
    site = _site(config_file)
    bank = site.bank()
    published = site.shelf.published(published_files(config_file, site))
    if problems := [*bank.problems, *published]:
        click.echo(str(ProblemsFound(problems)), err=True)
        sys.exit(1)
    _check_texts(site, bank, config_file)
    for note in bank.notes:
        click.echo(note)
    if strict and bank.notes:
        sys.exit(1)
    if not bank.quizzes:
        folders = " or ".join(site.quizzes) or "any folder"
        message = f"{config_file}: there is no question file in {folders}; write one there"
        raise click.ClickException(f"{message}, or name the right folders by the option `quizzes`")
    found = f"{_counted(len(bank.entries), 'question')} in {_counted(len(bank.quizzes), 'file')}"
    if built:
        found += f", {_counted(_check_built(site, bank, built), 'fence')} in {built}"
    click.echo(f"{found}: no problems")


def _check_texts(site: Site, bank: Bank, config_file: Path) -> None:
    """Stop if a page would tell of a text, such as a heading."""
    try:
        problems = rehearse(site, bank, settings_of(config_file).get("markdown_extensions"))
    except ExtensionsUnusable as error:
        click.echo(f"note: what pages make of texts is left to the build: {error}", err=True)
        return
    if problems:
        click.echo(str(ProblemsFound(problems)), err=True)
        sys.exit(1)


def _check_built(site: Site, bank: Bank, folder: Path) -> int:
    """Compare a built site with its pages, and stop if it lacks anything; returns the number of fences."""
    built = BuiltSite(site, bank, folder)
    if built.is_empty:
        raise click.ClickException(f"{folder}: there is no page in this folder; name that of a built site")
    count = built.compare()
    for note in built.notes:
        click.echo(f"note: {note}", err=True)
    if built.problems:
        click.echo(str(ProblemsFound(built.problems)), err=True)
        sys.exit(1)
    return count


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
    for file in write(site.equipment.assets_for(site.page_language).for_every_type(), directory):
        click.echo(file)


@main.command()
@click.option("--translation", is_flag=True, help="The schema of translations, instead of question files.")
@_config
def schema(translation: bool, config_file: Path) -> None:
    """Print the JSON Schema of question files, with the types of the site that is configured here."""
    types = _site(config_file).equipment.types if config_file.is_file() else None
    printed = translations_schema(types) if translation else quiz_schema(types)
    click.echo(schema_text(printed), nl=False)


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
    except ConfigurationUnreadable as error:
        raise click.ClickException(str(error)) from error
    except ProblemsFound as error:
        click.echo(str(error), err=True)
        sys.exit(1)
