"""Pages that mkdocs-encryptcontent protects: closed until the password is given, and then like all others."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.visits import Visits
from tests.hosts.host import Host, Settings
from tests.hosts.installation import once
from tests.hosts.served import served
from tests.pages.tree import write_tree

QUIZZES = {
    "quizzes/secret.yml": """
        title: clear-title
        questions:
          - id: a-choice
            type: single-choice
            stem: Who knows the clear-stem?
            options:
              - {text: the clear-key, correct: true, feedback: clear-feedback}
              - {text: the clear-distractor, feedback: clear-why}
            hints: [clear-hint]
            explanation: clear-explanation
          - id: an-order
            type: ordering
            stem: Sort the clear-rows.
            rows: [{text: clear-first}, {text: clear-second}]
            explanation: clear-order
    """,
    "quizzes/open.yml": """
        questions:
          - id: in-the-open
            type: true-false
            stem: Is this page open?
            answer: true
            explanation: It is.
    """,
}
ANSWERS = ("clear-key", "clear-feedback", "clear-why", "clear-hint", "clear-explanation", "clear-first")
QUIZ = "clear-text\n\n```quiz\nsecret\n```\n"
IN_CLEAR = "---\npassword: ''\n---\n"
PAGES = {
    "docs/index.md": f"{IN_CLEAR}# Home\n\n[Secret](secret.md), [open](open.md)\n",
    "docs/open.md": f"{IN_CLEAR}# Open\n\n```quiz\nopen\n```\n",
    "docs/secret.md": f"---\npassword: hunter2\n---\n# Secret\n\n{QUIZ}",
    "docs/level.md": f"---\nlevel: some\n---\n# For some\n\n{QUIZ}",
    "docs/hidden.md": f"---\nobfuscate: word\n---\n# Hidden\n\n{QUIZ}",
    "docs/part.md": "---\npassword: hunter2\ninject_id: kept\n---\n# In part\n\n"
    f"<div id='kept' markdown>\n\n{QUIZ}\n</div>\n",
    "docs/blog/index.md": f"{IN_CLEAR}# Blog\n",
    "docs/blog/posts/post.md": "---\npassword: hunter2\ndate: 2025-01-02\n---\n# A protected post\n\n"
    f"{QUIZ}\n<!-- more -->\n\nMore.\n",
    "all/index.md": f"# Secret\n\n{QUIZ}",
    "all/open.md": f"{IN_CLEAR}# Open\n\n```quiz\nopen\n```\n",
}
LAST = ["search", "encryptcontent", "selfcheck"]
FEED = {"rss": {"abstract_chars_count": -1, "use_git": False}}


def settings(plugins: Sequence[object], *features: str, docs: str = "docs", **options: Any) -> Settings:
    """A site with these plugins; the options are those of encryptcontent."""
    whole = {
        "password_inventory": {"some": {"ann": "hunter2"}},
        "kdf_pow": 1,
        "password_button": True,
        **options,
    }
    return {
        "docs_dir": docs,
        "site_url": "https://example.org/under/",
        "theme": {"name": "material", "font": False, "features": list(features)},
        "plugins": [{each: whole} if each == "encryptcontent" else each for each in plugins],
        "markdown_extensions": ["md_in_html"],
    }


CLOSED = {
    "before": settings(["selfcheck", "search", "encryptcontent"]),
    "between": settings(["search", "selfcheck", "encryptcontent"]),
    "after": settings(LAST),
    "one-password-for-all": settings(LAST, docs="all", global_password="hunter2"),
    "a-table-of-contents-too": settings(LAST, encrypted_something={"md-nav--secondary": ["nav", "class"]}),
    "an-encrypted-index": settings(LAST, search_index="dynamically"),
}
OPEN = {
    "an-index-in-clear": settings(LAST, search_index="clear"),
    "shown-elsewhere": settings([*LAST, "blog", FEED, "print-site"]),
}


@pytest.fixture(scope="module")
def host(host_named: Callable[[str], Host]) -> Host:
    return host_named("neighbours")


@pytest.fixture(scope="module")
def sites(host: Host, shared: Path) -> dict[str, Path]:
    """The folders of sites that protect their pages in several ways."""
    root = shared / "encrypted"
    every = CLOSED | OPEN

    def build(folder: Path) -> None:
        write_tree(folder, {**PAGES, **QUIZZES})
        host.build_many(folder, every)

    once(root, build)
    return {name: root / f"site-{name}" for name in every}


def test_a_course_names_no_question_of_a_protected_page(host: Host, tmp_path: Path) -> None:
    root = write_tree(tmp_path, {**PAGES, **QUIZZES})
    taught = "objective: know the clear-objective, section: 'secret.md#a-passage'"
    question = (
        f"{{id: taught, type: true-false, stem: 'Is it?', answer: true, explanation: 'Yes.', {taught}}}"
    )
    (root / "quizzes/secret.yml").write_text(f"questions:\n  - {question}\n", "utf-8")
    (root / "docs/secret.md").write_text(PAGES["docs/secret.md"] + "\n## A passage\n", "utf-8")
    (root / "docs/review.md").write_text(f"{IN_CLEAR}# Review\n\n```review\n```\n", "utf-8")
    plugins = ["search", {"selfcheck": {"course": True}}, "encryptcontent", "blog"]
    site = host.build(root, settings(plugins)).checked().site
    assert "in-the-open" in (site / "assets/selfcheck/course/pages.js").read_text("utf-8")
    outline = (site / "assets/selfcheck/course/outline.js").read_text("utf-8")
    assert '"Open"' in outline
    questions = site / "assets/selfcheck/course/questions"
    assert [file.name for file in questions.iterdir()] == ["in-the-open.js"]
    review = (site / "review/index.html").read_text("utf-8")
    assert '<ul><li><a href="../open/">Open</a></li></ul></self-check-review>' in review
    assert "a-passage" not in outline
    files = [file.read_bytes() for file in site.rglob("*") if file.is_file()]
    assert [
        name for name in (b"taught", b"clear-objective", b"Is it?") if any(name in file for file in files)
    ] == []


def test_the_progress_of_a_course_on_a_protected_page_is_refused(host: Host, tmp_path: Path) -> None:
    root = write_tree(tmp_path, {**PAGES, **QUIZZES})
    (root / "docs/secret.md").write_text(f"{PAGES['docs/secret.md']}\n```progress\n```\n", "utf-8")
    plugins = ["search", {"selfcheck": {"course": True}}, "encryptcontent", "blog"]
    built = host.build(root, settings(plugins))
    assert built.status == 1
    assert "docs/secret.md: the progress of a course would stay empty" in built.output


@pytest.mark.parametrize("name", CLOSED)
def test_a_protected_page_is_nowhere_in_clear(name: str, sites: dict[str, Path]) -> None:
    assert (sites[name] / "open/index.html").is_file()
    assert in_clear(sites[name]) == []


def test_an_index_that_a_site_wants_in_clear_has_stems_and_no_answers(sites: dict[str, Path]) -> None:
    site = sites["an-index-in-clear"]
    index = (site / "search/search_index.json").read_text("utf-8")

    assert in_clear(site) == ["search/search_index.json"]
    assert "clear-stem" in index
    assert [word for word in ANSWERS if word in index] == []


@pytest.mark.parametrize(
    ("file", "holds"),
    [
        ("feed_rss_created.xml", "Is this page open?"),
        ("feed_json_created.json", "Is this page open?"),
        ("print_page/index.html", "Is this page open?"),
        ("blog/index.html", "A protected post"),
        ("blog/archive/2025/index.html", "A protected post"),
    ],
)
def test_questions_of_a_protected_page_are_not_shown_elsewhere(
    file: str, holds: str, sites: dict[str, Path]
) -> None:
    text = (sites["shown-elsewhere"] / file).read_text("utf-8")
    assert holds in text
    assert [word for word in ("clear-stem", "clear-rows", *ANSWERS) if word in text] == []


@pytest.fixture(scope="module")
def course(host: Host, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served site with a protected page, with instant navigation."""
    root = write_tree(tmp_path_factory.mktemp("course"), {**PAGES, **QUIZZES})
    with served(host, root, settings(LAST, "navigation.instant")) as (address, _):
        yield address


