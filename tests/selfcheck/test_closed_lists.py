"""Lists of questions tell nothing of what stands on no open page."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from pathlib import Path

import pytest

from tests.selfcheck.listed import lists
from tests.selfcheck.sites import build, draw

HOOKS = {
    "takes the block out of the finished page": (
        'return re.sub("(?s)<self-check .*?</self-check>", "", output) if page.title == "Closed" else output'
    ),
    "leaves the page unwritten": 'return "" if page.title == "Closed" else output',
    "puts the page away": 'return "<body>" if page.title == "Closed" else output',
}
CLOSED = "questions:\n" + "".join(
    f"""
  - id: {name}
    type: true-false
    section: open.md#passage
    stem: Is {word} so?
    {more}answer: true
    explanation: It is.
"""
    for name, word, more in (
        ("idopen", "wordopen", ""),
        ("idclosed", "wordstem", "objective: know wordobjective\n    "),
        ("iddraft", "worddraft", ""),
        ("idgone", "wordgone", ""),
    )
)
OPEN = "# Open\n\n## Passage\n\n```questions\n```\n"


def draw_closed(root: Path, hook: str = "return output", selfcheck: str = "selfcheck") -> Path:
    """A site whose list names questions of a draft, of an excluded page, and of one that a hook changes."""
    configuration = f"""
site_name: Test
theme: {{name: mkdocs}}
plugins: [search, {selfcheck}]
nav: [open.md, closed.md, draft.md, after.md]
draft_docs: draft.md
exclude_docs: gone.md
hooks: [hook.py]
"""
    pages = {
        f"docs/{name}.md": f"# {name.title()}\n\n```quiz\nquiz: closed\nonly: [{question}]\n```\n"
        for name, question in (
            ("closed", "idclosed"),
            ("draft", "iddraft"),
            ("gone", "idgone"),
            ("after", "idopen"),
        )
    }
    hooks = f"import re\n\ndef on_post_page(output, page, config):\n    {hook}\n"
    files = {
        "mkdocs.yml": configuration,
        "quizzes/closed.yml": CLOSED,
        "docs/open.md": OPEN,
        "hook.py": hooks,
    }
    return draw(root, {**files, **pages})


def told_of_closed(root: Path) -> dict[str, list[str]]:
    """The files of the site that tell anything of a question that stands on no page in clear."""
    words = ("idclosed", "wordobjective", "wordstem", "iddraft", "worddraft", "idgone", "wordgone")
    texts = {
        str(file.relative_to(root)): file.read_text("utf-8", errors="replace")
        for file in (root / "site").rglob("*")
        if file.suffix in (".html", ".js", ".json", ".xml")
    }
    found = {name: [word for word in words if word in text] for name, text in texts.items()}
    return {name: words for name, words in found.items() if words}


@pytest.mark.parametrize("selfcheck", ["selfcheck", "selfcheck: {course: true}"])
@pytest.mark.parametrize("hook", HOOKS)
def test_no_file_tells_of_a_question_that_no_finished_page_shows(
    tmp_path: Path, hook: str, selfcheck: str
) -> None:
    root = draw_closed(tmp_path, HOOKS[hook], selfcheck)
    assert build(root).exit_code == 0
    assert told_of_closed(root) == {}
    assert lists(root, "open/index.html") == [[("../after/#check-idopen", "Is wordopen so?")]]


def test_a_question_that_also_stands_on_an_open_page_is_linked_there(tmp_path: Path) -> None:
    root = draw_closed(tmp_path, HOOKS["leaves the page unwritten"])
    page = (root / "docs/after.md").read_text("utf-8").replace("[idopen]", "[idclosed, idopen]")
    (root / "docs/after.md").write_text(page, "utf-8")
    assert build(root).exit_code == 0
    assert [href for href, _ in lists(root, "open/index.html")[0]] == [
        "../after/#check-idopen",
        "../after/#check-idclosed",
    ]


def test_a_list_without_rows_is_not_seen_until_one_of_its_questions_is_shown(tmp_path: Path) -> None:
    root = draw_closed(tmp_path)
    after = (root / "docs/after.md").read_text("utf-8")
    for name in ("after", "closed"):
        (root / f"docs/{name}.md").write_text(f"# {name.title()}\n", "utf-8")
    assert build(root).exit_code == 0
    html = (root / "site/open/index.html").read_text("utf-8")
    assert re.findall('<div class="self-check-questions"[^>]*hidden[^>]*></div>', html)
    (root / "docs/after.md").write_text(after, "utf-8")
    assert build(root, dirty=True).exit_code == 0
    assert lists(root, "open/index.html") == [[("../after/#check-idopen", "Is wordopen so?")]]


def test_a_dirty_build_takes_out_what_a_changed_page_shows_no_more(tmp_path: Path) -> None:
    root = draw_closed(tmp_path)
    assert build(root).exit_code == 0
    assert len(lists(root, "open/index.html")[0]) == 2
    (root / "docs/closed.md").write_text("# Closed\n", "utf-8")
    assert build(root, dirty=True).exit_code == 0
    assert told_of_closed(root) == {}


def test_nothing_of_a_list_is_in_the_search(tmp_path: Path) -> None:
    root = draw_closed(tmp_path)
    assert build(root).exit_code == 0
    index = json.loads((root / "site/search/search_index.json").read_text("utf-8"))
    assert [each["text"] for each in index["docs"] if each["location"] == "open/#passage"] == [""]


def test_the_extension_alone_lists_no_question_of_a_page_that_is_left_out(tmp_path: Path) -> None:
    root = draw_closed(tmp_path)
    configuration = (root / "mkdocs.yml").read_text("utf-8").replace("[search, selfcheck]", "[]")
    (root / "mkdocs.yml").write_text(
        f"{configuration}markdown_extensions: [selfcheck: {{root: {root}}}]\n", "utf-8"
    )
    assert build(root).exit_code == 0
    assert [href for href, _ in lists(root, "open/index.html")[0]] == [
        "../after/#check-idopen",
        "../closed/#check-idclosed",
    ]


PROTECTED = """\
import re
from base64 import b64encode

