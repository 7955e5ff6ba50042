"""A dirty build leaves pages alone that have not changed: they are known, and follow their questions."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from mkdocs.commands.build import build as serve
from mkdocs.config import load_config

from tests.selfcheck.sites import build, build_apart, draw

CONFIGURATION = """
site_name: Dirty
theme: {name: mkdocs}
plugins: [search, selfcheck]
markdown_extensions: [attr_list, pymdownx.snippets]
"""
QUESTION = """
questions:
  - id: still-there
    type: true-false
    section: other.md#there
    stem: Is the passage still there in a dirty build?
    answer: true
    explanation: Nothing touched it.
"""
FILES = {
    "mkdocs.yml": CONFIGURATION,
    "docs/index.md": "# Home\n\n```quiz\nfirst\n```\n",
    "docs/other.md": "# Other\n\n## There {#there}\n\nText.\n",
    "quizzes/first.yml": QUESTION,
}
SECOND = QUESTION.replace("still-there", "also-there")


def built_before(root: Path, files: Mapping[str, str] = MappingProxyType({})) -> Path:
    """A site that was built a minute ago."""
    draw(root, {**FILES, **files})
    assert build(root, strict=True).exit_code == 0
    age(root)
    return root


def age(root: Path) -> None:
    """Let pages and questions be a minute older, and what was built of them."""
    for file in [*root.glob("docs/**/*.md"), *root.glob("quizzes/*"), *root.rglob("site/*.html")]:
        status = file.stat()
        os.utime(file, (status.st_atime, status.st_mtime - 60))


def test_a_page_that_is_left_alone_is_known(tmp_path: Path) -> None:
    root = built_before(tmp_path)
    (root / "docs" / "index.md").touch()
    built = build(root, dirty=True)
    assert built.exit_code == 0, built.said


def test_a_page_that_does_not_exist_is_told_in_a_dirty_build_too(tmp_path: Path) -> None:
    root = built_before(tmp_path)
    draw(root, {**FILES, "quizzes/first.yml": QUESTION.replace("other.md#", "othr.md#")})
    problem = 'quizzes/first.yml:5:14: still-there: there is no page "othr.md"; did you mean "other.md"?'
    assert build(root, dirty=True).problems == [problem]


def test_a_dirty_build_says_of_no_question_that_no_page_shows_it(tmp_path: Path) -> None:
    root = built_before(tmp_path)
    (root / "docs" / "other.md").touch()
    assert "no page shows" not in build(root, dirty=True).said


def test_a_changed_question_rebuilds_the_pages_that_show_it(tmp_path: Path) -> None:
    root = built_before(
        tmp_path, {"docs/part.md": "# Part\n\n```quiz\nfirst\n```\n", "docs/apart.md": "# Apart\n"}
    )
    apart = root / "site" / "apart" / "index.html"
    before = apart.stat().st_mtime_ns
    draw(root, {**FILES, "quizzes/first.yml": QUESTION.replace("Nothing touched it.", "Just changed.")})

    assert build(root, dirty=True).exit_code == 0
    for page in ("index.html", "part/index.html"):
        assert "Just changed." in (root / "site" / page).read_text("utf-8")
    assert apart.stat().st_mtime_ns == before


def test_a_page_that_another_plugin_moves_follows_its_questions(tmp_path: Path) -> None:
    moving = """
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-200)
def on_files(files, config):
    moved = files.get_file_from_path("index.md")
    moved.dest_uri = moved.url = "moved.html"
    moved.abs_dest_path = str(Path(config.site_dir, "moved.html"))
