"""What a page has to carry: scripts, styles, and HTML a question."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.building import build
from benchmarks.report import Row
from selfcheck.assets import assets
from selfcheck.question_types import discover
from selfcheck.words import words

TYPES = ("short-answer", "single-choice", "true-false")
TARGET_ASSETS, TARGET_MENU, TARGET_TYPE, TARGET_HTML = 6 * 1024, 2 * 1024, 2 * 1024, 150


def measure(folder: Path) -> Iterator[Row]:
    """Sizes after gzip; the sites of `builds` stand in `folder` already."""
    needed = list(assets(words("en")).needed(TYPES))
    total = sum(_gzip(asset.content) for asset in needed)
    parts = ", ".join(f"{Path(asset.path).name.split('.')[0]} {_gzip(asset.content)}" for asset in needed)
    yield Row("script and style of the three types, gzip", total, "B", TARGET_ASSETS, f"({parts})")
    for name in discover():
        own = sum(_gzip(asset.content) for asset in assets(words("en")).types[name])
        yield Row(f"script and style of {name}, gzip", own, "B", TARGET_TYPE)
    menu = _gzip(assets(words("en")).menu.content)
    yield Row("script of the menu, fetched when it is opened, gzip", menu, "B", TARGET_MENU)
    quiz, lists = (_articles(folder / out) for out in ("out-quiz", "out-lists"))
    extra = sum(_gzip(a) - _gzip(b) for a, b in zip(quiz, lists, strict=True))
    yield Row("HTML a question over lists, gzip", extra / (len(quiz) * 10), "B", TARGET_HTML)
    yield Row("bytes added to a page without questions", _added(folder), "B", 0)


def _added(folder: Path) -> int:
    """Build the lists with the plugin too, beside one question on a page of its own, and compare the rest."""
    site = folder / "lists"
    with_plugin = folder / "lists-and-plugin"
    (with_plugin / "quizzes").mkdir(parents=True)
    text = (site / "mkdocs.yml").read_text("utf-8").replace("[search]", "[search, selfcheck]")
    (with_plugin / "mkdocs.yml").write_text(f"docs_dir: {site / 'docs'}\n{text}", "utf-8")
    build(with_plugin, folder / "out-plugin")
    pages = sorted((folder / "out-lists").glob("page-*/index.html"))
    return sum(
        abs(
            len((folder / "out-plugin" / page.relative_to(folder / "out-lists")).read_bytes())
            - len(page.read_bytes())
        )
        for page in pages
    )


def _articles(out: Path) -> list[str]:
    pages = sorted(out.glob("page-*/index.html"))
    return [re.search(r"<article.*?</article>", page.read_text("utf-8"), re.DOTALL)[0] for page in pages]  # type: ignore[index]


def _gzip(text: str) -> int:
    return len(gzip.compress(text.encode(), 9, mtime=0))
