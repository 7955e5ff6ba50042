"""What is to be found in question files once they can be read: in their texts, and by the linter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from selfcheck.bank import Bank
from selfcheck.extension.offline import ExtensionsUnusable
from selfcheck.extension.rehearsal import rehearse
from selfcheck.item import Varied
from selfcheck.kept_findings import ChangedFile, FileFindings, ShowProgress
from selfcheck.lint.bank_tests import trace_of
from selfcheck.lint.linter import USUAL_LANGUAGE, flaws, waivers_of
from selfcheck.lint.places import Places
from selfcheck.lint.question import Question
from selfcheck.processes import each_in_processes
from selfcheck.quiz import Entry, ReadQuestion
from selfcheck.site import Site

_FEWEST_QUESTIONS = 300
"""Below which a second process takes longer to start than it saves."""


def check_files(
    site: Site, files: Sequence[ChangedFile], extensions: object, with_lint: bool, progress: ShowProgress
) -> tuple[dict[str, FileFindings], str]:
    """What is found in each file, by its path, and why its texts were not converted, if they were not."""
    unconverted = ""
    places = Places(site.root)
    convert = None
    try:
        convert = rehearse(site, _bank_of(files), extensions)
    except ExtensionsUnusable as error:
        unconverted = str(error)

    def examine(file: ChangedFile) -> FileFindings:
        each = _with_items(file)
        told = convert(each.quiz, each.translation) if convert else ()
        finding = FileFindings(tuple(told))
        return _with_flaws(finding, site, each, places) if with_lint else finding

    is_much = sum(len(each.quiz.entries) for each in files) >= _FEWEST_QUESTIONS
    found = progress(each_in_processes(examine, files, is_worth_it=is_much), len(files))
    return {file.path: finding for file, finding in zip(files, found, strict=True)}, unconverted


def _with_items(file: ChangedFile) -> ChangedFile:
    """The same with each item made once: a question that is kept makes it anew whenever it is asked."""

    def made(entries: Iterable[Entry]) -> tuple[Entry, ...]:
        return tuple(replace(entry, question=ReadQuestion(entry.item)) for entry in entries)

    if file.translation:
        return replace(file, translation=replace(file.translation, entries=made(file.translation.entries)))
    return replace(file, quiz=replace(file.quiz, entries=made(file.quiz.entries)))


def is_lasting(site: Site, file: ChangedFile) -> bool:
    """Whether the same will be found in a file as long as it does not change.

    Nobody sees what a site's functions and types depend on. Functions decide which variants a question has,
    and either may be why a question has a problem.
    """
    types, entries = site.equipment.types, file.quiz.entries
    if (site.functions or site.types) and file.quiz.problems:
        return False
    if site.functions and any(isinstance(entry.item, Varied) for entry in entries):
        return False
    return all(types[entry.type].is_ours for entry in entries)


def _bank_of(files: Sequence[ChangedFile]) -> Bank:
    translations = tuple(each.translation for each in files if each.translation)
    return Bank({each.quiz.name: each.quiz for each in files}, (), translations)


def _with_flaws(finding: FileFindings, site: Site, file: ChangedFile, places: Places) -> FileFindings:
    """The same with what the linter finds in the file, and what the tests of a bank need of it."""
    read, usual = file.translation or file.quiz, site.page_language or USUAL_LANGUAGE
    language = file.translation.language if file.translation else ""
    questions = [(entry, Question(entry.item, language or entry.language or usual)) for entry in read.entries]
    return FileFindings(
        finding.texts,
        tuple(flaws(questions, places)),
        () if file.translation else tuple(trace_of(question) for _, question in questions),
        tuple(waiver for pair in questions for waiver in waivers_of(*pair, places)),
    )
