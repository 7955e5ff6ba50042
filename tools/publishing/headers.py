"""The headers of a built site, by the paths of its files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.publishing.policy import policy

FOR_A_YEAR = "public, max-age=31536000, immutable"
_NAMED_AFTER_ITS_CONTENT = re.compile(r"\.[0-9a-f]{8}\.")
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def headers(folder: Path) -> Mapping[str, str]:
    """What is sent with every file of the site."""
    return {"Content-Security-Policy": policy(folder), **_ALWAYS}


def kept_for_a_year(folder: Path) -> list[str]:
    """Files whose names change with their content, from the site's folder; `*` stands for all below."""
    return sorted(_kept(folder, folder))


def _kept(folder: Path, root: Path) -> Iterator[str]:
    """A folder as a whole where every file in it is kept, else those of its files and folders that are."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    if files and all(map(_is_named_after_its_content, files)):
        yield f"{folder.relative_to(root).as_posix()}/*"
        return
    for each in folder.iterdir():
        if each.is_dir():
            yield from _kept(each, root)
        elif _is_named_after_its_content(each):
            yield each.relative_to(root).as_posix()


def _is_named_after_its_content(file: Path) -> bool:
    return _NAMED_AFTER_ITS_CONTENT.search(file.name) is not None
