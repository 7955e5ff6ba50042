"""What hooks and plugins of a site make of a page's content stays, whatever their priority."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.hosts.host import Host
from tests.hosts.installation import once
from tests.hosts.served import served
from tests.pages.tree import Draw, write_tree

PRIORITIES = (2_000, 1_000, 100, 50, 0, -50, -100, -1_000, -2_000)
EVENTS = f"""
    from mkdocs import plugins


    def changing_content(priority):
        @plugins.event_priority(priority)
        def change(html, page, **more):
            return html + f"<p>content {{priority}}.</p>"

        return change


    def changing_context(priority):
        @plugins.event_priority(priority)
        def change(context, page, **more):
            page.content += f"<p>context {{priority}}.</p>"

        return change


    on_page_content = plugins.CombinedEvent(*map(changing_content, {PRIORITIES}))
    on_page_context = plugins.CombinedEvent(*map(changing_context, {PRIORITIES}))
"""
TEMPLATE = """
    from jinja2 import Template

    FRAME = Template("<section><h1>Framed</h1>{{ content | replace('wordold', 'wordnew') }}</section>")


    def on_page_context(context, page, **more):
        page.content = FRAME.render(content=page.content)
"""
MINIFIER = r"""
    import re


    def on_post_page(output, page, **more):
        output = re.sub(r'="([\w./-]+)"', r"=\1", output)
        return re.sub(r"</(?:body|html|main)>", "", re.sub(r">\s+(?=<)", ">", output))
"""
OWN_SEARCH = """
    import json
    from pathlib import Path


    class Index:
        def __init__(self):
            self.texts = []

        def add_entry_from_context(self, page):
            self.texts.append(page.title + page.content)


    search_index = Index()


    def on_page_context(context, page, **more):
        search_index.add_entry_from_context(page)


    def on_post_build(config):
        Path(config.site_dir, "own.json").write_text(json.dumps(search_index.texts))
"""
LATE = """
    import base64


    def on_post_page(output, page, **more):
        start, end = output.find("<!-- late -->"), output.find("<!-- end -->")
        if start < 0:
            return output
        hidden = base64.b64encode(output[start:end].encode()).decode()
        script = "<div id='late' data-html='" + hidden + "'></div>"
        return output[:start] + script + output[end:]
"""
HOOKS = {
    "events": EVENTS,
    "template": TEMPLATE,
    "minifier": MINIFIER,
    "own_search": OWN_SEARCH,
    "late": LATE,
}
PAGES = {
    **{f"hooks/{name}.py": text for name, text in HOOKS.items()},
    "docs/index.md": "# Home\n\nwordold\n\n<!-- late -->\n\n```quiz\nlesson\n```\n\n"
    "<!-- end -->\n\nAfter it.\n",
    "docs/sheet.md": "# Sheet\n\n```quiz\nquiz: lesson\nas: worksheet\n```\n",
    "docs/plain.md": "# Plain\n",
    "quizzes/lesson.yml": """
        questions:
          - id: a-choice
            type: single-choice
            stem: wordold or wordstem?
            options: [{text: wordkey, correct: true}, {text: wordwrong}]
            explanation: wordexplanation
    """,
}
# What a theme brings from other hosts is left out.
THEMES = {"mkdocs": {"name": "mkdocs", "highlightjs": False}, "material": {"name": "material", "font": False}}
SECRETS = ("wordkey", "wordwrong", "wordexplanation")


def settings(
    *hooks: str, theme: str = "mkdocs", order: tuple[str, ...] = ("search", "selfcheck")
) -> dict[str, Any]:
    return {
        "theme": THEMES[theme],
        "plugins": list(order),
        "hooks": [f"hooks/{name}.py" for name in hooks],
    }


SITES = {
    "events": settings("events"),
    "events-before": settings("events", order=("selfcheck", "search")),
    "template": settings("template"),
    "minifier": settings("minifier"),
    "own-search": settings("own_search", order=("selfcheck",)),
    "late": settings("late"),
}


@pytest.fixture(scope="module", params=["lowest", "newest"])
def sites(request: pytest.FixtureRequest, host_named: Callable[[str], Host], shared: Path) -> dict[str, Path]:
    """The folders of the sites."""
    root = shared / f"hooks-{request.param}"

    def build(folder: Path) -> None:
        write_tree(folder, PAGES)
        host_named(request.param).build_many(folder, SITES)

    once(root, build)
    return {name: root / f"site-{name}" for name in SITES}


def page_of(site: Path, name: str = "index.html") -> str:
    return (site / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["events", "events-before"])
def test_what_a_hook_adds_to_the_content_stays_at_every_priority(name: str, sites: dict[str, Path]) -> None:
    page = page_of(sites[name])
    index = (sites[name] / "search/search_index.json").read_text("utf-8")

    for event in ("content", "context"):
        assert [each for each in PRIORITIES if page.count(f"<p>{event} {each}.</p>") != 1] == []
    assert 'id="check-a-choice"' in page
    # What is added before the index reads the page is found.
    assert [each for each in PRIORITIES if f"content {each}." not in index] == []
    assert "wordstem" in index
    assert [word for word in SECRETS if word in index] == []


def test_a_template_that_replaces_the_content_may_change_questions(sites: dict[str, Path]) -> None:
    page = page_of(sites["template"])

    assert "<h1>Framed</h1>" in page
    assert "wordold" not in page
    assert "wordnew or wordstem?" in page


def test_a_minified_page_names_the_script_once(sites: dict[str, Path]) -> None:
    page = page_of(sites["minifier"])

    assert "class=self-check" in page
    assert page.count("/frame.") == 2


def test_another_search_plugin_of_the_same_shape_reads_stems(sites: dict[str, Path]) -> None:
    texts = "".join(json.loads(page_of(sites["own-search"], "own.json")))

    assert "Home" in texts
    assert "wordstem" in texts
    assert [word for word in SECRETS if word in texts] == []
    assert "wordkey" in page_of(sites["own-search"])


def test_only_a_page_whose_questions_went_is_given_the_script(sites: dict[str, Path]) -> None:
    late = page_of(sites["late"])

    assert "self-check" not in late.replace("self-check.", "").replace("selfcheck", "")
    assert late.index("/frame.") > late.index("After it.")
    assert late.count("/frame.") == 2
    assert "/frame." not in page_of(sites["late"], "plain/index.html")
    assert ".js" not in "".join(
        part for part in page_of(sites["late"], "sheet/index.html").split('"') if "selfcheck/" in part
    )


def test_questions_that_a_hook_hid_come_alive_when_a_script_shows_them(
    host_named: Callable[[str], Host], draw: Draw, visits: Visits
) -> None:
    root = draw(PAGES)
    for theme in ("mkdocs", "material"):
        with served(host_named("newest"), root, settings("late", theme=theme), name=theme) as (address, _):
            page = visits.open(address)
            page.evaluate("() => { late.innerHTML = atob(late.dataset.html); }")
            block = page.locator("#check-a-choice")
            expect(block).to_have_attribute("data-state", "open")
            block.get_by_label("wordkey").check()
            block.get_by_role("button", name="Check").click()
            expect(block).to_have_attribute("data-state", "right")
