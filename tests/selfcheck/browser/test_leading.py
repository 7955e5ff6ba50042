"""What leads to a question opens what hides it, clear of the page's header, and puts the focus there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import EXTENSIONS, PROSE, Built
from tests.selfcheck.browser.small_site import choice, small_site

QUIZ = """```quiz
quiz: lesson
only: [{}]
```
"""
HIDING: Mapping[str, str] = {
    "in-tab": '=== "One"\n\n    Text.\n\n=== "Two"\n\n',
    "in-details": "<details markdown>\n<summary>More</summary>\n\n{}\n</details>\n",
    "in-admonition": '??? note "Closed"\n\n',
    "in-all": '??? note "Closed"\n\n    === "One"\n\n        T\n\n    === "Two"\n\n        ??? tip "X"\n\n',
}
TABS_CSS = """
.tabbed-set > input, .tabbed-alternate .tabbed-block, .tabbed-set:not(.tabbed-alternate) > .tabbed-content
  { display: none; }
.tabbed-set > input:checked + label + .tabbed-content { display: block !important; }
.tabbed-set > input:nth-child(1):checked ~ .tabbed-content > :nth-child(1),
.tabbed-set > input:nth-child(2):checked ~ .tabbed-content > :nth-child(2) { display: block !important; }
"""
COLLAPSE = """
<p><button data-bs-toggle="collapse" data-bs-target="#more" aria-controls="more">More</button></p>
<div class="collapse" id="more" markdown>

{}
</div>
"""

OPENERS_JS = """
addEventListener("click", (event) => {
  const { target } = event;
  if (!target.matches("[role], [data-bs-target]")) return;
  event.preventDefault();
  target.parentElement.nextElementSibling.hidden = false;
});
addEventListener("click", ({ target }) => {
  if (target.ariaExpanded === "false") target.parentElement.nextElementSibling.style.height = "auto";
});
"""
FLAT = """
<p><button aria-controls="flat" aria-expanded="false">More</button></p>
<div id="flat" style="height: 0; overflow: hidden" markdown>

{}
</div>
"""
OPENED = "<p><{0}>More</{1}></p>\n<div {2} hidden markdown>\n\n{{}}\n</div>\n"
# What opens them says so by several attributes.
OTHERS = {
    "in-panel": OPENED.format(
        'button role="tab" id="tab"', "button", 'role="tabpanel" aria-labelledby="tab"'
    ),
    "in-target": OPENED.format('button data-bs-target="#target"', "button", 'id="target"'),
    "in-role": OPENED.format('a role="button" href="#role"', "a", 'id="role"'),
    "in-flat": FLAT,
}
HIGH = (
    "<style>#high { position: POSITION; top: 0; left: 0; right: 0; height: 190px }</style><div id=high></div>"
)


def hidden(name: str, how: str) -> str:
    quiz = QUIZ.format(name)
    if "{}" in how:
        return how.format(quiz)
    before = how.rstrip("\n").splitlines()[-1]
    margin = " " * (len(before) - len(before.lstrip()) + 4)
    return how + "".join(f"{margin}{line}\n" for line in quiz.splitlines())


def page_of(ways: Mapping[str, str]) -> str:
    parts = [f"{hidden(name, how)}\n{PROSE}\n\n{PROSE}\n" for name, how in ways.items()]
    return f"# Lesson\n\n{PROSE * 6}\n\n[Again](#check-{next(iter(ways))})\n\n" + "\n".join(parts) + PROSE * 8


def built_with(root: Path, theme: str, ways: Mapping[str, str], **settings: Any) -> Any:
    (root / "docs").mkdir(exist_ok=True)
    links = "".join(f"[to {name}](lesson.md#check-{name})\n\n" for name in ways)
    (root / "docs/links.md").write_text(f"# Links\n\n{links}", "utf-8")
    (root / "docs/tabs.css").write_text(TABS_CSS, "utf-8")
    return small_site(root, *map(choice, ways), page=page_of(ways), theme=theme, **settings)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    extensions = [*EXTENSIONS, "md_in_html", "pymdownx.details"]
    root = tmp_path_factory.mktemp("hidden")
    with built_with(root, "linked tabs", HIDING, markdown_extensions=extensions) as made:
        yield made


@pytest.fixture(scope="module", params=[True, False], ids=["alternate", "plain"])
def other_theme(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The theme of MkDocs, with tabs as their own documentation styles them, and its collapsed elements."""
    tabbed = {"pymdownx.tabbed": {"alternate_style": request.param}}
    extensions = ["md_in_html", "admonition", "pymdownx.details", "pymdownx.superfences", tabbed]
    ways = {**HIDING, "in-collapse": COLLAPSE}
    root = tmp_path_factory.mktemp("other")
    settings = {"markdown_extensions": extensions, "extra_css": ["tabs.css"]}
    with built_with(root, "mkdocs", ways, **settings) as made:
        yield made


def expect_there(page: Page, name: str) -> None:
    """The question is open to the eye, below every header, and has the focus."""
    block = Block(page, name)
    expect(block.part("question")).to_be_focused()
    expect(block.part("label")).to_be_in_viewport(ratio=1)
    label = block.part("label")
    # Whatever is drawn last is settled then.
    page.evaluate("() => new Promise(done => setTimeout(done, 100))")
    expect(label).to_be_in_viewport(ratio=1)
    assert label.evaluate(
        """label => {
          const {left, top} = label.getBoundingClientRect();
          return label.contains(document.elementFromPoint(left + 2, top + 2));
        }"""
    ), "something covers it"


