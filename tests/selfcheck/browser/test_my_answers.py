"""Answers saved to a file and loaded again, since browsers forget."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block, open_menu
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import choice, small_site

FORBIDDEN = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("not here", "SecurityError"); }
});"""
OTHER = "# Other\n\n```quiz\nquiz: lesson\nonly: [three]\n```\n"
LESSON = "# Lesson\n\n```quiz\nquiz: lesson\nonly: [one, two]\n```\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    root = tmp_path_factory.mktemp("answers")
    (root / "docs").mkdir()
    (root / "docs/other.md").write_text(OTHER, "utf-8")
    with small_site(root, *map(choice, ("one", "two", "three")), page=LESSON) as site:
        yield site


def saved(page: Page, file: Path) -> dict[str, Any]:
    """What the menu saves; it lies in `file` then."""
    open_menu(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=SAYS["save"]).click()
    assert download.value.suggested_filename.startswith("answers-20")
    download.value.save_as(file)
    answers: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return answers


def load(page: Page, file: Path | str | dict[str, Any], folder: Path) -> None:
    """Choose a file in the menu, or one with this text."""
    if not isinstance(file, Path):
        text = file if isinstance(file, str) else json.dumps(file)
        file = folder / "chosen.json"
        file.write_text(text, "utf-8")
    open_menu(page)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=SAYS["load"]).click()
    chooser.value.set_files(file)


def says(page: Page, name: str, **values: object) -> None:
    expect(page.locator("self-check-summary details > [role=status]")).to_have_text(
        SAYS[name].format(**values)
    )


def test_the_answers_of_the_whole_site_move_to_another_browser(
    visits: Visits, site: Built, tmp_path: Path
) -> None:
    page = visits.open(site.page("other"))
    Block(page, "three").give({"response": "2"})
    page.goto(site.page("lesson"))
    Block(page, "one").give({"response": "1"})
    page.evaluate("() => localStorage.setItem('theirs', 'not ours')")
    answers = saved(page, tmp_path / "mine.json")
    assert (answers["format"], answers["v"], answers["site"]) == ("self-check answers", 1, "/")
    assert sorted(answers["records"]) == ["one", "three"]
    assert "theirs" not in json.dumps(answers)

    page = visits.open(site.page("lesson"))
    two = Block(page, "two")
    two.give({"response": "1"})
    load(page, tmp_path / "mine.json", tmp_path)
    says(page, "loaded", loaded=2, left=0)
    Block(page, "one").expect_state("right")
    two.expect_state("right")
    expect(page.locator("self-check-summary .self-check-summary__card > [role=status]")).to_contain_text(
        SAYS["progress"].format(answered=2, total=2)
    )
    page.goto(site.page("other"))
    Block(page, "three").expect_state("wrong")


def test_it_lists_what_was_answered_and_says_what_saving_did(
    visits: Visits, site: Built, tmp_path: Path
) -> None:
    page = visits.open(site.page("other"))
    Block(page, "three").give({"response": "2"})
    page.goto(site.page("lesson"))
    open_menu(page)
    entries = page.locator(".self-check-summary__answers > li")
    expect(entries).to_have_count(0)
    expect(page.locator("self-check-summary")).to_contain_text(SAYS["answers_elsewhere"].format(count=1))
    two = Block(page, "two")
    two.give({"response": "2"})
    expect(entries).to_have_count(1)
    expect(entries).to_contain_text(f"{SAYS['state_tried']} · answer number 2")
    assert entries.evaluate("entry => entry.value") == 2, "its number on the page"
    two.give({"response": "1"})
    expect(entries).to_contain_text(f"{SAYS['state_later']} · answer number 1")
    saved(page, tmp_path / "answers.json")
    expect(page.locator("self-check-summary details > [role=status]")).to_contain_text(
        re.compile(r"^Saved 2 answers to answers-20\d\d-\d\d-\d\d\.json\.$")
    )
    entries.get_by_role("link").click()
    expect(two.part("question")).to_be_focused()


