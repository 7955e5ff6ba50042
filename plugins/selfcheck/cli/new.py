"""`selfcheck new`: a question to begin with, of any type."""

from __future__ import annotations

from pathlib import Path

import click

from selfcheck.cli.completion import Names
from selfcheck.cli.configured import CannotRun, config, site_in
from selfcheck.cli.scope import stop_if_no_place_in
from selfcheck.drafting.example import NoExample, example, pictures
from selfcheck.drafting.question_file import NotAddable, add_question, question_file
from selfcheck.problems import nearest
from selfcheck.question_types import discover
from selfcheck.site import Site

_TYPE = Names("type", lambda: {name: kind.meaning for name, kind in discover().items()})
"""The types of this package: to know those of a site, a shell would have to run its code."""


@click.command()
@click.argument("type_name", metavar="TYPE", type=_TYPE)
@click.option(
    "--to",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="The question file to add it to; one that is not there is made. - prints it.",
)
@config
def new(type_name: str, file: Path | None, config_file: Path) -> None:
    """Write a question of TYPE to begin with: a whole one, with the meaning of each field above it.

    It is printed as a question file, or added by --to at the end of one, in which nothing else changes. Its
    id is one that the site does not have yet. `selfcheck types` lists the types.
    """
    file = None if file == Path("-") else file
    if file:
        stop_if_no_place_in(file)
    site = site_in(config_file) if config_file.is_file() else Site(Path.cwd(), cache="")
    types = site.equipment.types
    if type_name not in types:
        raise CannotRun(f'there is no type "{type_name}"; {nearest(type_name, types)}')
    try:
        question = example(types[type_name], _taken(site, file), site.require)
        if file is None:
            click.echo(question_file(question), nl=False)
        else:
            is_new = add_question(file, question)
            click.echo(f"{file}: {'made' if is_new else 'one question added'}", err=True)
    except NoExample as error:
        raise CannotRun(str(error)) from error
    except (NotAddable, OSError) as error:
        raise CannotRun(f"{file}: {getattr(error, 'strerror', None) or error}") from error
    for picture in pictures(types[type_name]):
        there = types[type_name].file(picture)
        click.echo(f"it shows {site.docs}/{picture}: put a picture there, {there} for one", err=True)


def _taken(site: Site, file: Path | None) -> frozenset[str]:
    """The ids that questions have already, broken ones too: those of the site, and of the file."""
    bank = site.bank()
    named = frozenset(bank.entries) | bank.broken
    if file is None or not file.is_file():
        return named
    quiz = site.shelf.make_reader().read("new", file, str(file))
    return named | {entry.item.id for entry in quiz.entries} | quiz.broken
