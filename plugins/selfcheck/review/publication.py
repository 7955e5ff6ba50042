"""Publishes the review of a course: the questions it may ask, and what its page holds without script."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from markupsafe import Markup

from selfcheck.course.data_files import CoursePage
from selfcheck.course.publication import PublishedPage
from selfcheck.course.tokens import TAG_END, attributes
from selfcheck.frame.names import FOLDER
from selfcheck.frame.words import Words
from selfcheck.pages.links import moved
from selfcheck.review.question_files import question_files

_ELEMENT = re.compile(
    rf"(?P<start><self-check-review(?P<attributes>\s{TAG_END})).*?(?P<end></self-check-review\s*>)",
    re.DOTALL | re.IGNORECASE,
)


def publish_review(
    published: Sequence[PublishedPage],
    written: Sequence[PublishedPage],
    asking: Sequence[CoursePage],
    site: Path,
    words_for: Callable[[str], Words],
) -> None:
    """Fill the pages that hold a review, and write the questions that it may ask, if there is such a page.

    `written` are the published pages and, while a site is served, its drafts.
    """
    reviewing = [page for page in written if "<self-check-review" in page.html]
    for page in reviewing:
        page.rewrite(partial(with_pages, address=page.address, asking=asking, words_for=words_for))
    folder = site / FOLDER / "course/questions"
    files = question_files(published) if reviewing else {}
    if files:
        folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8", newline="\n")
    for left in folder.glob("*.js"):
        if left.name not in files:
            left.unlink()


def with_pages(
    html: str, address: str, asking: Sequence[CoursePage], words_for: Callable[[str], Words]
) -> str:
    """A finished page, which stands at `address`, with a sentence and the pages that ask in its review."""
    rows = Markup("").join(
        Markup('<li><a href="{}">{}</a></li>').format(moved(page.address, "", address), page.lesson.title)
        for page in asking
    )

    def filled(element: re.Match[str]) -> str:
        words = words_for(attributes(element["attributes"]).get("data-words", ""))
        content = Markup("<p>{}</p><ul>{}</ul>").format(words.frame["review_static"], rows)
        return element["start"] + str(content) + element["end"]

    return _ELEMENT.sub(filled, html)
