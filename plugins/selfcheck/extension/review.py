"""Puts the element of a `review` fence into a page; it is filled once all pages are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown

from selfcheck.complaint import Complaint
from selfcheck.extension.course_fence import FencePages, PlaceCourseFences
from selfcheck.fence_complaints import IN_RAW_HTML, about_signs
from selfcheck.pages.fence import Fence
from selfcheck.pages.finding import find
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.page import Page

if TYPE_CHECKING:  # a site that shows no question does not pay for scripts
    from selfcheck.frame.assets import Asset

_NAME = "selfcheck-review"
_AFTER_QUESTIONS = 18
_NO_COURSE = Complaint(
    (),
    "a review asks questions of a whole course, and the option `course` is not on",
    "write `course: true` below the plugin in the configuration",
)
_NOT_ALONE = Complaint(
    (),
    "a review asks questions of other pages, and this page shows some of its own",
    "give it a page of its own",
)
_SECOND = Complaint((), "this page has a review already", "remove this fence")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPages(FencePages):
    """Those of the `review` fence, which stands where no question does."""

    shows_questions: Callable[[], bool]


def register_review(md: Markdown, pages: ReviewPages) -> None:
    """Let a converter find the fence. Without a course only one that can be nothing else is refused."""
    marked = find(md, "review", _NAME, lambda fence: pages.site.course or not fence.body.strip())
    md.treeprocessors.register(PlaceReview(md, marked, pages), _NAME, _AFTER_QUESTIONS)


class PlaceReview(PlaceCourseFences):
    """Makes the element of a page."""

    def __init__(self, md: Markdown, marked: MarkedFences, pages: ReviewPages) -> None:
        super().__init__(md, marked, pages)
        self.shows_questions = pages.shows_questions

    def element(
        self, page: Page, fence: Fence, *, is_placed: bool, is_first: bool
    ) -> tuple[Element | None, Sequence[Complaint]]:
        """The one element of a page."""
        if complaint := self._complaint(fence, is_placed=is_placed, is_second=not is_first):
            return None, [complaint]
        # Only a page with such a fence pays for its words.
        from selfcheck.frame.words import interface_language

        words = self.pages.site.equipment.words_for(page.language)
        attributes = {"class": "self-check-review", "data-search-exclude": "", "data-words": words.language}
        if interface_language(page.language) != words.language:
            attributes |= {"lang": words.language, "dir": words.direction}
        return Element("self-check-review", attributes), ()

    def assets(self, page: Page) -> Iterable[Asset]:
        """What it needs, and what asks the questions."""
        from selfcheck.review.assets import review_assets

        return review_assets(self.pages.site.equipment.words_for(page.language))

    def _complaint(self, fence: Fence, *, is_placed: bool, is_second: bool) -> Complaint | None:
        if not self.pages.site.course:
            return _NO_COURSE
        if complaint := about_signs(fence):
            return complaint
        if fence.info != "review":
            return Complaint((), f'the fence says "{fence.info}"', "write ```review and nothing behind it")
        if fence.body.strip():
            return Complaint((), "a review is told nothing, and this fence is not empty", "leave it empty")
        if not is_placed:
            return IN_RAW_HTML
        if self.shows_questions():
            return _NOT_ALONE
        return _SECOND if is_second else None
