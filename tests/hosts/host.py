"""A program that builds a site, with selfcheck installed beside it from the wheel."""

import json
import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Settings = Mapping[str, Any]
"""What `mkdocs.yml` says, without `site_name` and `site_dir`."""

# One moment for all builds: the sitemap and MkDocs' own theme state when a site was built.
MOMENT = "1790000000"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": MOMENT, "PYTHONUTF8": "1", "NO_COLOR": "1"}

_MANY = """
import importlib, json, sys
cli = importlib.import_module(sys.argv[1] + ".__main__").cli
for arguments in json.load(sys.stdin):
    cli.main(arguments, standalone_mode=False)
"""


@dataclass(frozen=True, slots=True)
class Build:
    """What came of a build: exit status, everything it printed, and the folder of the site."""

    status: int
    output: str
    site: Path

    def page(self, path: str) -> str:
        """The text of a built file."""
        return (self.site / path).read_text("utf-8")

    def checked(self) -> "Build":
        """The same build; fails the test, with all that was printed, if the build failed."""
        assert self.status == 0, self.output
        return self


@dataclass(frozen=True, slots=True)
class Host:
    """One host program at the versions of its lock."""

    name: str
    interpreter: Path

    @property
    def module(self) -> str:
        """What `python -m` runs."""
        return self.name if self.name in ("properdocs", "zensical") else "mkdocs"

    @property
    def runs_plugins(self) -> bool:
        """Whether it runs MkDocs plugins; where not, the extension does it all."""
        return self.name != "zensical"

    def build(self, root: Path, settings: Settings, *, name: str = "", strict: bool = False) -> Build:
        """Build the site whose `docs` and `quizzes` stand in `root`; several builds differ by `name`."""
        name = name or self.name
        config = self.write_settings(root, settings, name)
        options = ["--clean", *(["--strict"] if strict else [])]
        status, output = self.run(root, "-m", self.module, "build", "-f", str(config), *options)
        return Build(status, output, root / f"site-{name}")

    def build_many(self, root: Path, settings: Mapping[str, Settings]) -> dict[str, Build]:
        """Build the same documents once for each named settings, in one process that is started once."""
        arguments = [
            ["build", "--quiet", "--clean", "-f", str(self.write_settings(root, each, name))]
            for name, each in settings.items()
        ]
        status, output = self.run(root, "-c", _MANY, self.module, given=json.dumps(arguments))
        assert status == 0, output
        return {name: Build(status, output, root / f"site-{name}") for name in settings}

    def selfcheck(self, root: Path, *arguments: str) -> tuple[int, str]:
        """Run the command `selfcheck` as installed."""
        return _run([str(self.interpreter.parent / "selfcheck"), *arguments], root)

    def run(self, root: Path, *arguments: str, given: str = "") -> tuple[int, str]:
        """Run the host's Python; returns the exit status and everything it printed."""
        return _run([str(self.interpreter), *arguments], root, given)

    def write_settings(self, root: Path, settings: Settings, name: str) -> Path:
        """The configuration file, with selfcheck where this host reads it."""
        stated = {"site_name": "A foreign site", "site_dir": f"site-{name}", **settings}
        if not self.runs_plugins:
            stated = _without_plugins(stated)
        file = root / f"{name}.yml"
        file.write_text(yaml.safe_dump(stated, sort_keys=False), "utf-8")
        return file


def _without_plugins(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The same wishes for a host that runs no plugins: the extension takes the plugin's options."""
    extensions = list(settings.get("markdown_extensions", ()))
    if "selfcheck" in _names(extensions):
        return dict(settings)
    ours = [each for each in settings.get("plugins", ()) if "selfcheck" in _names([each])]
    extensions += [each if isinstance(each, dict) else {each: {}} for each in ours]
    others = {name: value for name, value in settings.items() if name != "plugins"}
    return {**others, "markdown_extensions": extensions}


def _names(entries: Iterable[Any]) -> list[str]:
    return [name for entry in entries for name in (entry if isinstance(entry, dict) else [entry])]


def _run(command: Sequence[str], folder: Path, given: str = "") -> tuple[int, str]:
    """Run a command with an environment in which nothing points at this checkout."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**kept, **QUIET},
        input=given,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return done.returncode, done.stdout
