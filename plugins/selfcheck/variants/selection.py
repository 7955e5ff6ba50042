"""Selects the variants of a question, and checks each of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from selfcheck.complaint import Complaint
from selfcheck.expressions import ExpressionError, Functions, Value, read_expression
from selfcheck.model.fields import Model
from selfcheck.model.variation import Variation
from selfcheck.source import FieldPath
from selfcheck.variants.inline import BEGINNING, INLINE, Inline
from selfcheck.variants.variant import Variant, combinations
from selfcheck.variants.variant_set import VariantSet
from selfcheck.variants.varied import Varied

USUAL_VARIANTS = 12
MOST_VALUES = 99
MOST_FORMULAS = 100_000
"""After so many formulas of fields no further variant is tried; values in texts are not counted."""


_ASKED = ("answer", "number")
"""The formulas whose value a reader is asked for."""

_LATER = frozenset({"explanation", "hints", "feedback", "mistakes", "answers", "objective", "lint-ok"})
"""What is shown once she has answered, or asked for help."""


@dataclass(frozen=True, slots=True)
class InlineValue:
    """A value in a text as its author wrote it, with text, line and column (from 0) of its first place."""

    written: str
    inline: Inline
    path: FieldPath
    line: int
    column: int

    def complaints(self, language: str) -> Iterator[Complaint]:
        """What is wrong with the forms of a word in it."""
        for complaint, start in self.inline.complaints(language):
            column = self.column + len("[=") + start
            yield replace(complaint, path=self.path, line_in_text=self.line, column_in_text=column)


def draw(item: Varied, functions: Functions, language: str) -> list[Complaint]:
    """Give the item its variants; or return every complaint that prevents it.

    `language` is that of the texts, whose forms of number they use.
    """
    values = sorted(_inline_values(item), key=lambda each: bool(each.inline.forms))
    complaints = list(_complaints_about_formulas(item, values, functions))
    if item.parameters:
        complaints += _never_closed(item)
        complaints += (complaint for each in values for complaint in each.complaints(language))
    if complaints:
        return complaints
    selection = _Selection(item, values if item.parameters else [], functions, language)
    complaints = selection.run() or list(_unseen_parameters(item))
    if not complaints:
        item.use_variants(selection.variant_set())
    return complaints


def _inline_values(item: Varied) -> Iterator[InlineValue]:
    """The values in the texts of the item, each once as it is written, those of the stem first.

    In a passage, which other questions share, there are none.
    """
    seen: set[str] = set()
    texts = [each for each in texts_of(item) if each[0] != ("passage",)]
    for path, text in sorted(texts, key=lambda each: each[0] != ("stem",)):
        for number, line in enumerate(text.split("\n")):
            for match in INLINE.finditer(line):
                if match[0] not in seen:
                    seen.add(match[0])
                    yield InlineValue(match[0], Inline.parse(match[1]), path, number, match.start())


def _never_closed(item: Varied) -> Iterator[Complaint]:
    """Values in texts that begin and do not end, and so would be shown as they are written."""
    for path, text in texts_of(item):
        for number, line in enumerate(text.split("\n") if "[=" in text else ()):
            for found in BEGINNING.finditer(line):
                if not INLINE.match(line, found.start()):
                    hint = "write the formula and `]` behind it, or `\\[=` for the signs themselves"
                    message = "`[=` begins a value that does not end in this line"
                    yield Complaint(path, message, hint, number, column_in_text=found.start())


def texts_of(value: object, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text of an item, or of what stands in it, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Model):
        for name, field in type(value).model_fields.items():
            yield from texts_of(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from texts_of(each, (*path, index))
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from texts_of(each, (*path, name))


def _complaints_about_formulas(
    item: Varied, values: list[InlineValue], functions: Functions
) -> Iterator[Complaint]:
    """Complaints about formulas, names and parameters that apply to every variant."""
    formulas = [(path, formula, None) for path, formula in item.formulas()]
    used: set[str] = set()
    undefined: dict[str, None] = {}
    is_varied = bool(item.where or item.variants)
    for path, formula, line in (*formulas, *((each.path, each.inline.formula, each.line) for each in values)):
        try:
            expression = read_expression(formula)
        except ExpressionError as error:
            if item.parameters:
                yield _in_formula(error.complaint, formula, path, line)
            continue
        used.update(name for name, _ in expression.names)
        if not item.parameters and (expression.names or line is not None):
            undefined |= dict.fromkeys(name for name, _ in expression.names)
            is_varied = True
            continue
        for complaint in expression.complaints(item.parameters, functions):
            yield complaint.within(path) if line is None else _in_formula(complaint, formula, path, line)
    if is_varied and not item.parameters:
        names = f"values for {', '.join(undefined)}" if undefined else "what differs from variant to variant"
        hint = f"add `parameters:` with {names}, or use numbers alone"
        yield Complaint(("parameters",), '"parameters" is missing', hint)
    for name in item.parameters.keys() - used:
        yield Complaint(("parameters", name), f'nothing uses "{name}"', f"remove it, or show it by [={name}]")
    if len(values) > MOST_VALUES:
        message = f"{len(values)} different values in one question"
        yield Complaint(("parameters",), message, f"keep it below {MOST_VALUES + 1}")


def _unseen_parameters(item: Varied) -> Iterator[Complaint]:
    """Parameters that an answer depends on, and of which nothing is to be seen before it is given.

    A condition may say how one follows from another; one with a single value may stand in the stem as that.
    """
    varied = {name for name, values in item.parameters.items() if len(set(values)) > 1}
    asked = [formula for path, formula in item.formulas() if path[-1] in _ASKED]
    seen = [formula for path, formula in item.formulas() if path[0] == "where"]
    for path, text in texts_of(item):
        written = [Inline.parse(match[1]).formula for match in INLINE.finditer(text)]
        if "answers" in path:
            asked += written
        elif _LATER.isdisjoint(path):
            seen += written
    for name in sorted(varied & _names_in(asked) - _names_in(seen)):
        message = f'the answer depends on "{name}", which no reader sees'
        yield Complaint(("parameters", name), message, f"show it in the stem by [={name}]")


def _names_in(formulas: Iterable[str]) -> set[str]:
    """The names in those of these formulas that can be read."""
    names: set[str] = set()
    for formula in formulas:
        with suppress(ExpressionError):
            names.update(name for name, _ in read_expression(formula).names)
    return names


class _Selection:
    """Tries combinations until there are enough variants, and collects what is wrong with them."""

    def __init__(self, item: Varied, values: list[InlineValue], functions: Functions, language: str) -> None:
        self.item, self.values, self.functions, self.language = item, values, functions, language
        self.wanted = (item.variants or USUAL_VARIANTS) if item.parameters else 1
        self.variations: dict[str, Variation] = {}
        self.parameters: dict[str, Mapping[str, Value]] = {}
        self.own_names: list[str] = []
        self.computed = 0
        self.failures: dict[tuple[FieldPath, int | None, str], list[Complaint]] = {}

    def run(self) -> list[Complaint]:
        """Select variants; the complaints are empty where there are enough of them and none failed."""
        failed = 0
        for values in self.combinations():
            variant = Variant(values, self.functions, self.language)
            complaints = list(self.complaints(variant))
            for each in complaints:
                self.failures.setdefault((each.path, each.line_in_text, each.hint), []).append(each)
            failed += bool(complaints)
            if len(self.variations) + failed >= self.wanted or self.computed > MOST_FORMULAS:
                break
        if self.failures:
            return [_join(failures) for failures in self.failures.values()]
        enough = self.item.variants or min(2, self.wanted)
        return [] if len(self.variations) >= enough else [self.too_few()]

    def combinations(self) -> Iterable[Mapping[str, Value]]:
        """The parameters to try; those of the original's variants for a translation."""
        if self.item.original:
            return self.item.original.variant_set.parameters
        return combinations(self.item.id, self.item.parameters)

    def complaints(self, variant: Variant) -> Iterator[Complaint]:
        """Complaints about a variant, which is added if there are none and the conditions of `where` hold."""
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
        texts: list[str] = []
        for each in self.values:
            try:
                texts.append(variant.inline(each.inline))
            except ExpressionError as error:
                message = variant.prefix(f"{each.written}: {error.complaint.message}")
                yield Complaint(each.path, message, error.complaint.hint, each.line)
        if len(texts) < len(self.values):
            return  # a proof of the variant would have to compute the same values
        complaints = list(self.item.proof(variant))
        yield from complaints
        if not complaints:
            self.add(variant, texts)

    def add(self, variant: Variant, texts: list[str]) -> None:
        """Add a variant unless there is one with the same values and the same key; a translation has as many
        as its original."""
        own = self.item.own_texts(variant)
        self.own_names = list(own)
        variation = Variation(self.item.key_of(variant), (*texts, *own.values()))
        name = repr(variant.values if self.item.original else variation)
        self.variations.setdefault(name, variation)
        self.parameters.setdefault(name, variant.values)

    def too_few(self) -> Complaint:
        """The complaint that ranges are too narrow, or conditions too strict."""
        count = len(self.variations)
        path: FieldPath = ("variants",) if self.item.variants else ("parameters",)
        wanted = f"{self.item.variants} are asked for" if self.item.variants else "two are the least"
        cure = "widen the parameters, or loosen `where`"
        if self.item.variants and count > 1:
            cure = f"write `variants: {count}`, or {cure}"
        some = (
            "no variant" if not count else f"{count} variant" if count == 1 else f"{count} different variants"
        )
        return Complaint(path, f"there {'is' if count < 2 else 'are'} {some}, {wanted}", cure)

    def variant_set(self) -> VariantSet:
        """The variants that were added, with a placeholder for each value."""
        variations = tuple(self.variations.values())
        names = [*(each.written for each in self.values), *self.own_names]
        parameters = tuple(self.parameters.values())
        if not self.item.parameters:
            return VariantSet(variations, dict.fromkeys(names, ""), parameters=parameters)
        prefix = _unused_digits(self.item)
        placeholders = {name: f"{prefix}{index:03}" for index, name in enumerate(names)}
        in_stem = sum(each.path == ("stem",) and not each.inline.forms for each in self.values)
        return VariantSet(variations, placeholders, in_stem, parameters)


def _in_formula(complaint: Complaint, formula: str, path: FieldPath, line: int | None) -> Complaint:
    """A complaint about a formula, which its message names, in a line of the text at `path`."""
    return Complaint(path, f"[={formula}]: {complaint.message}", complaint.hint, line)


def _join(failures: list[Complaint]) -> Complaint:
    """The first of several failures at one place, with the number of the others."""
    first, *others = failures
    if not others or not first.message.startswith("with "):
        return first
    more = f"{first.message} (and so in {len(others)} more variant{'s' if others[1:] else ''})"
    return replace(first, message=more)


def _unused_digits(item: Varied) -> str:
    """Nine digits that occur in none of the item's texts."""
    every = "\n".join(text for _, text in texts_of(item))
    number = int.from_bytes(hashlib.sha256(item.id.encode()).digest()[:8])
    while (prefix := str(10**8 + number % (9 * 10**8))) in every:
        number += 1
    return prefix
