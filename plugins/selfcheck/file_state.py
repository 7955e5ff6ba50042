"""Whether a file is the same as when it was read."""

from __future__ import annotations

from pathlib import Path


def state_of(file: Path) -> tuple[int, int, int]:
    """A value that changes with the file or its permissions; (0, 0, -1) where it cannot be looked at."""
    try:
        status = file.stat()
    except OSError:
        return 0, 0, -1
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size
