"""Puts the elements of `progress` fences into a page; they are filled once all pages are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown

from selfcheck.complaint import Complaint
from selfcheck.extension.course_fence import FencePages, PlaceCourseFences
from selfcheck.fence_complaints import IN_RAW_HTML
from selfcheck.pages.fence import Fence
from selfcheck.pages.finding import find
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.page import Page

if TYPE_CHECKING:  # a site that shows no question does not pay for scripts
    from selfcheck.frame.assets import Asset

_NAME = "selfcheck-progress"
_NO_COURSE = Complaint(
    (),
    "the progress of a course is shown where the option `course` is on",
    "write `course: true` below the plugin in the configuration",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressPages(FencePages):
    """Those of `progress` fences, which name sections of the navigation."""

    navigation: Callable[[], dict[str, tuple[str, ...]]]


def register_progress(md: Markdown, pages: ProgressPages) -> None:
    """Let a converter find the fences. Without a course only those that can be nothing else are refused."""
    marked = find(md, "progress", _NAME, lambda fence: pages.site.course or _is_progress(fence))
    md.treeprocessors.register(PlaceProgress(md, marked, pages), _NAME, 19)


class PlaceProgress(PlaceCourseFences):
    """Makes the elements of a page."""

    def __init__(self, md: Markdown, marked: MarkedFences, pages: ProgressPages) -> None:
        super().__init__(md, marked, pages)
        self.navigation = pages.navigation

    def element(
        self, page: Page, fence: Fence, *, is_placed: bool, is_first: bool
    ) -> tuple[Element | None, Sequence[Complaint]]:
        """One element a fence; a page may have several."""
        # Only a page with such a fence pays for reading it.
        from selfcheck.course.progress import read_progress

        if not self.pages.site.course:
            return None, [_NO_COURSE]
        if not is_placed:
            return None, [IN_RAW_HTML]
        directive = read_progress(fence, self.navigation())
        language = self.pages.site.equipment.words_for(page.language).language
        attributes = {
            "class": "self-check-progress",
            "data-search-exclude": "",
            "data-words": language,
            **directive.progress.attributes,
        }
        return Element("self-check-progress", attributes), directive.complaints

    def assets(self, page: Page) -> Iterable[Asset]:
        """The style, and the script that fills the elements."""
        from selfcheck.course.assets import progress_assets

        return progress_assets(self.pages.site.equipment.words_for(page.language))[:2]


def _is_progress(fence: Fence) -> bool:
    from selfcheck.course.progress import is_progress

    return is_progress(fence)