@pytest.mark.parametrize("name", HIDING)
def test_the_address_of_a_hidden_question_opens_what_hides_it(visits: Visits, site: Built, name: str) -> None:
    page = visits.open(f"{site.page('lesson')}#check-{name}", height=500)
    expect_there(page, name)
    page.keyboard.press("Tab")
    expect(Block(page, name).field("response", "1")).to_be_focused()


@pytest.mark.parametrize("name", HIDING)
def test_retry_opens_what_hides_the_first_missed_question(visits: Visits, site: Built, name: str) -> None:
    page = visits.open(f"{site.page('lesson')}#check-{name}", height=500)
    Block(page, name).give({"response": "2"})
    page.goto(site.page("links"))
    page.goto(site.page("lesson"))
    expect(Block(page, name).root).to_be_hidden()
    page.get_by_role("button", name=SAYS["retry"].format(count=1)).click()
    expect_there(page, name)
    Block(page, name).expect_state("open")


def test_a_link_leads_to_a_hidden_question_again_and_again(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), height=500)
    for _ in range(2):
        page.get_by_role("link", name="Again").click()
        expect_there(page, "in-tab")
        # As a key does it; a click on the label leaves Material's address at the tab.
        page.locator("#__tabbed_1_1").evaluate("radio => radio.click()")
        expect(Block(page, "in-tab").root).to_be_hidden()


def test_a_link_that_opens_elsewhere_moves_nothing_here(visits: Visits, site: Built) -> None:
    reader = visits.reader()
    page = reader.new_page()
    page.goto(site.page("lesson"))
    page.get_by_role("link", name="Again").click()
    expect_there(page, "in-tab")
    page.evaluate("document.activeElement.blur()")
    with reader.expect_page():
        page.get_by_role("link", name="Again").click(modifiers=["ControlOrMeta"])
    page.evaluate("() => new Promise(done => setTimeout(done))")
    expect(Block(page, "in-tab").part("question")).not_to_be_focused()


# Until Material knows the pages of the site, a link loads its page as any link does.
KNOWS_THE_PAGES = """() => performance.getEntriesByType("resource").some(
  ({ name, responseEnd }) => name.endsWith("/sitemap.xml") && responseEnd > 0)"""


@pytest.mark.parametrize("name", HIDING)
def test_a_link_of_another_page_leads_there_without_loading(visits: Visits, site: Built, name: str) -> None:
    page = visits.open(site.page("links"), height=500)
    page.wait_for_function(KNOWS_THE_PAGES)
    page.evaluate("() => { window.sameDocument = true; }")
    page.get_by_role("link", name=f"to {name}", exact=True).click()
    expect(page.locator("article h1")).to_contain_text("Lesson")
    expect_there(page, name)
    assert page.evaluate("() => window.sameDocument"), "the page was loaded anew"


@pytest.mark.parametrize("name", [*HIDING, "in-collapse"])
def test_under_another_theme_too(visits: Visits, other_theme: Built, name: str) -> None:
    page = visits.open(other_theme.page("lesson"), height=500)
    expect(Block(page, name).root).to_be_hidden()
    page.evaluate("name => { location.hash = `check-${name}`; }", name)
    expect_there(page, name)


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    root = tmp_path_factory.mktemp("openers")
    (root / "docs").mkdir()
    (root / "docs/openers.js").write_text(OPENERS_JS, "utf-8")
    settings = {"markdown_extensions": [*EXTENSIONS, "md_in_html"], "extra_javascript": ["openers.js"]}
    with built_with(root, "mkdocs", OTHERS, **settings) as made:
        yield made


@pytest.mark.parametrize("name", OTHERS)
def test_what_opens_it_may_say_so_in_other_words(visits: Visits, others: Built, name: str) -> None:
    page = visits.open(f"{others.page('lesson')}#check-{name}", height=500)
    expect_there(page, name)


UNOPENED = {
    "in-hidden": "<div hidden markdown>\n\n{}\n</div>\n",
    "in-none": '<div style="display: none" markdown>\n\n{}\n</div>\n',
    "in-invisible": '<div style="visibility: hidden" markdown>\n\n{}\n</div>\n',
    "in-two": '<div hidden markdown>\n<div style="visibility: hidden" markdown>\n\n{}\n</div>\n</div>\n',
}


@pytest.fixture(scope="module")
def unopened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    root = tmp_path_factory.mktemp("unopened")
    (root / "docs").mkdir()
    with built_with(root, "mkdocs", UNOPENED, markdown_extensions=[*EXTENSIONS, "md_in_html"]) as made:
        yield made


@pytest.mark.parametrize("name", UNOPENED)
def test_what_nothing_opens_is_shown_all_the_same(visits: Visits, unopened: Built, name: str) -> None:
    page = visits.open(unopened.page("lesson"), height=500)
    expect(Block(page, name).root).to_be_hidden()
    page.evaluate("name => { location.hash = `check-${name}`; }", name)
    expect_there(page, name)


@pytest.mark.parametrize("position", ["sticky", "fixed"])
def test_below_a_header_of_any_height(visits: Visits, site: Built, position: str) -> None:
    page = visits.open(site.page("lesson"), height=500)
    page.evaluate(
        "html => document.body.insertAdjacentHTML('afterbegin', html)", HIGH.replace("POSITION", position)
    )
    page.evaluate("() => { location.hash = 'check-in-details'; }")
    expect_there(page, "in-details")
