"""What stops a build of Zensical: options, answers that it would publish, and scripts that it would lose."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hosts.host import Host
from tests.hosts.test_zensical_projects import TOML, VERDICT, build, missing_files
from tests.pages.tree import Draw

PAGE = "# A page\n\n```quiz\nverdict\n```\n"
SETTINGS = '[project]\nsite_name = "A"\n{project}\n[project.markdown_extensions.selfcheck]\n{options}\n'
LEFT_OUT = "leaves out this folder, from which pages load their scripts and styles"
CURE = "add the line `!/assets/selfcheck/*.*.*` at its end"


@pytest.fixture
def zensical(host_named: Callable[[str], Host]) -> Host:
    return host_named("zensical")


def settings(project: str = "", options: str = "") -> str:
    return SETTINGS.format(project=project, options=options)


def attempt(host: Host, root: Path, *options: str) -> tuple[int, str]:
    return host.run(root, "-m", "zensical", "build", *options)


def test_an_option_that_does_not_exist_is_told_at_its_line(zensical: Host, draw: Draw) -> None:
    root = draw({"zensical.toml": f'{TOML}    quizes = ["quizzes"]\n', "docs/index.md": PAGE})
    status, output = attempt(zensical, root)
    told = 'zensical.toml:8:1: there is no option `quizes`; did you mean "quizzes"?\n'
    assert status != 0
    assert told in output
    assert zensical.selfcheck(root, "check") == (2, f"selfcheck found 1 problem:\n{told}")


@pytest.mark.parametrize("named", ["", "site.toml", "mkdocs.yml"])
def test_a_wrong_option_is_told_in_the_file_that_was_read(named: str, zensical: Host, draw: Draw) -> None:
    yaml = "site_name: A\nmarkdown_extensions:\n  - selfcheck: {quizes: q}\nplugins:\n  - selfcheck\n"
    others = {
        "broken.yml": "a: b: c\n",
        "list.yml": "- selfcheck\n",
        "other.toml": settings(options='quizes = "q"'),
    }
    files = {"zensical.toml": settings(options='quizes = ["q"]'), "mkdocs.yml": yaml}
    files["site.toml"] = settings(options='language = "de"\nquizes = ["q"]')
    root = draw({**files, **others, "docs/index.md": PAGE})
    status, output = attempt(zensical, root, *(["-f", named] if named else []))
    place = {"": "zensical.toml:5:1", "site.toml": "site.toml:6:1", "mkdocs.yml": "mkdocs.yml:3:17"}[named]
    assert (status, f"\n{place}: there is no option `quizes`; " in output) == (1, True), output


@pytest.mark.parametrize(
    ("setting", "is_published"),
    [
        ("", True),
        ('exclude_docs = "old.md"', True),
        ('exclude_docs = "asked/*\\n!verdict.yml"', True),
        ('exclude_docs = "/asked/"', False),
        ('draft_docs = "/asked/"', False),
    ],
)
def test_question_files_among_the_pages_stop_the_build(
    setting: str, is_published: bool, zensical: Host, draw: Draw
) -> None:
    toml = settings(setting, 'quizzes = ["docs/asked"]')
    root = draw({"zensical.toml": toml, "docs/asked/verdict.yml": VERDICT, "docs/index.md": PAGE})
    status, output = attempt(zensical, root)
    told = "docs/asked: the site publishes this folder, and with it every answer; "
    assert (status, told in output) == (int(is_published), is_published), output
    assert is_published or not (root / "site/asked").exists()


@pytest.mark.parametrize(
    ("setting", "cache", "is_published"),
    [
        ("", "docs/kept", True),
        ('exclude_docs = "old.md"', "docs/part/kept", True),
        ('exclude_docs = "/kept/"', "docs/kept", False),
        ("", "docs/.kept", False),
    ],
)
def test_kept_questions_among_the_pages_stop_the_build(
    setting: str, cache: str, is_published: bool, zensical: Host, draw: Draw
) -> None:
    toml = settings(setting, f'cache = "{cache}"')
    root = draw({"zensical.toml": toml, "quizzes/verdict.yml": VERDICT, "docs/index.md": PAGE})
    told = (
        f"{cache}: the site publishes this folder, and with it every answer; name one outside of the pages "
    )
    for _ in range(2):  # nothing was kept before the first
        status, output = attempt(zensical, root)
        assert (status, told in output) == (int(is_published), is_published), output
    assert is_published or list((root / "site").rglob("*.lines")) == []


@pytest.mark.parametrize(
    ("setting", "pattern"),
    [
        ("exclude_docs", "assets/"),
        ("exclude_docs", "/assets/**"),
        ("exclude_docs", "true-false.*"),
        ("draft_docs", "*.js"),
    ],
)
def test_a_site_that_would_lose_its_scripts_is_not_built(
    setting: str, pattern: str, zensical: Host, draw: Draw
) -> None:
    toml = settings(f'{setting} = "{pattern}"')
    root = draw({"zensical.toml": toml, "quizzes/verdict.yml": VERDICT, "docs/index.md": PAGE})
    status, output = attempt(zensical, root)
    assert status == 1
    assert f"\ndocs/assets/selfcheck: `{setting}` {LEFT_OUT}; {CURE}\n" in output

    draw({"zensical.toml": toml.replace(pattern, f"{pattern}\\n!/assets/selfcheck/*.*.*")})
    for _ in range(2):  # the second converts no page
        build(zensical, root)
        assert missing_files(root / "site") == []
    assert list((root / "site").rglob(".gitignore")) == []


@pytest.mark.parametrize("pattern", ["assets/*.png", "/selfcheck/"])
def test_what_is_left_out_beside_the_scripts_is_no_concern(pattern: str, zensical: Host, draw: Draw) -> None:
    toml = settings(f'exclude_docs = "{pattern}"')
    root = draw({"zensical.toml": toml, "quizzes/verdict.yml": VERDICT, "docs/index.md": PAGE})
    for _ in range(2):
        build(zensical, root)
        assert missing_files(root / "site") == []


def test_pages_without_questions_load_no_script_that_could_be_lost(zensical: Host, draw: Draw) -> None:
    root = draw({"zensical.toml": settings('exclude_docs = "*.js"'), "docs/index.md": "# A page\n"})
    draw({"quizzes/verdict.yml": VERDICT})
    build(zensical, root)
