"""The hook that puts the pages about lessons together."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.files import Files

from course_pages import lesson
from tools import lesson_pages


def test_lessons_are_read_once_a_build_and_anew_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs/lessons").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [selfcheck]\n", "utf-8")
    read: list[str] = []
    lesson_of = lesson.lesson_of

    def noted(docs: Path, page: str) -> lesson.Lesson:
        read.append(page)
        return lesson_of(docs, page)

    monkeypatch.setattr(lesson, "lesson_of", noted)
    config: Any = SimpleNamespace(
        docs_dir=str(tmp_path / "docs"),
        config_file_path=str(tmp_path / "mkdocs.yml"),
        nav=["lessons/index.md", "lessons/maps.md"],
    )
    for title in ("Maps", "Charts"):
        (tmp_path / "docs/lessons/maps.md").write_text(f"---\ntitle: {title}\n---\nText.\n", "utf-8")
        lesson_pages.on_files(Files([]), config)
        for number in range(3):
            page = SimpleNamespace(file=SimpleNamespace(src_uri=f"{number}.md"))
            assert lesson_pages.on_page_content("<p>Text</p>", page, config, Files([])) == "<p>Text</p>"
        assert [each.title for each in lesson_pages._teaching] == [title]
        assert read == ["lessons/maps.md"]
        read.clear()
