"""Links to a repository: the form that takes a report, and the line where a question is written."""

from __future__ import annotations

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
    assert Repository(url, edit_uri, docs).line("quizzes/a b.yml", 12) == edited


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
    assert Repository(GITHUB, edit_uri, docs).line(path, 12) == ""


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