"""
    configuration = f"{CONFIGURATION}hooks: [moving.py]\n"
    root = built_before(tmp_path, {"mkdocs.yml": configuration, "moving.py": moving})
    (root / "quizzes" / "first.yml").write_text(QUESTION.replace("Nothing touched it.", "Later."), "utf-8")
    assert build(root, dirty=True).exit_code == 0
    assert "Later." in (root / "site" / "moved.html").read_text("utf-8")


def test_posts_of_a_blog_follow_their_questions(tmp_path: Path) -> None:
    configuration = CONFIGURATION.replace("mkdocs}", "material, font: false}").replace("[search", "[blog")
    post = "---\ndate: 2025-01-01\n---\n# Post\n\n```quiz\nfirst\n```\n\n<!-- more -->\n\nAfter.\n"
    posts = {"docs/blog/index.md": "# Blog\n", "docs/blog/posts/post.md": post}
    root = built_before(tmp_path, {"mkdocs.yml": configuration, "docs/index.md": "# Home\n", **posts})
    page = root / "site" / "blog" / "2025" / "01" / "01" / "post" / "index.html"
    assert "Nothing touched it." in page.read_text("utf-8")
    before = page.stat().st_mtime_ns
    said = build_apart(root, "--dirty").said
    assert (page.stat().st_mtime_ns, "until the next full build, " in said) == (before, False)

    (root / "quizzes" / "first.yml").write_text(QUESTION.replace("Nothing touched it.", "Later."), "utf-8")
    said = build_apart(root, "--dirty").said
    assert "Later." in page.read_text("utf-8")
    assert "until the next full build, pages of the blog may show the beginnings of posts as they" in said


def test_a_draft_that_is_served_follows_its_questions(tmp_path: Path) -> None:
    draft = {"mkdocs.yml": f"{CONFIGURATION}draft_docs: later.md\n", "docs/later.md": "```quiz\nfirst\n```\n"}
    root = built_before(tmp_path, draft)
    page = root / "site" / "later" / "index.html"
    for said in ("Nothing touched it.", "Later."):
        (root / "quizzes" / "first.yml").write_text(QUESTION.replace("Nothing touched it.", said), "utf-8")
        config = load_config(str(root / "mkdocs.yml"))
        config.plugins.on_startup(command="serve", dirty=True)
        serve(config, serve_url="http://localhost/", dirty=True)
        assert said in page.read_text("utf-8")
        age(root)


def test_a_page_that_shows_a_question_by_a_snippet_follows_it(tmp_path: Path) -> None:
    root = draw(tmp_path, {"part.md": "```quiz\nfirst\n```\n"})
    snippet = '--8<-- "part.md"\n'
    configuration = CONFIGURATION.replace("snippets", f"snippets: {{base_path: [{root}]}}")
    draw(root, {**FILES, "mkdocs.yml": configuration, "docs/index.md": snippet})
    assert build(root, strict=True).exit_code == 0

    draw(root, {**FILES, "mkdocs.yml": configuration, "docs/index.md": snippet})
    changed = root / "quizzes" / "first.yml"
    changed.write_text(QUESTION.replace("Nothing touched it.", "Just changed."), "utf-8")
    os.utime(root / "docs" / "index.md", (0, 0))
    assert build(root, dirty=True).exit_code == 0
    assert "Just changed." in (root / "site" / "index.html").read_text("utf-8")


def test_a_question_file_that_is_gone_is_told_by_the_page_that_showed_it(tmp_path: Path) -> None:
    root = built_before(tmp_path)
    (root / "quizzes" / "first.yml").rename(root / "quizzes" / "fist.yml")
    assert build(root, dirty=True).problems == [
        'docs/index.md:4: there is no quiz "first"; did you mean "fist"?'
    ]


def test_what_a_page_shows_is_known_after_dirty_builds(tmp_path: Path) -> None:
    root = built_before(tmp_path)
    (root / "docs" / "other.md").touch()
    assert build(root, dirty=True).exit_code == 0
    (root / "quizzes" / "first.yml").write_text(QUESTION.replace("Nothing touched it.", "Later."), "utf-8")
    assert build(root, dirty=True).exit_code == 0
    assert "Later." in (root / "site" / "index.html").read_text("utf-8")


def test_scripts_and_styles_are_complete_after_dirty_builds(tmp_path: Path) -> None:
    root = built_before(tmp_path)
    whole = {file.name for file in (root / "site" / "assets" / "selfcheck").iterdir()}
    (root / "docs" / "other.md").write_text("# Other\n\n## There {#there}\n\n```quiz\nmore\n```\n", "utf-8")
    numeric = SECOND.replace("true-false", "numeric").replace("answer: true", "answer: 3")
    (root / "quizzes" / "more.yml").write_text(numeric, "utf-8")

    built = build(root, dirty=True)
    assert built.exit_code == 0, built.said
    after = {file.name for file in (root / "site" / "assets" / "selfcheck").iterdir()}
    assert whole < after
    assert any(name.startswith("numeric") for name in after - whole)


def test_without_a_record_a_dirty_build_says_that_pages_do_not_follow(tmp_path: Path) -> None:
    root = built_before(tmp_path)
    shutil.rmtree(root / ".cache")
    said = build_apart(root, "--dirty").said
    assert "there is no record of what pages show: they do not follow their questions in this build" in said
