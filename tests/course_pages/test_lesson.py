"""Pages that teach, read from their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_pages.lesson import lesson_of, references


@pytest.mark.parametrize(
    ("text", "first_line"),
    [
        ("# Maps\n\n## Scale {#scale}\n\nOne to ten.\n", 4),
        ("---\n---\n# Maps\n\n## Scale {#scale}\n\nOne to ten.\n", 6),
        ("---\n\n# Maps\n\n## Scale {#scale}\n\nOne to ten.\n", 6),
    ],
    ids=["none", "empty", "a line across"],
)
def test_a_page_without_front_matter_is_read_from_its_first_line_on(
    tmp_path: Path, text: str, first_line: int
) -> None:
    (tmp_path / "maps.md").write_text(text, "utf-8")
    lesson = lesson_of(tmp_path, "maps.md")
    assert (lesson.meta, lesson.title) == ({}, "maps")
    assert lesson.section("scale") == (first_line, "\nOne to ten.\n")


def test_a_page_of_the_reference_without_front_matter_teaches_nothing(tmp_path: Path) -> None:
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference/plain.md").write_text("# Plain\n", "utf-8")
    (tmp_path / "reference/maps.md").write_text("---\nobjective: Read maps.\n---\n# Maps\n", "utf-8")
    nav = [{"Reference": ["reference/plain.md", "reference/maps.md"]}]
    assert [each.page for each in references(tmp_path, nav)] == ["reference/maps.md"]