def test_a_stem_that_is_cut_in_the_list_says_so(visits: Visits, tmp_path: Path) -> None:
    short, long = "Which of them? " * 8, "Which of these? " * 8
    questions = (choice(name).replace("Which?", stem) for name, stem in (("short", short), ("long", long)))
    with small_site(tmp_path, *questions) as site:
        page = visits.open(site.page("lesson"))
        for name in ("short", "long"):
            Block(page, name).give({"response": "2"})
        open_menu(page)
        links = page.locator(".self-check-summary__answers a")
        expect(links).to_have_text([short.strip(), f"{long[:119]}…"])


def test_stem_and_answer_are_one_line_each(visits: Visits, tmp_path: Path) -> None:
    stem = "|\n  ![A map](map.svg)\n\n  Which[^note] of 10^5^?\n"
    table = "|\n      | a | b |\n      |---|---|\n      | 1 | 2 |"
    question = choice("one").replace("Which?\n", stem).replace("answer number 1", table)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/map.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    page_of_it = "# Lesson\n\n```quiz\nlesson\n```\n\n[^note]: A note.\n"
    extensions = ["footnotes", "tables", "pymdownx.caret"]
    with small_site(tmp_path, question, page=page_of_it, markdown_extensions=extensions) as site:
        page = visits.open(site.page("lesson"))
        Block(page, "one").give({"response": "1"})
        open_menu(page)
        entry = page.locator(".self-check-summary__answers li")
        expect(entry).to_have_text(f"A map Which of 10^5?{SAYS['state_first']} · a b 1 2")


def test_the_focus_stays_in_the_list_when_another_tab_answers(visits: Visits, site: Built) -> None:
    reader = visits.reader()
    first, second = reader.new_page(), reader.new_page()
    for page in (first, second):
        page.goto(site.page("lesson"))
        Block(page, "one").expect_state("open")
    Block(first, "one").give({"response": "2"})
    first.bring_to_front()
    open_menu(first)
    entries = first.locator(".self-check-summary__answers a")
    entries.focus()
    Block(second, "two").give({"response": "2"})
    first.bring_to_front()
    expect(entries).to_have_count(2)
    expect(entries.first).to_be_focused()


def test_of_two_records_the_younger_stays(visits: Visits, site: Built, tmp_path: Path) -> None:
    page = visits.open(site.page("lesson"))
    one, two = Block(page, "one"), Block(page, "two")
    one.give({"response": "2"})
    two.give({"response": "2"})
    answers = saved(page, tmp_path / "old.json")
    one.button.click()
    one.give({"response": "1"})
    answers["records"]["two"] |= {"response": {"response": "3"}, "at": answers["records"]["two"]["at"] + 1}
    load(page, answers, tmp_path)
    says(page, "loaded", loaded=1, left=1)
    one.expect_state("right")
    assert two.response() == {"response": "3"}


RECORD = {"v": 1, "fingerprint": "", "response": {"response": "1"}, "state": "right", "at": 1}


def test_a_file_that_is_not_ours_is_refused_in_words(visits: Visits, site: Built, tmp_path: Path) -> None:
    page = visits.open(site.page("lesson"))
    one = Block(page, "one")
    one.give({"response": "1"})
    ours = saved(page, tmp_path / "ours.json")
    before = page.evaluate("() => JSON.stringify(localStorage)")
    refused: list[tuple[str | dict[str, Any], str]] = [
        ("", "load_foreign"),
        ("{", "load_foreign"),
        ("null", "load_foreign"),
        ("[]", "load_foreign"),
        ('"text"', "load_foreign"),
        ("<script>alert(1)</script>", "load_foreign"),
        ("\x00\x01", "load_foreign"),
        ({}, "load_foreign"),
        ({**ours, "records": 3}, "load_foreign"),
        ({**ours, "v": 2}, "load_newer"),
    ]
    for content, reason in refused:
        load(page, content, tmp_path)
        says(page, reason)
    load(page, {**ours, "site": "/<b>elsewhere</b>/"}, tmp_path)
    says(page, "load_elsewhere", site="/<b>elsewhere</b>/")
    assert page.evaluate("() => JSON.stringify(localStorage)") == before


