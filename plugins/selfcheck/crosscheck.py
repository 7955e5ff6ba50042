"""Checks across all pages of a site: passages that do not exist, and questions that no page shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from selfcheck.bank import Bank
from selfcheck.left_out import LeftOut
from selfcheck.problems import Problem, nearest
from selfcheck.quiz import Entry, Location, Quiz

Anchors = Callable[[str], Collection[str] | None]
"""The anchors of the page with this source path; None where they are not known."""


def lost_sections(
    entries: Iterable[Entry],
    pages: Collection[str],
    anchors: Anchors,
    shown: Collection[str],
    left_out: LeftOut,
) -> Iterator[Problem]:
    """Problems for `section` fields whose page or anchor does not exist.

    A question that is not `shown` may point to a page that is left out: it waits together with it.
    """
    for entry in entries:
        if entry.item.section is None or entry.section_location is None:
            continue
        source, mark, anchor = entry.item.section.partition("#")
        present = anchors(source)
        if source not in pages:
            if source not in left_out.pages:
                message, hint = f'there is no page "{source}"', nearest(source, pages)
                yield _problem(entry, entry.section_location, message, hint)
            elif entry.item.id in shown:
                message, hint = (
                    f'the page "{source}" is left out of this build',
                    "publish it, or name another passage",
                )
                yield _problem(entry, entry.section_location, message, hint)
        elif mark and present is not None and anchor not in present:
            message = f'the page "{source}" has no anchor "#{anchor}"'
            yield _problem(entry, entry.section_location, message, nearest(anchor, present))


def unused_questions(bank: Bank, used: Collection[str], waiting: Collection[str]) -> Iterator[Problem]:
    """Problems for quizzes and questions that no page shows, neither a published one nor one that waits.

    `used` and `waiting` are the ids of those that a page of this build shows, and of those that wait.
    """
    for quiz, missing in _unshown(bank, {*used, *waiting}):
        if len(missing) == len(quiz.entries) and not quiz.broken:
            hint = f"put the fence ```quiz with the name {quiz.name} into a page, or remove the file"
            yield Problem(quiz.path, 1, 1, "", "no page shows this quiz", hint)
            continue
        for entry in missing:
            message, hint = "no page shows this question", "name it in a fence, or remove it"
            yield _problem(entry, entry.location, message, hint)


def waiting_questions(
    bank: Bank, used: Collection[str], waiting: Mapping[str, Sequence[str]]
) -> Iterator[Problem]:
    """What to know of quizzes and questions that only pages show which this build leaves out."""
    for quiz, missing in _unshown(bank, used):
        held = [(entry, waiting[entry.item.id]) for entry in missing if entry.item.id in waiting]
        if len(held) == len(quiz.entries) and all(pages == held[0][1] for _, pages in held):
            message = "no page of this build shows this quiz"
            yield Problem(quiz.path, 1, 1, "", message, _left_out(held[0][1]))
            continue
        for entry, pages in held:
            message = "no page of this build shows this question"
            yield _problem(entry, entry.location, message, _left_out(pages))


def _unshown(bank: Bank, used: Collection[str]) -> Iterator[tuple[Quiz, tuple[Entry, ...]]]:
    for quiz in bank.quizzes.values():
        if missing := tuple(entry for entry in quiz.entries if entry.item.id not in used):
            yield quiz, missing


def _left_out(pages: Sequence[str]) -> str:
    are = "which is" if len(pages) == 1 else "which are"
    return f"it waits on {', '.join(pages)}, {are} left out of it"


def _problem(entry: Entry, at: Location, message: str, hint: str) -> Problem:
    return Problem(at.path, at.line, at.column, entry.item.id, message, hint)
