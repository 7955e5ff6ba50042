"""The passages of a question file: texts that several of its questions are about, each written once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from selfcheck.checks.emptiness import empty_field
from selfcheck.complaint import Complaint
from selfcheck.model.fields import KEBAB
from selfcheck.problems import closest, nearest
from selfcheck.source import FieldPath
from selfcheck.variants.inline import INLINE
from selfcheck.written_value import NothingInBraces, described, is_empty

PASSAGES, PASSAGE = "passages", "passage"
"""The field of a file that lists them, and that of a question which names one."""


@dataclass
class Passages:
    """The passages of one file, and which of them its questions name."""

    texts: dict[str, str] = field(default_factory=dict)
    """Those that are sound, by name."""
    complaints: list[Complaint] = field(default_factory=list)
    """What is wrong with the list of them, with paths from the root of the file."""
    _names: dict[str, None] = field(default_factory=dict)
    """All of them, sound or not."""
    _empty_lines: dict[str, int] = field(default_factory=dict)
    """How many of them stand in the file above the text of each."""
    _used: set[str] = field(default_factory=set)
    _told: set[str] = field(default_factory=set)
    """Those with a value to be computed that has been told."""

    @classmethod
    def read(cls, data: Any) -> Passages:
        """Those in the field `passages` of a file; `data` is its value, None where there is no such field."""
        passages = cls()
        if data is None or (isinstance(data, str) and is_empty(data)):  # told as any field without a value
            return passages
        if not isinstance(data, dict) or not data:
            found = "nothing" if data == {} else described(data)
            hint = "write `name: |` below the field, and the text below that"
            message = f"names with texts are expected, not {found}"
            passages.complaints.append(Complaint((PASSAGES,), message, hint, code=PASSAGE))
            return passages
        for name, text in data.items():
            passages._names[name] = None
            if (complaint := _fault(name, text)) is not None:
                passages.complaints.append(complaint)
            else:
                passages._empty_lines[name] = len(text) - len(text.lstrip("\n"))
                passages.texts[name] = str(text).strip("\n")
        return passages

    def resolve(self, question: Mapping[str, Any]) -> tuple[dict[str, Any], Complaint | None]:
        """A question as written, with the text of its passage in place of the name, or without the field.

        The complaint is about an unknown name; that a passage is no text has been told where it stands.
        """
        resolved, name = dict(question), question.get(PASSAGE)
        if not isinstance(name, str) or is_empty(name):
            return resolved, None
        if name in self.texts:
            self._used.add(name)
            resolved[PASSAGE] = self.texts[name]
            return resolved, None
        del resolved[PASSAGE]
        meant = name if name in self._names else closest(name, self._names)
        if meant:
            self._used.add(meant)
        return resolved, None if name in self._names else self._unknown(name, meant)

    def _unknown(self, name: str, meant: str | None) -> Complaint:
        hint = "write its text under `passages:` at the top of the file, behind a name, and that name here"
        if self._names:
            hint = nearest(name, self._names)
        message = f"there is no passage {described(name)} in this file"
        return Complaint((PASSAGE,), message, hint, fix=meant, code=PASSAGE)

    def computed(self, name: str) -> Complaint | None:
        """The complaint about a value to be computed in a passage, which only a single question can have.

        It is made once, however many questions name the passage.
        """
        text = self.texts.get(name, "")
        found = INLINE.search(text)
        if found is None or name in self._told:
            return None
        self._told.add(name)
        message = f"nothing is computed in a passage, which several questions share: {found[0]}"
        hint = "write the number itself, or move the text into the stem"
        line = self._empty_lines[name] + text.count("\n", 0, found.start())
        return Complaint((PASSAGES, name), message, hint, line, code=PASSAGE)

    def beyond(self, original: Passages) -> Iterator[Complaint]:
        """Complaints about passages that the original of a translation does not have."""
        for name in self._names.keys() - original._names.keys():
            message = f'the original has no passage "{name}"'
            hint, meant = nearest(name, original._names), closest(name, original._names)
            yield Complaint((PASSAGES, name), message, hint, is_about_name=True, fix=meant)

    def unused(self) -> Iterator[Complaint]:
        """Complaints about passages that no question names, once all questions have been resolved."""
        for name in self.texts.keys() - self._used:
            message = f'no question names the passage "{name}"'
            hint = f"write `passage: {name}` in each question about it, or remove it"
            yield Complaint((PASSAGES, name), message, hint, is_about_name=True, code=PASSAGE)


def _fault(name: str, text: Any) -> Complaint | None:
    path: FieldPath = (PASSAGES, name)
    if isinstance(text, NothingInBraces):
        return empty_field(path, text)
    if not re.fullmatch(KEBAB, name):
        cure = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        message = f"{described(name)} is no name: small letters, digits and single hyphens only"
        hint = f"write {cure}" if cure else "write a few words joined by hyphens"
        return Complaint(path, message, hint, is_about_name=True, fix=cure or None, code=PASSAGE)
    if isinstance(text, str):
        return empty_field(path, text) if is_empty(text) else None
    hint = "write the text behind the name, or below it after `|`"
    return Complaint(path, f"a text is expected, not {described(text)}", hint, code=PASSAGE)
