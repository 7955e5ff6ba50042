"""Sites in several languages: mkdocs-static-i18n in both structures, and a build a language."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.hosts.host import Build, Host, Settings
from tests.hosts.installation import once
from tests.pages.tree import Draw, write_tree
from tests.selfcheck.browser.block import Block

ENGLISH = """
    # Lesson

    ## Boiling

    Text.

    ```quiz
    lesson
    ```
"""
FRENCH = """
    # Leçon

    ## Ébullition

    Texte.

    ```quiz
    lesson-fr
    ```
"""
UNTRANSLATED = """
    # Pressure

    ```quiz
    pressure
    ```
"""
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="9"/></svg>'
QUIZZES = {
    "quizzes/lesson.yml": """
        questions:
          - id: boils-en
            type: true-false
            section: index.md#boiling
            stem: "Water boils at 100: ![a dot](images/dot.svg)"
            answer: false
            explanation: See [pressure](deep/pressure.md).
    """,
    "quizzes/lesson-fr.yml": """
        questions:
          - id: boils-fr
            type: numeric
            section: index.md#ebullition
            stem: "À combien d'atmosphères ? ![un point](images/dot.svg)"
            answer: 0.5
            explanation: Voir [la pression](deep/pressure.md).
    """,
    "quizzes/pressure.yml": """
        questions:
          - id: pressure
            type: true-false
            section: index.md#boiling
            stem: "Pressure matters: ![a dot](images/dot.svg)"
            answer: true
            explanation: See [the lesson](index.md).
    """,
}
DOCS: Mapping[str, Mapping[str, str]] = {
    "suffix": {
        "docs/index.md": ENGLISH,
        "docs/index.fr.md": FRENCH,
        "docs/deep/pressure.md": UNTRANSLATED,
        "docs/images/dot.svg": DOT,
    },
    "folder": {
        "docs/en/index.md": ENGLISH,
        "docs/fr/index.md": FRENCH,
        "docs/en/deep/pressure.md": UNTRANSLATED,
        "docs/images/dot.svg": DOT,
    },
}
THEMES: Mapping[str, Mapping[str, Any]] = {
    "material": {"name": "material", "font": False},
    "mkdocs": {"name": "mkdocs", "highlightjs": False},
}
PAGES = {
    "index.html": "en",
    "deep/pressure/index.html": "en",
    "fr/index.html": "fr",
    "fr/deep/pressure/index.html": "fr",
}
"""Each page and its language. The last one is written in English, since nobody has translated it."""

either_structure = pytest.mark.parametrize("structure", DOCS)


def translated(structure: str, theme: str = "material", **of_i18n: Any) -> Settings:
    """What `mkdocs.yml` says of a site in two languages."""
    languages = [
        {"locale": "en", "default": True, "name": "English", "build": True},
        {"locale": "fr", "name": "Français", "build": True},
    ]
    i18n = {"docs_structure": structure, "languages": languages, **of_i18n}
    return {
        "site_url": "https://example.org/",
        "theme": THEMES[theme],
        "plugins": ["search", "selfcheck", {"i18n": i18n}],
    }


@pytest.fixture
def host(host_named: Callable[[str], Host]) -> Host:
    return host_named("neighbours")


@pytest.fixture(
    scope="module",
    params=[(structure, theme) for structure in DOCS for theme in THEMES],
    ids=lambda param: "-".join(param),
)
def built(request: pytest.FixtureRequest, shared: Path, host_named: Callable[[str], Host]) -> Build:
    """The site in either structure and under either theme, built strictly."""
    structure, theme = request.param
    host = host_named("neighbours")

    def build(folder: Path) -> None:
        write_tree(folder, {**DOCS[structure], **QUIZZES})
        host.build(folder, translated(structure, theme), strict=True).checked()

    return Build(0, "", once(shared / f"languages-{structure}-{theme}", build) / f"site-{host.name}")


@pytest.mark.parametrize(("page", "language"), PAGES.items())
def test_a_page_speaks_the_language_that_it_is_built_for(built: Build, page: str, language: str) -> None:
    label = {"en": "Check yourself", "fr": "Testez-vous"}[language]
    html = built.page(page)
    assert f">{label}<" in block(html)
    assert f'<html lang="{language}"' in html
    assert " lang=" not in block(html)


@pytest.mark.parametrize("page", PAGES)
def test_links_pictures_and_scripts_are_found_from_the_pages_of_each_language(
    built: Build, page: str
) -> None:
    html = built.page(page)
    assets = re.findall(r'(?:href|src)="([^"]*selfcheck/[^"]*)"', html)
    written = re.findall(r'(?:href|src)="([^"]*)"', block(html))
    assert len(assets) >= 3
    assert len(written) == 3
    for address in (*assets, *written):
        file = (built.site / page).parent / address.partition("#")[0]
        assert (file / "index.html" if file.is_dir() else file).is_file(), address


@pytest.mark.parametrize(("page", "anchor"), [("index.html", "boiling"), ("fr/index.html", "ebullition")])
def test_a_question_leads_to_the_passage_on_the_page_of_its_language(
    built: Build, page: str, anchor: str
) -> None:
    html = built.page(page)
    assert re.search(rf'href="(\./)?#{anchor}"', block(html))
    assert f'id="{anchor}"' in html


def test_languages_share_the_files_in_which_nothing_is_said(built: Build) -> None:
    files = [file.name.split(".") for file in built.site.rglob("assets/selfcheck/*")]
    kinds = sorted(f"{name}.{kind}" for name, _, kind in files)
    assert kinds == sorted(
        [
            *("frame.css", "sheet.css"),
            *("card.js", "card.js", "frame.js", "frame.js", "menu.js", "menu.js"),
            *("true-false.js", "true-false.js", "numeric.js", "numeric.css"),
        ]
    )
    assert not (built.site / "fr/assets/selfcheck").exists()


def test_search_finds_the_stems_of_both_languages_and_no_answer(built: Build) -> None:
    entries = json.loads(built.page("search/search_index.json"))["docs"]
    text = " ".join(entry["text"] for entry in entries)
    assert "Water boils" in text
    assert "atmosphères" in text
    assert "Voir" not in text


def test_an_answer_on_a_french_page_is_read_judged_and_kept_in_french(visits: Visits, built: Build) -> None:
    # Material looks for a sitemap of each language, which the plugin does not make.
    visits.allowed = ("404 (File not found)",)
    with serve(built.site) as address:
        page = visits.open(f"{address}/fr/")
        question = Block(page, "boils-fr")
        expect(question.button).to_have_text("Vérifier")
        question.give({"value": "0,7"})
        expect(question.part("verdict")).to_have_text("Ce n’est pas ça.")
        page.goto(f"{address}/")
        expect(Block(page, "boils-en").button).to_have_text("Check")
        page.goto(f"{address}/fr/")
        question.expect_state("wrong")
        question.button.click()
        question.give({"value": "0,5"})
        expect(question.part("verdict")).to_contain_text("C’est juste")


@either_structure
def test_a_passage_that_only_another_language_has_is_lost(host: Host, draw: Draw, structure: str) -> None:
    wrong = QUIZZES["quizzes/lesson-fr.yml"].replace("#ebullition", "#boiling")
    root = draw({**DOCS[structure], **QUIZZES, "quizzes/lesson-fr.yml": wrong})
    build = host.build(root, translated(structure))
    assert build.status == 1
    page = {"suffix": "index.fr.md", "folder": "fr/index.md"}[structure]
    lost = f'quizzes/lesson-fr.yml:4:14: boils-fr: the page "{page}" has no anchor "#boiling"'
    assert lost in build.output
    assert "found 1 problem:" in build.output


@either_structure
def test_what_no_language_shows_is_told_once(host: Host, draw: Draw, structure: str) -> None:
    root = draw(
        {**DOCS[structure], **QUIZZES, "quizzes/spare.yml": QUIZZES["quizzes/lesson.yml"].replace("-en", "")}
    )
    build = host.build(root, translated(structure), strict=True)
    assert build.status == 1
    assert re.findall(r"(\S+): no page shows this", build.output) == ["quizzes/spare.yml:1:1"]


def test_a_document_that_stays_in_one_language_has_blocks_that_say_theirs(host: Host, draw: Draw) -> None:
    root = draw({**DOCS["suffix"], **QUIZZES})
    build = host.build(root, translated("suffix", reconfigure_material=False), strict=True).checked()
    html = build.page("fr/index.html")
    assert '<html lang="en"' in html
    assert 'dir="ltr" id="check-boils-fr" lang="fr"' in html
    assert "Testez-vous" in html
    assert " lang=" not in block(build.page("index.html"))


@pytest.mark.parametrize("layout", ["beside", "inside"])
def test_a_build_a_language_knows_what_the_others_show(host: Host, draw: Draw, layout: str) -> None:
    """Two configurations share the quizzes: beside each other, or each in the folder of its language."""
    home = {language: {"beside": "", "inside": f"{language}/"}[layout] for language in ("en", "fr")}
    docs = {
        language: {"beside": f"docs-{language}", "inside": f"{language}/docs"}[layout] for language in home
    }
    root = draw(
        {
            f"{docs['en']}/index.md": ENGLISH,
            f"{docs['en']}/deep/pressure.md": UNTRANSLATED,
            f"{docs['en']}/images/dot.svg": DOT,
            f"{docs['fr']}/index.md": FRENCH,
            f"{docs['fr']}/deep/pressure.md": "# Pression\n",
            f"{docs['fr']}/images/dot.svg": DOT,
            **QUIZZES,
        }
    )
    for language, label in (("en", "Check yourself"), ("fr", "Testez-vous")):
        build = host.build(
            root / home[language], alone(language, layout), name=language, strict=True
        ).checked()
        assert f">{label}<" in block(build.page("index.html"))
    (root / "quizzes/spare.yml").write_text(
        (root / "quizzes/lesson.yml").read_text("utf-8").replace("-en", ""), "utf-8"
    )
    build = host.build(root / home["fr"], alone("fr", layout), name="fr", strict=True)
    assert build.status == 1
    assert re.findall(r"([\w-]+)\.yml:1:1: no page shows this", build.output) == ["spare"]


def alone(language: str, layout: str) -> Settings:
    """What a configuration for one language alone says."""
    folders = {
        "beside": {"docs": f"docs-{language}", "quizzes": "quizzes"},
        "inside": {"docs": "docs", "quizzes": "../quizzes"},
    }[layout]
    return {
        "docs_dir": folders["docs"],
        "theme": {**THEMES["material"], "language": language},
        "plugins": [{"selfcheck": {"quizzes": [folders["quizzes"]]}}],
    }


def test_one_language_of_a_site_in_several_is_built_alone(host: Host, draw: Draw) -> None:
    root = draw(
        {
            "docs/index.en.md": ENGLISH,
            "docs/index.fr.md": FRENCH,
            "docs/deep/pressure.en.md": UNTRANSLATED,
            "docs/deep/pressure.fr.md": "# Pression\n",
            "docs/images/dot.svg": DOT,
            **QUIZZES,
        }
    )
    for language, label in (("en", "Check yourself"), ("fr", "Testez-vous")):
        only = translated("suffix", build_only_locale=language)
        build = host.build(root, only, name=language, strict=True).checked()
        assert f">{label}<" in block(build.page("index.html"))


def test_folders_a_language_by_hand_say_theirs_in_front_matter(host: Host, draw: Draw) -> None:
    french = FRENCH.replace("# Leçon", "---\n    language: fr\n    ---\n\n    # Leçon", 1)
    root = draw(
        {
            "docs/index.md": ENGLISH,
            "docs/deep/pressure.md": UNTRANSLATED,
            "docs/fr/index.md": french,
            "docs/images/dot.svg": DOT,
            **QUIZZES,
            "quizzes/lesson-fr.yml": QUIZZES["quizzes/lesson-fr.yml"].replace("index.md#", "fr/index.md#"),
        }
    )
    settings = {"theme": THEMES["material"], "plugins": ["selfcheck"]}
    build = host.build(root, settings, strict=True).checked()
    assert "Testez-vous" in build.page("fr/index.html")
    assert 'dir="ltr" id="check-boils-fr" lang="fr"' in build.page("fr/index.html")
    assert "Check yourself" in build.page("index.html")


TRANSLATION = """
    questions:
      - id: boils-en
        section: index.md#ebullition
        stem: "L'eau bout à 100 : ![un point](images/dot.svg)"
        explanation: Voir [la pression](deep/pressure.md).
