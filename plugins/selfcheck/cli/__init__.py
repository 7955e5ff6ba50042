"""The command `selfcheck`: begin questions, check them, explain what is found, stamp, write assets."""

from __future__ import annotations

import errno
from importlib import import_module

import click

from selfcheck.errors import SelfCheckError

_MODULES = {
    "new": "new",
    "check": "check",
    "stats": "stats",
    "preview": "preview",
    "import": "import_",
    "explain": "explain",
    "types": "explain",
    "stamp": "stamp",
    "assets": "upkeep",
    "schema": "upkeep",
}
"""The module of each command, in the order in which they are listed."""


class _Refused(click.ClickException, SelfCheckError):
    """The system does not let a command read or write."""

    exit_code = 2


class _Commands(click.Group):
    """Commands of which only the one that runs is loaded: loading all takes longer than most checks."""

    def invoke(self, ctx: click.Context) -> object:
        """A disk that is full, or a folder that nobody may write, is no mistake of this program."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader of a pipe has seen enough
                raise
            place = f"{error.filename}: " if error.filename else ""
            raise _Refused(f"{place}{error.strerror or error}") from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"{__name__}.{_MODULES[cmd_name]}")
        command: click.Command = getattr(module, _MODULES[cmd_name] if cmd_name == "import" else cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-selfcheck", message="%(version)s")
def main() -> None:
    """Self-check questions for documentation."""
