"""`selfcheck import`: questions that were written for mkdocs-quiz or mdbook-quiz."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from selfcheck.cli.configured import CannotRun, counted
from selfcheck.cli.scope import stop_if_no_place_in
from selfcheck.importing.imported import NotImportable
from selfcheck.importing.question_text import imported_from, question_text
from selfcheck.quiz_text import read_quiz


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="The question file to make; without it, or with -, the text is printed.",
)
def import_(file: Path, target: Path | None) -> None:
    """Make a question file of FILE: a page with `<quiz>` elements of mkdocs-quiz, or TOML of mdbook-quiz.

    What needs a hand is told line by line on standard error. Ends with 1 if a question was left out, and with
    2 if there is nothing to import.
    """
    target = None if target == Path("-") else target
    if target:
        stop_if_no_place_in(target)
    if target and target.exists():
        raise CannotRun(f"{target} is there already; name a file that is not, and put the two together")
    try:
        imported = imported_from(file)
    except (NotImportable, OSError) as error:
        raise CannotRun(f"{file}: {getattr(error, 'strerror', None) or error}") from error
    for remark in sorted(imported.remarks, key=lambda remark: remark.line):
        click.echo(f"{file}:{remark.line}: {remark.message}", err=True)
    if not imported.questions:
        raise CannotRun(
            f"{file}: no question is imported; see above"
            if imported.remarks
            else f"{file}: it has no question"
        )
    text = question_text(imported, file.stem)
    shown = str(target or "(printed)")
    for problem in read_quiz(file.stem, shown, text).problems:
        click.echo(str(problem), err=True)
    if target is None:
        click.echo(text, nl=False)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    left_out = sum(remark.is_left_out for remark in imported.remarks)
    click.echo(f"{counted(len(imported.questions), 'question')} imported, {left_out} left out", err=True)
    sys.exit(1 if left_out else 0)
