"""Links of a question are checked: files by its line, anchors by the host as if they stood on the page."""

from collections.abc import Callable

import pytest

from tests.hosts.host import Build, Host
from tests.pages.tree import Draw

MKDOCS_LIKE = ("lowest", "newest", "properdocs")
STRICT: dict[str, str] = {"not_found": "warn", "anchors": "warn", "absolute_links": "warn"}


@pytest.fixture
def build(host_named: Callable[[str], Host], draw: Draw) -> Callable[..., Build]:
    """Builds a site with one question, whose explanation is given, on two pages of different depth."""

    def built(host: str, explanation: str, *, strict: bool) -> Build:
        page = "# Lesson\n\n```quiz\ngrids\n```\n"
        quiz = f"""
            questions:
              - id: a-verdict
                type: true-false
                stem: Is a label a number?
                answer: true
                explanation: "{explanation}"
        """
        root = draw(
            {
                "docs/index.md": page,
                "docs/guide/deep/lesson.md": page,
                "docs/guide/other.md": "# Other\n\n## Part\n",
                "docs/images/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "quizzes/grids.yml": quiz,
            }
        )
        settings = {
            "theme": {"name": "material", "font": False},
            "plugins": ["selfcheck"],
            "validation": {"links": STRICT},
        }
        return host_named(host).build(root, settings, strict=strict)

    return built


@pytest.mark.parametrize("host", [*MKDOCS_LIKE, "zensical"])
def test_sound_links_of_a_question_pass_a_strict_build(host: str, build: Callable[..., Build]) -> None:
    sound = "[page](guide/other.md), [part](guide/other.md#part), ![dot](images/dot.svg), [home](index.md)"

    assert build(host, sound, strict=True).status == 0


@pytest.mark.parametrize("host", MKDOCS_LIKE)
def test_a_broken_link_in_a_question_fails_a_strict_build(host: str, build: Callable[..., Build]) -> None:
    targets = ("guide/missing.md", "images/missing.svg", "guide/other.md#nowhere")
    failed = build(host, "[a]({}), ![b]({}), [c]({})".format(*targets), strict=True)

    assert failed.status == 1
    warnings = [line for line in failed.output.splitlines() if line.startswith("WARNING")]
    for target, column in zip(targets, (23, 47), strict=False):
        (warning,) = (line for line in warnings if target in line)
        assert f'quizzes/grids.yml:6:{column}: a-verdict: there is no file "{target}"; ' in warning
    for page in ("index.md", "guide/deep/lesson.md"):
        (warning,) = (line for line in warnings if f"'{page}' contains a link" in line)
        assert "other.md#nowhere" in warning


def test_a_broken_link_in_a_question_only_warns_without_strict(build: Callable[..., Build]) -> None:
    built = build("newest", "[page](guide/missing.md)", strict=False)

    assert built.status == 0
    assert built.output.count("WARNING") == 1


def test_zensical_checks_pages_as_written_and_so_passes_over_a_link_in_a_question(
    build: Callable[..., Build],
) -> None:
    # What the guide for other hosts says; should a later Zensical look at what was rendered, it may say more.
    assert "No issues found" in build("zensical", "[page](guide/missing.md)", strict=True).output
