"""Zensical runs no plugins: there the extension, the command and `watch` do what the plugin does."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.hosts.documents import PAGES, WITH_QUESTIONS
from tests.hosts.host import Host, Settings
from tests.pages.tree import Draw

MATERIAL: Settings = {"theme": {"name": "material", "font": False}, "plugins": ["selfcheck"]}
QUIZ = """
    questions:
      - id: a-verdict
        type: true-false
        stem: Is a label a number?
        answer: true
        explanation: firstword.
"""
LESSON = "# Lesson\n\n```quiz\ngrids\n```\n"


@pytest.fixture
def zensical(host_named: Callable[[str], Host]) -> Host:
    return host_named("zensical")


@pytest.mark.parametrize("folders", [True, False])
def test_links_and_assets_are_found_at_every_depth(folders: bool, zensical: Host, draw: Draw) -> None:
    settings = {**MATERIAL, "use_directory_urls": folders, "site_url": "https://example.org/under/a/path/"}
    root = draw({**PAGES, "docs/guide/index.md": LESSON.replace("grids", "verdicts")})
    draw({"quizzes/verdicts.yml": QUIZ.replace("firstword.", "'[there](guide/other.md)'")})
    site = zensical.build(root, settings, strict=True).checked().site

    for page in (*WITH_QUESTIONS, "guide/index"):
        place = f"{page}/index.html" if folders and not page.endswith("index") else f"{page}.html"
        html = (site / place).read_text("utf-8")
        block = html[html.index("<self-check") : html.rindex("</self-check>")]
        named = re.findall(r'(?:href|src)="([^"]*selfcheck/[^"]*)"', html)
        assert named
        for address in (*named, *re.findall(r'(?:href|src)="([^"#]+)', block)):
            found = site / urljoin(f"/{place}", address).lstrip("/")
            assert found.is_file() or (found / "index.html").is_file(), f"{place}: {address}"


def test_a_page_speaks_the_language_of_its_front_matter(zensical: Host, draw: Draw) -> None:
    theme = {"name": "material", "font": False, "language": "de"}
    french = f"---\nlanguage: fr\n---\n\n{LESSON}"
    root = draw({"docs/index.md": LESSON, "docs/french.md": french, "quizzes/grids.yml": QUIZ})
    build = zensical.build(root, {"theme": theme, "plugins": ["selfcheck"]}).checked()

    for page, label in (("index.html", "Prüf dich selbst"), ("french/index.html", "Testez-vous")):
        html = build.page(page)
        assert f">{label}<" in html
        named = re.findall(r'src="([^"]*selfcheck/[^"]*)"', html)
        assert named
        for address in named:
            assert (build.site / page).parent.joinpath(address).is_file(), address
    assert 'lang="fr"' in build.page("french/index.html")


@pytest.mark.parametrize("language", ["", "de"])
def test_scripts_speak_the_language_of_the_blocks(language: str, zensical: Host, draw: Draw) -> None:
    theme = {"name": "material", "font": False, "language": "de"}
    plugin = {"selfcheck": {"language": language}}
    site = zensical.build(
        draw({"docs/index.md": LESSON, "quizzes/grids.yml": QUIZ}), {"theme": theme, "plugins": [plugin]}
    ).checked()

    page = site.page("index.html")
    named = re.findall(r'(?:href|src)="([^"]*selfcheck/[^"]*)"', page)
    assert named
    assert [address for address in named if not (site.site / address).is_file()] == []


def test_one_configuration_serves_hosts_with_and_without_plugins(
    host_named: Callable[[str], Host], draw: Draw
) -> None:
    root = draw({"docs/index.md": LESSON, "quizzes/grids.yml": QUIZ})
    both = {**MATERIAL, "markdown_extensions": [{"selfcheck": {}}]}
    pages = [host_named(name).build(root, both, strict=True).checked() for name in ("newest", "zensical")]

    for built in pages:
        page = built.page("index.html")
        assert page.count("<self-check ") == 1
        named = re.findall(r'(?:href|src)="([^"]*selfcheck/[^"]*)"', page)
        assert [address for address in named if not (built.site / address).is_file()] == []


def test_problems_of_question_files_stop_its_build(zensical: Host, draw: Draw) -> None:
    broken = QUIZ.replace("answer: true", "answer: yes").replace("explanation", "explination")
    built = zensical.build(draw({"docs/index.md": LESSON, "quizzes/grids.yml": broken}), MATERIAL)

    assert built.status == 1
    lines = built.output.splitlines()
    start = lines.index("RuntimeError: Python error: ProblemsFound: selfcheck found 2 problems:")
    assert [line.partition(": ")[0] for line in lines[start + 1 : start + 3]] == [
        "quizzes/grids.yml:5:13",
        "quizzes/grids.yml:6:5",
    ]


def test_problems_of_a_page_stop_its_build(zensical: Host, draw: Draw) -> None:
    page = LESSON.replace("grids", "girds") + "\n```quiz\n```\n"
    built = zensical.build(draw({"docs/part/lesson.md": page, "quizzes/grids.yml": QUIZ}), MATERIAL)

    assert built.status == 1
    assert '\ndocs/part/lesson.md:4: there is no quiz "girds"; did you mean "grids"?\n' in built.output
    assert "\ndocs/part/lesson.md:7: the fence is empty; " in built.output


def test_with_watch_a_changed_question_is_seen_by_the_next_build(zensical: Host, draw: Draw) -> None:
    root = draw({"docs/index.md": LESSON, "quizzes/grids.yml": QUIZ})
    site = zensical.build(root, {**MATERIAL, "watch": ["quizzes"]}).checked().site
    draw({"quizzes/grids.yml": QUIZ.replace("firstword", "secondword")})
    make_newer(root / "quizzes/grids.yml")

    status, output = zensical.run(root, "-m", "zensical", "build", "-f", "zensical.yml")

    assert status == 0, output
    assert "secondword" in (site / "index.html").read_text("utf-8")


def test_the_command_checks_questions_without_the_host(zensical: Host, draw: Draw) -> None:
    root = draw({"docs/index.md": LESSON, "quizzes/grids.yml": QUIZ})
    config = zensical.write_settings(root, MATERIAL, "zensical")
    assert zensical.selfcheck(root, "check", "-f", str(config)) == (
        0,
        "1 question in 1 file: no problems\n"
        "not checked: what needs pages (sections, links, pictures, fences): --build tells\n",
    )

    draw({"quizzes/grids.yml": QUIZ.replace("true-false", "true-flase")})
    status, output = zensical.selfcheck(root, "check", "-f", str(config))
    assert status == 1
    assert "Traceback" not in output
    assert (
        'quizzes/grids.yml:3:11: a-verdict: unknown type "true-flase"; did you mean "true-false"?' in output
    )


def make_newer(file: Path) -> None:
    """Zensical compares times of whole seconds."""
    later = file.stat().st_mtime + 2
    os.utime(file, (later, later))