def test_a_file_that_cannot_be_read_is_refused_each_time(visits: Visits, site: Built, tmp_path: Path) -> None:
    unreadable = "File.prototype.text = () => Promise.reject(new DOMException('gone', 'NotReadableError'));"
    page = visits.open(site.page("lesson"), script=unreadable)
    load(page, "{}", tmp_path)
    says(page, "load_foreign")
    # Of a text that stays as it is nothing would be read aloud.
    page.evaluate(WATCHING)
    load(page, "{}", tmp_path)
    says(page, "load_foreign")
    page.wait_for_function("() => heard.length > 1")
    assert page.evaluate("() => heard") == ["", SAYS["load_foreign"]]


WATCHING = """() => {
  window.heard = [];
  const said = document.querySelector("self-check-summary details > [role=status]");
  new MutationObserver((all) => all.forEach((one) => heard.push(
    [...one.addedNodes].map((node) => node.textContent).join("")))).observe(said, { childList: true });
}"""


def test_what_is_damaged_in_a_file_breaks_nothing(visits: Visits, site: Built, tmp_path: Path) -> None:
    page = visits.open(site.page("lesson"))
    one, two = Block(page, "one"), Block(page, "two")
    one.give({"response": "1"})
    ours = saved(page, tmp_path / "ours.json")
    late = 9_000_000_000_000
    records = {
        "one": {
            **ours["records"]["one"],
            "at": late,
            "step": "constructor",
            "first": ["right"],
            "hints": "x",
        },
        "two": {**RECORD, "at": late, "state": ["right"], "response": {"response": "9" * 100_000}},
        "three": {**RECORD, "response": 7},
        "../four": RECORD,
        "__proto__": RECORD,
        ".order": 5,
        "five": None,
    }
    load(page, {**ours, "records": records}, tmp_path)
    says(page, "loaded", loaded=2, left=0)
    keys = page.evaluate("() => Object.keys(localStorage).sort()")
    assert keys == ["self-check:/:one", "self-check:/:two"]
    page.reload()
    for block in (one, two):
        expect(block.button).to_be_visible()
        if block.state != "open":
            block.button.click()
        block.give({"response": "1"})
        block.expect_state("right")


def test_where_storage_is_forbidden_a_file_still_holds_the_answers(
    visits: Visits, site: Built, tmp_path: Path
) -> None:
    page = visits.open(site.page("lesson"), script=FORBIDDEN)
    Block(page, "one").give({"response": "1"})
    answers = saved(page, tmp_path / "mine.json")
    assert sorted(answers["records"]) == ["one"]
    page.reload()
    Block(page, "one").expect_state("open")
    load(page, tmp_path / "mine.json", tmp_path)
    expect(page.locator("self-check-summary details > [role=status]")).to_have_text(
        f"{SAYS['loaded'].format(loaded=1, left=0)} {SAYS['not_kept']}"
    )
    Block(page, "one").expect_state("right")


def test_under_a_strict_policy_answers_are_saved_and_loaded(
    visits: Visits, site: Built, tmp_path: Path
) -> None:
    with serve(site.folder, "default-src 'self'") as address:
        page = visits.open(f"{address}/lesson/")
        Block(page, "one").give({"response": "1"})
        saved(page, tmp_path / "mine.json")
        page.evaluate("() => localStorage.clear()")
        page.reload()
        Block(page, "one").expect_state("open")
        load(page, tmp_path / "mine.json", tmp_path)
        says(page, "loaded", loaded=1, left=0)
        Block(page, "one").expect_state("right")
        assert page.evaluate("() => violations") == []


def test_a_record_of_a_newer_version_in_a_file_is_left_out_and_told(
    visits: Visits, site: Built, tmp_path: Path
) -> None:
    page = visits.open(site.page("lesson"))
    Block(page, "one").give({"response": "1"})
    ours = saved(page, tmp_path / "ours.json")
    before = page.evaluate("() => JSON.stringify(localStorage)")
    load(page, {**ours, "records": {"two": {"v": 2, "answers": []}, **ours["records"]}}, tmp_path)
    says(page, "loaded", loaded=0, left=2)
    assert page.evaluate("() => JSON.stringify(localStorage)") == before
