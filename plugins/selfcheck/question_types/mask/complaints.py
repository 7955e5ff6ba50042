"""Checks a mask as a whole: classes, rows, pictures and thresholds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.item import Complaint, Parts, twins
from selfcheck.question_types.mask import proof, rows
from selfcheck.question_types.mask.masks import BACKGROUND, labels_of
from selfcheck.typed.markup import shown_markup

MOST_CLASSES = 4
"""The most classes, each with a colour and a stroke that everyone can tell apart."""

FARTHEST = 8
"""The largest tolerance in pixels; beyond it, any two outlines of a small picture match."""

_PICTURE = re.compile(r"!\[[^\]]*\S[^\]]*\]\([^()]+\)")
_BAR = {"iou": 0, "boundary-f1": 0, "tolerance": 1}
_EXPECTED = {"perfect": "pass", "background": "fail"}
_REFERENCES = {
    "perfect": "the key itself",
    "background": "a mask of nothing but background",
    "shifted": "the key moved by one pixel",
    "grown": "the key grown by one pixel",
    "shrunk": "the key shrunk by one pixel",
    "incomplete": "the key without its smallest piece",
}


def mask_complaints(parts: Parts) -> Iterator[Complaint]:
    """Everything wrong with the whole; thresholds are tried out once mask and thresholds are sound."""
    yield from _about_classes(parts)
    yield from _about_pictures(parts)
    yield from _about_giveaways(parts)
    basic = [*_about_mask(parts), *_about_thresholds(parts)]
    yield from basic
    if not basic:
        yield from _about_references(parts)


def _about_classes(parts: Parts) -> Iterator[Complaint]:
    classes = parts.get("classes") or ()
    yield from twins(parts, "classes", "name", "class", "classes", is_plain=True)
    for index, complaint in shown_markup([(each or {}).get("name") for each in classes], "a name"):
        yield complaint.within(("classes", index, "name"))
    for _, complaint in shown_markup([parts.get("alt")], "`alt`"):
        yield complaint.within(("alt",))
    met: dict[str, int] = {}
    for index, each in enumerate(classes):
        symbol = (each or {}).get("symbol")
        if symbol and symbol in met:
            message = f"the same symbol as class {met[symbol] + 1}"
            yield Complaint(("classes", index, "symbol"), message, "give each class a sign of its own")
        if symbol:
            met.setdefault(symbol, index)
    if len(classes) > MOST_CLASSES:
        message = f"{len(classes)} classes are more than can be told apart in a small picture"
        yield Complaint(("classes", MOST_CLASSES), message, f"keep at most {MOST_CLASSES}")


def _about_pictures(parts: Parts) -> Iterator[Complaint]:
    pixels, mask = parts.get("pixels"), parts.get("mask")
    if pixels and "picture" in parts:
        hint = "keep `pixels` or `picture`"
        yield Complaint(("picture",), "there are two pictures for one grid", hint)
    if pixels and "alt" not in parts:
        yield Complaint(("alt",), '"alt" is missing', "add `alt:`, what `pixels` show, in words")
    if "alt" in parts and "pixels" not in parts:
        hint = "add `pixels:`, the picture under the grid, or remove `alt`, which describes them"
        yield Complaint(("pixels",), '"pixels" is missing', hint)
    picture = parts.get("picture")
    if picture and not _PICTURE.fullmatch(picture.strip()):
        hint = "write `![what it shows](images/name.png)` and nothing beside it"
        yield Complaint(("picture",), "one image with an alternative text is expected", hint)
    if pixels:
        cure = "write a digit from 0 (black) to 9 or a letter from a to f (white) for each pixel"
        about_pixels = [
            *rows.size_complaints("pixels", pixels),
            *rows.symbol_complaints("pixels", pixels, rows.GREYS, cure),
        ]
        yield from about_pixels
        if mask and not about_pixels and not list(rows.size_complaints("mask", mask)):
            yield from rows.fit_complaints("pixels", pixels, mask)


def _about_giveaways(parts: Parts) -> Iterator[Complaint]:
    """Complaints about alternative texts that contain a row of the mask."""
    telling = [row for row in rows.rows_of(parts.get("mask") or "") if len(set(row)) > 1]
    for field in ("alt", "picture"):
        row = next((row for row in telling if row in (parts.get(field) or "")), None)
        if row:
            message = f'the alternative text gives the answer away: "{row}" is a row of the mask'
            yield Complaint((field,), message, "say what the picture shows, not what is to be painted")


def _about_mask(parts: Parts) -> Iterator[Complaint]:
    mask, symbols = parts.get("mask"), _symbols(parts)
    if not mask:
        return
    yield from rows.size_complaints("mask", mask)
    if symbols:
        cure = f"use {BACKGROUND} and the symbols of the classes: {' '.join(symbols)}"
        yield from rows.symbol_complaints("mask", mask, [BACKGROUND, *symbols], cure)
        yield from rows.class_complaints("mask", mask, symbols)


def _symbols(parts: Parts) -> list[str]:
    """The symbols of all classes, or none if one of them is invalid."""
    symbols = [(each or {}).get("symbol") for each in parts.get("classes") or ()]
    return [str(symbol) for symbol in symbols] if all(symbols) else []


def _about_thresholds(parts: Parts) -> Iterator[Complaint]:
    bar = parts.get("thresholds") or {}
    for name in ("iou", "boundary-f1"):
        if bar.get(name) and not 0 < float(bar[name]) <= 1:
            message = f"{bar[name]} is no share above 0 and at most 1"
            yield Complaint(("thresholds", name), message, "write 0.8 for 80 %")
    if bar.get("tolerance") and not 0 <= float(bar["tolerance"]) <= FARTHEST:
        message = f"a tolerance of {bar['tolerance']} pixels leaves nothing to measure"
        yield Complaint(("thresholds", "tolerance"), message, f"write at least 0 and at most {FARTHEST}")


def _about_references(parts: Parts) -> Iterator[Complaint]:
    """Complaints about reference masks that pass or fail unexpectedly."""
    given, symbols, mask = parts.get("thresholds"), _symbols(parts), parts.get("mask")
    if not (given and given.get("iou") and symbols and mask):
        return
    bar = proof.Bar(*(float(given.get(name) or fallback) for name, fallback in _BAR.items()))
    truth = labels_of(rows.rows_of(mask), symbols)
    for name, masks in proof.references(truth).items():
        wanted = _EXPECTED.get(name) or given.get(name, "fail")
        found = wanted in ("pass", "fail") and proof.exception(
            masks, truth, len(symbols), bar, wanted == "pass"
        )
        if found:
            place = "thresholds", name if name in given else "iou"
            yield _about_reference(name, found, wanted).within(place)


def _about_reference(name: str, score: proof.Score, wanted: str) -> Complaint:
    measured = f"IoU {_cut(score.iou)}, boundary F1 {_cut(score.boundary_f1)}"
    if wanted == "pass":
        hint = "lower the thresholds to that, or let it fail"
        return Complaint((), f"{_REFERENCES[name]} would fail: {measured}", hint)
    hint = f"raise a threshold above that, or write `{name}: either` beside them"
    return Complaint((), f"{_REFERENCES[name]} would pass: {measured}", hint)


def _cut(share: float) -> str:
    """Two decimals, never rounded up: what falls short of a threshold must not look as if it reached it."""
    return f"{int(share * 100 + 1e-9) / 100:.2f}"
