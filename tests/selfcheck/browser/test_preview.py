"""`selfcheck preview`: the questions of one file in the browser, and a save shown at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from selfcheck.cli import main
from selfcheck.configuration import site_of
from selfcheck.preview.page import Preview
from selfcheck.preview.server import PreviewServer
from tests.browsing.visits import Visits
from tests.selfcheck.cases import GRID, quiz_of
from tests.selfcheck.sites import draw

QUESTION = """\
id: stride
type: true-false
stem: A stride is a step. ![a grid](images/grid.svg)
answer: true
feedback: {if-true: The kernel moves on by it.}
explanation: It says how far the kernel moves on.
"""
OTHER = QUESTION.replace("id: stride", "id: other")
GERMAN = "questions:\n  - id: other\n    stem: Ein Stride ist ein Schritt. ![ein Gitter](images/grid.svg)\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"quizzes/a.yml": quiz_of(QUESTION), "docs/images/grid.svg": GRID, "docs/secret.md": "# Secret\n"}
    return draw(tmp_path, {**files, "quizzes/b.de.yml": GERMAN, "quizzes/b.yml": quiz_of(OTHER)})


@contextmanager
def served(root: Path, name: str) -> Iterator[str]:
    """The address of a preview of a file."""
    configuration = root / "mkdocs.yml"
    with PreviewServer(Preview(site_of(configuration), configuration, root / "quizzes" / name), 0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.address
        server.shutdown()
        thread.join()


def test_a_file_is_asked_in_the_browser_and_follows_what_is_saved(visits: Visits, root: Path) -> None:
    file = root / "quizzes/a.yml"
    with served(root, "a.yml") as address:
        page = visits.open(address)
        block = page.locator("#check-stride")
        assert page.locator("#check-stride img").evaluate("image => image.complete && image.naturalWidth > 0")
        block.locator("label", has_text="True").click()
        block.get_by_role("button", name="Check").click()
        expect(block.get_by_text("The kernel moves on by it.")).to_be_visible()
        file.write_text(quiz_of(QUESTION.replace("A stride is", "A step is")), "utf-8")
        expect(block).to_contain_text("A step is a step.")
        file.write_text(quiz_of(QUESTION.replace("stem:", "stm:")), "utf-8")
        problem = page.locator(".preview-problem")
        expect(problem).to_contain_text('stride: unknown field "stm"; did you mean "stem"? [unknown-field]')
        expect(problem).to_contain_text("a.yml:4:5")
        expect(block).to_have_count(0)
        file.unlink()
        expect(page.locator("body")).to_contain_text("There is no file")
        file.write_text(quiz_of(QUESTION), "utf-8")
        expect(block).to_contain_text("A stride is a step.")
        assert page.evaluate("violations") == []
        page.goto("about:blank")  # before the server goes, of which the page would complain


def test_a_translation_is_shown_in_its_language_and_no_page_is_given_away(root: Path) -> None:
    with served(root, "b.de.yml") as address:
        html = fetched(address)
        assert "Ein Stride ist ein Schritt." in html
        assert "Antwort zeigen" in html
        assert fetched(f"{address}images/grid.svg") == GRID
        for path, headers in (("secret.md", {}), ("%2e%2e/mkdocs.yml", {}), ("", {"Host": "a.b"})):
            with pytest.raises(HTTPError) as refused:
                fetched(f"{address}{path}", headers)
            assert refused.value.code in (403, 404)
            refused.value.close()


def fetched(address: str, headers: Mapping[str, str] = MappingProxyType({})) -> str:
    with urlopen(Request(address, headers=dict(headers))) as answer:
        return str(answer.read().decode())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("docs/images/grid.svg", "is no question file; name one that ends with .yml or .yaml"),
        ("quizzes/no.yml", "does not exist"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["preview", name])
    assert (done.exit_code, said in done.output) == (2, True)


def test_a_port_that_is_taken_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    with served(root, "a.yml") as address:
        done = CliRunner().invoke(
            main, ["preview", "quizzes/a.yml", "--port", address.rstrip("/").rpartition(":")[2]]
        )
    assert (done.exit_code, "name another by --port" in done.output) == (2, True)


def test_a_file_with_brackets_in_its_name_is_followed(root: Path) -> None:
    file = root / "quizzes" / "week [1].yml"
    file.write_text(quiz_of(QUESTION), "utf-8")
    preview = Preview(site_of(root / "mkdocs.yml"), None, file)
    before = preview.version()
    file.write_text(quiz_of(f"{QUESTION}hints: [look]\n"), "utf-8")
    assert preview.version() != before


def test_a_hidden_file_says_why_it_is_not_shown(root: Path) -> None:
    (root / "quizzes/.draft.yml").write_text(quiz_of(OTHER), "utf-8")
    with served(root, ".draft.yml") as address:
        assert "is passed over" in fetched(address)
