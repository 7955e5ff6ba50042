"""The fields of a question file by the names that were meant."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from selfcheck.complaint import Complaint
from selfcheck.problems import certain, closest, nearest
from selfcheck.written_value import is_empty


@dataclass(frozen=True, slots=True)
class FileFields:
    """The fields of a file, those that are misspelt by the names that were meant, too."""

    data: Mapping[str, Any] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    """How each of the latter is written."""

    @classmethod
    def of(cls, data: Mapping[str, Any], names: Collection[str]) -> FileFields:
        """The fields of a file that may have these names."""
        written: dict[str, str] = {}
        for name, value in data.items():
            meant = None if name in names or is_empty(value) else closest(name, names)
            if meant is not None and meant not in data:
                written.setdefault(meant, name)
        return cls({**data, **{meant: data[name] for meant, name in written.items()}}, written)

    def placed(self, complaint: Complaint) -> Complaint | None:
        """A complaint with its path as written; None if it is about a misspelt field itself, which may have
        been meant for another."""
        name = str(complaint.path[0]) if complaint.path else ""
        if name not in self.written:
            return complaint
        path = (self.written[name], *complaint.path[1:])
        return replace(complaint, path=path) if len(path) > 1 else None


def unknown_file_field(field: str, names: Collection[str]) -> Complaint:
    """The complaint about a field of a file that may have these."""
    hint, meant = nearest(field, names), certain(field, names)
    message = f'unknown field "{field}"'
    return Complaint((field,), message, hint, is_about_name=True, fix=meant, code="unknown-field")
