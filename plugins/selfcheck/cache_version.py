"""A cache for one version of what decides its values, beside those for others, of which few stay."""

from __future__ import annotations

import hashlib
import os
import re
import time
from contextlib import suppress
from pathlib import Path

from selfcheck.cache import SUFFIX, Cache

MOST_KEPT = 4
"""How many files of a kind stay: sites build with several hosts, versions of Python and sets of options."""

_LEFT_BEHIND_S = 24 * 60 * 60
"""After this time, no build is still writing a temporary file."""


class CacheVersion(Cache):
    """A cache that is valid for one `basis`, whose hash stands in the name of its file behind the `kind`.

    Each use makes its file the newest. When a new one is made, all of its kind but the `MOST_KEPT` newest are
    removed; a build whose file is gone reads the questions anew. Other files are left alone.
    """

    def __init__(self, folder: Path, kind: str, basis: str) -> None:
        super().__init__(folder / f"{kind}.{hashlib.sha256(basis.encode()).hexdigest()[:12]}{SUFFIX}")
        self._kind = kind

    def save(self, *, keeps_unused: bool = False) -> None:
        """Write the file as any cache does, and remove the oldest of its kind if it is new."""
        is_new = not os.path.exists(self.file)  # which fails over no path
        super().save(keeps_unused=keeps_unused)
        with suppress(OSError):  # there may be nothing to keep, or another build may have removed the file
            os.utime(self.file)
            if is_new:
                _remove_oldest(self.file.parent, self._kind)


def _remove_oldest(folder: Path, kind: str) -> None:
    name = re.compile(rf"{kind}\.[0-9a-f]{{12}}\.(?:lines|json)(?P<temporary>\.[0-9a-f]{{32}}\.tmp)?")
    whole: list[tuple[float, Path]] = []
    for file in folder.glob(f"{kind}.*"):
        with suppress(OSError):  # another build may remove it too, and Windows removes none that is open
            if found := name.fullmatch(file.name):
                changed = file.stat().st_mtime
                if not found["temporary"]:
                    whole.append((changed, file))
                elif time.time() - changed > _LEFT_BEHIND_S:
                    file.unlink()
    for _, file in sorted(whole, reverse=True)[MOST_KEPT:]:
        with suppress(OSError):
            file.unlink()
