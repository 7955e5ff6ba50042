"""Rewrites files of authors: whole or not at all, also by a symbolic link, and never a read-only one."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from selfcheck.cache import write_whole

_ANYBODY_WRITES = 0o222
_BYTE_ORDER_MARK = "\ufeff"


def parted(content: str) -> tuple[str, str]:
    """The byte order mark that a file begins with, or nothing, and its text."""
    text = content.removeprefix(_BYTE_ORDER_MARK)
    return content[: len(content) - len(text)], text


def rewrite(file: Path, content: bytes) -> None:
    """Put this content in the place of a file's. Raises OSError, and leaves the file as it was."""
    target = file.resolve(strict=True)
    if not (target.stat().st_mode & _ANYBODY_WRITES and os.access(target, os.W_OK)):
        raise PermissionError(errno.EACCES, "the file is read-only", str(file))
    if not os.access(target.parent, os.W_OK):
        raise PermissionError(errno.EACCES, "the folder is read-only", str(file.parent))
    write_whole(target, [content], like=target)
