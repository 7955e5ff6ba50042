"""The targets of a matching: their order, their form in a menu, and checks of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from selfcheck.checks.twins import as_compared, with_signs
from selfcheck.item import Complaint

MOST_TARGETS = 26
"""A target may be called by a letter, from A to Z."""

LONGEST_IN_MENU = 40
"""The most characters of a menu entry that a phone shows in one line."""

_MARKUP = re.compile(r"[*_`\[\]<>$\\|#~^{}\n]|&\w|==|\+\+|://|:\w+:|^\s*(?:[-+]|\d+[.)])\s")
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)")


def are_short_and_plain(targets: Iterable[str]) -> bool:
    """Whether each of them can be an entry of a menu: one short line without Markdown."""
    return all(len(target) <= LONGEST_IN_MENU and not _MARKUP.search(target) for target in targets)


def in_order(matched: Sequence[str], surplus: Sequence[str]) -> tuple[str, ...]:
    """The distinct targets in alphabetical or numerical order, reversed if that is the order of the pairs."""
    own = list(dict.fromkeys(matched))
    ordered = sorted({*own, *surplus}, key=_sorting)
    if [target for target in ordered if target in own] == own:
        ordered.reverse()
    return tuple(ordered)


def complaints_about(
    matched: Sequence[str | None], surplus: Sequence[str | None] | None
) -> Iterator[Complaint]:
    """Complaints about targets and surplus as written, with None for each invalid one."""
    first: dict[str, tuple[str, int]] = {}
    for index, target in enumerate(matched):
        if target is None:
            continue
        known, number = first.setdefault(as_compared(target), (target, index + 1))
        if known.strip("\n") != target.strip("\n"):
            message = f"the target of pair {number} in other capitals or spaces"
            if with_signs(known).strip("\n") == with_signs(target).strip("\n"):
                message = f"the target of pair {number} with an entity for a sign"
            yield Complaint(("pairs", index, "target"), message, "write both alike, or make them differ")
    yield from _about_surplus(surplus or (), {name: number for name, (_, number) in first.items()})
    everything = [*matched, *(surplus or ())]
    count = len({as_compared(target) for target in everything if target is not None})
    if count > MOST_TARGETS:
        message = f"{count} targets are more than there are letters to call them by"
        yield Complaint(("pairs",), message, "make two questions of it")
    if count == 1 < len(matched) and surplus is not None and None not in everything:
        message = "every prompt has the same target, and there is no other"
        yield Complaint(("pairs",), message, "add `surplus:` and targets that match no prompt")


def complaints_about_translated(original: Sequence[str], translated: Sequence[str]) -> Iterator[Complaint]:
    """Complaints about the targets of pairs that are alike in one language and differ in the other."""
    for index, target in enumerate(translated):
        path = ("pairs", index, "target")
        first, alike = original.index(original[index]), translated.index(target)
        if translated[first] != target:
            message = f"the original has the target of pair {first + 1} here"
            yield Complaint(path, message, "translate both alike")
        elif original[alike] != original[index]:
            message = (
                f"the same text as the target of pair {alike + 1}, from which the original tells it apart"
            )
            yield Complaint(path, message, "make the two differ")


def _about_surplus(surplus: Sequence[str | None], pairs: Mapping[str, int]) -> Iterator[Complaint]:
    seen: dict[str, int] = {}
    for index, target in enumerate(surplus):
        if target is None:
            continue
        name = as_compared(target)
        if name in pairs:
            message = f"the target of pair {pairs[name]} is no surplus"
            yield Complaint(("surplus", index), message, "remove it, or write one that matches no prompt")
        elif name in seen:
            message = f"the same text as surplus target {seen[name]}"
            yield Complaint(("surplus", index), message, "remove one of the two")
        seen.setdefault(name, index + 1)


def _sorting(target: str) -> tuple[list[tuple[bool, float, str]], str]:
    parts = _NUMBER.split(target.casefold())
    # What stands at odd places was found by the pattern.
    return [(not i % 2, float(part) if i % 2 else 0.0, part) for i, part in enumerate(parts) if part], target