"""


@either_structure
def test_a_translated_question_is_one_question_in_both_languages(
    host: Host, draw: Draw, visits: Visits, structure: str
) -> None:
    french = {
        path: FRENCH.replace("lesson-fr", "lesson")
        for path in DOCS[structure]
        if ".fr." in path or "/fr/" in path
    }
    originals = {path: text for path, text in QUIZZES.items() if "-fr" not in path}
    root = draw({**DOCS[structure], **french, **originals, "quizzes/lesson.fr.yml": TRANSLATION})
    configuration = host.write_settings(root, translated(structure), "stamped")
    status, said = host.selfcheck(root, "stamp", "-f", str(configuration))
    assert status == 0, said
    assert "quizzes/lesson.fr.yml: boils-en stamped" in said.splitlines()
    build = host.build(root, translated(structure), strict=True).checked()
    assert "Water boils" in block(build.page("index.html"))
    assert "L'eau bout" in block(build.page("fr/index.html"))
    assert re.search(r'href="(\./)?#ebullition"', block(build.page("fr/index.html")))
    visits.allowed = ("404 (File not found)",)
    with serve(build.site) as address:
        page = visits.open(f"{address}/")
        Block(page, "boils-en").give({"response": "false"})
        Block(page, "boils-en").expect_state("right")
        page.goto(f"{address}/fr/")
        question = Block(page, "boils-en")
        question.expect_state("right")
        expect(question.part("verdict")).to_contain_text("C’est juste")


def test_the_joined_page_of_print_site_is_whole_in_the_language_that_is_built_last(
    host: Host, draw: Draw
) -> None:
    settings = translated("suffix")
    root = draw({**DOCS["suffix"], **QUIZZES})
    build = host.build(root, {**settings, "plugins": [*settings["plugins"], "print-site"]}, strict=True)
    html = build.checked().page("print_page/index.html")
    assert "Testez-vous" in block(html)
    assert html.count("<self-check ") == 2
    assert "<!-- selfcheck" not in html


def block(html: str) -> str:
    """The first block of a page."""
    return html[html.index("<self-check ") : html.index("</self-check>")]
