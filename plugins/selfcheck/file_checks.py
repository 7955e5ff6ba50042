"""What is to be found in question files once they can be read: in their texts, and by the linter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from selfcheck.bank import Bank
from selfcheck.checked_files import Finding, New
from selfcheck.extension.offline import ExtensionsUnusable
from selfcheck.extension.rehearsal import rehearse
from selfcheck.item import Varied
from selfcheck.lint.bank_tests import trace_of
from selfcheck.lint.linter import USUAL_LANGUAGE, flaws
from selfcheck.lint.places import Places
from selfcheck.lint.question import Question
from selfcheck.site import Site

Progress: TypeAlias = "Callable[[Sequence[New]], Iterable[New]]"
"""Hands on the files one by one, and may show how many are done."""


def check_files(
    site: Site, files: Sequence[New], extensions: object, with_lint: bool, progress: Progress = iter
) -> tuple[dict[str, Finding], str]:
    """What is found in each file, by its path, and why its texts were not converted, if they were not."""
    found: dict[str, Finding] = {}
    unconverted = ""
    places = Places(site.root)
    convert = None
    try:
        convert = rehearse(site, _bank_of(files), extensions)
    except ExtensionsUnusable as error:
        unconverted = str(error)
    for each in progress(files):
        told = convert(each.quiz, each.translation) if convert else ()
        finding = Finding(tuple(told))
        if with_lint:
            finding = _linted(site, each, finding, places)
        found[each.path] = finding
    return found, unconverted


def is_lasting(site: Site, new: New) -> bool:
    """Whether the same will be found in a file as long as it does not change.

    Functions of a site decide which variants a question has, and nobody sees what these functions depend on.
    """
    return not (site.functions and any(isinstance(entry.item, Varied) for entry in new.quiz.entries))


def _bank_of(files: Sequence[New]) -> Bank:
    translations = tuple(each.translation for each in files if each.translation)
    return Bank({each.quiz.name: each.quiz for each in files}, (), translations)


def _linted(site: Site, new: New, finding: Finding, places: Places) -> Finding:
    if new.translation:
        entries = [(entry, new.translation.language) for entry in new.translation.entries]
        return Finding(finding.texts, tuple(flaws(entries, places)))
    usual = site.page_language or USUAL_LANGUAGE
    entries = [(entry, entry.language or usual) for entry in new.quiz.entries]
    traces = tuple(trace_of(Question(entry.item, tag)) for entry, tag in entries)
    return Finding(finding.texts, tuple(flaws(entries, places)), traces)
