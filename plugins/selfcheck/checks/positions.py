"""Finds texts that refer to an option by its position, which is meaningless once options are shuffled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from selfcheck.checks.position_words import (
    ANSWER,
    BEFORE_PARTS,
    BEGINNING,
    BETWEEN_LABELS,
    BRACKETED,
    COMBINATION,
    IN_DOUBT,
    LABEL,
    NAMED,
    OF_PLACES,
    OF_SOMETHING,
    OF_TWO,
    OF_VERDICTS,
    PHRASE,
    VERDICT,
    WHOLE_OPTION,
)
from selfcheck.complaint import Complaint
from selfcheck.model.item import Parts
from selfcheck.source import FieldPath

_ELSEWHERE = frozenset({"id", "type", "section", "objective", "passage"})
"""Fields that are not shown beside the options, or that do not speak of them."""

_CODE = re.compile(
    r"^( *)(```+|~~~+).*?^\1\2|(`+)(?!`)(?:(?!\3)[^\n]){2,}\3|\$[^$\n]+\$", re.MULTILINE | re.DOTALL
)
"""Code and formulas; a single letter in backticks may be the name of an option."""

_LABEL = re.compile(LABEL)
_LETTER = re.compile(r"\b[A-H]\b|\b[a-h]\)")
"""What a text has that speaks of an option by its letter alone; a quick search."""

_ARTICLE = re.compile(r"\bA (?!(?:and|or|is|are|was|has|to|in|of|with|times|plus|minus)\b)(?=[a-z])")
_LONGEST_NOUN = 20
"""How many characters before a letter in brackets are looked at."""

_DEFINITION = re.compile(rf"(?i:option|answer|choice|alternative)s?\s+{LABEL}\s*[:.)–-]")
"""A line of the stem that numbers what the question is about."""


def complaints_about_positions(parts: Parts, shuffle_field: str) -> Iterator[Complaint]:
    """A complaint about the first reference to a position in each text; the cure names `shuffle_field`."""
    for path, words, line in positions_named(parts):
        message = f'"{words}" means nothing where options are shuffled'
        yield Complaint(path, message, f"say what the option says, or remove `{shuffle_field}`", line)


def positions_named(parts: Parts) -> Iterator[tuple[FieldPath, str, int]]:
    """Texts that refer to a position; each with the first words that do, and their line (from 0)."""
    texts = list(_texts(parts, ()))
    search = _Search(parts, "\n".join(text for _, text in texts).casefold())
    for path, text in texts:
        if found := search.position_in(path, text):
            yield path, " ".join(found[0].split()), text.count("\n", 0, found.start())


def letters_in_doubt(parts: Parts) -> Iterator[tuple[FieldPath, str]]:
    """Texts with letters that are options or the names of something: "A and C are slow"; each with these."""
    search = _Search(parts, "")
    for path, text in _texts(parts, ()):
        if _LETTER.search(text) and (found := search.in_doubt(_without_code(text))):
            yield path, found


class _Search:
    """Knows the options of a question, and what its texts call by a letter or number for themselves."""

    def __init__(self, parts: Parts, folded: str) -> None:
        """`folded` is all that the texts of the question say, in small letters."""
        self.has_places = any(word in folded for word in OF_PLACES)
        self.has_verdicts = any(word in folded for word in OF_VERDICTS)
        listed = parts.get("options")
        options = list(map(_as_mapping, listed)) if isinstance(listed, list) else []
        self.options = [str(option.get("text") or "").strip() for option in options]
        self.pinned = [option.get("pinned") == "true" for option in options]
        self.labels = {label for place in range(len(self.options)) for label in _labels(place)}
        self.stem = "\n\n".join(str(parts[name]) for name in ("passage", "stem") if parts.get(name))

    @cached_property
    def names_two(self) -> bool:
        """Whether the stem speaks of two things, as of this and that."""
        return bool(re.search(r"\b(?:and|or|than|nor)\b", self.stem))

    @cached_property
    def defines_labels(self) -> bool:
        """Whether the stem numbers what the question is about."""
        return bool(_DEFINITION.search(self.stem))

    @cached_property
    def names(self) -> set[str]:
        """What the texts call by a letter or number for themselves."""
        named = [self.stem, *(option for option in self.options if not _is_combination(option))]
        return {name for text in named for name in _LABEL.findall(_ARTICLE.sub("", text))}

    def position_in(self, path: FieldPath, text: str) -> re.Match[str] | None:
        """The first reference to a position in a text of the question."""
        prose = _without_code(text)
        is_option = path[0] == "options" and len(path) > 1 and path[2:] in ((), ("text",))
        whole = self._about_others(prose.strip().rstrip(".!")) if is_option else None
        if is_option and self._is_pinned(path):
            # What stands last may speak of all that stands above it, and not of one of them.
            return whole if whole and whole.re is not WHOLE_OPTION else self._named(prose)
        if whole:
            return whole
        of_two = OF_TWO.match(prose.rstrip(".!"))
        of_two = None if of_two and self.names_two else of_two
        found = [of_two, *self._phrases(prose), self._bracketed(prose), self._at_beginning(prose)]
        return min((match for match in found if match), key=lambda match: match.start(), default=None)

    def _is_pinned(self, path: FieldPath) -> bool:
        place = path[1]
        return isinstance(place, int) and self.pinned[place]

    def _about_others(self, option: str) -> re.Match[str] | None:
        """An option that says nothing but which of the others hold."""
        combination = COMBINATION.fullmatch(option) if _is_combination(option) else None
        labels = _combined(combination["labels"]) if combination else []
        if combination is None or not self.labels.issuperset(labels):
            return WHOLE_OPTION.fullmatch(option)
        meant = [self.options[_place(label)] for label in labels]
        are_texts = not any(COMBINATION.fullmatch(each) for each in meant)
        # A small "a" in the stem is an article more often than a name.
        are_names = self.names.issuperset(label for label in labels if label != "a")
        return combination if are_texts and not are_names else None

    def _phrases(self, prose: str) -> Iterator[re.Match[str] | None]:
        """What the long patterns find, which are tried only where a word stands that their matches have."""
        if not (self.has_places or self.has_verdicts):
            return
        folded = prose.casefold()
        if self.has_places and any(word in folded for word in OF_PLACES):
            yield self._named(prose)
            yield PHRASE.search(prose)
        if self.has_verdicts and any(word in folded for word in OF_VERDICTS):
            yield self._verdict(prose)

    def _bracketed(self, prose: str) -> re.Match[str] | None:
        """Letters in brackets that neither the stem nor this text gives to something of its own."""
        said = Counter(re.findall(r"\(([A-Ha-h])\)", prose)) if "(" in prose else Counter()
        for match in BRACKETED.finditer(prose) if said else ():
            is_list = any(said[label] > 1 for label in re.findall(r"[A-Ha-h](?=\))", match[0]))
            is_part = BEFORE_PARTS.search(prose[max(0, match.start() - _LONGEST_NOUN) : match.start()])
            if not (is_list or is_part) and self._are_options(match[0]) and not self._are_names(match[0]):
                return match
        return None

    def _at_beginning(self, prose: str) -> re.Match[str] | None:
        """The key of a text that begins with it, or an option of which a sentence speaks."""
        if not _LETTER.search(prose):
            return None
        answer = ANSWER.search(prose)
        if answer and self._are_letters(answer["labels"]):
            return answer
        for match in BEGINNING.finditer(prose) if "![" not in self.stem else ():  # a picture has parts
            bracketed = match["bracketed"] or ""
            is_list = bracketed and prose.count(bracketed.removeprefix("(")) > 1
            if not is_list and self._are_letters(bracketed or match["bare"]):
                return match
        return None

    def in_doubt(self, prose: str) -> str:
        """The letters that a sentence speaks of, and nothing else in the text."""
        for match in IN_DOUBT.finditer(prose):
            rest = _ARTICLE.sub("", prose[: match.start()] + prose[match.end() :])
            if self._are_letters(match["labels"]) and not {*_LABEL.findall(match["labels"])} & {
                *_LABEL.findall(rest)
            }:
                return match["labels"]
        return ""

    def _named(self, prose: str) -> re.Match[str] | None:
        for match in () if self.defines_labels else NAMED.finditer(prose):
            labels = match["labels"] or match["sign"]
            is_value = labels.isdigit() and labels in self.names  # the answer 3, where an option says 3
            is_elsewhere = OF_SOMETHING.match(prose, match.end())
            if self._are_options(labels) and not is_value and not is_elsewhere:
                return match
        return None

    def _verdict(self, prose: str) -> re.Match[str] | None:
        for match in VERDICT.finditer(prose):
            labels = match["object"] or match["subject"] or match["chosen"]
            if self._are_options(labels) and not self._are_names(labels) and not labels.isdigit():
                return match
        return None

    def _are_letters(self, labels: str) -> bool:
        """Whether they are letters of options, and of nothing that the question has named."""
        has_digit = any(map(str.isdigit, labels))
        return not has_digit and self._are_options(labels) and not self._are_names(labels)

    def _are_options(self, labels: str) -> bool:
        found = _LABEL.findall(labels)
        return bool(found) and self.labels.issuperset(found)

    def _are_names(self, labels: str) -> bool:
        return self.names.issuperset(_LABEL.findall(labels))


def _without_code(text: str) -> str:
    """The text with other signs in place of its code and formulas."""
    has_code = "`" in text or "$" in text or "~~~" in text
    return _CODE.sub(lambda code: re.sub(r"[^\n]", "_", code[0]), text) if has_code else text


def _as_mapping(option: Any) -> Mapping[str, Any]:
    """The fields of an option, which may be a text alone; an invalid one has none, and keeps its place."""
    if isinstance(option, str):
        return {"text": option}
    return option if isinstance(option, dict) else {}


def _is_combination(option: str) -> bool:
    """Whether an option names several others, or one alone; a single letter may be what it says."""
    found = COMBINATION.fullmatch(option.rstrip(".!"))
    if found is None:
        return False
    return len(_combined(found["labels"])) > 1 or bool(found["only"] or found["alone"] or found["but"])


def _combined(labels: str) -> list[str]:
    """The labels of an option that names others."""
    return re.findall(r"[A-Za-z]|\d+", BETWEEN_LABELS.sub(" ", labels))


def _labels(place: int) -> tuple[str, ...]:
    """What the option at a place (from 0) may be called."""
    letter = chr(ord("A") + place)
    return str(place + 1), letter, letter.lower()


def _place(label: str) -> int:
    return int(label) - 1 if label.isdigit() else ord(label.upper()) - ord("A")


def _texts(node: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(node, str):
        yield path, str(node)
    elif isinstance(node, dict):
        for name, value in node.items():
            if path or name not in _ELSEWHERE:
                yield from _texts(value, (*path, name))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _texts(value, (*path, index))
