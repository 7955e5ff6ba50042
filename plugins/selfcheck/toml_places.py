"""Where the keys of a TOML text stand, which Python's own reader does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

Key = tuple[str, ...]
Place = tuple[int, int]
"""Line and column, from 1."""

_TOKEN = re.compile(
    r"(?P<space>[ \t\r]+|#[^\n]*)"
    r'|(?P<text>"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<sign>[=,\[\]{}.\n])"
    r"|(?P<bare>[^\s\"'#=,\[\]{}.]+)",
    re.DOTALL,
)


def key_places(text: str) -> Iterator[tuple[Key, Place]]:
    """Each key of a text that is TOML, by its path from the root, and where its last part stands."""
    return _Reader(text).statements()


class _Reader:
    """Goes through the tokens of a text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = (match for match in _TOKEN.finditer(text) if match.lastgroup != "space")
        self.tokens = [(match[0], match.start()) for match in found]
        self.at = 0

    @property
    def next(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def statements(self) -> Iterator[tuple[Key, Place]]:
        table: Key = ()
        while self.next:
            if self.next == "\n":
                self.at += 1
            elif self.next == "[":
                while self.next == "[":
                    self.at += 1
                keys = list(self.key(()))
                yield from keys
                table = keys[-1][0] if keys else ()
                while self.next == "]":
                    self.at += 1
                self.skip("\n")
            else:
                yield from self.assignment(table)

    def assignment(self, table: Key) -> Iterator[tuple[Key, Place]]:
        keys = list(self.key(table))
        yield from keys
        if self.next != "=" or not keys:
            self.skip("\n")
            return
        self.at += 1
        if self.next == "{":
            yield from self.inline_table(keys[-1][0])
        else:
            self.skip(",}\n")

    def inline_table(self, table: Key) -> Iterator[tuple[Key, Place]]:
        self.at += 1
        while self.next and self.next != "}":
            if self.next in ",\n":
                self.at += 1
            else:
                yield from self.assignment(table)
        self.at += 1

    def key(self, table: Key) -> Iterator[tuple[Key, Place]]:
        """Each part of a dotted key, as the path that it ends."""
        while self.next and self.next not in "=,[]{}\n":
            part, start = self.tokens[self.at]
            self.at += 1
            if part != ".":
                table = (*table, part.strip("\"'"))
                line = self.text.count("\n", 0, start)
                yield table, (line + 1, start - self.text.rfind("\n", 0, start))

    def skip(self, signs: str) -> None:
        """Go on to one of these signs outside of brackets; to the end of the text where there is none."""
        depth = 0
        while self.next and (depth or self.next not in signs):
            depth += (self.next in "[{") - (self.next in "]}")
            self.at += 1
