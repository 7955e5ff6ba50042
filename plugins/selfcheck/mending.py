"""Mends what needs no author: misspelt names, ids and sections, and values in another spelling."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from yaml.nodes import Node, ScalarNode

from selfcheck.author_file import parted, rewrite
from selfcheck.complaint import FieldPath
from selfcheck.problems import Problem
from selfcheck.source import Unreadable, compose
from selfcheck.yaml_places import Places, Spot

_ID = "id"


@dataclass(frozen=True, slots=True)
class Mended:
    """A word of a file, at its line and column, and what stands there now."""

    path: str
    line: int
    column: int
    was: str
    now: str


def mend(root: Path, problems: Iterable[Problem], ids: Collection[str]) -> list[Mended]:
    """Mend files below `root` where a problem says what is to stand there; `ids` are those that are taken.

    Left to the author are a name that stands beside it already, the second of two names that mean the same,
    and an id of another question. No other character of a file changes. Raises OSError where a file cannot be
    written.
    """
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.fix is not None and problem.line and problem.column:
            by_file.setdefault(problem.path, []).append(problem)
    return [each for path, found in by_file.items() for each in _mend_file(root, path, found, ids)]


def _mend_file(root: Path, path: str, problems: Iterable[Problem], ids: Collection[str]) -> list[Mended]:
    try:
        mark, text = parted((root / path).read_bytes().decode("utf-8"))
        edits = sorted(set(_edits(text, problems, ids)), key=lambda each: each.start, reverse=True)
    except (OSError, UnicodeDecodeError, Unreadable):
        return []
    mended = text
    for edit in edits:
        mended = mended[: edit.start] + edit.now + mended[edit.end :]
    if not edits or not _differs_there_alone(text, mended, len(edits)):
        return []
    rewrite(root / path, (mark + mended).encode())
    return [Mended(path, each.line, each.column, each.was, each.now) for each in reversed(edits)]


@dataclass(frozen=True, slots=True)
class _Edit:
    """Characters of a text, from the first to the one behind the last, and what takes their place."""

    start: int
    end: int
    line: int
    column: int
    was: str
    now: str


def _edits(text: str, problems: Iterable[Problem], ids: Collection[str]) -> Iterator[_Edit]:
    places = Places(compose(text))
    taken, names = set(ids), set[tuple[FieldPath, str]]()
    for problem in problems:
        position = (problem.line or 0, problem.column or 0)
        spot, now = places.at(position), problem.fix or ""
        if spot is None or spot.start != position or not _is_word(spot.node):
            continue
        if spot.is_name:
            if now in spot.siblings or (spot.path[:-1], now) in names:
                continue
            names.add((spot.path[:-1], now))
        elif _is_id(spot):
            if now in taken:
                continue
            taken.add(now)
        start, end = spot.node.start_mark.index, spot.node.end_mark.index
        yield _Edit(start, end, *position, text[start:end], now)


def _is_id(spot: Spot) -> bool:
    return not spot.is_name and spot.path[-1:] == (_ID,)


def _is_word(node: Node) -> bool:
    """Whether a node is a scalar in one line, in quotes or without."""
    is_in_line = node.start_mark.line == node.end_mark.line
    return isinstance(node, ScalarNode) and node.style in (None, "", "'", '"') and is_in_line


def _differs_there_alone(before: str, after: str, count: int) -> bool:
    """Whether two texts have the same scalars in the same order, but for at most `count` of them."""
    try:
        old, new = list(_scalars(compose(before).root)), list(_scalars(compose(after).root))
    except Unreadable:
        return False
    return len(old) == len(new) and sum(a != b for a, b in zip(old, new, strict=True)) <= count


def _scalars(node: Node | None) -> Iterator[str]:
    if isinstance(node, ScalarNode):
        yield str(node.value)
    elif node is not None:
        for each in node.value:
            for inner in each if isinstance(each, tuple) else (each,):
                yield from _scalars(inner)
