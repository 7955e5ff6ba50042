"""Examines the questions of a bank by all rules, and tells what they find at its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.errors import in_order
from selfcheck.lint.bank_tests import examine_bank, trace_of
from selfcheck.lint.page_rules import page_findings
from selfcheck.lint.places import Places
from selfcheck.lint.question import Question
from selfcheck.lint.rule import Finding, Rule
from selfcheck.lint.rules import RULES
from selfcheck.lint.waived import Waiver, unused_waivers
from selfcheck.lint.wording import Wording
from selfcheck.problems import Problem, Severity
from selfcheck.quiz import Entry

USUAL_LANGUAGE = "en"
"""That of questions of which neither file nor site says otherwise."""


def lint(bank: Bank, root: Path, language: str, folder: str = "") -> list[Problem]:
    """What the rules find in a bank and its translations, in the order of files and lines.

    `language` is that of the site's pages, by its tag, and of every file that says no other. What is told of
    the bank as a whole is told of `folder`.
    """
    usual, places = language or USUAL_LANGUAGE, Places(root)
    found: list[Problem] = []
    traces = []
    waivers: list[Waiver] = []
    for entry in bank.entries.values():
        question = Question(entry.item, entry.language or usual)
        traces.append(trace_of(question))
        found += flaws([(entry, question)], places)
        waivers += waivers_of(entry, question, places)
    for translation in bank.translations:
        for entry in translation.entries:
            question = Question(entry.item, translation.language)
            found += flaws([(entry, question)], places)
            waivers += waivers_of(entry, question, places)
    return sorted([*examine_bank(traces, folder), *unused_waivers(waivers), *found], key=in_order)


def flaws_below(
    passages: Iterable[tuple[str, str]], bank: Bank, root: Path, language: str
) -> Iterator[Problem]:
    """What rules find that read the passage above a question; `passages` are ids with the text above."""
    places = Places(root)
    for name, passage in passages:
        if (entry := bank.entries.get(name)) is None:
            continue
        question = Question(entry.item, entry.language or language or USUAL_LANGUAGE)
        for rule, finding in page_findings(question, Wording(passage)):
            yield _problem(entry, places, rule.name, rule.severity, finding)


def findings(question: Question, waived: Iterable[str] = ()) -> Iterator[tuple[Rule, Finding]]:
    """What the rules find in one question, without those that are waived."""
    spared = frozenset(waived)
    for rule in RULES.values():
        if rule.name not in spared and rule.speaks(question.language):
            yield from ((rule, finding) for finding in rule.find(question))


def flaws(entries: Iterable[tuple[Entry, Question]], places: Places) -> Iterator[Problem]:
    """What the rules find in single questions, each given as its file has it and as rules see it."""
    for entry, question in entries:
        for rule, finding in findings(question, question.item.lint_ok or ()):
            yield _problem(entry, places, rule.name, rule.severity, finding)


def waivers_of(entry: Entry, question: Question, places: Places) -> Iterator[Waiver]:
    """The waivers of a question as its file has it, or as a translation."""
    for name in question.item.lint_ok or ():
        at = () if entry.original_file else places.of_waiver(entry, name)
        yield Waiver(entry.original_file or entry.location.path, entry.id, name, _breaks(question, name), *at)


def _breaks(question: Question, name: str) -> bool:
    """Whether a question breaks a rule; one that only pages can judge counts as broken."""
    rule = RULES.get(name)
    return rule is None or (rule.speaks(question.language) and any(True for _ in rule.find(question)))


def _problem(entry: Entry, places: Places, rule: str, severity: Severity, finding: Finding) -> Problem:
    at = (entry.location.path, *places.of(entry, finding.text, finding.words))
    return Problem(*at, entry.id, finding.message, finding.hint, rule, severity)
