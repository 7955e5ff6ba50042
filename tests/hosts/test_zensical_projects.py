"""Zensical's own projects: a few lines of TOML and one build give a working question, and so it stays."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.hosts.host import Host
from tests.pages.tree import Draw

TOML = """
    [project]
    site_name = "A native site"
    site_url = "https://example.org/under/a/path/"
    watch = ["quizzes"]
    [project.theme]
    font = false
    [project.markdown_extensions.selfcheck]
"""
VERDICT = """
    questions:
      - id: a-verdict
        type: true-false
        stem: Is a label a number?
        answer: true
        explanation: Classes are counted from 0.
"""
NUMBER = """
    questions:
      - id: a-number
        type: numeric
        stem: How many classes have 3 labels?
        answer: 3
        explanation: One class a label.
"""
SITE = {
    "zensical.toml": TOML,
    "docs/index.md": "# Home\n",
    "docs/part/verdict.md": "# Verdict\n\n```quiz\nverdict\n```\n",
    "docs/number.md": "# Number\n\n```quiz\nnumber\n```\n",
    "quizzes/verdict.yml": VERDICT,
    "quizzes/number.yml": NUMBER,
}
OWN = "docs/assets/selfcheck"


@pytest.fixture
def zensical(host_named: Callable[[str], Host]) -> Host:
    return host_named("zensical")


def build(host: Host, root: Path, *options: str) -> str:
    status, output = host.run(root, "-m", "zensical", "build", *options)
    assert status == 0, output
    return output


def change(file: Path, text: str = "\nMore text.\n") -> None:
    """Add text to a file. Zensical compares times of whole seconds."""
    with file.open("a", encoding="utf-8") as end:
        end.write(text)
    make_newer(file)


def make_newer(file: Path) -> None:
    later = file.stat().st_mtime + 2
    os.utime(file, (later, later))


def missing_files(site: Path) -> list[str]:
    """What pages with questions name of ours that is not in the site."""
    missing = []
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        named = re.findall(r'(?:href|src)="([^"]*assets/selfcheck/[^"]*)"', html)
        assert bool(named) == ("<self-check" in html), page
        missing += [f"{page}: {address}" for address in named if not (page.parent / address).is_file()]
    return missing


def files(folder: Path) -> dict[str, int]:
    """The files in a folder, each with the time when it was last written."""
    return {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}


def test_two_lines_of_toml_and_one_build_give_a_working_question(zensical: Host, draw: Draw) -> None:
    lines = (
        '[project]\nsite_name = "Native"\n[project.markdown_extensions.selfcheck]\nquizzes = ["quizzes"]\n'
    )
    root = draw({"zensical.toml": lines, "docs/index.md": SITE["docs/part/verdict.md"]})
    draw({"quizzes/verdict.yml": VERDICT})

    build(zensical, root, "--strict")

    assert (root / "site/index.html").read_text("utf-8").count("<self-check ") == 1
    assert missing_files(root / "site") == []


def test_a_new_project_needs_a_few_lines_and_one_command(zensical: Host, draw: Draw, visits: Visits) -> None:
    root = draw({})
    status, output = zensical.run(root, "-m", "zensical", "new", ".")
    assert status == 0, output
    configuration = root / "zensical.toml"
    # A reader of tests asks no host for fonts.
    text = configuration.read_text("utf-8").replace("[project.theme]\n", "[project.theme]\nfont = false\n")
    configuration.write_text(text.replace("[project]\n", '[project]\nwatch = ["quizzes"]\n'), "utf-8")
    change(configuration, "selfcheck = {}\n")
    draw({"quizzes/verdict.yml": VERDICT})
    draw({"docs/lesson.md": "# Lesson\n\n!!! note\n\n    ```quiz\n    verdict\n    ```\n"})

    build(zensical, root, "--strict")

    with serve(root / "site") as address:
        page = visits.open(f"{address}/lesson/")
        page.get_by_label("True").check()
        page.get_by_role("button", name="Check", exact=True).click()
        page.get_by_text("Classes are counted from 0.").wait_for()
        assert page.locator(".admonition.note self-check").count() == 1


@pytest.mark.parametrize("folders", ["true", "false"])
def test_assets_are_there_after_every_build(folders: str, zensical: Host, draw: Draw) -> None:
    root = draw(
        {**SITE, "zensical.toml": TOML.replace("watch", f"use_directory_urls = {folders}\n    watch")}
    )
    build(zensical, root)
    assert missing_files(root / "site") == []
    first = set(files(root / "site/assets/selfcheck"))

    for changed in ("", "docs/index.md", "", "docs/number.md", "quizzes/number.yml", ""):
        if changed:
            change(root / changed, "\n" if changed.endswith(".yml") else "\nMore.\n")
        build(zensical, root)
        assert missing_files(root / "site") == [], changed
        assert set(files(root / "site/assets/selfcheck")) == first

    build(zensical, root, "--clean")
    assert missing_files(root / "site") == []


def test_a_clean_build_leaves_the_assets_among_the_pages_alone(zensical: Host, draw: Draw) -> None:
    """Zensical follows the folder: of a file that is removed and written again, it may remove its copy."""
    root = draw(SITE)
    build(zensical, root)
    first = files(root / OWN)

    build(zensical, root, "--clean")

    assert files(root / OWN) == first


def test_git_does_not_see_the_assets_among_the_pages(zensical: Host, draw: Draw) -> None:
    root = draw({**SITE, f"{OWN}/picture.svg": "of the author"})
    subprocess.run(["git", "init", "--quiet", root], check=True)
    build(zensical, root)
    build(zensical, root)

    untracked = ["git", "ls-files", "--others", "--exclude-standard"]
    done = subprocess.run(untracked, cwd=root, check=True, capture_output=True, text=True)
    assert [line for line in done.stdout.splitlines() if line.startswith(OWN)] == [f"{OWN}/picture.svg"]
    assert list((root / "site").rglob(".gitignore")) == []


def test_a_page_that_is_converted_alone_brings_back_what_others_need(zensical: Host, draw: Draw) -> None:
    root = draw(SITE)
    build(zensical, root)
    shutil.rmtree(root / OWN)
    change(root / "docs/index.md")

    build(zensical, root)

    assert missing_files(root / "site") == []


def test_assets_of_older_versions_go_once_no_page_links_them(zensical: Host, draw: Draw) -> None:
    root = draw({**SITE, f"{OWN}/frame.0123abcd.js": "old", f"{OWN}/picture.svg": "of the author"})
    build(zensical, root)
    change(root / "docs/index.md")
    build(zensical, root)

    assert not (root / OWN / "frame.0123abcd.js").exists()
    assert (root / OWN / "picture.svg").read_text("utf-8") == "of the author"


def test_an_older_asset_stays_as_long_as_a_page_that_is_not_converted_links_it(
    zensical: Host, draw: Draw
) -> None:
    root = draw({**SITE, f"{OWN}/frame.0123abcd.js": "old"})
    build(zensical, root)
    draw({f"{OWN}/frame.0123abcd.js": "old"})
    (index,) = (root / ".cache/selfcheck").glob("*.pages")
    text = index.read_text("utf-8")
    name = re.search(r"frame\.\w+\.js", text)
    assert name
    first, *others = text.splitlines()
    index.write_text("\n".join([first.replace(name[0], "frame.0123abcd.js"), *others, ""]), "utf-8")
    one = root / first.split('"')[1]

    change(root / "docs/index.md")
    build(zensical, root)
    assert (root / OWN / "frame.0123abcd.js").exists()

    change(one)
    build(zensical, root)
    assert not (root / OWN / "frame.0123abcd.js").exists()


def test_the_settings_of_the_site_are_the_extension_s_too(zensical: Host, draw: Draw, tmp_path: Path) -> None:
    toml = TOML.replace(
        "site_name", 'repo_url = "https://github.com/a/b"\n    docs_dir = "pages"\n    site_name'
    )
    root = draw(
        {
            "below/zensical.toml": toml.replace("[project.theme]", '[project.theme]\n    language = "de"'),
            "below/pages/index.md": SITE["docs/part/verdict.md"],
            "below/quizzes/verdict.yml": VERDICT,
        }
    )

    build(zensical, root, "-f", "below/zensical.toml")

    page = (root / "below/site/index.html").read_text("utf-8")
    assert "Prüf dich selbst" in page
    assert "https://github.com/a/b/edit/master/quizzes/verdict.yml#L2" in page
    assert str(tmp_path) not in page
    assert missing_files(root / "below/site") == []
    assert (root / "below/pages/assets/selfcheck/.gitignore").is_file()
    assert sorted(each.name for each in root.iterdir()) == ["below"]


def test_a_project_that_names_the_plugin_alone_is_no_success(zensical: Host, draw: Draw) -> None:
    extension = "[project.markdown_extensions.selfcheck]"
    root = draw(
        {
            **SITE,
            "zensical.toml": TOML.replace(extension, "").replace(
                "watch", 'plugins = ["selfcheck"]\n    watch'
            ),
        }
    )
    build(zensical, root)

    status, output = zensical.selfcheck(root, "check", "--site", "site")
    assert (status, "Traceback" in output) == (2, False)
    assert f"Zensical runs no plugins; add the table {extension}" in output

    draw({"zensical.toml": TOML})
    status, output = zensical.selfcheck(root, "check", "--site", "site")
    assert status == 1
    ignored = "the built page shows this fence as code: selfcheck had no part in the build"
    assert f"docs/number.md:3: {ignored}; " in output
    assert f"docs/part/verdict.md:3: {ignored}; " in output

    build(zensical, root)
    status, output = zensical.selfcheck(root, "check", "--site", "site")
    assert (status, output) == (0, "2 questions in 2 files, 2 fences in site: no problems\n")


def test_what_zensical_does_not_check_is_noted_afterwards(zensical: Host, draw: Draw) -> None:
    section = "section: part/verdict.md#vrdict\n        stem: How many"
    root = draw({**SITE, "quizzes/number.yml": NUMBER.replace("stem: How many", section)})
    draw({"quizzes/unused.yml": VERDICT.replace("a-verdict", "an-unused-verdict")})
    build(zensical, root)

    status, output = zensical.selfcheck(root, "check", "--site", "site")
    assert status == 0, output
    assert 'number.yml:4:14: note: a-number: the page "part/verdict.md" has no anchor "#vrdict"' in output
    assert "quizzes/unused.yml:1:1: note: no page shows this quiz; " in output


def test_mkdocs_builds_the_same_folder_afterwards(
    zensical: Host, host_named: Callable[[str], Host], draw: Draw
) -> None:
    root = draw(SITE)
    build(zensical, root)
    draw({f"{OWN}/frame.0123abcd.js": "of another version"})
    built = host_named("newest").build(
        root, {"theme": {"name": "material", "font": False}, "plugins": ["selfcheck"]}, strict=True
    )

    assert missing_files(built.checked().site) == []
    assert set(files(built.site / "assets/selfcheck")) == set(files(root / "site/assets/selfcheck"))


def test_while_it_serves_nothing_is_written_twice(zensical: Host, draw: Draw) -> None:
    root = draw(SITE)
    with serving(zensical, root) as address:
        assert missing_files(root / "site") == []
        written = files(root / OWN)
        for number in range(3):
            change(root / "docs/part/verdict.md", f"\nChange {number}.\n")
            text_at(f"{address}/part/verdict/", f"Change {number}.")
            assert files(root / OWN) == written
            assert missing_files(root / "site") == []


@contextmanager
def serving(host: Host, root: Path) -> Iterator[str]:
    """The address at which Zensical serves a site while it watches the files."""
    port = free_port()
    command = [str(host.interpreter), "-m", "zensical", "serve", "--dev-addr", f"localhost:{port}"]
    with (root / "output.txt").open("w") as output:
        server = subprocess.Popen(command, cwd=root, stdout=output, stderr=output)
        try:
            text_at(f"http://localhost:{port}/under/a/path/part/verdict/", "<self-check")
            yield f"http://localhost:{port}/under/a/path"
        finally:
            server.terminate()
            server.wait()


def text_at(address: str, text: str) -> None:
    """Wait until a page is served that holds a text."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=5) as answer:
                if text in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.05)
    raise AssertionError(f"{address} does not say {text!r}")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("localhost", 0))
        return int(found.getsockname()[1])
