"""What a course costs a page: its script and style, and the data of its questions."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.report import Row
from benchmarks.weights import gzipped
from selfcheck.course.assets import course_assets, progress_assets, schedule_asset
from selfcheck.course.data_files import CoursePage, data_files
from selfcheck.course.open_blocks import OpenBlock
from selfcheck.frame.assets import Asset
from selfcheck.frame.words import words
from selfcheck.page_index import Lesson
from selfcheck.review.assets import review_assets
from selfcheck.site import Site
from tools.python_environment import ROOT

TARGET_MARKS, TARGET_PROGRESS, TARGET_QUESTION = 2560, 2048, 14
TARGET_SCHEDULE, TARGET_REVIEW = 4608, 4096
QUESTIONS_A_PAGE = 8
MANY = 1_000


def measure() -> Iterator[Row]:
    """Sizes after gzip. The ids are our questions', and for a large course made of words of our lessons."""
    yield _pair("marks", course_assets(words("en")), TARGET_MARKS)
    style, script, look = progress_assets(words("en"))
    yield _pair("progress", (style, script), TARGET_PROGRESS)
    yield Row("progress: script that an overview loads later, gzip", gzipped(look.content), "B", None)
    own = sorted(Site(ROOT).bank().entries)
    yield Row(f"marks: data of our {len(own)} questions, gzip", _data(own), "B", None)
    many = _ids(MANY)
    yield Row(f"marks: data a question, of {MANY}, gzip", _data(many) / MANY, "B", TARGET_QUESTION)
    yield Row(
        "script that computes when questions come back, gzip",
        gzipped(schedule_asset().content),
        "B",
        TARGET_SCHEDULE,
    )
    review = sum(gzipped(each.content) for each in review_assets(words("en")))
    yield Row("script and style of a review, gzip", review, "B", TARGET_REVIEW)


def _pair(name: str, assets: Iterable[Asset], target: int) -> Row:
    sizes = {Path(each.path).name.split(".")[2]: gzipped(each.content) for each in assets}
    parts = ", ".join(f"{kind} {size}" for kind, size in sizes.items())
    return Row(f"{name}: script and style, gzip", sum(sizes.values()), "B", target, f"({parts})")


def _ids(count: int) -> list[str]:
    """Ids of two to four words, all different, always the same."""
    text = " ".join(file.read_text("utf-8") for file in sorted((ROOT / "docs/lessons").glob("*.md")))
    vocabulary = sorted(set(re.findall(r"\b[a-z]{2,9}\b", text)))
    draw = random.Random(2026)
    found: dict[str, None] = {}
    while len(found) < count:
        found["-".join(draw.choices(vocabulary, k=draw.choice((2, 3, 3, 4))))] = None
    return list(found)


def _data(ids: Sequence[str]) -> int:
    """The size of what tells of these questions, however many files it comes in."""
    blocks = [OpenBlock(name, hashlib.sha256(name.encode()).hexdigest()[:5]) for name in ids]
    groups = [blocks[at : at + QUESTIONS_A_PAGE] for at in range(0, len(blocks), QUESTIONS_A_PAGE)]
    pages = [CoursePage("", f"lessons/{group[0].id}/", tuple(group), Lesson(), (), {}) for group in groups]
    files = data_files(pages)
    return sum(gzipped(text) for name, text in files.items() if name.startswith("pages"))
