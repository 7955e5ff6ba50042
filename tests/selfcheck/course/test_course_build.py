"""A site built with the option `course`: its script on every page, and the data of what stands in clear."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from selfcheck.errors import ProblemsFound
from selfcheck.extension import SelfCheckExtension
from tests.selfcheck.sites import build, draw

PAGES = {
    "docs/index.md": "# Home\n",
    "docs/last.md": "# Last\n\n## The passage\n\n```quiz\none\n```\n",
    "docs/deep/er/page.md": "# Deep\n\n```quiz\none\n```\n\n```quiz\ntwo\n```\n",
    "docs/gone.md": "# Gone\n\n```quiz\ngone\n```\n",
    "docs/draft.md": "# Draft\n\n```quiz\ndraft\n```\n",
    "docs/cut.md": "# Cut\n\n```quiz\ncut\n```\n",
    "hook.py": """
import re

def on_post_page(output, page, config):
    return re.sub("(?s)<self-check .*?</self-check>", "", output) if page.title == "Cut" else output
""",
}
NAMES = ("one", "two", "gone", "draft", "cut")


def question(name: str) -> str:
    return f"""
questions:
  - id: {name}
    type: true-false
    objective: know the question {name}
    section: last.md#the-passage
    stem: Is this the question {name}?
    answer: true
    explanation: It is.
"""


def course(root: Path, option: str = "course: true", more: str = "") -> Path:
    configuration = f"""
site_name: Course
theme: {{name: mkdocs}}
plugins:
  - selfcheck: {{{option}}}
