"""`selfcheck explain` and `selfcheck types`: what a code means, and which types there are."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path

import click

from selfcheck.catalogue import codes, explanation
from selfcheck.cli.completion import Names
from selfcheck.cli.configured import CannotRun, config, site_in
from selfcheck.problems import nearest
from selfcheck.question_types import QuestionType, discover
from selfcheck.question_types.registry import OWN

_CODE = Names("code", lambda: {code: explanation(code).says for code in codes()})


@click.command()
@click.argument("code", required=False, type=_CODE)
@click.option("--list", "listed", is_flag=True, help="List every code in a line.")
@config
def explain(code: str | None, listed: bool, config_file: Path) -> None:
    """Say what CODE means, as it stands in brackets behind a problem: why, who says so, bad and good."""
    if listed or code is None:
        for each in codes():
            click.echo(f"{each:26}{explanation(each).says}")
        return
    if code in codes():
        told = explanation(code)
        for text in (code, told.says, told.reason, f"Source: {told.source}"):
            click.echo(textwrap.fill(text, 88) + "\n")
        click.echo(
            f"Bad:\n\n{textwrap.indent(told.bad, '    ')}\nGood:\n\n{textwrap.indent(told.good, '    ')}",
            nl=False,
        )
        return
    known = _types(config_file)
    if code not in known:
        raise CannotRun(f'there is no code "{code}"; {nearest(code, [*codes(), *known])}')
    kind = known[code]
    click.echo(f"A question of the type {code} contradicts itself. {kind.meaning}\n")
    click.echo(
        f"Messages of this type alone: the guide, at the end of authoring/{code}.md"
        if kind.folder.parent == OWN
        else f"Messages of this type alone: the checks in {kind.file('model.py')}"
    )
    click.echo("Messages that several types share: the guide, authoring/problems.md")


@click.command()
@config
def types(config_file: Path) -> None:
    """List the types of question, with those of the site that is configured here."""
    known = _types(config_file)
    width = max(map(len, known)) + 2
    for name, kind in known.items():
        click.echo(f"{name:{width}}{kind.meaning}")


def _types(config_file: Path) -> Mapping[str, QuestionType]:
    """All types by name, with those of the site that is configured there, if one is."""
    return site_in(config_file).equipment.types if config_file.is_file() else discover()
