"""Draws the variants of a question, and proves each of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from selfcheck.complaint import Complaint
from selfcheck.expressions import ExpressionError, Functions, read_expression
from selfcheck.model.fields import Model
from selfcheck.model.variation import Drawn
from selfcheck.source import Path
from selfcheck.variants.variant import INLINE, Drawing, Inline, Variant, combinations
from selfcheck.variants.varied import Varied

USUAL_VARIANTS = 12
MOST_PLACES = 99
MOST_FORMULAS = 100_000
"""So many are computed for one question at most, whatever its author asks for."""


@dataclass(frozen=True, slots=True)
class ValueInText:
    """A value in a text: as written, and where it is first met, with its line from 0."""

    written: str
    inline: Inline
    path: Path
    line: int


def draw(item: Varied, functions: Functions) -> list[Complaint]:
    """Give the item its variants; where that fails, everything that stands in the way."""
    places = list(_places(item))
    if complaints := list(_unsound(item, places, functions)):
        return complaints
    drawer = _Drawer(item, places if item.parameters else [], functions)
    complaints = drawer.draw()
    if not complaints:
        item.take(drawer.drawing())
    return complaints


def _places(item: Varied) -> Iterator[ValueInText]:
    """The values in the item's texts, each written form once, those of the stem first."""
    met: set[str] = set()
    for path, text in sorted(_texts_of(item, ()), key=lambda each: each[0] != ("stem",)):
        for number, line in enumerate(text.split("\n")):
            for match in INLINE.finditer(line):
                if match[0] not in met:
                    met.add(match[0])
                    yield ValueInText(match[0], Inline.parse(match[1]), path, number)


