"""Damages sound question files, as text and as data, and the pages that show them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from selfcheck.source import Data, FieldPath, read
from selfcheck.written_value import Plain
from tests.pages.cases import AROUND, FOUND, SAMPLES
from tests.selfcheck.cases import all_accepted, quiz_of
from tests.selfcheck.fuzz import odd

PAGE = "```quiz\nquiz\n```\n"
"""A page that shows every question of the file."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A question file, and a page that shows the quiz of the name `quiz`; one of the two is damaged."""

    file: str
    page: str = PAGE


def specimen(seed: int) -> Specimen:
    """The specimen with this number: the same on every machine and in every run."""
    random = Random(seed)
    if seed % 50 == 0:
        return Specimen(_noise(random))
    if seed % 5 == 1:
        return Specimen(quiz_of(random.choice(_questions())), _damaged_page(random))
    if seed % 5 in (2, 3):
        return Specimen(_damaged_data(random))
    return Specimen(_damaged_text(random.choice(_files()), random))


@cache
def _questions() -> list[str]:
    return [case.question for case in all_accepted()]


@cache
def _files() -> list[str]:
    return [quiz_of(question) for question in _questions()]


def _noise(random: Random) -> str:
    """Characters of any kind, and signs of YAML among them."""
    signs = [
        chr(random.choice((random.randrange(128), random.randrange(0x3000), 0x1F642))) for _ in range(60)
    ]
    return "".join(
        random.choice((random.choice(signs), random.choice(odd.SLIPS))) for _ in range(random.randrange(90))
    )


def _damaged_text(text: str, random: Random) -> str:
    """A text after one to four slips."""
    for _ in range(random.randint(1, 4)):
        change = random.choice(
            (_cut, _insert, _insert, _repeat, _lose_line, _double_line, _swap_lines, _move_line)
        )
        text = change(text, random)
    return text


def _cut(text: str, random: Random) -> str:
    start = random.randint(0, len(text))
    return text[:start] + text[start + random.randint(1, 30) :]


def _insert(text: str, random: Random) -> str:
    start = random.randint(0, len(text))
    return text[:start] + random.choice((random.choice(odd.SLIPS), str(odd.scalar(random)))) + text[start:]


def _repeat(text: str, random: Random) -> str:
    start = random.randint(0, len(text))
    return text[:start] + text[start : start + random.randint(1, 40)] * 2 + text[start:]


def _lose_line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    lines[random.randrange(len(lines))] = ""
    return "".join(lines)


def _double_line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = random.randrange(len(lines))
    return "".join([*lines[:at], lines[at], *lines[at:]])


def _swap_lines(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    first, second = random.randrange(len(lines)), random.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return "".join(lines)


def _move_line(text: str, random: Random) -> str:
    """Indent a line by more or by less."""
    lines = text.splitlines(keepends=True) or [""]
    at = random.randrange(len(lines))
    lines[at] = random.choice(
        (" " + lines[at], "  " + lines[at], "\t" + lines[at], lines[at].lstrip(" "), lines[at][1:])
    )
    return "".join(lines)


def _damaged_data(random: Random) -> str:
    """A file whose values, at one to three places, are others than are due."""
    data: Any = read(random.choice(_files())).data
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        if places := list(_places(data, ())):
            _change(data, random.choice(places), random)
    return "\n".join(written(data)) + "\n"


def _places(node: Data, path: FieldPath) -> Iterator[FieldPath]:
    if path:
        yield path
    steps: Any = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, child in steps:
        yield from _places(child, (*path, step))


def _change(data: Any, path: FieldPath, random: Random) -> None:
    *outer, last = path
    holder = data
    for step in outer:
        holder = holder[step]
    old = holder[last]
    kind = random.randrange(10)
    if kind == 0:
        del holder[last]
    elif kind == 1:
        holder[last] = [old, odd.value(random)]
    elif kind == 2:
        holder[last] = {str(odd.scalar(random)) if random.random() < 0.5 else "text": old}
    elif kind == 3:
        holder[last] = odd.nested(old, random.choice((1, 2, 50)), random)
    elif kind == 4:
        holder[last] = _elsewhere(random)
    elif kind == 5 and isinstance(old, str):
        damaged = _damaged_text(old, random)
        holder[last] = Plain(damaged) if isinstance(old, Plain) else damaged
    elif kind == 6 and isinstance(holder, list):
        most = 60 if len(path) > 2 else 3  # a few questions, since each may take its time
        holder.extend([old] * random.choice((1, 2, most)))
    elif kind == 6:
        holder[str(odd.scalar(random)) if random.random() < 0.5 else f"{last}x"] = old
    else:
        holder[last] = odd.value(random)


def _elsewhere(random: Random) -> Data:
    """A value of another question, such as a list of options where a number is due."""
    node: Any = read(random.choice(_files())).data
    for step in random.choice(list(_places(node, ()))):
        node = node[step]
    return node  # type: ignore[no-any-return]


def written(node: Data, margin: str = "") -> Iterator[str]:
    """The lines of a value in YAML, texts of several lines as literal blocks."""
    if isinstance(node, dict) and node:
        for name, value in node.items():
            yield from _after(f"{margin}{json.dumps(name, ensure_ascii=False)}:", value, margin)
    elif isinstance(node, list) and node:
        for value in node:
            yield from _after(f"{margin}-", value, margin)
    else:
        yield margin + _scalar(node)


def _after(start: str, value: Data, margin: str) -> Iterator[str]:
    if isinstance(value, dict | list) and value:
        yield start
        yield from written(value, f"{margin}  ")
    elif isinstance(value, str) and _is_literal(value):
        yield f"{start} |-"
        yield from (f"{margin}  {line}" if line else "" for line in value.rstrip("\n").split("\n"))
    else:
        yield f"{start} {_scalar(value)}"


def _is_literal(value: str) -> bool:
    lines = value.split("\n")
    return (
        not isinstance(value, Plain)
        and len(lines) > 1
        and lines[0][:1] not in ("", " ")
        and all(map(str.isprintable, lines))
    )


def _scalar(value: Data) -> str:
    return str(value) if isinstance(value, Plain) else json.dumps(value, ensure_ascii=False)


def _damaged_page(random: Random) -> str:
    """A page with fences in whatever may hold one, after some slips."""
    pages = [*(page for page, _ in AROUND.values()), *FOUND.values(), *(page for page, _ in SAMPLES.values())]
    page = "\n\n".join(random.choice(pages) for _ in range(random.randint(1, 3)))
    body = random.choice(
        ("quiz", "quiz", "quiz: quiz", "quiz: quiz\nonly: [x]", "only: quiz", "{quiz: quiz, as: sheet}")
    )
    lines = body.replace("\n", "; ").split("; ")
    page = page.replace("WORD", "quiz").replace(
        "NAME", random.choice((lines[0], str(odd.scalar(random)).split("\n")[0]))
    )
    return _damaged_text(page, random)
