"""The command `selfcheck`: begin questions, check them, explain what is found, stamp, write assets."""

from __future__ import annotations

import click

from selfcheck.cli.check import check
from selfcheck.cli.explain import explain, types
from selfcheck.cli.new import new
from selfcheck.cli.stats import stats
from selfcheck.cli.upkeep import assets, schema, stamp


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-selfcheck", message="%(version)s")
def main() -> None:
    """Self-check questions for documentation."""


for _command in (new, check, stats, explain, types, stamp, assets, schema):
    main.add_command(_command)