def on_page_markdown(markdown, page, config, files):
    if page.title == "Closed":
        page.encryptcontent = {}

def on_post_page(output, page, config):
    if page.title != "Closed":
        return output
    return re.sub("(?s)<body.*</body>", lambda body: b64encode(body[0].encode()).decode(), output)
"""


def test_a_list_on_a_protected_page_names_its_questions_and_is_encrypted_with_them(tmp_path: Path) -> None:
    root = draw_closed(tmp_path)
    (root / "hook.py").write_text(PROTECTED, "utf-8")
    questions = (root / "quizzes/closed.yml").read_text("utf-8").replace("open.md#", "closed.md#")
    (root / "quizzes/closed.yml").write_text(questions, "utf-8")
    (root / "docs/open.md").write_text("# Open\n", "utf-8")
    page = (root / "docs/closed.md").read_text("utf-8")
    (root / "docs/closed.md").write_text(f"{page}\n## Passage\n\n```questions\n```\n", "utf-8")
    done = build(root)
    assert done.exit_code == 0, done.said
    html = (root / "site/closed/index.html").read_text("utf-8")
    body = b64decode(max(html.split("\n"), key=len)).decode()
    assert re.findall('<li><a href="(.*?)">(.*?)</a>', body.partition("questions__title")[2]) == [
        ("#check-idclosed", "know wordobjective")
    ]
    # The plugin cleans the index itself, which this hook does not.
    assert set(told_of_closed(root)) <= {"site/search/search_index.json"}
    index = (root / "site/search/search_index.json").read_text("utf-8")
    assert "wordobjective" not in index