nav: [last.md, index.md, cut.md]
not_in_nav: deep/
draft_docs: draft.md
exclude_docs: gone.md
hooks: [hook.py]
{more}
"""
    quizzes = {f"quizzes/{name}.yml": question(name) for name in NAMES}
    return draw(root, {"mkdocs.yml": configuration, **PAGES, **quizzes})


def data(root: Path, kind: str) -> Any:
    file = (root / f"site/assets/selfcheck/course/{kind}.js").read_text("utf-8")
    return json.loads(file.partition(f'SelfCheckCourse("{kind}",')[2].removesuffix(");\n"))


def told(root: Path) -> dict[str, list[str]]:
    """The ids on each page, in the order of the file."""
    return {address: list_.split()[::2] for address, list_, *_ in data(root, "pages")}


@pytest.mark.parametrize(
    ("is_folders", "expected"),
    [
        ("true", {"last/": ["one"], "deep/er/page/": ["one", "two"]}),
        ("false", {"last.html": ["one"], "deep/er/page.html": ["one", "two"]}),
    ],
)
def test_data_name_what_stands_in_clear_in_published_pages(
    tmp_path: Path, is_folders: str, expected: dict[str, list[str]]
) -> None:
    root = course(tmp_path, more=f"use_directory_urls: {is_folders}")
    outcome = build(root)
    assert outcome.exit_code == 0, outcome.said
    assert list(told(root).items()) == list(expected.items())


def test_every_page_links_one_script_and_one_style(tmp_path: Path) -> None:
    root = course(tmp_path)
    assert build(root).exit_code == 0
    for name in ("index.html", "deep/er/page/index.html", "cut/index.html"):
        html = (root / "site" / name).read_text("utf-8")
        linked = re.findall(r'"([^"]*assets/selfcheck/course\.[0-9a-f]{8}\.(?:js|css))"', html)
        assert sorted(each.rpartition(".")[2] for each in linked) == ["css", "js"]
        assert all(((root / "site" / name).parent / each).is_file() for each in linked)


def test_fingerprints_are_the_beginnings_of_those_in_the_page(tmp_path: Path) -> None:
    root = course(tmp_path)
    assert build(root).exit_code == 0
    html = (root / "site/last/index.html").read_text("utf-8")
    (fingerprint,) = re.findall(r'data-fingerprint="?(\w{5})', html)
    assert ["last/", f"one {fingerprint}"] in data(root, "pages")


def test_the_outline_names_what_each_page_teaches_and_where(tmp_path: Path) -> None:
    root = course(tmp_path)
    assert build(root).exit_code == 0
    assert data(root, "outline") == [
        ["last/", "Last", 2, [], [["know the question one", "last/#the-passage", "The passage"]]],
        [
            "deep/er/page/",
            "Deep",
            3,
            [],
            [
                ["know the question one", "last/#the-passage", "The passage"],
                ["know the question two", "last/#the-passage", "The passage"],
            ],
        ],
    ]


def test_no_file_tells_of_a_question_that_is_not_in_clear(tmp_path: Path) -> None:
    root = course(tmp_path)
    assert build(root).exit_code == 0
    # The page `cut` is published, but a hook has taken its question out.
    files = [file.read_text("utf-8") for file in (root / "site/assets/selfcheck/course").iterdir()]
    hidden = [f"question {name}" for name in ("gone", "draft", "cut")]
    assert [name for name in hidden if any(name in file for file in files)] == []
    assert any("question one" in file for file in files)


def test_a_page_says_itself_how_long_it_takes_also_in_a_build_that_leaves_it_alone(tmp_path: Path) -> None:
    root = course(tmp_path)
    page = root / "docs/deep/er/page.md"
    page.write_text(f"---\ntitle: Deeper\nminutes: 12\n---\n\n{page.read_text('utf-8')}", "utf-8")
    assert build(root).exit_code == 0
    (root / "docs/last.md").write_text("# Last\n\n## The passage\n\n```quiz\ntwo\n```\n", "utf-8")
    assert build(root, dirty=True).exit_code == 0
    assert [each[:3] for each in data(root, "outline")] == [
        ["last/", "Last", 2],
        ["deep/er/page/", "Deeper", 12],
    ]


def test_minutes_that_are_none_are_told_at_their_line(tmp_path: Path) -> None:
    root = course(tmp_path)
    (root / "docs/last.md").write_text("---\nminutes: soon\n---\n\n# Last\n\n## The passage\n", "utf-8")
    outcome = build(root)
    assert outcome.exit_code == 1
    assert 'docs/last.md:2: "soon" is no number of minutes; write a whole number' in outcome.said


def test_without_the_option_a_site_is_as_with_false(tmp_path: Path) -> None:
    sites = []
    for name, option in (("none", ""), ("false", "course: false")):
        root = course(tmp_path / name, option)
        assert build(root).exit_code == 0
        files = (file for file in (root / "site").rglob("*") if file.is_file())
        sites.append(
            {
                str(file.relative_to(root)): file.read_bytes()
                for file in files
                if not file.name.startswith("sitemap") and file.suffix in (".html", ".js", ".css")
            }
        )
    assert {name: re.sub(b"Build Date.*", b"", text) for name, text in sites[0].items()} == {
        name: re.sub(b"Build Date.*", b"", text) for name, text in sites[1].items()
    }
    assert [name for name in sites[0] if "selfcheck/course" in name] == []


def test_a_dirty_build_tells_also_of_pages_that_it_leaves_alone(tmp_path: Path) -> None:
    root = course(tmp_path)
    assert build(root).exit_code == 0
    before = told(root)
    (root / "docs/last.md").write_text("# Last\n\n## The passage\n\n```quiz\ntwo\n```\n", "utf-8")
    assert build(root, dirty=True).exit_code == 0
    assert told(root) == {**before, "last/": ["two"]}


def test_while_a_site_is_served_data_follow_and_name_no_draft(tmp_path: Path) -> None:
    root = course(tmp_path)
    serve_once(root)
    assert (root / "site/draft/index.html").is_file()
    assert told(root) == {"last/": ["one"], "deep/er/page/": ["one", "two"]}
    (root / "docs/last.md").write_text("# Last\n\n## The passage\n\n```quiz\ntwo\n```\n", "utf-8")
    serve_once(root)
    assert told(root) == {"last/": ["two"], "deep/er/page/": ["one", "two"]}
    html = (root / "site/last/index.html").read_text("utf-8")
    assert len(re.findall(r"selfcheck/course\.\w+\.js", html)) == 1


def serve_once(root: Path) -> None:
    """One build as `mkdocs serve` does it, which reads the configuration anew each time."""
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config, serve_url="http://localhost/")


def test_the_extension_alone_refuses_the_option() -> None:
    with pytest.raises(ProblemsFound, match="`course` needs a host that runs plugins"):
        Markdown(extensions=[SelfCheckExtension(course=True)])


BLOG = """
site_name: Course
theme: {name: material, font: false}
plugins:
  - blog
  - selfcheck: {course: true}
