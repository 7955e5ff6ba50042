"""The questions of files as they are written, and the parts in which two states of one differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selfcheck.shared_passages import PASSAGES, Passages
from selfcheck.source import FieldPath, Unreadable, read

Key = tuple[str, str]
"""The id of a question, and of a translated one the file."""


@dataclass(frozen=True, slots=True)
class Written:
    """A question as it stands in a file, valid or not."""

    path: str
    line: int
    fields: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The id, as written."""
        return str(self.fields["id"])

    @property
    def section(self) -> str:
        """The section, as written; empty where there is none."""
        section = self.fields.get("section")
        return section if isinstance(section, str) else ""


def questions_in(path: str, content: bytes) -> dict[Key, Written] | None:
    """The questions of a file that have an id, of twins the first; None where it cannot be read.

    A question has the text of its passage in place of the name.
    """
    try:
        document = read(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, Unreadable):
        return None
    data: Any = document.data
    listed = data.get("questions") if isinstance(data, dict) else None
    passages = Passages.read(data.get(PASSAGES) if isinstance(data, dict) else None)
    found: dict[Key, Written] = {}
    for index, fields in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(fields, dict) and isinstance(fields.get("id"), str):
            line, _ = document.place(("questions", index, "id"))
            found.setdefault(
                (fields["id"], "" if "type" in fields else path),
                Written(path, line, passages.resolve(fields)[0]),
            )
    return found


def differences(before: Any, after: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    """The paths of what differs, as deep as it can be told; of lists of different lengths, the list."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in {**after, **before}:
            if name in before and name in after:
                yield from differences(before[name], after[name], (*path, name))
            else:
                yield (*path, name)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from differences(old, new, (*path, index))
    elif before != after:
        yield path
