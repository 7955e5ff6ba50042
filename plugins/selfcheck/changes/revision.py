"""A revision of a git repository: which files it has below some folders, and what stands in them."""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from selfcheck.errors import SelfCheckError

_LINK = "120000"
_FILES = ("100644", "100755", _LINK)
"""The modes of what has a text; a link has the path that it leads to."""


class RevisionUnreadable(SelfCheckError):
    """There is no git here, no repository, or no such revision in it."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision by the name that was given for it, and the top folder of its repository."""

    name: str
    commit: str
    top: Path

    def texts(self, files: Iterable[Path]) -> dict[Path, bytes]:
        """The content of each of these files that the revision has; folders stand for all that is below them.

        Raises RevisionUnreadable.
        """
        meant = {self._inside(file): file for file in files}
        listed = self._listed([path for path in meant if path])
        contents = self._contents({blob for _, blob in listed.values()})
        found: dict[Path, bytes] = {}
        for path, (mode, blob) in listed.items():
            if mode == _LINK:
                target = posixpath.normpath(
                    posixpath.join(posixpath.dirname(path), os.fsdecode(contents[blob]))
                )
                blob = listed[target][1] if target in listed else ""
            if blob:
                found[self._outside(path, meant)] = contents[blob]
        return found

    def _inside(self, file: Path) -> str:
        """The path of a file from the top of the repository; empty where it stands outside."""
        path = Path(os.path.realpath(file.parent), file.name)
        return path.relative_to(self.top).as_posix() if path.is_relative_to(self.top) else ""

    def _outside(self, path: str, meant: dict[str, Path]) -> Path:
        """The file of a path, as it was asked for."""
        if path in meant:
            return meant[path]
        for asked, file in meant.items():
            if asked and (path == asked or path.startswith(f"{asked}/") or asked == "."):
                return file / (path if asked == "." else path[len(asked) + 1 :])
        return self.top / path

    def _listed(self, paths: list[str]) -> dict[str, tuple[str, str]]:
        """Mode and name of the content of every file at or below these paths."""
        if not paths:
            return {}
        listed = {}
        for line in _git(self.top, "ls-tree", "-r", "-z", self.commit, "--", *paths).split(b"\0"):
            head, _, path = line.partition(b"\t")
            mode, _, blob = head.decode("ascii").partition(" ")
            if mode in _FILES:
                listed[os.fsdecode(path)] = (mode, blob.rpartition(" ")[2])
        return listed

    def _contents(self, blobs: set[str]) -> dict[str, bytes]:
        """The contents of these names."""
        names = sorted(blobs)
        out = _git(self.top, "cat-file", "--batch", said="".join(f"{name}\n" for name in names).encode())
        found, at = {}, 0
        for name in names:
            end = out.index(b"\n", at)
            size = out[at:end].rpartition(b" ")[2]
            if not size.isdigit():  # a clone without this content
                raise RevisionUnreadable(f'the clone lacks files of "{self.name}"; fetch them with git')
            found[name] = out[end + 1 : end + 1 + int(size)]
            at = end + 2 + int(size)
        return found


def revision(name: str, folder: Path) -> Revision:
    """A revision of the repository that a folder stands in, by any name that git knows.

    Raises RevisionUnreadable.
    """
    top = _said(folder, "rev-parse", "--show-toplevel")
    if top is None:
        raise RevisionUnreadable(f"{folder} stands in no git repository that can be read here")
    commit = (
        None
        if name.startswith("-")
        else _said(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    )
    if commit is None:
        if _said(folder, "rev-parse", "--is-shallow-repository") == "true":
            cure = "fetch the history, as by `git fetch --unshallow`, or `fetch-depth: 0` in a job of GitHub"
            raise RevisionUnreadable(f'this clone is shallow and does not have the revision "{name}"; {cure}')
        raise RevisionUnreadable(f'git knows no revision "{name}"; name a branch, a tag or a commit')
    return Revision(name, commit, Path(os.path.realpath(top)))


def _said(folder: Path, *command: str) -> str | None:
    """What git answers, without the line break; None where it refuses."""
    try:
        return os.fsdecode(_git(folder, *command)).removesuffix("\n")
    except _Refused:
        return None


class _Refused(RevisionUnreadable):
    """Git has ended with an error."""


def _git(folder: Path, *command: str, said: bytes = b"") -> bytes:
    try:
        done = subprocess.run(["git", *command], cwd=folder, input=said, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise RevisionUnreadable("git is not installed here, and only git knows what was before") from error
    if done.returncode:
        words = os.fsdecode(done.stderr).strip().splitlines() or ["no reason given"]
        raise _Refused(f"git {command[0]} refuses: {words[0]}")
    return done.stdout