def _texts_of(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Model):
        for name, field in type(value).model_fields.items():
            yield from _texts_of(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _texts_of(each, (*path, index))
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from _texts_of(each, (*path, name))


def _unsound(item: Varied, places: list[ValueInText], functions: Functions) -> Iterator[Complaint]:
    """What can be told before anything is drawn."""
    formulas = [(path, formula, None) for path, formula in item.formulas()]
    used: set[str] = set()
    lacking: dict[str, None] = {}
    is_asked_for = bool(item.where or item.variants)
    for path, formula, line in (*formulas, *((p.path, p.inline.formula, p.line) for p in places)):
        try:
            expression = read_expression(formula)
        except ExpressionError as error:
            if item.parameters:
                yield _in_formula(error.complaint, formula, path, line)
            continue
        used.update(name for name, _ in expression.names)
        if not item.parameters and (expression.names or line is not None):
            lacking |= dict.fromkeys(name for name, _ in expression.names)
            is_asked_for = True
            continue
        for complaint in expression.complaints(item.parameters, functions):
            yield complaint.within(path) if line is None else _in_formula(complaint, formula, path, line)
    if is_asked_for and not item.parameters:
        names = f"values for {', '.join(lacking)}" if lacking else "what differs from variant to variant"
        hint = f"add `parameters:` with {names}, or use numbers alone"
        yield Complaint(("parameters",), '"parameters" is missing', hint)
    for name in item.parameters.keys() - used:
        yield Complaint(("parameters", name), f'nothing uses "{name}"', f"remove it, or show it by [={name}]")
    if len(places) > MOST_PLACES:
        message = f"{len(places)} different values in one question"
        yield Complaint(("parameters",), message, f"keep it below {MOST_PLACES + 1}")


class _Drawer:
    """Goes through combinations until there are enough variants, and gathers what fails."""

    def __init__(self, item: Varied, places: list[ValueInText], functions: Functions) -> None:
        self.item, self.places, self.functions = item, places, functions
        self.wanted = (item.variants or USUAL_VARIANTS) if item.parameters else 1
        self.drawn: dict[str, Drawn] = {}
        self.names: list[str] = []
        self.computed = 0
        self.failures: dict[tuple[Path, int | None, str], list[Complaint]] = {}

    def draw(self) -> list[Complaint]:
        """Draw, and return what is wrong; nothing is, where there are enough variants and all are proven."""
        failed = 0
        for values in combinations(self.item.id, self.item.parameters):
            variant = Variant(values, self.functions)
            complaints = list(self.complaints(variant))
            for each in complaints:
                self.failures.setdefault((each.path, each.line_in_text, each.hint), []).append(each)
            failed += bool(complaints)
            if len(self.drawn) + failed >= self.wanted or self.computed > MOST_FORMULAS:
                break
        if self.failures:
            return [_together(failures) for failures in self.failures.values()]
        enough = self.item.variants or min(2, self.wanted)
        return [] if len(self.drawn) >= enough else [self.too_few()]

    def complaints(self, variant: Variant) -> Iterator[Complaint]:
        """Keep the variant if it is one, and sound; else tell why."""
        for path, formula in self.item.formulas():
            self.computed += 1
            try:
                value = variant.value(formula)
            except ExpressionError as error:
                yield variant.with_parameters(error.complaint).within(path)
                return
            if path[0] == "where" and not isinstance(value, bool):
                hint = "compare it with something, as in `k < h`"
                yield variant.with_parameters(Complaint(path, f"{value!r} is no condition", hint))
                return
            if path[0] == "where" and not value:
                return
        shown: list[str] = []
        for place in self.places:
            try:
                shown.append(variant.inline(place.inline))
            except ExpressionError as error:
                message = variant.said(f"{place.written}: {error.complaint.message}")
                yield Complaint(place.path, message, error.complaint.hint, place.line)
        complaints = list(self.item.proof(variant))
        yield from complaints
        if len(shown) == len(self.places) and not complaints:
            self.keep(variant, shown)

    def keep(self, variant: Variant, shown: list[str]) -> None:
        """Keep it unless one that looks and counts the same is kept already."""
        own = self.item.shown_of(variant)
        self.names = list(own)
        drawn = Drawn(self.item.key_of(variant), (*shown, *own.values()))
        self.drawn.setdefault(repr(drawn), drawn)

    def too_few(self) -> Complaint:
        """The complaint about ranges that are too narrow, or conditions that are too strict."""
        count = len(self.drawn)
        path: Path = ("variants",) if self.item.variants else ("parameters",)
        wanted = f"{self.item.variants} are asked for" if self.item.variants else "two are the least"
        cure = "widen the parameters, or loosen `where`"
        if self.item.variants and count > 1:
            cure = f"write `variants: {count}`, or {cure}"
        some = (
            "no variant" if not count else f"{count} variant" if count == 1 else f"{count} different variants"
        )
        return Complaint(path, f"there {'is' if count < 2 else 'are'} {some}, {wanted}", cure)

    def drawing(self) -> Drawing:
        """What was drawn."""
        variants = tuple(self.drawn.values())
        names = [*(place.written for place in self.places), *self.names]
        if not self.item.parameters:
            return Drawing(variants, dict.fromkeys(names, ""))
        prefix = _prefix(self.item)
        words = {name: f"{prefix}{index:03}" for index, name in enumerate(names)}
        return Drawing(variants, words, sum(place.path == ("stem",) for place in self.places))


def _in_formula(complaint: Complaint, formula: str, path: Path, line: int | None) -> Complaint:
    """A complaint about a formula, which its message names, in a line of the text at `path`."""
    return Complaint(path, f"[={formula}]: {complaint.message}", complaint.hint, line)


def _together(failures: list[Complaint]) -> Complaint:
    """The first of the failures of one place, with the number of the others."""
    first, *others = failures
    if not others or not first.message.startswith("with "):
        return first
    more = f"{first.message} (and so in {len(others)} more variant{'s' if others[1:] else ''})"
    return replace(first, message=more)


def _prefix(item: Varied) -> str:
    """Nine digits that stand in none of the item's texts."""
    every = "\n".join(text for _, text in _texts_of(item, ()))
    number = int.from_bytes(hashlib.sha256(item.id.encode()).digest()[:8])
    while (prefix := str(10**8 + number % (9 * 10**8))) in every:
        number += 1
    return prefix
