"""`selfcheck stats`: a bank of questions at a glance."""

from __future__ import annotations

from pathlib import Path

import click

from selfcheck.checking import Checking
from selfcheck.cli.configured import CannotRun, config
from selfcheck.cli.progress import shown_progress
from selfcheck.cli.scope import scope_of, stop_if_empty
from selfcheck.errors import ProblemsFound
from selfcheck.extension.offline import ExtensionsUnusable
from selfcheck.overview.coverage import coverage_of
from selfcheck.overview.forms import FORMS
from selfcheck.overview.overview import overview_of


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(list(FORMS)), default="text", help="How the numbers are written."
)
@config
def stats(paths: tuple[Path, ...], form: str, config_file: Path) -> None:
    """Show the questions of a site, or those in PATHS, at a glance.

    Types, objectives, sections that have no question, where keys stand, how many statements are true, how
    hard the questions are to read, what is translated, and what `selfcheck check` finds.
    """
    scope = scope_of(paths, config_file)
    stop_if_empty(scope, scope.bank, config_file)
    if not (scope.bank.quizzes or scope.bank.translations):
        raise CannotRun(str(ProblemsFound(scope.bank.problems)))
    problems, _ = Checking(scope, progress=shown_progress).run()
    try:
        coverage = None if paths else coverage_of(scope)
    except ExtensionsUnusable as error:
        click.echo(f"the pages are not read: {error}", err=True)
        coverage = None
    click.echo(FORMS[form](overview_of(scope.bank, scope.site.page_language, problems, coverage)))
