"""Links to a repository: the form that takes a report, and the line where a question is written."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from selfcheck.repository import Repository, edit_uri_of

TITLE, BODY = "Question a-b", "What?\n\n---\nquestion: a-b & more"


@pytest.mark.parametrize(
    ("url", "form", "fields"),
    [
        ("https://github.com/o/r", "https://github.com/o/r/issues/new", ("title", "body")),
        ("https://github.com/o/r/", "https://github.com/o/r/issues/new", ("title", "body")),
        ("https://github.firm.example/o/r", "https://github.firm.example/o/r/issues/new", ("title", "body")),
        (
            "https://gitlab.com/g/s/r",
            "https://gitlab.com/g/s/r/-/issues/new",
            ("issue[title]", "issue[description]"),
        ),
        ("https://codeberg.org/o/r", "https://codeberg.org/o/r/issues/new", ("title", "body")),
    ],
)
def test_a_report_fills_the_form_of_its_host(url: str, form: str, fields: tuple[str, str]) -> None:
    address = urlsplit(Repository(url).issue(TITLE, BODY))
    assert f"{address.scheme}://{address.netloc}{address.path}" == form
    assert parse_qsl(address.query, strict_parsing=True) == [(fields[0], TITLE), (fields[1], BODY)]


@pytest.mark.parametrize("url", ["", "https://bitbucket.org/o/r", "https://git.example.org/r", "no address"])
def test_where_no_form_is_known_nothing_is_reported(url: str) -> None:
    assert Repository(url).issue(TITLE, BODY) == ""


GITHUB = "https://github.com/o/r"
ROOT = Path("/checkout/site")


@pytest.mark.parametrize(
    ("url", "edit_uri", "docs", "edited"),
    [
        (GITHUB, "edit/main/docs/", "docs", f"{GITHUB}/edit/main/quizzes/a%20b.yml#L12"),
        (GITHUB, "edit/main/docs", "docs", f"{GITHUB}/edit/main/quizzes/a%20b.yml#L12"),
        (GITHUB, "blob/main/site/pages/", "pages", f"{GITHUB}/blob/main/site/quizzes/a%20b.yml#L12"),
        (GITHUB, "edit/main/site/pages/", "site/pages", f"{GITHUB}/edit/main/quizzes/a%20b.yml#L12"),
        (GITHUB, "?query=root/docs/", "docs", f"{GITHUB}?query=root/quizzes/a%20b.yml#L12"),
        (GITHUB, "https://editor.example/r/docs/", "docs", "https://editor.example/r/quizzes/a%20b.yml#L12"),
        ("", "https://editor.example/r/docs/", "docs", "https://editor.example/r/quizzes/a%20b.yml#L12"),
    ],
)
def test_a_line_is_edited_beside_the_pages(url: str, edit_uri: str, docs: str, edited: str) -> None:
    assert Repository(url, edit_uri, ROOT, docs).line("quizzes/a b.yml", 12) == edited


@pytest.mark.parametrize(
    ("edit_uri", "docs", "path"),
    [
        ("", "docs", "quizzes/a.yml"),
        ("edit/main/", "docs", "quizzes/a.yml"),
        ("edit/main/mydocs/", "docs", "quizzes/a.yml"),
        ("edit/main/docs/", "/elsewhere/docs", "quizzes/a.yml"),
        ("edit/main/docs/", "docs", "/elsewhere/a.yml"),
    ],
)
def test_what_edit_uri_does_not_reach_has_no_link(edit_uri: str, docs: str, path: str) -> None:
    assert Repository(GITHUB, edit_uri, ROOT, docs).line(path, 12) == ""


@pytest.mark.parametrize(
    ("edit_uri", "docs", "path", "edited"),
    [
        ("edit/main/docs/", "../docs", "quizzes/a.yml", "edit/main/site/quizzes/a.yml"),
        ("edit/main/docs/", "../docs", "../quizzes/a.yml", "edit/main/quizzes/a.yml"),
        ("edit/main/a/docs/", "../a/docs", "../quizzes/a.yml", "edit/main/quizzes/a.yml"),
        ("edit/main/site/docs/", "docs", "../quizzes/a.yml", "edit/main/quizzes/a.yml"),
        ("edit/main/docs/", "docs", "docs/quizzes/a.yml", "edit/main/docs/quizzes/a.yml"),
        ("edit/main/docs/", "/checkout/docs", "/checkout/quizzes/a.yml", "edit/main/quizzes/a.yml"),
    ],
)
def test_a_line_is_edited_where_pages_and_questions_stand_apart(
    edit_uri: str, docs: str, path: str, edited: str
) -> None:
    assert Repository(GITHUB, edit_uri, ROOT, docs).line(path, 12) == f"{GITHUB}/{edited}#L12"


@pytest.mark.parametrize(
    ("docs", "path", "named"),
    [
        ("docs", "docs/a.md", "docs/a.md"),
        ("../docs", "../docs/a.md", "docs/a.md"),
        ("/elsewhere/docs", "/elsewhere/docs/a.md", "docs/a.md"),
        ("docs", "/elsewhere/a.md", "a.md"),
    ],
)
def test_a_path_without_a_checkout_is_taken_from_near_folders(docs: str, path: str, named: str) -> None:
    assert Repository(GITHUB, "", ROOT, docs).path(path) == named


@pytest.mark.parametrize(
    ("site", "path", "named"),
    [
        (".", "docs/a.md", "docs/a.md"),
        ("site", "docs/a.md", "site/docs/a.md"),
        ("site", "../docs/a.md", "docs/a.md"),
        ("a/b", "../docs/a.md", "a/docs/a.md"),
    ],
)
def test_a_path_is_taken_from_the_root_of_the_checkout(
    site: str, path: str, named: str, tmp_path: Path
) -> None:
    (tmp_path / "work" / ".git").mkdir(parents=True)
    assert Repository(GITHUB, "", tmp_path / "work" / site, "docs").path(path) == named


@pytest.mark.parametrize(
    ("template", "edit_uri"),
    [
        ("edit/main/docs/{path}", "edit/main/docs/"),
        ("?file=docs/{path!q}", "?file=docs/"),
        ("edit/{path_noext}.md", ""),
        ("edit/{path}?plain=1", ""),
        ("", "edit/master/docs/"),
    ],
)
def test_a_template_names_the_folder_before_the_path(template: str, edit_uri: str) -> None:
    assert edit_uri_of(template, "edit/master/docs/") == edit_uri


def test_a_way_without_a_repository_leads_nowhere() -> None:
    assert Repository("", "edit/main/docs/").line("quizzes/a.yml", 12) == ""
