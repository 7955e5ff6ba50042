"""What an element of the progress holds before any script has run: links to its pages, and what each asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from posixpath import dirname, relpath
from typing import TypeAlias

from markupsafe import Markup

from selfcheck.course.data_files import CoursePage
from selfcheck.course.progress import Progress
from selfcheck.course.tokens import TAG_END, attributes
from selfcheck.frame.words import Words

WordsFor: TypeAlias = "Callable[[str], Words]"

_ELEMENT = re.compile(
    rf"(?P<start><self-check-progress(?P<attributes>\s{TAG_END})).*?(?P<end></self-check-progress\s*>)",
    re.DOTALL | re.IGNORECASE,
)

_START = '<p><a class="self-check-progress__button" href="{}">{}</a>{}</p>'
_REVIEW = ' <a class="self-check-progress__review" href="{}">{}</a>'


def with_progress(
    html: str, address: str, pages: Sequence[CoursePage], words_for: WordsFor, review: str | None = None
) -> str:
    """A finished page, which stands at `address`, with its elements filled anew.

    `review` is the address of the page that asks what is due, if there is one.
    """

    def filled(element: re.Match[str]) -> str:
        named = attributes(element["attributes"])
        progress = Progress.of(named)
        own = [page for page in pages if progress.holds(page.source, page.sections)]
        words = words_for(named.get("data-words", "")).frame
        return element["start"] + "".join(_content(progress, own, address, words, review)) + element["end"]

    return _ELEMENT.sub(filled, html) if "<self-check-progress" in html else html


def _content(
    progress: Progress,
    pages: Sequence[CoursePage],
    address: str,
    words: Mapping[str, str],
    review: str | None,
) -> Iterator[Markup]:
    if not pages:
        return
    # Its words come with the first question that is due; until then it keeps their room.
    asked = "" if review is None else Markup(_REVIEW).format(_link(review, address), "\u2026")
    start = Markup(_START).format(_link(pages[0].address, address), words["course_start"], asked)
    if progress.form != "cards":
        # A question that stands on several pages is one.
        ids = {each.id for page in pages for each in page.questions}
        minutes = sum(page.lesson.minutes for page in pages)
        sums = " \u00b7 ".join(_facts(len(ids), minutes, words))
        total = Markup('<p class="self-check-progress__sum">{}</p>').format(sums)
        yield from (total, start) if progress.form == "overview" else (start, total)
    groups = [(sections, list(group)) for sections, group in groupby(pages, lambda page: page.sections)]
    for sections, group in groups:
        if len(groups) > 1 and sections and progress.form != "button":
            yield Markup('<p class="self-check-progress__section">{}</p>').format(sections[-1])
        hidden = Markup(" hidden") if progress.form == "button" else ""
        rows = Markup("").join(_row(page, address, words) for page in group)
        yield Markup('<ul class="self-check-progress__pages"{}>{}</ul>').format(hidden, rows)


def _row(page: CoursePage, address: str, words: Mapping[str, str]) -> Markup:
    objective = page.lesson.objective or next(
        (each.objective for each in page.questions if each.objective), ""
    )
    aim = Markup("<p>{}</p>").format(objective) if objective else ""
    facts = Markup(" ").join(
        Markup("<span>{}</span>").format(fact)
        for fact in _facts(len(page.questions), page.lesson.minutes, words)
    )
    row = '<li><a href="{}">{}</a>{}<span class="self-check-progress__facts">{}</span></li>'
    return Markup(row).format(_link(page.address, address), page.lesson.title, aim, facts)


def _facts(questions: int, minutes: int, words: Mapping[str, str]) -> list[str]:
    facts = [words["course_minutes"].format(count=minutes)] if minutes else []
    return [*facts, words["course_questions"].format(count=questions)]


def _link(target: str, address: str) -> str:
    """The address of a page as the page at `address` must write it."""
    way = relpath(target or ".", dirname(address) or ".")
    return f"{way}/" if not target or target.endswith("/") else way
