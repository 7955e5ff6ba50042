"""`selfcheck check`: what is wrong with question files, and what is weak."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from selfcheck.bank import Bank
from selfcheck.changes.report import Changes
from selfcheck.checking import Checking, Scope
from selfcheck.cli.configured import CannotRun, config, counted
from selfcheck.cli.progress import shown_progress
from selfcheck.cli.scope import scope_of, stop_if_empty
from selfcheck.mending import Mended, mend
from selfcheck.reports import FORMATS, WITH_CHANGES
from selfcheck.reports.report import Report
from selfcheck.trial_build import TrialImpossible

_MOST_ROUNDS = 5
"""How often files are mended and read again."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--no-lint", is_flag=True, help="Leave out the flaws of questions.")
@click.option("--errors-only", is_flag=True, help="Leave out warnings and notes.")
@click.option("--strict", is_flag=True, help="Let notes count, as of what is not translated yet.")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How problems are written."
)
@click.option("--fix", is_flag=True, help="First mend what needs no author, as misspelt names of fields.")
@click.option("--build", is_flag=True, help="Build the site into a temporary folder, and check its pages.")
@click.option(
    "--since", "rev", metavar="REV", default=None, help="Show also what has changed since a git revision."
)
@config
@click.option(
    "--site",
    "built",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="The folder of the built site, to find fences in it that its host ignored.",
)
def check(
    paths: tuple[Path, ...],
    no_lint: bool,
    errors_only: bool,
    strict: bool,
    form: str,
    fix: bool,
    build: bool,
    rev: str | None,
    config_file: Path,
    built: Path | None,
) -> None:
    """Check the question files of a site, or those in PATHS, without building it.

    A file is parsed and validated, its keys and variants are proven, its texts are converted with those of
    the site's Markdown extensions that need no host, and its questions are searched for flaws. Sections,
    links, pictures and fences are left to --build. PATHS may stand anywhere; without a configuration they are
    read with the defaults of all options.

    Ends with 0 if nothing was found but notes, with 1 if there are problems or warnings (with --strict, also
    for notes), and with 2 if it could not run.
    """
    if rev is not None and form not in WITH_CHANGES:
        raise CannotRun(f"what has changed is told by --format {' or '.join(WITH_CHANGES)}, not {form}")
    mended = _mend(scope_of(paths, config_file)) if fix else []
    scope = scope_of(paths, config_file)
    changes = None if rev is None else _changes(scope, rev)
    checking = Checking(scope, not (no_lint or errors_only), shown_progress, build)
    try:
        problems, unchecked = checking.run(built)
    except TrialImpossible as error:
        raise CannotRun(str(error)) from error
    bank = checking.bank or scope.bank
    if built and checking.built and checking.built.is_empty:
        raise CannotRun(f"{built}: there is no page in this folder; name that of a built site")
    stop_if_empty(scope, bank, config_file)
    checked = _checked(bank, checking, built)
    report = Report(
        scope.site.root,
        tuple(problems),
        checked,
        tuple(unchecked),
        tuple(mended),
        changes,
        lambda: scope.site.equipment.types,
    )
    report = report.errors_only() if errors_only else report
    click.echo(FORMATS[form](report))
    fatal = ("error", "warning", "note") if strict else ("error", "warning")
    sys.exit(1 if report.of(*fatal) else 0)


def _changes(scope: Scope, rev: str) -> Changes:
    """What has changed in the scope since a revision."""
    # A check that is not asked for it does not pay for it.
    from selfcheck.changes.comparison import changes_since
    from selfcheck.changes.revision import RevisionUnreadable, revision
    from selfcheck.sections.pages import SectionsUnreadable

    try:
        since = revision(rev, scope.site.root)
        return changes_since(since, scope.site, scope.extensions, scope.includes, scope.folders)
    except (RevisionUnreadable, SectionsUnreadable) as error:
        raise CannotRun(f"--since: {error}") from error


def _mend(scope: Scope) -> list[Mended]:
    """Mend what can be mended; what was hidden by it is mended next."""
    done: list[Mended] = []
    for _ in range(_MOST_ROUNDS):
        checking = Checking(scope, with_lint=False)
        problems, _ = checking.run()
        try:
            bank = checking.bank or scope.bank
            mended = mend(scope.site.root, problems, {*bank.entries, *bank.broken})
        except OSError as error:
            raise CannotRun(f"{error.filename}: {error.strerror}") from error
        if not mended:
            break
        done += mended
        scope = scope.anew()
    return done


def _checked(bank: Bank, checking: Checking, built: Path | None) -> str:
    """How much was looked at."""
    found = f"{counted(len(bank.entries), 'question')} in {counted(len(bank.quizzes), 'file')}"
    return f"{found}, {counted(checking.fences, 'fence')} in {built}" if built else found