"""
POST = """---
date: 2025-01-01
categories: [Cat]
---

# Post

```quiz
one
```

<!-- more -->

```quiz
two
```
"""


@pytest.mark.parametrize(("own", "is_dirty"), [(["gone"], False), ([], True)])
def test_pages_that_show_the_beginning_of_a_post_ask_nothing_by_that(
    own: list[str], is_dirty: bool, tmp_path: Path
) -> None:
    fences = "".join(f"```quiz\n{name}\n```\n" for name in own)
    pages = {
        "docs/blog/index.md": f"# Blog\n\n{fences}",
        "docs/blog/posts/post.md": POST,
        "docs/last.md": "# Last\n\n## The passage\n\n```questions\n```\n",
        "docs/review.md": "# Review\n\n```review\n```\n",
    }
    quizzes = {f"quizzes/{name}.yml": question(name) for name in ("one", "two", *own)}
    root, post = draw(tmp_path, {"mkdocs.yml": BLOG, **pages, **quizzes}), "blog/2025/01/01/post/"
    outcome = build(root)
    assert outcome.exit_code == 0, outcome.said
    assert "check-one" in (root / "site/blog/archive/2025/index.html").read_text("utf-8")
    if is_dirty:
        build(root, dirty=True)

    assert told(root) == {**({"blog/": own} if own else {}), post: ["one", "two"]}
    links = re.findall(r'href="([^"]*#check-[^"]*)"', (root / "site/last/index.html").read_text("utf-8"))
    assert links == [
        *(f"../blog/#check-{name}" for name in own),
        *(f"../{post}#check-{n}" for n in NAMES[:2]),
    ]
    asked = (root / "site/assets/selfcheck/course/questions/one.js").read_text("utf-8")
    assert f'"{post}"' in asked


def test_a_list_of_the_progress_names_the_pages_that_ask_something_in_clear(tmp_path: Path) -> None:
    root = course(tmp_path)
    (root / "docs/index.md").write_text("# Home\n\n```progress\n```\n", "utf-8")
    outcome = build(root)
    assert outcome.exit_code == 0, outcome.said
    html = (root / "site/index.html").read_text("utf-8")
    listed = html.partition("<self-check-progress ")[2].partition("</self-check-progress>")[0]
    assert re.findall(r'<li><a href="(.+?)">(.+?)</a>', listed) == [
        ("last/", "Last"),
        ("deep/er/page/", "Deep"),
    ]
    assert re.findall(r"<span>(.+?)</span>", listed) == [
        *("2 min", "1 question"),
        *("3 min", "2 questions"),
    ]
    assert "5 min \u00b7 2 questions" in listed
    assert '<a class="self-check-progress__button" href="last/">Start reading</a>' in listed
    assert [name for name in ("gone", "draft", "cut", "Cut") if name in listed] == []


def test_a_list_of_the_progress_follows_in_a_build_that_leaves_its_page_alone(tmp_path: Path) -> None:
    root = course(tmp_path)
    (root / "docs/index.md").write_text("# Home\n\n```progress\n```\n", "utf-8")
    assert build(root).exit_code == 0
    (root / "docs/last.md").write_text("# The very last\n\n## The passage\n", "utf-8")
    assert build(root, dirty=True).exit_code == 0
    html = (root / "site/index.html").read_text("utf-8")
    assert re.findall(r"<li><a [^>]*>(.+?)</a>", html.partition("<self-check-progress ")[2]) == ["Deep"]


def test_nothing_of_the_progress_is_in_the_search(tmp_path: Path) -> None:
    root = course(tmp_path)
    configuration = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(configuration.replace("plugins:", "plugins:\n  - search"), "utf-8")
    (root / "docs/index.md").write_text("# Home\n\n```progress\n```\n", "utf-8")
    assert build(root).exit_code == 0
    index = json.loads((root / "site/search/search_index.json").read_text("utf-8"))
    (home,) = [each["text"] for each in index["docs"] if each["location"] == ""]
    assert home == "Home"


def test_a_page_without_questions_has_a_list_that_is_empty(tmp_path: Path) -> None:
    root = course(tmp_path)
    (root / "docs/index.md").write_text("# Home\n\n```progress\npage: cut.md\n```\n", "utf-8")
    assert build(root).exit_code == 0
    html = (root / "site/index.html").read_text("utf-8")
    assert re.search(r"<self-check-progress [^>]*></self-check-progress>", html)


def test_a_title_is_text_also_where_it_has_signs_and_code(tmp_path: Path) -> None:
    root = course(tmp_path)
    nav = "nav: [{'Loss & <em>more</em>': [last.md, index.md, cut.md]}]"
    configuration = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(configuration.replace("nav: [last.md, index.md, cut.md]", nav), "utf-8")
    last = (root / "docs/last.md").read_text("utf-8")
    (root / "docs/last.md").write_text(last.replace("# Last", "# Recall & `a<b>`"), "utf-8")
    (root / "docs/index.md").write_text("# Home\n\n```progress\nsection: Loss & more\n```\n", "utf-8")
    outcome = build(root)
    assert outcome.exit_code == 0, outcome.said
    title, _, sections = data(root, "outline")[0][1:4]
    assert (title, sections) == ("Recall & a<b>", ["Loss & more"])
    html = (root / "site/index.html").read_text("utf-8")
    listed = html.partition("<self-check-progress ")[2].partition("</self-check-progress>")[0]
    assert '<a href="last/">Recall &amp; a&lt;b&gt;</a>' in listed


def test_while_a_site_is_served_a_draft_shows_progress_and_list_and_is_named_nowhere(tmp_path: Path) -> None:
    root = course(tmp_path)
    draft = "# Draft\n\n```progress\n```\n\n## Mine\n\n```quiz\ndraft\n```\n\n```questions\n```\n"
    (root / "docs/draft.md").write_text(draft, "utf-8")
    (root / "quizzes/draft.yml").write_text(
        question("draft").replace("last.md#the-passage", "draft.md#mine"), "utf-8"
    )
    serve_once(root)
    html = (root / "site/draft/index.html").read_text("utf-8")
    listed = html.partition("<self-check-progress ")[2].partition("</self-check-progress>")[0]
    assert re.findall("<li><a [^>]*>(.+?)</a>", listed) == ["Last", "Deep"]
    assert '<li><a href="#check-draft">know the question draft</a></li>' in html
    assert told(root) == {"last/": ["one"], "deep/er/page/": ["one", "two"]}


def test_two_builds_of_one_configuration_link_the_script_once(tmp_path: Path) -> None:
    config = load_config(str(course(tmp_path) / "mkdocs.yml"))
    for _ in range(2):
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    html = (tmp_path / "site/last/index.html").read_text("utf-8")
    assert len(re.findall(r"selfcheck/course\.\w+\.js", html)) == 1
    assert len(config.watch) == len(set(config.watch))


def test_a_dirty_build_without_the_option_leaves_no_data_of_the_course(tmp_path: Path) -> None:
    root = course(tmp_path)
    assert build(root).exit_code == 0
    configuration = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(configuration.replace("course: true", "course: false"), "utf-8")
    assert build(root, dirty=True).exit_code == 0
    assert not (root / "site/assets/selfcheck/course").exists()
