"""What a page has to carry: scripts, styles, and HTML a question."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.building import build
from benchmarks.content import QUESTIONS_A_PAGE, Author
from benchmarks.report import Row
from benchmarks.sites import LISTS, OURS, WAYS, write
from selfcheck.frame.assets import assets
from selfcheck.frame.words import words
from selfcheck.question_types import discover

TYPES = ("short-answer", "single-choice", "true-false")
TARGET_ASSETS, TARGET_MENU, TARGET_TYPE, TARGET_HTML = 6 * 1024, 2 * 1024, 2 * 1024, 150


PAGES = 20


def measure(folder: Path) -> Iterator[Row]:
    """Sizes after gzip, and what a question adds to a page."""
    needed = list(assets(words("en")).for_page(TYPES))
    total = sum(gzipped(asset.content) for asset in needed)
    parts = ", ".join(f"{Path(asset.path).name.split('.')[0]} {gzipped(asset.content)}" for asset in needed)
    yield Row("script and style of the three types, gzip", total, "B", TARGET_ASSETS, f"({parts})")
    for name in discover():
        own = sum(gzipped(asset.content) for asset in assets(words("en")).types[name])
        yield Row(f"script and style of {name}, gzip", own, "B", TARGET_TYPE)
    menu = gzipped(assets(words("en")).menu.content)
    yield Row("script of the menu, fetched when it is opened, gzip", menu, "B", TARGET_MENU)
    lists, ours = (_built(folder, name) for name in (LISTS, OURS))
    pairs = list(zip(_articles(ours), _articles(lists), strict=True))
    extra = sum(gzipped(with_questions) - gzipped(plain) for with_questions, plain in pairs)
    yield Row("HTML a question over lists, gzip", extra / (PAGES * QUESTIONS_A_PAGE), "B", TARGET_HTML)
    yield Row("bytes added to a page without questions", _added(folder, lists), "B", 0)


def _built(folder: Path, name: str) -> Path:
    build(write(folder / name, WAYS[name], Author().pages(PAGES)), folder / f"out-{name}")
    return folder / f"out-{name}"


def _added(folder: Path, plain: Path) -> int:
    """Build the lists with the plugin too, and compare."""
    way = replace(WAYS[LISTS], plugin=WAYS[OURS].plugin)
    out = folder / "out-lists-and-plugin"
    build(write(folder / "lists-and-plugin", way, Author().pages(PAGES)), out)
    pages = sorted(file.relative_to(plain) for file in plain.glob("page-*/index.html"))
    return sum(abs((out / page).stat().st_size - (plain / page).stat().st_size) for page in pages)


def _articles(out: Path) -> list[str]:
    pages = sorted(out.glob("page-*/index.html"))
    return [re.search(r"<article.*?</article>", page.read_text("utf-8"), re.DOTALL)[0] for page in pages]  # type: ignore[index]


def gzipped(text: str) -> int:
    """How many bytes a text takes on its way to a reader."""
    return len(gzip.compress(text.encode(), 9, mtime=0))