def test_after_the_password_a_question_is_answered_graded_and_kept(course: str, visits: Visits) -> None:
    page = visits.open(f"{course}secret/")
    expect(page.locator("self-check")).to_have_count(0)
    give_password(page)
    answer(page)
    assert page.evaluate("() => graded.map(({ id, correct }) => [id, correct])") == [["a-choice", True]]

    page.reload()
    expect(page.locator("#check-a-choice")).to_have_attribute("data-state", "right")
    assert_alive_once(page, 2)


def test_a_protected_page_is_reached_and_left_by_instant_navigation(course: str, visits: Visits) -> None:
    page = visits.open(course)
    page.evaluate("() => { window.isTheSame = true; }")
    page.get_by_role("link", name="Secret").last.click()
    give_password(page)
    answer(page)
    assert_alive_once(page, 2)

    page.get_by_role("link", name="Open").first.click()
    block = page.locator("#check-in-the-open")
    expect(block).to_have_attribute("data-state", "open")
    block.get_by_label("True").check()
    block.get_by_role("button", name="Check").click()
    expect(block).to_have_attribute("data-state", "right")
    assert_alive_once(page, 1)
    assert page.evaluate("() => window.isTheSame")


@pytest.mark.parametrize("name", ["hidden", "part"])
def test_a_question_comes_alive_however_it_was_protected(name: str, course: str, visits: Visits) -> None:
    page = visits.open(f"{course}{name}/")
    give_password(page)
    answer(page)
    assert_alive_once(page, 2)


def give_password(page: Page) -> None:
    """Open a protected page; one that is merely obfuscated asks for no password."""
    password, decrypt = page.locator("#mkdocs-content-password"), page.get_by_role("button", name="Decrypt")
    expect(decrypt).to_be_visible()
    if password.is_visible():
        password.fill("hunter2")
    decrypt.click()


def answer(page: Page) -> None:
    """Choose the key of the choice and check it."""
    block = page.locator("#check-a-choice")
    block.get_by_label("the clear-key").check()
    block.get_by_role("button", name="Check").click()
    expect(block).to_have_attribute("data-state", "right")


def assert_alive_once(page: Page, count: int) -> None:
    """Every block of the page is alive, has one button to check, is styled, and is counted once."""
    expect(page.locator("self-check[data-state]")).to_have_count(count)
    expect(page.locator(".self-check__actions > .self-check__button")).to_have_count(count)
    expect(page.locator("self-check-summary")).to_have_count(1)
    expect(page.locator("self-check").first).to_have_css("border-left-style", "solid")


def in_clear(site: Path) -> list[str]:
    """The files of a site in which a word of a protected page stands."""
    files = (file for file in site.rglob("*") if file.is_file())
    return sorted(str(file.relative_to(site)) for file in files if b"clear-" in file.read_bytes())
