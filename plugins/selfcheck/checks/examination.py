"""Runs all checks of one item."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from selfcheck.checks.decimal_commas import complaints_about_commas
from selfcheck.checks.emptiness import cut_fields, empty_field, empty_fields, field_in_name, is_unintended
from selfcheck.checks.hints import complaints_about_hints
from selfcheck.checks.meant import Meant
from selfcheck.checks.parts import drop_empty_fields, valid_parts
from selfcheck.checks.requirements import complaints_about_requirements
from selfcheck.checks.stamps import complaints_about_stamps
from selfcheck.checks.swallowed import LinesAt, swallowed_fields
from selfcheck.checks.type_code import failure_of, is_of_package, said_by, try_out
from selfcheck.checks.unvaried import complaints_about_values
from selfcheck.complaint import Complaint
from selfcheck.errors import FAILURES
from selfcheck.expressions import Functions
from selfcheck.model.item import Item, Parts
from selfcheck.source import FieldPath
from selfcheck.typed.markup import shown_markup
from selfcheck.variants.selection import draw
from selfcheck.variants.varied import Varied


@dataclass(frozen=True, slots=True)
class Examination:
    """A valid item, or the complaints about it."""

    item: Item | None
    complaints: tuple[Complaint, ...]


def examine(
    model: type[Item],
    raw: dict[str, Any],
    require: Collection[str],
    functions: Functions,
    language: str,
    lines_at: LinesAt,
    original: Item | None = None,
) -> Examination:
    """Check an item as written against its model and the requirements of the site.

    A misspelt field is reported once and then read under its intended name, so that it is not reported as
    missing as well. A field without a value is reported once, too, and counts as invalid, not as missing.
    `functions` are those of the site for formulas, `language` is that of the texts, and `lines_at` gives the
    lines in which they are written. A valid item has its variants.
    `original` is the item that it translates, if it is a translation.
    """
    empty, code = dict(empty_fields(raw)), str(raw.get("type", ""))
    try:
        meant = Meant.of(model, raw, drop_empty_fields(raw) if empty else raw)
    except FAILURES as error:  # a type may validate its fields by code of its own
        return Examination(None, (failure_of(model, error),))
    without_value = dict(empty_fields(meant.raw)) if meant.complaints else empty
    parts = valid_parts(meant.raw, [*without_value, *(error["loc"] for error in meant.errors)])
    as_a_whole = said_by(model, code, lambda: model.complaints(parts))

    def written_at(path: FieldPath) -> Sequence[str]:
        return lines_at(meant.as_written(path))

    complaints = [
        *(_with_hyphen(each, meant.sound) for each in meant.faults()),
        *as_a_whole,
        *_about_parts(model, parts),
        *swallowed_fields(model, meant.raw, written_at),
        *(each.of_kind("variants") for each in complaints_about_commas(parts, written_at)),
        *said_by(model, "", lambda: complaints_about_requirements(model, parts, require)),
    ]
    if draft := meant.item:
        if original:
            complaints += said_by(model, "translation", partial(_as_translation, draft, original))
        if not isinstance(draft, Varied):
            complaints += (each.of_kind("variants") for each in complaints_about_values(draft))
        elif _is_provable(draft, as_a_whole, empty):
            complaints += said_by(model, "variants", partial(draw, draft, functions, language))
        if not complaints and not meant.complaints and not is_of_package(model):
            complaints += said_by(model, code, partial(try_out, draft))
    complaints = [replace(each, path=meant.as_written(each.path)) for each in complaints]
    complaints = _with_empty_fields(complaints, raw, empty, may_be_missing=original is not None)
    complaints += meant.complaints
    return Examination(None if complaints else draft, tuple(complaints))


def _about_parts(model: type[Item], parts: Parts) -> Iterator[Complaint]:
    """Complaints about what questions of all types may have, as far as it is valid."""
    yield from (each.of_kind("hints") for each in complaints_about_hints(parts))
    yield from (each.of_kind("section") for each in complaints_about_stamps(parts))
    for _, complaint in shown_markup([parts.get("objective")], "an objective"):
        yield complaint.within(("objective",))
    shuffle_field = model.traits.shuffle_field
    if shuffle_field and parts.get(shuffle_field) == "true":
        # Hundreds of phrases are compiled, and most questions need none of them.
        from selfcheck.checks.positions import complaints_about_positions

        found = complaints_about_positions(parts, shuffle_field)
        yield from (each.of_kind("option-by-letter") for each in found)


def _as_translation(item: Item, original: Item) -> Iterable[Complaint]:
    item.use_original(original)
    return item.translation_complaints(original)


def _is_provable(item: Varied, as_a_whole: list[Complaint], empty: Collection[FieldPath]) -> bool:
    """Whether nothing that its variants depend on is wrong or empty."""
    fields = [each.path[-1] if each.path else "" for each in as_a_whole]
    return all(field in item.unproven for field in fields) and all(len(path) == 1 for path in empty)


def _with_empty_fields(
    complaints: list[Complaint], raw: Any, empty: Mapping[FieldPath, Any], may_be_missing: bool
) -> list[Complaint]:
    """The complaints, with one about each empty field in place of those that follow from its being empty.

    The complaint that it is missing, which says what belongs there, is kept instead, unless any field may be
    missing or the author seems to have written something.
    """
    missing = {each.path for each in complaints if each.message.endswith('" is missing')}
    told = {path for path in missing if not (may_be_missing or is_unintended(empty.get(path)))}
    consequences = (empty.keys() | {path[:-1] for path in empty if path[1:]}) - told
    consequences.update(cut_fields(raw, empty))
    for path, value in empty.items():
        if found := field_in_name(str(path[-1]), value):
            meant = (*path[:-1], found[0])
            consequences |= {meant[:length] for length in range(1, len(meant) + 1)}
    others = [each for each in complaints if each.path not in consequences]
    return others + [empty_field(path, value) for path, value in empty.items() if path not in told]


def _with_hyphen(complaint: Complaint, raw: Any) -> Complaint:
    """A missing field with a further cure where its entry looks like the rest of the one above."""
    *above, index, _ = complaint.path if len(complaint.path) > 1 else (0, 0)
    if complaint.code != "missing-field" or not isinstance(index, int) or not index or not above:
        return complaint
    for step in above:
        raw = raw[step]
    before, entry = raw[index - 1], raw[index]
    if not isinstance(before, dict) or not entry or entry.keys() & before.keys():
        return complaint
    hint = f"{complaint.hint}; if this belongs to the entry above, remove the hyphen"
    return replace(complaint, hint=hint)
