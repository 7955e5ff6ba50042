"""Sites that Material's plugin `projects` builds inside another, each with its own questions."""

from collections.abc import Callable

import yaml

from tests.hosts.host import Host
from tests.pages.tree import Draw

QUIZ = """
    questions:
      - id: {id}
        type: true-false
        stem: Is this page part of {id}?
        answer: true
        explanation: It is.
"""
PAGE = "# Home\n\n```quiz\nhome\n```\n"


def test_a_project_has_the_scripts_and_the_course_of_its_own_questions(
    host_named: Callable[[str], Host], draw: Draw
) -> None:
    inner = {"site_name": "Inner", "theme": {"name": "material"}, "site_url": "https://example.org/inner/"}
    plugins = [{"selfcheck": {"course": True}}]
    root = draw(
        {
            "docs/index.md": PAGE,
            "quizzes/home.yml": QUIZ.format(id="the-whole"),
            "projects/inner/docs/index.md": PAGE,
            "projects/inner/quizzes/home.yml": QUIZ.format(id="the-part"),
            "projects/inner/mkdocs.yml": yaml.safe_dump({**inner, "plugins": plugins}),
        }
    )
    host = host_named("neighbours")
    # The plugin looks for the outer site under this name.
    outer = {
        **inner,
        "site_url": "https://example.org/",
        "plugins": ["projects", *plugins],
        "site_dir": "site",
    }
    host.write_settings(root, outer, "mkdocs")
    status, said = host.run(root, "-m", "mkdocs", "build", "--strict")
    assert status == 0, said
    for folder, name in ((root / "site", "the-whole"), (root / "site/inner", "the-part")):
        assert f'id="check-{name}"' in (folder / "index.html").read_text("utf-8")
        assert f'"{name} ' in (folder / "assets/selfcheck/course/pages.js").read_text("utf-8")
        assert list(folder.glob("assets/selfcheck/frame.*.js"))
